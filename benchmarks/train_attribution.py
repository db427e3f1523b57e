"""Train the models of cues, sources and contents, and check them by cross-validation.

    python -m benchmarks.train_attribution TEXTS.jsonl            train on all, store data/models/{cues,parts}-*.npz
    python -m benchmarks.train_attribution TEXTS.jsonl --check    five times train on four fifths, predict the fifth

Each line of TEXTS holds `id`, `text` and `gold`: attributions with `source`, `cue` and `content` as lists of
[start, end). With --check the predictions go to the standard output in the form of `dateline attribute`, so that
they can be scored by ../shared/benchmarks/attribution.py --pred; every text is predicted by models that never saw it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.train_linear import train
from events.attribution import LEAST
from events.grammar.clause import Stretch
from events.grammar.linear import TwoPasses, rounded_model, save_model
from events.grammar.parse import Parse, parse_of
from events.voices import (
    cue,
    cue_features,
    part_features,
)
from events.voices.cue_features import Columns, columns_of
from events.voices.part_features import PARTS, Pairs, pairs_of, windows_of
from events.voices.parts import chances_of
from events.voices.quotation import quotations_in
from events.voices.relate import Models, holders_of, relations_in
from texts.span import Span

FOLDS = 5
JACKKNIFE = 3
"""Parts into which the training texts are cut so that second passes learn from guesses on unseen texts."""
LEVELS = 31
FEWEST = 3
"""Items that must have a feature for it to count."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Text:
    """A text with its gold, as the models see it."""

    id: str
    parse: Parse
    quotes: tuple[Stretch, ...]
    columns: Columns
    cue_labels: NDArray[np.intp]
    cue_rows: NDArray[np.intp]
    cues: tuple[Stretch, ...]
    pairs: Pairs
    pair_labels: NDArray[np.intp]


def main() -> int:
    """Train or check."""
    path = Path(sys.argv[1])
    if "--check" in sys.argv:
        for name, answers in predictions(path):
            sys.stdout.write(json.dumps({"id": name, "attr": answers}) + "\n")
        return 0
    models = _models(_texts(path))
    for name, passes in (("cues", models.cues), ("parts", models.parts)):
        save_model(f"{name}-first", passes.early)
        save_model(f"{name}-second", passes.late)
    return 0


def predictions(path: Path) -> Iterator[tuple[str, list[dict[str, list[list[int]]]]]]:
    """Return each text's id and its attributions, as models see them that were trained on other texts."""
    texts = _texts(path)
    for fold in range(FOLDS):
        models = _models([text for number, text in enumerate(texts) if number % FOLDS != fold])
        for text in texts[fold::FOLDS]:
            yield text.id, _predict(text, models)


