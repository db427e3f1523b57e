"""Write docs/scores.md: every figure with the command that gave it, the date and the machine's size."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "scores.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of the page and the module whose output stands under it."""

    title: str
    module: str
    note: str
    arguments: tuple[str, ...] = ()


SECTIONS = (
    Section(
        title="Where: place names",
        module="benchmarks.where",
        note="End-to-end F1: the exact span, and within 161 km of the annotated place. Published systems on other "
        "halves of the same corpora, by the same scorer: CamCoder 47 / 69 / 61 / 57, Edinburgh 43 / 58 / 58 / 57, "
        "CLAVIN 40 / 62 / 49 / 49 (LGL / GeoVirus / TR-News / GeoWebNews).",
    ),
    Section(
        title="When: dates",
        module="benchmarks.when",
        note="HeidelTime, the best open tagger, on the kept-back part of WikiWars: strict 85, value 80, at 2,400 "
        "words/s.",
    ),
    Section(
        title="Who says it: attribution",
        module="benchmarks.who",
        note="PolNeAR's development part. Two human annotators agree at 67–75 on the full relation.",
    ),
    Section(
        title="What moved: places of events",
        module="benchmarks.what",
        note="FrameNet's motion examples and places of conflict events, development parts.",
    ),
    Section(
        title="Whole texts: claims",
        module="benchmarks.golden",
        note="The hand-marked cases of tests/golden; docs/codebook.md says how they were marked and how far two "
        "readings agree.",
        arguments=("--split", "all"),
    ),
    Section(
        title="Speed: from text to claims",
        module="benchmarks.pipeline_speed",
        note="One process, after the start.",
    ),
    Section(title="Speed: place names", module="benchmarks.geoparse_speed", note="One process, after the start."),
    Section(title="Speed: dates", module="benchmarks.timex_speed", note="One process, after the start."),
    Section(title="The store", module="benchmarks.store", note="Warm, milliseconds.", arguments=("--claims", "100000")),
    Section(
        title="Ingest",
        module="benchmarks.ingest",
        note="A folder of plain texts into a new store by the terminal's command, start included. `news` are the "
        "development data's articles, each with other sentences left out; `dispatches` are reports of war with five "
        "times as many claims. A core's words are those of the processor time of all processes.",
        arguments=("--documents", "3000"),
    ),
    Section(
        title="Load",
        module="benchmarks.load",
        note="Sessions on one server that speak to it as browsers do and click at random moments; what a browser does "
        "with what it is sent is not in it.",
    ),
    Section(
        title="Briefings",
        module="benchmarks.briefing",
        note="From the open store to the written files, once warm; `region` has 2,000 places in one region, `world` "
        "900 in six theatres.",
    ),
    Section(
        title="The map",
        module="benchmarks.scrub",
        note="A real browser, headless, software rendering.",
        arguments=("--claims", "100000"),
    ),
    Section(
        title="The map at a million claims",
        module="benchmarks.scrub",
        note="The same.",
        arguments=("--claims", "1000000"),
    ),
    Section(
        title="The map beside others",
        module="benchmarks.scrub",
        note="TimestampedGeoJson is measured until it says that it is drawn, painting left out; the rebuilt map until "
        "its script has run. Both draw points alone: no status, kind, arrow, area, label or count.",
        arguments=("--claims", "100000", "--compare"),
    ),
)


def machine() -> str:
    """Return the machine's size in words."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"


def measured(section: Section) -> str:
    """Run the section's module and return what it printed, under a heading with the command.

    Raises
    ------
    RuntimeError
        If the module failed: a page of old figures would be worse than none.
    """
    command = ["-m", section.module, *section.arguments]
    print(f"measuring: python {' '.join(command)}", file=sys.stderr, flush=True)
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"python {' '.join(command)} failed:\n{done.stderr[-2000:]}")
    found = shown_lines(done.stdout)
    shown = found if "|" in found else f"```\n{found}\n```"
    return f"## {section.title}\n\n`python {' '.join(command)}`\n\n{section.note}\n\n{shown}\n"


def shown_lines(printed: str) -> str:
    r"""Return what a benchmark printed, without blanks at the ends of lines and blank lines at both ends.

    >>> shown_lines("\nprecision  89.3  \nrecall   \n\n")
    'precision  89.3\nrecall'
    """
    return "\n".join(line.rstrip() for line in printed.splitlines()).strip("\n")


def main() -> None:
    """Measure every section whose name is among the arguments, or all, and write the page."""
    head = (
        f"# Scores\n\nMeasured on {datetime.now(tz=UTC).date()} by `make scores` on {machine()}.\n\n"
        "The development data lies outside the repository (`$BENCH_DATA`); each scorer says what it counts. Timings on "
        "a shared machine are good to about a fifth.\n"
    )
    PAGE.write_text("\n".join([head, *(measured(section) for section in SECTIONS)]), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
