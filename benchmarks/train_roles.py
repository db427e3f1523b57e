"""Train the model of place roles: python -m benchmarks.train_roles [--write].

Reads movement-fn-lu-dev.jsonl and movement-loc-dev.jsonl from $BENCH_DATA, prints figures that are cross-validated
over five folds of texts, and with --write trains on everything and stores data/models/roles.npz.
"""

from __future__ import annotations

import argparse
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.train_linear import train
from events.grammar.linear import rounded_model, save_model
from events.grammar.parse import Parse, parse_of
from events.grammar.phrase import Phrase, phrases_in
from events.movement import place_names
from events.setting.role_features import positions_of, rows_for, setting_of
from events.setting.roles import LABELS, NONE_BIAS
from texts.span import Span

BENCH = Path(os.environ.get("BENCH_DATA", Path(__file__).resolve().parents[2] / "shared" / "benchmarks" / "data"))
SETS = ("fn-lu-dev", "loc-dev")
FOLDS = 5
BITS = 18
EPOCHS = 10
RATE = 0.05
BATCH = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A trigger with its candidate phrases: their features, their labels and where they stand."""

    name: str
    fold: int
    rows: list[list[int]]
    labels: list[int]
    spans: list[tuple[int, int]]
    gold: dict[str, list[tuple[int, int]]]


def items_of(name: str) -> Iterator[Item]:
    """Yield the triggers of a development set."""
    for line in (BENCH / f"movement-{name}.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        parse = parse_of(record["text"])
        fold = zlib.crc32(record["text"].encode()) % FOLDS
        for event in record["gold"]:
            yield _item(name, fold, parse, event)


def _item(name: str, fold: int, parse: Parse, event: dict[str, Any]) -> Item:
    gold = {role: [(start, end) for start, end in event[role]] for role in LABELS[1:]}
    places = positions_of(parse, place_names(parse.text))
    setting = setting_of(parse, Span(start=event["trigger"][0], end=event["trigger"][1]), places)
    assert setting is not None
    phrases = phrases_in(parse.tokens, parse.tags, setting.begin, setting.end)
    wanted = [it for it in phrases if it.stop <= setting.trigger.start or it.first >= setting.trigger.stop]
    labels: dict[Phrase, str] = {}
    for role, spans in gold.items():
        for span in spans:
            first = next((it for it in wanted if _shared(_span(parse, it), span)), None)
            if first is not None:
                labels.setdefault(first, role)
    # what only continues a marked phrase is neither right nor wrong
    marked = [span for spans in gold.values() for span in spans]
    kept = [it for it in wanted if it in labels or not any(_shared(_span(parse, it), span) for span in marked)]
    return Item(
        name=name,
        fold=fold,
        rows=[rows_for(setting, it, phrases, BITS) for it in kept],
        labels=[LABELS.index(labels.get(it, "none")) for it in kept],
        spans=[_span(parse, it) for it in kept],
        gold=gold,
    )


def _span(parse: Parse, phrase: Phrase) -> tuple[int, int]:
    return parse.tokens.starts[phrase.first], parse.tokens.ends[phrase.stop - 1]


def _shared(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


def fitted(items: Sequence[Item]) -> NDArray[np.float32]:
    """Return weights trained on `items`."""
    rows = np.array([row for item in items for row in item.rows], dtype=np.intp)
    labels = np.array([label for item in items for label in item.labels], dtype=np.intp)
    return train(rows, labels, table=1 << BITS, classes=len(LABELS), epochs=EPOCHS, rate=RATE, batch=BATCH)


def crossvalidated(items: Sequence[Item]) -> list[NDArray[np.float32]]:
    """Return the scores of each item's phrases by a model that has not seen its text."""
    models = [fitted([item for item in items if item.fold != fold]) for fold in range(FOLDS)]
    empty = np.zeros((0, len(LABELS)), dtype=np.float32)
    return [models[item.fold][np.array(item.rows, dtype=np.intp)].sum(axis=1) if item.rows else empty for item in items]


def figures(items: Sequence[Item], scores: Sequence[NDArray[np.float32]], role: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 of a role by overlap, one to one."""
    number = LABELS.index(role)
    right = found = marked = 0
    for item, score in zip(items, scores, strict=True):
        labels = (score + _BIAS).argmax(axis=1).tolist()
        mine = [span for span, label in zip(item.spans, labels, strict=True) if label == number]
        found += len(mine)
        marked += len(item.gold[role])
        for span in item.gold[role]:
            hit = next((other for other in mine if _shared(span, other)), None)
            if hit is not None:
                mine.remove(hit)
                right += 1
    precision, recall = right / max(found, 1), right / max(marked, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


_BIAS = np.array([NONE_BIAS, 0, 0, 0, 0], dtype=np.float32)


def main() -> None:
    """Print the figures; with --write, store the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="store data/models/roles.npz")
    write = parser.parse_args().write
    items = [item for name in SETS for item in items_of(name)]
    scores = crossvalidated(items)
    for name in SETS:
        chosen = [pair for pair in zip(items, scores, strict=True) if pair[0].name == name]
        for role in LABELS[1:]:
            if any(item.gold[role] for item, _ in chosen):
                values = figures([item for item, _ in chosen], [score for _, score in chosen], role)
                print(f"{name:10} {role:12} P {values[0]:.3f} R {values[1]:.3f} F1 {values[2]:.3f}")
    if write:
        save_model("roles", rounded_model(fitted(items)))


if __name__ == "__main__":
    main()
