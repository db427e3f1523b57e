"""How long a briefing takes, by its claims and its format.

    python -m benchmarks.briefing [--claims 500 10000]

Makes stores of claims over invented places and prints, for each, the wall-clock and the processor's seconds from the
open store to the written files, once warm. The start of the program comes on top: it is printed first.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.claims import stored
from benchmarks.store import fill
from events.query import Query
from events.store import Store
from views.briefing.order import brief
from views.briefing.sheet import Format, Paper, ReportFormat, Sheet

FORMS: tuple[tuple[str, Paper], ...] = (
    (Format.PNG, Paper.HD),
    (Format.PNG, Paper.UHD),
    (Format.PNG, Paper.A4),
    (Format.SVG, Paper.A4),
    (Format.PDF, Paper.A4),
    (Format.PPTX, Paper.HD),
    (ReportFormat.DOCX, Paper.HD),
)
MOMENT = datetime(2024, 8, 25, 9, 30, tzinfo=UTC)


def start() -> float:
    """Return the seconds that a process takes to load what a briefing needs."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import views.briefing.order"], check=True)
    return time.perf_counter() - begun


def timed(store: Store, form: str, paper: Paper, folder: Path) -> tuple[float, float, int]:
    """Return the wall-clock and the processor's seconds of a briefing, and the bytes of its files."""
    wall, work = time.perf_counter(), time.process_time()
    written = brief(store, Query(), Sheet(as_of=MOMENT, paper=paper), folder / f"map.{form}")
    return time.perf_counter() - wall, time.process_time() - work, sum(path.stat().st_size for path in written)


def main() -> None:
    """Make the stores, draw, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=[500, 10_000])
    options = parser.parse_args()
    print(f"Start of the program: {start():.1f} s.\n")
    print("| claims | where | format | seconds | of the processor | MB |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in options.claims:
            fill(folder / f"region{count}.sqlite", count, quiet=True)
            stored(count, folder / f"world{count}.sqlite")
            for where in ("region", "world"):
                with Store.open(folder / f"{where}{count}.sqlite", read_only=True) as store:
                    timed(store, Format.PNG, Paper.HD, folder)
                    for form, paper in FORMS:
                        wall, work, size = timed(store, form, paper, folder)
                        cells = (
                            f"{count:,}",
                            where,
                            f"{form}, {paper}",
                            f"{wall:.1f}",
                            f"{work:.1f}",
                            f"{size / 1e6:.1f}",
                        )
                        print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
