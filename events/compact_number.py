"""Read a number as it is written in one word with its range or its thousands: "20-25", "2-3k", "1.5k", "50ish"."""

from __future__ import annotations

import re

_FORM = re.compile(
    r"(\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,3})?)(k|m|mn|x|ish)?(?:-(\d{1,9}(?:,\d{3})*(?:\.\d{1,3})?)(k|m|mn|ish)?)?"
)
_TIMES = {"k": 1e3, "m": 1e6, "mn": 1e6}
_YEARS = range(1900, 2101)


_SIZES = frozenset(
    {"strong", "man", "member", "person", "vehicle", "truck", "lorry", "car", "tank", "ship", "boat", "plane", "bus"}
)
"""What a number counts that is joined to it: "a 40-strong column", "a 12-man patrol"."""


def size_in(word: str) -> str | None:
    """Return the number of a word that tells how many somebody is; None where it is no such word.

    >>> size_in("40-strong"), size_in("twelve-vehicle"), size_in("40-year"), size_in("t-72")
    ('40', 'twelve', None, None)
    """
    number, _, counted = word.rpartition("-")
    return number if number and counted in _SIZES else None


def compact_number(word: str) -> tuple[float, float | None] | None:
    """Return the lower and the upper end of a number written in one word; None where it is none, or a plain one.

    >>> compact_number("20-25"), compact_number("2-3k"), compact_number("1.5k"), compact_number("50ish")
    ((20.0, 25.0), (2000.0, 3000.0), (1500.0, None), (50.0, None))
    >>> [compact_number(word) for word in ("20", "2014-15", "9-5", "155mm", "t-72", "")]
    [None, None, None, None, None, None]
    """
    if not word or not word[0].isdigit() or word.isdigit() or not word.isascii():
        return None
    match = _FORM.fullmatch(word)
    if match is None or (match[2] is None and match[3] is None):
        return None
    low = float(match[1].replace(",", ""))
    if match[3] is None:
        return (low * _TIMES.get(match[2], 1.0), None) if match[2] != "m" else None  # "155m", "30m" are metres
    high = float(match[3].replace(",", "")) * _TIMES.get(match[4] or "", 1.0)
    shared = match[2] or (match[4] if low * _TIMES.get(match[4] or "", 1.0) < high else "")
    low *= _TIMES.get(shared or "", 1.0)
    year = low in _YEARS and (high in _YEARS or high < 100)
    return (low, high) if low < high and not year else None
