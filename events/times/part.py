"""Read the parts that dates are made of: modifiers, numbers, years."""

from __future__ import annotations

from events.times.frame import Frame
from events.times.grammar import Found
from events.times.meaning import Modifier
from events.times.tape import value_of

PIVOT = 30
"""Two-digit years up to this belong to the 21st century where the report's date does not say otherwise."""


def modifier_of(found: Found) -> Modifier | None:
    """Return what the words before the date make of it."""
    for group in ("mod", "mod2"):
        for word in reversed(found.words(group).replace("-", " ").split()):
            value = value_of(word)
            if value in Modifier.__members__:
                return Modifier(value)
    approx = found.words("approx")
    return Modifier.APPROX if approx else None


def number_in(words: str) -> int | None:
    """Return the day, month or year number that the words name.

    >>> number_in("12th"), number_in("the fourth"), number_in("'14"), number_in("")
    (12, 4, 14, None)
    """
    figures = "".join(char for char in words if char.isdecimal())
    if figures:
        return int(figures[:9])
    named = [int(value) for value in map(value_of, words.replace("-", " ").split()) if value.lstrip("-").isdecimal()]
    return sum(named) if named else None


def full_year(words: str, frame: Frame) -> int | None:
    """Return the year of "1944" or of "'44", the century of which follows the text's own time."""
    number = number_in(words)
    if number is None or len("".join(char for char in words if char.isdecimal())) > 2:
        return number
    near = frame.focus.year if frame.chronicle and frame.focus and frame.focus.year > 0 else None
    if near is None and frame.published is not None:
        near = frame.published.year
    if near is None:
        return number + (2000 if number <= PIVOT else 1900)
    century = near // 100 * 100
    return min((century - 100 + number, century + number), key=lambda year: (year > near + 20, abs(year - near)))
