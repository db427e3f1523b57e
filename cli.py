"""The terminal's face of the same functions."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from views.answers import attributed, located, moved, timed
from views.lines import Request, answers_to

OK, INPUT_TROUBLE, USAGE = 0, 1, 2
"""Exit codes: all went well; something that came in could not be read; the command was not understood."""

Filter = Callable[[Request], dict[str, Any]]


def main(arguments: list[str] | None = None) -> int:
    """Run `dateline` and return its exit code."""
    options = parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except BrokenPipeError:
        # the reader has gone, as `head` does: say nothing, and let Python's last flush go nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INPUT_TROUBLE
    except KeyboardInterrupt:
        return 130
    except (OSError, ValueError) as error:
        print(f"dateline {options.command}: {error}", file=sys.stderr)
        return INPUT_TROUBLE


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line, with a help text and an example for every command."""
    top = argparse.ArgumentParser(
        prog="dateline",
        description="Finds who says that what happened where and when, and puts those claims on a map.",
        epilog="Exit codes: 0 all went well, 1 something could not be read, 2 the command was not understood.",
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    locate = _line_filter(commands, "locate", _locate, "find and place the place names of texts", "Tikrit fell.")
    locate.add_argument("--demonyms", action="store_true", help='also "Iraqi", "the French"')
    _gazetteers(locate)
    _line_filter(commands, "timex", _plain(timed), "find and date the time expressions of texts", "on Friday")
    _line_filter(commands, "attribute", _plain(attributed), "find who says what in texts", "Officials denied it.")
    _line_filter(commands, "movements", _plain(moved), "find who moves from where to where", "Troops left Erbil.")
    return top


def _line_filter(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], summary: str, example: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=f"Reads JSON lines on standard input and writes one JSON line for each: {summary}.",
        epilog=f'Example: echo \'{{"id": 1, "text": "{example}"}}\' | dateline {name}',
    )
    command.set_defaults(run=run)
    return command


def _gazetteers(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--gazetteer",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a gazetteer of your own, on top of the built-in one; may be given several times",
    )


def _locate(options: argparse.Namespace) -> int:
    gazetteer = importlib.import_module("geo.gazetteer").open_gazetteer(
        curated=tuple(options.gazetteer), progress=sys.stderr.isatty()
    )
    return _filter(options, partial(located, gazetteer=gazetteer, demonyms=options.demonyms))


def _plain(answer: Filter) -> Callable[[argparse.Namespace], int]:
    return lambda options: _filter(options, answer)


def _filter(options: argparse.Namespace, answer: Filter) -> int:
    """Answer line by line; each answer is out before the next line is read."""
    code = OK
    for it in answers_to(_lines(), answer):
        sys.stdout.buffer.write(it.line + b"\n")
        sys.stdout.buffer.flush()
        if it.error is not None:
            print(f"dateline {options.command}: {it.error}", file=sys.stderr)
            code = INPUT_TROUBLE
    return code


def _lines() -> Iterator[bytes]:
    return iter(sys.stdin.buffer.readline, b"")


if __name__ == "__main__":
    sys.exit(main())
