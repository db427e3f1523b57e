"""`dateline check` and `dateline backup`: look after a store."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from texts.rejection import Reason
from views.terminal.command import INPUT_TROUBLE, OK, Commands, command, complain, inert

if TYPE_CHECKING:
    from events.store import Store

MOST_RUNS = 5
"""How many of the last runs are told."""


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add both commands."""
    check = command(
        commands,
        "check",
        run_check,
        about="verify a store: its structure, its hashes, its offsets and its counts",
        example="dateline check june.sqlite",
    )
    check.add_argument("store", type=Path, metavar="S", help="the store's file")
    check.add_argument(
        "--left-out", action="store_true", help="list what was left out and why, and the encodings that are guesses"
    )
    backup = command(
        commands,
        "backup",
        run_backup,
        about="copy a store, also one that is in use",
        example="dateline backup june.sqlite june-copy.sqlite",
    )
    backup.add_argument("store", type=Path, metavar="S", help="the store's file")
    backup.add_argument("out", type=Path, metavar="OUT", help="the copy; there must be nothing under its name")


def run_check(options: argparse.Namespace) -> int:
    """Say what is wrong with a store, or that nothing is."""
    from events.store import Store
    from views.versions import run_in_words

    with Store.open(options.store, read_only=True) as store:
        faults = 0
        for faults, fault in enumerate(store.faults(), start=1):  # noqa: B007 - the last number is the count
            complain(options, f"{options.store}: {fault}")
        if faults:
            return INPUT_TROUBLE
        if options.left_out:
            tell_left_out(store)
        texts, claims, runs = len(store.document_ids()), store.counts().total, store.runs()
    print(f"{options.store}: sound; {texts:,} texts, {claims:,} claims, those without a place among them")
    print(f"Runs that filled it: {len(runs):,}{'' if len(runs) <= MOST_RUNS else '; the last ones were'}")
    for run in runs[-MOST_RUNS:]:
        print(f"  {run_in_words(run)}")
    return OK


def tell_left_out(store: Store) -> None:
    """Write a line for everything that was left out, by reason, and for every encoding that is a guess."""
    for reason in Reason:
        for it in store.rejections(reason):
            words = "" if it.text is None else f": {it.text}"
            print(on_one_line(f"{reason.value}: {it.message}{words}"))
    for name, doubt in store.doubts():
        print(on_one_line(f"encoding in doubt: {name}: {doubt}"))


def on_one_line(text: str) -> str:
    r"""Return words of a file as one line that no terminal takes for a command.

    >>> print(on_one_line("a\nb \x1b[2J c"))
    a b \x1b[2J c
    """
    return inert(" ".join(text.split()))


def run_backup(options: argparse.Namespace) -> int:
    """Copy a store."""
    from events.store import Store

    with Store.open(options.store, read_only=True) as store:
        store.backup(options.out)
    print(f"{options.store} was copied to {options.out}")
    return OK
