"""Tell words that only look like a name: letters of two alphabets in one word, invisible characters within."""

from __future__ import annotations

import re

from geo.fold import fold

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u180e"
"""Characters without a width; the joiners among them are at home in Arabic and Indic scripts only."""

_TWINS = str.maketrans(
    {
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d",
        "һ": "h", "ո": "n", "ս": "u", "в": "b", "н": "h", "к": "k", "м": "m", "т": "t", "г": "r", "ӏ": "l",
        "α": "a", "ο": "o", "ν": "v", "ρ": "p", "τ": "t", "ι": "i", "κ": "k", "η": "n", "υ": "u", "ε": "e", "χ": "x",
        "ɑ": "a", "ɡ": "g", "ӕ": "ae", **dict.fromkeys(INVISIBLE),
    }
)  # fmt: skip
"""Letters of other alphabets that pass for Latin ones, after Unicode's confusables (UTS #39), in lower case."""

_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile("[\u0370-\u058f\u0251\u0261]")
_HIDDEN = re.compile(f"[{INVISIBLE}]")
_JOINING = re.compile("[\u0600-\u08ff\u0900-\u0dff]")


def is_odd(word: str) -> bool:
    """Whether a word mixes alphabets that look alike, or hides characters where its script has none.

    >>> is_odd("Mosul"), is_odd("M\u043esul"), is_odd("Mo\u200bsul")
    (False, True, True)
    """
    if _HIDDEN.search(word) and not _JOINING.search(word):
        return True
    return _OTHER.search(word) is not None and _LATIN.search(word) is not None


def seeming(word: str) -> str:
    """Return the key that an odd word seems to have.

    >>> seeming("M\u043esul")
    'mosul'
    """
    return fold(word.casefold().translate(_TWINS))
