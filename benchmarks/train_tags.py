"""Train `data/models/tags.npz` on texts that a large tagger has tagged.

    python -m benchmarks.train_tags SILVER.jsonl

Each line of SILVER holds `words`, `penn` (Penn Treebank tags), `roles` (dependency labels) and `opens` (whether a
token opens a sentence), as benchmarks/silver_tags.py writes them. Every tenth text is kept for checking.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.train_linear import train
from events.grammar.linear import rounded_model, save_model
from events.grammar.tag import TAGS, Tag, first_pass, mark_tag, second_pass, word_columns
from events.grammar.token import Tokens

FIRST_BITS = 16
SECOND_BITS = 18
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
    texts = [_read(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    trained = [text for number, text in enumerate(texts) if number % 10]
    checked = [text for number, text in enumerate(texts) if not number % 10]
    halves = [trained[::2], trained[1::2]]
    guesses = []
    for mine, other in (halves, halves[::-1]):
        weights = _train_first(other)
        guesses += [(columns, labels, _guess(columns, weights)) for columns, labels in mine]
    first = rounded_model(_train_first(trained), levels=FIRST_LEVELS)
    save_model("tags-first", first)
    rows = np.vstack([second_pass(columns, guess, SECOND_BITS) for columns, _, guess in guesses])
    labels = np.concatenate([labels for _, labels, _ in guesses])
    weights = train(rows, labels, table=2**SECOND_BITS, classes=len(TAGS), epochs=6, fewest=FEWEST)
    second = rounded_model(weights, levels=SECOND_LEVELS)
    save_model("tags-second", second)
    right = total = 0
    for columns, gold in checked:
        guess = np.argmax(first.scores(first_pass(columns, FIRST_BITS)), axis=1).astype(np.uint32)
        better = np.argmax(second.scores(second_pass(columns, guess, SECOND_BITS)), axis=1)
        words = columns[:, 2] != 2
        right += int((better == gold)[words].sum())
        total += int(words.sum())
    print(f"words checked {total}, right {right / total:.4f}")
    return 0


def _read(line: str) -> _Silver:
    record = json.loads(line)
    words = tuple(record["words"])
    blank = tuple(range(len(words)))
    tokens = Tokens(starts=blank, ends=blank, words=words, lower=tuple(word.lower() for word in words))
    opens = frozenset(position for position, flag in enumerate(record["opens"]) if flag)
    tags = [_tag(word, penn, role) for word, penn, role in zip(words, record["penn"], record["roles"], strict=True)]
    return word_columns(tokens, opens), np.array([TAGS.index(tag) for tag in tags])


def _tag(word: str, penn: str, role: str) -> Tag:
    tag = PENN.get(penn, Tag.OTHER)
    if tag is Tag.PREPOSITION and role == "mark":
        return Tag.MARK
    if penn.startswith("V") and role in {"aux", "auxpass"}:
        return Tag.AUXILIARY
    return tag if word[0].isalnum() else mark_tag(word, tag)


def _train_first(texts: list[_Silver]) -> NDArray[np.float32]:
    rows = np.vstack([first_pass(columns, FIRST_BITS) for columns, _ in texts])
    labels = np.concatenate([labels for _, labels in texts])
    return train(rows, labels, table=2**FIRST_BITS, classes=len(TAGS), epochs=5, fewest=FEWEST)


def _guess(columns: NDArray[np.uint32], weights: NDArray[np.float32]) -> NDArray[np.uint32]:
    return np.argmax(weights[first_pass(columns, FIRST_BITS)].sum(axis=1), axis=1).astype(np.uint32)


if __name__ == "__main__":
    raise SystemExit(main())
