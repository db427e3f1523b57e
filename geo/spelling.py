"""Bring the spellings of a transliterated name to one form: Benghazi and Banghazi, Huwayjah and Hawija."""

from __future__ import annotations

import re
from functools import lru_cache

from geo.keys import ARTICLES, INNER

COUNTRIES = frozenset(
    {
        "IQ", "SY", "IR", "LY", "YE", "SA", "AF", "PK", "SD", "SS", "EG", "JO", "LB", "PS", "IL", "DZ", "TN", "MA",
        "ML", "NE", "TD", "SO", "ET", "ER", "DJ", "MM", "BD", "NP", "GE", "AM", "AZ", "TR", "TJ", "UZ", "TM", "KZ",
        "KG", "UA", "RU", "BY", "BG", "MK", "RS", "XK", "KW", "OM", "AE", "QA", "BH", "MR",
    }
)  # fmt: skip
"""Countries whose names English writes by ear, each writer otherwise."""

MARK = "~"
"""Stands before a form, so that no name of a text is one."""

FEWEST = 3
SHORTEST = 5
"""Letters that a form has at least, besides its vowels and in all, or it would stand for too much."""

LONGEST = 60
"""Letters beyond which a key is no name."""

_RULES = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"kh|ch|qh", "k"),
        (r"gh|q|c(?![hszi])", "g"),
        (r"k|g", "k"),
        (r"dj|zh", "j"),
        (r"sch|tsh|sh|tch", "s"),
        (r"th|dh", "t"),
        (r"ph", "f"),
        (r"ts|tz|z|c", "s"),
        (r"d(?=$)", "t"),
        (r"w|v|b(?=b)", "v"),
        (r"(?<=[aeiouy])h(?![aeiouy])", ""),
        (r"[aeiouy]+", "a"),
        (r"(.)\1+", r"\1"),
        (r"a$", ""),
    )
)
"""What is written for what, in this order; no pattern repeats a repetition."""


@lru_cache(maxsize=65536)
def form_of(key: str) -> str:
    """Return the one form of the spellings of a key, or nothing where the name is too short or in another script.

    >>> form_of("benghazi") == form_of("banghazi"), form_of("huwayjah") == form_of("hawijah")
    (True, True)
    >>> form_of("jaloula") == form_of("jalula"), form_of("hama"), form_of("")
    (True, '', '')
    """
    if len(key) > LONGEST or not key.isascii() or not key.replace(" ", "").isalpha():
        return ""
    parts = [part for part in key.split(" ") if part not in ARTICLES and part not in INNER]
    word = "".join(parts)
    for pattern, letters in _RULES:
        word = pattern.sub(letters, word)
    return MARK + word if len(word) >= SHORTEST and len(word.replace("a", "")) >= FEWEST else ""