def _texts(path: Path) -> list[Text]:
    return [_text(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _text(record: dict[str, Any]) -> Text:
    parse = parse_of(record["text"])
    quotes = quotations_in(parse)
    columns = columns_of(parse, quotes)
    labels = np.zeros(len(parse.tokens), dtype=np.intp)
    cues, roles = [], []
    for made in record["gold"]:
        words = _stretches(parse, made["cue"])
        for part in words:
            labels[part.first : part.stop] = 2
            labels[part.first] = cue.BEGINS
        if words:
            cues.append(words[0])
            roles.append(_roles(parse, made))
    windows = windows_of(parse, tuple(cues), quotes)
    pairs = pairs_of(tuple(cues), windows)
    return Text(
        id=record["id"],
        parse=parse,
        quotes=quotes,
        columns=columns,
        cue_labels=labels,
        cue_rows=cue_features.first_rows(columns),
        cues=tuple(cues),
        pairs=pairs,
        pair_labels=np.array([roles[c][t] for c, t in zip(pairs.cue, pairs.token, strict=True)], dtype=np.intp),
    )


def _stretches(parse: Parse, spans: list[list[int]]) -> list[Stretch]:
    found = [parse.tokens.inside(Span(start=start, end=end)) for start, end in spans]
    return [Stretch(first=part.start, stop=part.stop) for part in found if part]


def _roles(parse: Parse, made: dict[str, list[list[int]]]) -> NDArray[np.intp]:
    roles = np.full(len(parse.tokens), part_features.OUTSIDE, dtype=np.intp)
    for part in _stretches(parse, made["source"]):
        roles[part.first : part.stop] = part_features.SOURCE
    for part in _stretches(parse, made["content"]):
        roles[part.first : part.stop] = part_features.CONTENT
        roles[part.stop - 1] = part_features.CLOSES
        roles[part.first] = part_features.OPENS
    return roles


def _models(texts: list[Text]) -> Models:
    guesses = _jackknifed([text.cue_rows for text in texts], [text.cue_labels for text in texts], _train_cues)
    early = _train_cues([text.cue_rows for text in texts], [text.cue_labels for text in texts])
    rows = [
        np.hstack([text.cue_rows, cue_features.second_rows(text.columns, 1 - guess[:, 0])])
        for text, guess in zip(texts, guesses, strict=True)
    ]
    labels = [text.cue_labels for text in texts]
    late = _train_cues(rows, labels)
    seen = _jackknifed(rows, labels, _train_cues)
    pair_rows = [
        part_features.first_rows(text.columns, 1 - guess[:, 0], text.pairs)
        for text, guess in zip(texts, seen, strict=True)
    ]
    pair_labels = [text.pair_labels for text in texts]
    pair_guesses = _jackknifed(pair_rows, pair_labels, _train_parts)
    first = _train_parts(pair_rows, pair_labels)
    better = [
        np.hstack([part, part_features.second_rows(text.pairs, guess)])
        for part, text, guess in zip(pair_rows, texts, pair_guesses, strict=True)
    ]
    second = _train_parts(better, pair_labels)
    return Models(
        cues=TwoPasses(early=rounded_model(early, levels=LEVELS), late=rounded_model(late, levels=LEVELS)),
        parts=TwoPasses(early=rounded_model(first, levels=LEVELS), late=rounded_model(second, levels=LEVELS)),
    )


def _jackknifed(rows: list[NDArray[np.intp]], labels: list[NDArray[np.intp]], fit: Any) -> list[NDArray[np.float32]]:
    guesses: list[NDArray[np.float32]] = [np.zeros((0, 1), dtype=np.float32)] * len(rows)
    for held in range(JACKKNIFE):
        kept = [number for number in range(len(rows)) if number % JACKKNIFE != held]
        weights = fit([rows[number] for number in kept], [labels[number] for number in kept])
        for number in range(held, len(rows), JACKKNIFE):
            guesses[number] = chances_of(weights[rows[number]].sum(axis=1))
    return guesses


def _train_cues(rows: list[NDArray[np.intp]], labels: list[NDArray[np.intp]]) -> NDArray[np.float32]:
    table = 2**cue_features.BITS
    return train(np.vstack(rows), np.concatenate(labels), table=table, classes=3, epochs=6, rate=0.03, fewest=FEWEST)


def _train_parts(rows: list[NDArray[np.intp]], labels: list[NDArray[np.intp]]) -> NDArray[np.float32]:
    table = 2**part_features.BITS
    return train(
        np.vstack(rows), np.concatenate(labels), table=table, classes=PARTS, epochs=5, rate=0.04, fewest=FEWEST
    )


def _predict(text: Text, models: Models) -> list[dict[str, list[list[int]]]]:
    relations = relations_in(text.parse, text.quotes, least=LEAST, models=models)
    return [
        {
            "source": [] if found.source is None else [_offsets(text.parse, found.source)],
            "cue": [_offsets(text.parse, found.cue)],
            "content": [_offsets(text.parse, part) for part in found.content],
        }
        for found, holder in zip(relations, holders_of(relations), strict=True)
        if holder is None
    ]


def _offsets(parse: Parse, part: Stretch) -> list[int]:
    span = parse.span(part)
    return [span.start, span.end]


if __name__ == "__main__":
    raise SystemExit(main())
