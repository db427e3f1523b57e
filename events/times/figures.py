"""Read dates that are written in figures."""

from __future__ import annotations

from events.times.clock import clock_of
from events.times.frame import Frame, day_exists, value_at
from events.times.grammar import Found
from events.times.meaning import Meaning, TimexKind
from events.times.other_calendar import iranian_figures

_IRANIAN_YEARS = range(1300, 1450)
"""Years that stand before a slash only in the Iranian calendar: 1921 to 2071."""


def iso_date(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "2014-06-12", "2014/06/12", with a time of day where there is one."""
    del frame
    year, month, day = int(found.words("year")), int(found.words("month", "month2")), int(found.words("day"))
    if year in _IRANIAN_YEARS and found.rule == "year_first":
        meaning = iranian_figures(year, month, day)
        return () if meaning is None else (meaning,)
    if not day_exists(year, month, day):
        return ()
    clock = clock_of(found)
    kind = TimexKind.TIME if clock else TimexKind.DATE
    return (Meaning(kind=kind, value=value_at(year, month, day) + (clock or "")),)


def compact_date(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "20140612"."""
    del frame
    figures = found.words("compact")
    year, month, day = int(figures[:4]), int(figures[4:6]), int(figures[6:])
    if not 1900 <= year < 2100 or not day_exists(year, month, day):
        return ()
    return (Meaning(kind=TimexKind.DATE, value=value_at(year, month, day)),)


def numeric_date(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "03/04/2024", which has two readings, and "13.6.2014", which has one."""
    first, second = int(found.words("one")), int(found.words("two", "two2", "two3"))
    words = found.words("year", "year2", "year3")
    if len(words) == 1:
        return ()
    year = int(words)
    if len(words) == 2:
        near = frame.published.year if frame.published else 2000
        year = min((year + 1900, year + 2000), key=lambda candidate: abs(candidate - near))
    month_first = value_at(year, first, second) if day_exists(year, first, second) else None
    day_first = value_at(year, second, first) if day_exists(year, second, first) else None
    dotted = bool(found.words("two2"))
    if month_first and day_first and month_first != day_first:
        value, other = (day_first, month_first) if dotted or frame.day_first else (month_first, day_first)
        doubt = f"day and month may be the other way round: {other}"
        return (Meaning(kind=TimexKind.DATE, value=value, readings=(other,), doubts=(doubt,)),)
    value_found = month_first or day_first
    return (Meaning(kind=TimexKind.DATE, value=value_found),) if value_found else ()
