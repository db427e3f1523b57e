"""Cut a text into the words that names are made of."""

from __future__ import annotations

import re
from functools import cache

from texts.lexicon import rows_of

_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200b-\u200d\u2060\ufeff\u00ad"
"""Marks that stand inside words: diacritics, vowel signs, joiners."""


@cache
def word_pattern() -> re.Pattern[str]:
    """Return the pattern of a word: a known abbreviation with its stop, initials with stops, or a run of letters.

    Apostrophes belong to the run; `trimmed` takes them and a possessive off its ends.
    """
    known = sorted((row[0] for row in rows_of("place_abbreviations") if row[0].endswith(".")), key=len, reverse=True)
    stops = "|".join(re.escape(name).replace(r"\ ", " ?") for name in known if name.count(".") > 1 or " " in name)
    short = "|".join(re.escape(name[:-1]) for name in known if name.count(".") == 1 and " " not in name)
    return re.compile(
        rf"(?<![\w.])(?:(?:{stops})|(?:{short})\.)(?!\w)|(?<!\w)(?:[A-Z]\.){{2,5}}|[A-Z]&[A-Z]\b|[\w{_MARKS}'’]+"
    )


def trimmed(word: str) -> tuple[int, int]:
    """Return how many characters a word loses at its start and at its end: apostrophes and a possessive.

    >>> trimmed("Iraq's"), trimmed("'Hama'"), trimmed("Dara'a")
    ((0, 2), (1, 1), (0, 0))
    """
    front = 0
    back = len(word)
    while front < back and word[front] in "'’":
        front += 1
    while back > front and word[back - 1] in "'’":
        back -= 1
    if back - front > 2 and word[back - 2] in "'’" and word[back - 1] in "sS":
        back -= 2
    return front, len(word) - back
