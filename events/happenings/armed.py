"""Tell words for armed people and their things, and for people without arms."""

from __future__ import annotations

from functools import lru_cache

from events.grammar.stem import stem_of
from texts.lexicon import entries_of, rows_of

_FORCES = frozenset(stem_of(word) for word in entries_of("forces"))
CIVILIANS = frozenset(stem_of(word) for word in entries_of("civilians"))
"""Stems of words for people without arms."""
_NAMES = frozenset(row[0].lower() for row in rows_of("actors") if row[2] == "armed" and " " not in row[0]) - {"is"}


@lru_cache(maxsize=65536)
def is_armed(word: str) -> bool:
    """Whether a word in lower case names armed people or their things.

    >>> is_armed("tanks"), is_armed("peshmerga"), is_armed("farmers"), is_armed("is")
    (True, True, False, False)
    """
    return stem_of(word) in _FORCES or word in _NAMES


def is_civilian(words: str) -> bool:
    """Whether words name people without arms.

    >>> is_civilian("about 5,000 people"), is_civilian("a column of tanks")
    (True, False)
    """
    return any(stem_of(word) in CIVILIANS for word in words.lower().split())
