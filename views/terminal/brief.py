"""`dateline brief`: write a selection of claims as a briefing, drawn or in words."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from views.terminal.command import OK, Commands, UsageError, add_filters, add_store, command, query_of

_Choice = TypeVar("_Choice")


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = command(
        commands,
        "brief",
        run,
        about="write the claims that pass the filters as a briefing",
        example="dateline brief --store june.sqlite --to 2014-06-15 --as-of 2014-06-15T18:00Z -o june.pdf",
    )
    add_store(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="OUT",
        help="ends in png, svg, pdf or pptx for a map with its source list, in md, html or docx for a map with the "
        "claims in words; without it a PNG in this folder, named dateline_TITLE_SIZE_DAY.png; what a picture's list "
        "cannot hold is written beside it",
    )
    parser.add_argument(
        "--title",
        help="what it is about, for the head and the file's name; the countries of the claims where none is given",
    )
    parser.add_argument("--as-of", metavar="MOMENT", help="as in 2014-06-15T18:00Z; now where none is given")
    parser.add_argument(
        "--tlp", default="CLEAR", metavar="LABEL", help="CLEAR (default), GREEN, AMBER, AMBER+STRICT or RED"
    )
    parser.add_argument(
        "--paper", default="3840x2160", metavar="SIZE", help="3840x2160 (default), 1920x1080, A4 or Letter"
    )
    parser.add_argument(
        "--frames",
        type=int,
        default=1,
        metavar="N",
        help="the same area over N periods of equal length side by side: 1 (default), 2, 3, 4, 6, 8 or 9",
    )
    add_filters(parser)


def run(options: argparse.Namespace) -> int:
    """Write the briefing and name its files."""
    from tqdm import tqdm

    from events.store import Store
    from views.briefing.order import brief, file_name
    from views.briefing.sheet import Handling, Paper, Sheet, SheetError
    from views.release import release
    from views.selection import words_of

    query = query_of(options)
    handlings = {handling.value.removeprefix("TLP:"): handling for handling in Handling}
    papers = {paper.value.lower(): paper for paper in Paper}
    try:
        sheet = Sheet(
            as_of=_moment(options.as_of),
            title=options.title,
            handling=_chosen("tlp", options.tlp.upper().removeprefix("TLP:"), handlings),
            paper=_chosen("paper", options.paper.lower(), papers),
            frames=options.frames,
            filters=words_of(query),
            version=release(),
        )
    except SheetError as error:
        raise UsageError(str(error)) from error
    path = options.output or Path(file_name(sheet, "png"))
    with (
        Store.open(options.store, read_only=True) as store,
        tqdm(unit="sheet", leave=False, disable=not sys.stderr.isatty()) as bar,
    ):

        def told(done: int, of: int) -> None:
            bar.total = of
            bar.update(done - bar.n)

        try:
            written = brief(store, query, sheet, path, told=told)
        except SheetError as error:
            raise UsageError(str(error)) from error
    for file in written:
        print(file, file=sys.stderr)
    return OK


def _moment(words: str | None) -> datetime:
    if words is None:
        return datetime.now(tz=UTC).replace(second=0, microsecond=0)
    try:
        moment = datetime.fromisoformat(words)
    except ValueError as error:
        raise UsageError(f"--as-of: expected a moment as in 2014-06-15T18:00Z, got {words!r}") from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _chosen(name: str, words: str, choices: dict[str, _Choice]) -> _Choice:
    if words not in choices:
        raise UsageError(f"--{name}: expected one of {', '.join(choices)}, got {words!r}")
    return choices[words]
