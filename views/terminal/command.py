"""What the commands share: exit codes, options, and how a message is put."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from events.intake.jobs import Opener
    from events.query import Query
    from geo.gazetteer import Gazetteer
    from texts.metadata import Metadata

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


def add_whereabouts(parser: argparse.ArgumentParser) -> None:
    """Add the options that say where texts come from and what part of the earth they are about."""
    parser.add_argument(
        "--theatre",
        metavar="AREA",
        help="what part of the earth the texts are about: countries (IQ,SY or names) or a box W,S,E,N in degrees "
        "(--theatre=-18,9,16,25), or both; places there are preferred, no other is left out",
    )
    parser.add_argument(
        "--home", metavar="PLACE", help="where the texts' publisher is at home: a place's name, or lon,lat in degrees"
    )


def about_of(options: argparse.Namespace) -> Metadata:
    """Return what the options say of every text; it wins over what the texts' own metadata say.

    Raises
    ------
    UsageError
        If a theatre or a home is not understood.
    """
    from geo.home import home_read
    from texts.document import Document
    from texts.metadata import Metadata

    about = Metadata(home=getattr(options, "home", None), theatre=getattr(options, "theatre", None))
    if about.home or about.theatre:
        probe = Document(id="", text="", name="", home=about.home, theatre=about.theatre)
        refused = home_read(probe, gazetteer_of(options))[1]
        if refused:
            raise UsageError("; ".join(f"--{message}" for message in refused))
    return about


def gazetteer_of(options: argparse.Namespace) -> Gazetteer:
    """Return the gazetteer that the options name."""
    from geo.gazetteer import open_gazetteer

    return open_gazetteer(curated=tuple(options.gazetteer), progress=sys.stderr.isatty())


def add_store(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Add the option that names a store."""
    parser.add_argument("--store", type=Path, required=required, metavar="S", help="the store's file")


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the filters, which are the same everywhere."""
    group = parser.add_argument_group("filters", "several values of one filter are alternatives")
    for name, metavar, about in (
        ("from", "DAY", "nothing that ended before this day"),
        ("to", "DAY", "nothing that began after this day"),
        (
            "clock",
            "event|report|said",
            "what the days are laid over: when it happened (default), was published, or was said",
        ),
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


def opener_of(options: argparse.Namespace, *, alone: bool = False) -> Opener:
    """Return what opens the reader of claims, with the gazetteers that the options name; `alone` in its process."""
    from functools import partial

    from events.intake.read import open_reader, open_reader_alone

    return partial(open_reader_alone if alone else open_reader, tuple(options.gazetteer), progress=sys.stderr.isatty())


def complain(options: argparse.Namespace, message: object) -> None:
    """Say on standard error what went wrong."""
    print(inert(f"dateline {options.command}: {message}"), file=sys.stderr)


def inert(text: str) -> str:
    r"""Return words, perhaps of a file or of its name, as a terminal takes none of them for a command.

    >>> print(inert("a\x1b[2J.txt: b"))
    a\x1b[2J.txt: b
    """
    return "".join(it if it.isprintable() else ascii(it)[1:-1] for it in text)
