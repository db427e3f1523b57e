"""Measure the geoparser's start, speed, growth and memory.

    python -m benchmarks.geoparse_speed [--megabytes 1 10]

Reads the sample corpus over and over, so it needs nothing from outside; prints a table in markdown. Times are of one
process and depend on what else the machine does.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START = "from geo.gazetteer import open_gazetteer; open_gazetteer()"


def sample() -> str:
    """Return the sample corpus as one text."""
    files = sorted((ROOT / "data" / "corpus").glob("*.md"))
    return "\n\n".join(file.read_text(encoding="utf-8") for file in files)


def started() -> float:
    """Return the seconds that a new process takes to open the gazetteer, without Python's own start."""
    bare, opened = ([], [])
    for _ in range(3):
        for command, times in (("pass", bare), (START, opened)):
            begun = time.perf_counter()
            subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=True)
            times.append(time.perf_counter() - begun)
    return min(opened) - min(bare)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1, 10])
    options = parser.parse_args()
    from geo.gazetteer import open_gazetteer  # noqa: PLC0415 - the start is measured in a process of its own
    from geo.geoparse import resolutions_in  # noqa: PLC0415 - as above
    from texts.document import Document  # noqa: PLC0415 - as above

    gazetteer = open_gazetteer(progress=sys.stderr.isatty())
    text = sample()
    resolutions_in(Document(id="", text=text, name=""), gazetteer)
    print("| What | Measured | Goal |")
    print("|---|---|---|")
    print(f"| start with a warm cache | {started():.2f} s | 1 s |")
    for megabytes in options.megabytes:
        long = text * max(1, int(megabytes * 1e6 / len(text)))
        begun = time.process_time()
        found = resolutions_in(Document(id="", text=long, name=""), gazetteer)
        taken = time.process_time() - begun
        words = len(long.split())
        print(
            f"| one document of {len(long) / 1e6:.1f} MB, {words:,} words, {len(found):,} toponyms "
            f"| {taken:.2f} s, {words / taken:,.0f} words/s | 80,000 words/s |"
        )
    begun = time.process_time()
    count = 0
    while time.process_time() - begun < 3:
        resolutions_in(Document(id="", text=text, name=""), gazetteer)
        count += len(text.split())
    print(f"| documents of {len(text):,} characters | {count / (time.process_time() - begun):,.0f} words/s | 80,000 |")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| peak memory, the large documents and their resolutions in it | {peak:,.0f} MB | 400 MB |")


if __name__ == "__main__":
    main()
