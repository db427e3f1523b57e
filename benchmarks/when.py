"""Score `dateline timex` with the project's scorer, which lies beside the repository.

    python -m benchmarks.when [--set wikiwars-dev]

Prints a table in markdown. The scorer and its sets are in ../shared/benchmarks or $DATELINE_BENCHMARKS; they are for
measuring only, and nothing of them is in the repository.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def scores_of(name: str) -> dict[str, object] | None:
    """Return what the scorer says about a set, or None where it is not at hand."""
    folder = Path(os.environ.get("DATELINE_BENCHMARKS", ROOT.parent / "shared" / "benchmarks"))
    scorer = folder / "timex.py"
    if not (folder / "data" / f"timex-{name}.jsonl").is_file() and not os.environ.get("BENCH_DATA"):
        return None
    command = f"{sys.executable} -m cli timex"
    done = subprocess.run(
        [sys.executable, str(scorer), "--set", name, "--cmd", command], cwd=ROOT, capture_output=True, check=True
    )
    found: dict[str, object] = json.loads(done.stdout.splitlines()[0])
    return found


def _f1(scores: dict[str, object], key: str) -> str:
    part = scores[key]
    assert isinstance(part, dict)
    return f"{100 * part['f1']:.1f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="wikiwars-dev")
    name = parser.parse_args().set
    scores = scores_of(name)
    if scores is None:
        print(f"The set {name} is not at hand.")
        return
    wrong = scores["durations_read_as_dates"]
    assert isinstance(wrong, list)
    print("| Set | Relaxed | Strict | Value | Calendar | Day | Durations read as dates |")
    print("|---|---|---|---|---|---|---|")
    figures = [_f1(scores, key) for key in ("relaxed", "strict", "value", "calendar", "day")]
    print(f"| {name} | {' | '.join(figures)} | {wrong[0]} of {wrong[1]} |")


if __name__ == "__main__":
    main()
