"""Tell words for armed people and their things, and for people without arms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from events.grammar.stem import stem_of
from texts.lexicon import entries_of, rows_of

_FORCES = frozenset(stem_of(word) for word in entries_of("forces"))
CIVILIANS = frozenset(stem_of(word) for word in entries_of("civilians"))
"""Stems of words for people without arms."""
_NAMES = frozenset(row[0].lower() for row in rows_of("actors") if row[2] == "armed" and " " not in row[0]) - {"is"}

_MADE = re.compile(
    r"(?:(?:su|mig|mi|tu|ah|uh|mq|rq|btr|bmp|brdm|bm|shahed)-?\d{1,3}|f-\d{1,2}|[btl]-\d{2})[a-z]{0,2}\Z"
)
"""The makes of aircraft and tanks; one letter and one number alone may be a road's or an airfield's."""


@lru_cache(maxsize=65536)
def is_armed(word: str) -> bool:
    """Whether a word in lower case names armed people or their things.

    >>> is_armed("tanks"), is_armed("peshmerga"), is_armed("farmers"), is_armed("is")
    (True, True, False, False)
    >>> is_armed("f-16s"), is_armed("mi-24"), is_armed("covid-19"), is_armed("t-4")
    (True, True, False, False)
    """
    return stem_of(word) in _FORCES or word in _NAMES or _MADE.match(word) is not None


def names_force(words: Sequence[str]) -> bool:
    """Whether words in lower case, in their order, name armed people or their things, by a word or by a whole name.

    >>> names_force(("the", "quds", "force")), names_force(("the", "quds", "post"))
    (True, False)
    """
    if any(is_armed(word) for word in words):
        return True
    return any(
        tuple(words[at : at + len(name)]) == name for at in range(len(words)) for name in _named().get(words[at], ())
    )


@cache
def _named() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the whole names of armed bodies, by their first word."""
    names: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in rows_of("actors"):
        parts = tuple(row[0].lower().split())
        if row[2] == "armed" and len(parts) > 1:
            names[parts[0]] = (*names.get(parts[0], ()), parts)
    return names


def is_civilian(words: str) -> bool:
    """Whether words name people without arms.

    >>> is_civilian("about 5,000 people"), is_civilian("a column of tanks")
    (True, False)
    """
    return any(stem_of(word) in CIVILIANS for word in words.lower().split())
