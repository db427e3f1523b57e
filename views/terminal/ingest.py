"""`dateline ingest`: bring files and folders into a store."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from views.terminal.command import (
    INPUT_TROUBLE,
    OK,
    Commands,
    about_of,
    add_gazetteer,
    add_store,
    add_whereabouts,
    command,
    opener_of,
)

if TYPE_CHECKING:
    from events.store import Store
    from events.summary import Summary

MOST_JOBS = 64


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = command(
        commands,
        "ingest",
        run,
        about="bring files and folders into a store, and exports (.geojson, .csv) back; what it has is passed over",
        example="dateline ingest reports/ --store june.sqlite",
    )
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="a file or a folder")
    add_store(parser)
    parser.add_argument("--encoding", type=encoding_named, help="how the files are encoded, where that cannot be told")
    parser.add_argument(
        "--columns",
        metavar="FILE",
        help="what the columns of a table of events mean: acled, ucdp, or a file of your own (docs/formats.md)",
    )
    parser.add_argument(
        "--jobs", type=count, default=1, metavar="N", help="how many processes read at once (default 1)"
    )
    add_whereabouts(parser)
    add_gazetteer(parser)


def encoding_named(value: str) -> str:
    """Return the name of an encoding."""
    from texts.decoding import is_encoding

    if not is_encoding(value):
        raise argparse.ArgumentTypeError(f"expected an encoding such as utf-8 or cp1251, got {value!r}")
    return value


def count(value: str) -> int:
    """Return a number of jobs."""
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"expected a number from 1 to {MOST_JOBS}, got {value!r}")
    return int(value)


def run(options: argparse.Namespace) -> int:
    """Fill the store and say what became of every file."""
    from events.intake.columns import column_map
    from events.store import Store

    if options.columns is not None:
        options.columns = column_map(options.columns)
    with Store.open(options.store) as store:
        summary = fill(store, options.paths, options, alone=True)
    print(told(summary))
    if summary.rejections:
        print(f"what was left out, and why: dateline check {options.store} --left-out")
    refused = summary.files and not (
        summary.documents or summary.copies or summary.known or summary.claims or summary.known_claims
    )
    return INPUT_TROUBLE if refused else OK


def fill(store: Store, paths: list[Path], options: argparse.Namespace, *, alone: bool = False) -> Summary:
    """Bring files into a store with a progress bar, where there is a terminal to show it on.

    Parameters
    ----------
    alone
        Whether this process does nothing else.
    """
    from tqdm import tqdm

    from events.ingest import Settings, ingest
    from events.summary import Summary
    from geo.gazetteer import prepare_gazetteer
    from texts.folder import files_in
    from views.versions import run_with

    total = sum(1 for path in paths for _ in files_in(path))
    summary = Summary()
    jobs = getattr(options, "jobs", 1)
    columns = getattr(options, "columns", None)
    encoding = getattr(options, "encoding", None)
    about = about_of(options)
    if jobs > 1:
        prepare_gazetteer(curated=tuple(options.gazetteer), progress=sys.stderr.isatty())
    with tqdm(total=total, unit="file", disable=not sys.stderr.isatty(), file=sys.stderr) as bar:
        settings = Settings(encoding=encoding, columns=columns, about=about, jobs=jobs)
        run = run_with(curated=tuple(options.gazetteer), options=_spelled(options))
        opener = opener_of(options, alone=alone)
        for part in ingest(paths, store, opener, settings=settings, run=run, clock=moment, passed=bar.update):
            summary = summary.plus(part)
            bar.update(max(0, summary.files - bar.n))  # those that were passed over are counted already
            bar.set_postfix(claims=summary.claims)
    return summary


def moment() -> str:
    """Return this moment in UTC, to the second."""
    return datetime.now(tz=UTC).isoformat(timespec="seconds")


def _spelled(options: argparse.Namespace) -> str | None:
    """Return the options that change what is read; paths of this machine are nobody's business."""
    columns, encoding = getattr(options, "columns", None), getattr(options, "encoding", None)
    given = [] if encoding is None else [f"--encoding {encoding}"]
    given += [] if columns is None else [f"--columns {columns.name}"]
    given += [f"--{name} {value}" for name in ("theatre", "home") if (value := getattr(options, name, None))]
    given += [f"--gazetteer {path.name}" for path in options.gazetteer]
    return " ".join(given) or None


def told(summary: Summary) -> str:
    """Return a summary in words."""
    lines = [
        f"{summary.files:,} files, {summary.known:,} of them known already",
        f"{summary.documents:,} texts read, {summary.copies:,} copies of known texts",
        f"{summary.claims:,} claims from {summary.words:,} words",
    ]
    if summary.stubs or summary.known_claims:
        lines.append(
            f"{summary.stubs:,} texts known by excerpts alone; {summary.known_claims:,} claims were there already"
        )
    lines += [f"left out, {reason}: {count:,}" for reason, count in summary.rejections]
    return "\n".join(lines)
