"""Tell words for armed people and their things."""

from __future__ import annotations

from functools import lru_cache

from events.stem import stem_of
from texts.lexicon import entries_of, rows_of

_FORCES = frozenset(stem_of(word) for word in entries_of("forces"))
_NAMES = frozenset(row[0].lower() for row in rows_of("actors") if row[2] == "armed" and " " not in row[0]) - {"is"}


@lru_cache(maxsize=65536)
def is_armed(word: str) -> bool:
    """Whether a word in lower case names armed people or their things.

    >>> is_armed("tanks"), is_armed("peshmerga"), is_armed("farmers"), is_armed("is")
    (True, True, False, False)
    """
    return stem_of(word) in _FORCES or word in _NAMES
