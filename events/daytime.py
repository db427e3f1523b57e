"""The time of day that words give beside a day: an hour, or a part of the day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from events.timex import Timex

PARTS = {"MO": (0, 11), "AF": (12, 17), "EV": (17, 23), "NI": (18, 23)}
"""TIMEX3's parts of a day with their first and last hour; a day's night is taken for what of it is dark after it."""
_NAMES = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
_CLOCK = re.compile(r"\d{4}-\d{2}-\d{2}T(?:(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)|(?P<part>MO|AF|EV|NI))")
_NO_HOUR = re.compile(r"\b(?:dawn|daybreak|sunrise|sunup|first light|dusk|nightfall|sunset|sundown)\b", re.IGNORECASE)
_JOINS = frozenset(
    {"", "on", "of", "local time", "local time on", "at", "at about", "at around", "about", "around", "in the"}
)
"""What may stand between a time of day and its day, commas apart."""
_BESIDE = 24
"""Characters between a time of day and its day, at most."""


def clock_in(timex: Timex) -> str | None:
    """Return the time of day of an expression: "15:40", or a part of the day as TIMEX3 writes it; None without one.

    An hour counts only where the words tell it: "at dawn" is a morning, not six o'clock. Midnight is of two days.
    """
    found = _CLOCK.fullmatch(timex.value)
    if found is None:
        return None
    if found["part"]:
        return found["part"]
    if not _NO_HOUR.search(timex.text):
        return f"{found['hour']}:{found['minute']}"
    return next(part for part in ("MO", "EV", "AF") if PARTS[part][0] <= int(found["hour"]) <= PARTS[part][1])


def clock_beside(timex: Timex, timexes: Sequence[Timex], text: str) -> str | None:
    """Return the time of day that stands with a day, in it or right beside it: "at 14:00 on 14 June".

    `timexes` are in the order of the text, and `timex` is one of them.
    """
    own = clock_in(timex)
    if own is not None:
        return own
    at = bisect_left(timexes, timex.span.start, key=lambda it: it.span.start)
    for other in (*timexes[max(0, at - 1) : at], *timexes[at + 1 : at + 2]):
        first, second = sorted((timex.span, other.span))
        between = text[first.end : second.start] if first.end <= second.start <= first.end + _BESIDE else None
        if other.interval == timex.interval and between is not None and between.strip(", ").lower() in _JOINS:
            clock = clock_in(other)
            if clock is not None:
                return clock
    return None


def is_clock(words: str) -> bool:
    """Whether words are a time of day as a claim keeps it.

    >>> is_clock("15:40"), is_clock("MO"), is_clock("24:00"), is_clock("T15")
    (True, True, False, False)
    """
    return words in PARTS or _CLOCK.fullmatch(f"2000-01-01T{words}") is not None


def code_of(clock: str | None) -> int:
    """Return the number by which the map knows a time of day: 0 for none, 1 to 24 for an hour, then the parts.

    >>> [code_of(clock) for clock in (None, "00:15", "23:00", "MO", "NI")]
    [0, 1, 24, 25, 28]
    """
    if clock is None:
        return 0
    return 25 + list(PARTS).index(clock) if clock in PARTS else 1 + int(clock[:2])


def clock_label(clock: str) -> str:
    """Return a time of day in words.

    >>> clock_label("15:40"), clock_label("MO")
    ('15:40', 'morning')
    """
    return _NAMES.get(clock, clock)
