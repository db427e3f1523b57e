"""Train `data/models/{tags,headlines}-*.npz` on texts that a large tagger has tagged.

    python -m benchmarks.train_tags SILVER.jsonl

Each line of SILVER holds `words`, `penn` (Penn Treebank tags), `roles` (dependency labels) and `opens` (whether a
token opens a sentence), as benchmarks/silver_tags.py writes them. Every tenth text is kept for checking.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.headlines import as_headlines, past_forms, tokens_of, without_headlines
from benchmarks.train_linear import train
from events.grammar.linear import rounded_model, save_model
from events.grammar.tag import TAGS, Tag, mark_tag
from events.grammar.tag_features import first_pass, in_capitals, second_pass, word_columns

FEWEST = 20
FIRST_LEVELS = SECOND_LEVELS = 7
PENN = {
    "NN": Tag.NOUN, "NNS": Tag.NOUN, "NNP": Tag.NAME, "NNPS": Tag.NAME, "PRP": Tag.PRONOUN, "EX": Tag.PRONOUN,
    "PRP$": Tag.OWN, "DT": Tag.DETERMINER, "PDT": Tag.DETERMINER, "JJ": Tag.ADJECTIVE, "JJR": Tag.ADJECTIVE,
    "JJS": Tag.ADJECTIVE, "AFX": Tag.ADJECTIVE, "CD": Tag.NUMBER, "RB": Tag.ADVERB, "RBR": Tag.ADVERB,
    "RBS": Tag.ADVERB, "IN": Tag.PREPOSITION, "TO": Tag.TO, "CC": Tag.CONJUNCTION, "MD": Tag.MODAL, "VB": Tag.BASE,
    "VBP": Tag.PRESENT, "VBZ": Tag.PRESENT, "VBD": Tag.PAST, "VBN": Tag.PARTICIPLE, "VBG": Tag.GERUND,
    "RP": Tag.PARTICLE, "WDT": Tag.WH, "WP": Tag.WH, "WP$": Tag.WH, "WRB": Tag.WH, "POS": Tag.GENITIVE,
}  # fmt: skip
"""The Penn Treebank's tags in ours; what is not here is OTHER."""

_Silver = tuple[NDArray[np.uint32], NDArray[np.intp]]


def main() -> int:
    """Train, check, store."""
    records = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    _store("tags", [_read(record) for record in records], bits=(16, 18))
    running = [without_headlines(record) for record in records]
    plain = past_forms(running)
    both = [(as_headlines(record, plain), record) for record in running]
    titles, texts = zip(*((_read(made), _read(own)) for made, own in both if made["words"]), strict=True)
    # running text tells the words, headlines tell that capitals mean nothing
    _store("headlines", [(in_capitals(columns), labels) for columns, labels in titles], also=texts, bits=(16, 17))
    return 0


def _store(name: str, texts: list[_Silver], *, bits: tuple[int, int], also: Sequence[_Silver] = ()) -> None:
    """Train the two models of one sort of text, and print how many words of the tenth that is kept they tag right.

    `also` are texts of another sort to learn from, one for each text.
    """
    first_bits, second_bits = bits
    pairs = list(zip(texts, also, strict=True)) if also else [(text,) for text in texts]
    kept = [pair for number, pair in enumerate(pairs) if number % 10]
    trained, *halves = ([text for pair in part for text in pair] for part in (kept, kept[::2], kept[1::2]))
    checked = texts[::10]
    guesses = []
    for mine, other in (halves, halves[::-1]):
        weights = _train_first(other, first_bits)
        guesses += [(columns, labels, _guess(columns, weights, first_bits)) for columns, labels in mine]
    first = rounded_model(_train_first(trained, first_bits), levels=FIRST_LEVELS)
    save_model(f"{name}-first", first)
    rows = np.vstack([second_pass(columns, guess, second_bits) for columns, _, guess in guesses])
    labels = np.concatenate([labels for _, labels, _ in guesses])
    weights = train(rows, labels, table=2**second_bits, classes=len(TAGS), epochs=6, fewest=FEWEST)
    second = rounded_model(weights, levels=SECOND_LEVELS)
    save_model(f"{name}-second", second)
    right = total = 0
    for columns, gold in checked:
        guess = np.argmax(first.scores(first_pass(columns, first_bits)), axis=1).astype(np.uint32)
        better = np.argmax(second.scores(second_pass(columns, guess, second_bits)), axis=1)
        words = columns[:, 2] != 2
        right += int((better == gold)[words].sum())
        total += int(words.sum())
    print(f"{name}: words checked {total}, right {right / total:.4f}")


def _read(record: dict[str, Any]) -> _Silver:
    words = record["words"]
    opens = frozenset(position for position, flag in enumerate(record["opens"]) if flag)
    tags = [_tag(word, penn, role) for word, penn, role in zip(words, record["penn"], record["roles"], strict=True)]
    return word_columns(tokens_of(words), opens), np.array([TAGS.index(tag) for tag in tags])


def _tag(word: str, penn: str, role: str) -> Tag:
    tag = PENN.get(penn, Tag.OTHER)
    if tag is Tag.PREPOSITION and role == "mark":
        return Tag.MARK
    if penn.startswith("V") and role in {"aux", "auxpass"}:
        return Tag.AUXILIARY
    return tag if word[0].isalnum() else mark_tag(word, tag)


def _train_first(texts: list[_Silver], bits: int) -> NDArray[np.float32]:
    rows = np.vstack([first_pass(columns, bits) for columns, _ in texts])
    labels = np.concatenate([labels for _, labels in texts])
    return train(rows, labels, table=2**bits, classes=len(TAGS), epochs=5, fewest=FEWEST)


def _guess(columns: NDArray[np.uint32], weights: NDArray[np.float32], bits: int) -> NDArray[np.uint32]:
    return np.argmax(weights[first_pass(columns, bits)].sum(axis=1), axis=1).astype(np.uint32)


if __name__ == "__main__":
    raise SystemExit(main())
