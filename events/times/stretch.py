"""Read so many units at an end of something: the first ten days of May, the past three days."""

from __future__ import annotations

from datetime import date, timedelta

from events.times.count import CLOCK_UNITS, period_of
from events.times.frame import Frame, moved, value_at, year_of
from events.times.grammar import Found
from events.times.meaning import Meaning, Modifier, TimexKind
from events.times.number import amount_of
from events.times.part import number_in
from events.times.tape import value_of
from events.times.value import days_of

_LATE = frozenset({"last", "final", "closing", "late", "end", "middle"})
_EARLY = frozenset({"first", "opening", "early"})
_DAYS_IN = {"D": 1, "W": 7}
"""Days of the units that are counted in days."""


def units_of(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the first ten days of May", "the last weeks of 1944": TIMEX3 counts them, their days are known."""
    word, unit = found.words("rel"), value_of(found.words("unit"))
    late = word in _LATE
    if unit in CLOCK_UNITS or (not late and word not in _EARLY):
        return ()
    month = int(value_of(found.words("month")) or 0) or None
    stated, anchor = number_in(found.words("year", "year1")), None
    year = stated
    if year is None and month is not None:
        year, anchor = year_of(month, frame)
    words = found.words("amount")
    if year is None or year < 1:
        return (Meaning(kind=TimexKind.DURATION, value=period_of(words or "several", unit)),)
    value = value_at(year, month)
    days = _counted(value, amount_of(words) if words else None, unit, late=late)
    if days is None:
        modifier = Modifier.END if late else Modifier.START
        return (Meaning(kind=TimexKind.DATE, value=value, modifier=modifier, anchor=anchor),)
    return (Meaning(kind=TimexKind.DATE, value=period_of(words, unit), anchor=anchor, days=days),)


def years_span(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the years 1914 to 1918": as many years as TIMEX3 counts, and the days from the first to the last."""
    del frame
    first, last = number_in(found.words("year1")), number_in(found.words("year"))
    if value_of(found.words("unit")) != "Y" or first is None or last is None or last <= first:
        return ()
    return (Meaning(kind=TimexKind.DATE, value=f"P{last - first + 1}Y", days=f"{first:04d}/{last:04d}"),)


def _counted(value: str, amount: float | None, unit: str, *, late: bool) -> str | None:
    """Return the days of so many units at the start or the end of a month or year; None where they do not fit in."""
    whole = days_of(value)
    if amount is None or amount < 1 or whole is None or whole[0].start is None or whole[0].last is None:
        return None
    first, last, steps = whole[0].start, whole[0].last, int(amount)
    if unit == "M" and len(value) == 4 and steps <= 12:
        if late:
            return f"{date(first.year, 13 - steps, 1)}/{last}"
        return f"{first}/{value_at(first.year, steps)}"
    length = _DAYS_IN.get(unit, 0) * steps
    if not 0 < length <= (last - first).days:
        return None
    if late:
        return f"{last - timedelta(days=length - 1)}/{last}"
    return f"{first}/{first + timedelta(days=length - 1)}"


def past_span(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "in the past three days": TIMEX3 counts them; they run up to the report's day."""
    unit, words = value_of(found.words("unit")), found.words("amount")
    amount = amount_of(words)
    value = period_of(words, unit)
    hours = amount is not None and unit == "H" and amount >= 24
    length = None if amount is None else round(amount / 24) if hours else round(amount * _DAYS_IN.get(unit, 0))
    first = moved(frame.published, -length) if frame.published is not None and length else None
    if first is None or frame.chronicle:
        return (Meaning(kind=TimexKind.DURATION, value=value),)
    days = f"{first}/{frame.published}"
    return (Meaning(kind=TimexKind.DATE, value=value, anchor=frame.report_anchor, days=days),)
