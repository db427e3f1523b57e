"""Read dates of the Iranian and the Islamic calendar."""

from __future__ import annotations

from datetime import date

from events.times.calendar_conversion import Calendar, gregorian_of, month_of, year_on
from events.times.frame import AGAINST_TENSE, Frame, moved
from events.times.grammar import Found
from events.times.meaning import Meaning, TimexKind
from events.times.part import modifier_of, number_in
from events.times.tape import CLASS_OF, value_of
from events.times.tense import Tense

ISLAMIC_DOUBT = "the Islamic date may lie a day earlier or later"

_CALENDAR_YEARS = range(1200, 1500)
"""A year in this range beside a month of another calendar is that calendar's; a later one is Gregorian."""


def other_day(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "22 Bahman 1357", "10 Muharram"."""
    group = "month" if found.words("month") else "month2"
    calendar = _calendar(found, group)
    month, day = int(value_of(found.words(group))), number_in(found.words("day", "day2"))
    if day is None:
        return ()
    stated, anchor = found.words("year", "year2"), None
    if stated:
        found_day = _on(calendar, int(stated), month, day)
    else:
        found_day, anchor = _nearest(calendar, month, day, frame)
    if found_day is None:
        return ()
    return (dated(found_day, anchor=anchor, islamic=calendar is Calendar.ISLAMIC),)


def dated(day: date, *, anchor: str | None, islamic: bool) -> Meaning:
    """Return the meaning of a day; one of the Islamic calendar may be its neighbour, since months begin by sight."""
    if not islamic:
        return Meaning(kind=TimexKind.DATE, value=day.isoformat(), anchor=anchor)
    around = f"{moved(day, -1) or day}/{moved(day, 1) or day}"
    return Meaning(kind=TimexKind.DATE, value=day.isoformat(), anchor=anchor, doubts=(ISLAMIC_DOUBT,), days=around)


def _calendar(found: Found, group: str) -> Calendar:
    islamic = found.tape.classes[found.span(group)[0]] == CLASS_OF["hmonth"]
    return Calendar.ISLAMIC if islamic else Calendar.IRANIAN


def _on(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """Return the day in the calendar's own year, or in the Gregorian year that is named beside it."""
    if year in _CALENDAR_YEARS:
        return gregorian_of(calendar, year, month, day)
    return next((found for found in days_near(calendar, month, day, date(year, 7, 1)) if found.year == year), None)


def days_near(calendar: Calendar, month: int, day: int, near: date) -> list[date]:
    """Return the Gregorian days of a calendar's day in the years around another."""
    here = year_on(calendar, near)
    if here is None:
        return []
    days = [gregorian_of(calendar, here + step, month, day) for step in (-1, 0, 1)]
    return [found for found in days if found is not None]


def _nearest(calendar: Calendar, month: int, day: int, frame: Frame) -> tuple[date | None, str | None]:
    origin, anchor = frame.origin
    near = origin.start if origin else None
    if near is None:
        return None, None
    return nearest(days_near(calendar, month, day, near), near, frame), anchor


def nearest(days: list[date], near: date, frame: Frame) -> date | None:
    """Return the day that lies nearest on the side that the verb looks to; None where there is none."""
    tense = Tense.UNKNOWN if frame.chronicle or frame.published is None else frame.tense
    return min(days, key=lambda found: (_cost((found - near).days, tense), found)) if days else None


def _cost(days: int, tense: Tense) -> float:
    against = (days > 0 and tense is Tense.BACK) or (days < 0 and tense is Tense.AHEAD)
    return abs(days) * (AGAINST_TENSE if against else 1.0)


def other_month(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "Bahman 1357", "Ramadan 2014", "Ramadan": the Gregorian month that holds most of it."""
    calendar = _calendar(found, "month")
    month = int(value_of(found.words("month")))
    stated, anchor = found.words("year"), None
    if stated:
        first = _on(calendar, int(stated), month, 1)
    else:
        first, anchor = _nearest(calendar, month, 1, frame)
    year = year_on(calendar, first) if first else None
    whole = month_of(calendar, year, month) if year is not None else None
    if whole is None:
        return ()
    islamic = calendar is Calendar.ISLAMIC
    around = f"{moved(whole[0], -1) or whole[0]}/{moved(whole[1], 1) or whole[1]}"
    return (
        Meaning(
            kind=TimexKind.DATE,
            value=f"{whole[0].isoformat()}/{whole[1].isoformat()}",
            modifier=modifier_of(found),
            anchor=anchor,
            doubts=(ISLAMIC_DOUBT,) if islamic else (),
            days=around if islamic else None,
        ),
    )


def iranian_figures(year: int, month: int, day: int) -> Meaning | None:
    """Read "1393/3/23" as a date of the Iranian calendar, or None where it has no such day."""
    found = gregorian_of(Calendar.IRANIAN, year, month, day)
    if found is None:
        return None
    doubt = "read as a date of the Iranian calendar"
    return Meaning(kind=TimexKind.DATE, value=found.isoformat(), doubts=(doubt,))
