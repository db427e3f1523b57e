"""Score attribution with the project's scorer, which lies beside the repository.

    python -m benchmarks.who

Prints a table in markdown: F1 of cues, sources and full relations. The shipped models were trained on these very
texts, so that their own figure (the last row) says only how well they fit them; the first row is what to expect of
other texts: five times trained on four fifths of the articles, scored on the fifth. The scorer and its texts are in
../shared/benchmarks or $DATELINE_BENCHMARKS; nothing of them is in the repository.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.train_attribution import predictions
from events.attribution import attributions_in
from texts.span import Span

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = {
    "cue": "cue.overlap", "source": "attr.source", "full relation": "attr.full", "strict": "attr.strict",
}  # fmt: skip
GOALS = {"cue": "72 → 80", "source": "68 → 78", "full relation": "52 → 67", "strict": ""}


def main() -> int:
    """Print the table."""
    folder = Path(os.environ.get("DATELINE_BENCHMARKS", ROOT.parent / "shared" / "benchmarks"))
    if not (folder / "attribution.py").is_file():
        sys.stderr.write(f"{folder}: no attribution.py\n")
        return 1
    scorer = _scorer(folder)
    texts = folder / "data" / "attribution-dev.jsonl"
    records = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines()]
    unseen = dict(predictions(texts))
    began = time.process_time()
    seen = {record["id"]: _answer(record["text"]) for record in records}
    pace = sum(len(record["text"].split()) for record in records) / max(time.process_time() - began, 1e-9)
    rows = {"unseen articles (five-fold)": unseen, "the shipped models, on what they were trained on": seen}
    sys.stdout.write(f"| F1 | {' | '.join(COLUMNS)} |\n|---|{'---|' * len(COLUMNS)}\n")
    sys.stdout.write(f"| goal → moonshot | {' | '.join(GOALS[name] for name in COLUMNS)} |\n")
    for name, answers in rows.items():
        figures, _ = scorer.score(records, answers)
        cells = " | ".join(f"{100 * figures[key]['f1']:.1f}" for key in COLUMNS.values())
        sys.stdout.write(f"| {name} | {cells} |\n")
    sys.stdout.write(f"\n{len(records)} articles; {round(pace, -2):,.0f} words a second of processor time.\n")
    return 0


def _scorer(folder: Path) -> Any:
    place = importlib.util.spec_from_file_location("attribution_scorer", folder / "attribution.py")
    assert place is not None
    assert place.loader is not None
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return module


def _answer(text: str) -> list[dict[str, list[list[int]]]]:
    return [
        {"source": _pairs(made.source), "cue": _pairs(made.cue), "content": _pairs(made.content)}
        for made in attributions_in(text)
        if made.parent is None
    ]


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


if __name__ == "__main__":
    raise SystemExit(main())
