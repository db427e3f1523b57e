"""What the commands share: exit codes, options, and how a message is put."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from events.ingest_jobs import Opener
    from events.query import Query

OK, INPUT_TROUBLE, USAGE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: all went well; something that came in could not be read; the command was not understood; Ctrl-C."""

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for what it returns
Run = Callable[[argparse.Namespace], int]


class UsageError(ValueError):
    """Options that do not fit one another."""


def command(
    commands: Commands[argparse.ArgumentParser], name: str, run: Run, *, about: str, example: str
) -> argparse.ArgumentParser:
    """Add a command with its help text and an example."""
    parser = commands.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:] + ".",
        epilog="Example:\n  " + example,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def add_gazetteer(parser: argparse.ArgumentParser) -> None:
    """Add the option for gazetteers of the user's own."""
    parser.add_argument(
        "--gazetteer",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a gazetteer of your own (CSV), on top of the built-in one; may be given several times",
    )


def add_store(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Add the option that names a store."""
    parser.add_argument("--store", type=Path, required=required, metavar="S", help="the store's file")


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the filters, which are the same everywhere."""
    group = parser.add_argument_group("filters", "several values of one filter are alternatives")
    for name, metavar, about in (
        ("from", "DAY", "nothing that ended before this day"),
        ("to", "DAY", "nothing that began after this day"),
        ("clock", "event|report", "what the days are laid over: the event's time (default) or the report's"),
        ("as-known-on", "DAY", "nothing that was published later"),
        ("bbox", "W,S,E,N", "a rectangle in degrees"),
        ("place", "NAME", "a place's name or id"),
        ("kind", "KIND", "movement, attack, control, buildup, displacement, diplomacy, support, statement"),
        ("status", "STATUS", "asserted, unconfirmed, denied, planned, hypothetical"),
        ("actor", "NAME", "who is said to do it or to suffer it"),
        ("source", "NAME", "who says it"),
        ("text", "WORDS", "words that the excerpt must hold"),
    ):
        group.add_argument(f"--{name}", action="append", metavar=metavar, dest=f"filter_{name}", help=about)


def query_of(options: argparse.Namespace) -> Query:
    """Return the query that the filters spell.

    Raises
    ------
    UsageError
        If one of them is not understood.
    """
    from views.selection import NAMES, query_from

    given = {name: getattr(options, f"filter_{name}") for name in NAMES}
    query, dropped = query_from({name: ("|" if name != "text" else " ").join(it) for name, it in given.items() if it})
    if dropped:
        raise UsageError("; ".join(f"--{message}" for message in dropped))
    return query


def opener_of(options: argparse.Namespace) -> Opener:
    """Return what opens the reader of claims, with the gazetteers that the options name."""
    from functools import partial

    from events.ingest_read import open_reader

    return partial(open_reader, tuple(options.gazetteer), progress=sys.stderr.isatty())


def complain(options: argparse.Namespace, message: object) -> None:
    """Say on standard error what went wrong."""
    print(f"dateline {options.command}: {message}", file=sys.stderr)
