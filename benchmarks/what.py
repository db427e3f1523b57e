"""Measure who goes where: python -m benchmarks.what.

Prints a table in Markdown: roles of places and blind triggers on the development sets of $BENCH_DATA. The figures of
roles are cross-validated over five folds of texts, because the model is trained on these sets; triggers are found by
lexicon and need no folds. Precision of blind triggers is a lower bound: each text has a single marked motion.
"""

from __future__ import annotations

import json
import time

from benchmarks.train_roles import BENCH, LABELS, SETS, Item, crossvalidated, figures, items_of
from events.movement import moves_in

ROLE_NAMES = {"origin": "origin", "destination": "destination", "via": "via", "at": "place of an event"}


def role_rows() -> list[tuple[str, str, float, float, float]]:
    """Return set, role, precision, recall and F1 by overlap."""
    items: list[Item] = [item for name in SETS for item in items_of(name)]
    scores = crossvalidated(items)
    rows = []
    for name in SETS:
        chosen = [pair for pair in zip(items, scores, strict=True) if pair[0].name == name]
        for role in LABELS[1:]:
            if any(item.gold[role] for item, _ in chosen):
                values = figures([item for item, _ in chosen], [score for _, score in chosen], role)
                rows.append((name, ROLE_NAMES[role], *values))
    return rows


def trigger_row(name: str) -> tuple[str, str, float, float, float]:
    """Return how well motions are found where no trigger is given."""
    right = found = marked = 0
    for line in (BENCH / f"movement-{name}.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        mine = [move.trigger for move in moves_in(record["text"])]
        found += len(mine)
        marked += len(record["gold"])
        right += sum(
            any(span.start < event["trigger"][1] and event["trigger"][0] < span.end for span in mine)
            for event in record["gold"]
        )
    precision, recall = right / max(found, 1), right / max(marked, 1)
    return name, "trigger, blind", precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    """Print the table."""
    start = time.perf_counter()
    print("| set | what | precision | recall | F1 |\n| --- | --- | ---: | ---: | ---: |")
    for name, what, *values in [*role_rows(), trigger_row("fn-lu-dev")]:
        print(f"| {name} | {what} | " + " | ".join(f"{100 * value:.1f}" for value in values) + " |")
    print(f"\nMeasured in {time.perf_counter() - start:.0f} s.")


if __name__ == "__main__":
    main()
