"""Word lists kept as data: one entry a line, comments after `#`."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
"""The folder of everything that is data and not code."""


@cache
def rows_of(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `data/lexicons/<name>.txt`: the fields of each line, which are separated by tabs.

    Text after `#` at the start of a line or after white space is a comment; blank lines do not count.

    Raises
    ------
    FileNotFoundError
        If there is no such lexicon: the installation is broken.
    """
    lines = (DATA / "lexicons" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    kept = (("" if line.startswith("#") else line.split(" #", 1)[0].split("\t#", 1)[0]).rstrip() for line in lines)
    return tuple(tuple(field.strip() for field in line.split("\t")) for line in kept if line)


@cache
def entries_of(name: str) -> frozenset[str]:
    """Return the first fields of the rows of `data/lexicons/<name>.txt`.

    >>> "gen" in entries_of("abbreviations")
    True
    """
    return frozenset(row[0] for row in rows_of(name))


@cache
def fingerprint() -> str:
    """Return the hash of every word list and of the weights of every model: 16 hexadecimal digits."""
    digest = hashlib.sha256()
    for file in (*sorted((DATA / "lexicons").glob("*.txt")), *sorted((DATA / "models").glob("*.npz"))):
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]
