"""`dateline locate`, `timex`, `attribute`, `movements`: JSON lines in, JSON lines out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from views.lines import Request, answers_to
from views.terminal.command import (
    INPUT_TROUBLE,
    OK,
    Commands,
    Run,
    about_of,
    add_gazetteer,
    add_whereabouts,
    command,
    complain,
    gazetteer_of,
)

Answer = Callable[[Request], dict[str, Any]]


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the four filters."""
    locate = _add(commands, "locate", _locate, "find and place the place names of texts", "Tikrit fell.")
    locate.add_argument("--demonyms", action="store_true", help='answer also for "Iraqi" and "the French"')
    add_whereabouts(locate)
    add_gazetteer(locate)
    _add(commands, "timex", _timex, "find and date the time expressions of texts", "on Friday", ', "dct": "2014-06-14"')
    _add(commands, "attribute", _attribute, "find who says what in texts", "Officials denied it.")
    _add(commands, "movements", _movements, "find who moves from where to where in texts", "Troops left Erbil.")


def _add(
    commands: Commands[argparse.ArgumentParser], name: str, run: Run, about: str, text: str, more: str = ""
) -> argparse.ArgumentParser:
    line = f'{{"id": 1, "text": "{text}"{more}}}'
    return command(
        commands, name, run, about=f"{about}: JSON lines in, JSON lines out", example=f"echo '{line}' | dateline {name}"
    )


def _locate(options: argparse.Namespace) -> int:
    from views.answers import located

    about, gazetteer = about_of(options), gazetteer_of(options)
    return answer_lines(options, partial(located, gazetteer=gazetteer, demonyms=options.demonyms, about=about))


def _timex(options: argparse.Namespace) -> int:
    from views.answers import timed

    return answer_lines(options, timed)


def _attribute(options: argparse.Namespace) -> int:
    from views.answers import attributed

    return answer_lines(options, attributed)


def _movements(options: argparse.Namespace) -> int:
    from views.answers import moved

    return answer_lines(options, moved)


def answer_lines(options: argparse.Namespace, answer: Answer) -> int:
    """Answer standard input line by line; each answer is out before the next line is read."""
    code = OK
    for it in answers_to(_lines(), answer):
        sys.stdout.buffer.write(it.line + b"\n")
        sys.stdout.buffer.flush()
        if it.error is not None:
            complain(options, it.error)
            code = INPUT_TROUBLE
    return code


def _lines() -> Iterator[bytes]:
    return iter(sys.stdin.buffer.readline, b"")
