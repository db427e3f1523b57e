"""Read dates of the Iranian and the Islamic calendar, and holidays."""

from __future__ import annotations

from datetime import date, timedelta

from events.calendar_conversion import Calendar, gregorian_of, month_of, year_on
from events.timex_frame import Frame, week_of
from events.timex_grammar import Found
from events.timex_meaning import Meaning, TimexKind
from events.timex_part import full_year, modifier_of, number_in
from events.timex_tape import CLASS_OF, value_of

_ISLAMIC_DOUBT = "the Islamic date may lie a day earlier or later"

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
    doubts = (_ISLAMIC_DOUBT,) if calendar is Calendar.ISLAMIC else ()
    return (Meaning(kind=TimexKind.DATE, value=found_day.isoformat(), anchor=anchor, doubts=doubts),)


def _calendar(found: Found, group: str) -> Calendar:
    islamic = found.tape.classes[found.span(group)[0]] == CLASS_OF["hmonth"]
    return Calendar.ISLAMIC if islamic else Calendar.IRANIAN


def _on(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """Return the day in the calendar's own year, or in the Gregorian year that is named beside it."""
    if year in _CALENDAR_YEARS:
        return gregorian_of(calendar, year, month, day)
    return next((found for found in _candidates(calendar, month, day, date(year, 7, 1)) if found.year == year), None)


def _candidates(calendar: Calendar, month: int, day: int, near: date) -> list[date]:
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
    days = _candidates(calendar, month, day, near)
    return (min(days, key=lambda found: (abs((found - near).days), found)) if days else None), anchor


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
    return (
        Meaning(
            kind=TimexKind.DATE,
            value=f"{whole[0].isoformat()}/{whole[1].isoformat()}",
            modifier=modifier_of(found),
            anchor=anchor,
            doubts=(_ISLAMIC_DOUBT,) if calendar is Calendar.ISLAMIC else (),
        ),
    )


def holiday(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "Christmas 2007", "New Year's Eve", "Nowruz"."""
    code = "01-01" if found.words("newyear") else value_of(found.words("holiday"))
    stated = found.words("year", "year2")
    origin, anchor = frame.origin
    if stated:
        near: date | None = date(full_year(stated, frame) or 1, 7, 1)
        anchor = None
    else:
        near = origin.start if origin else None
    if near is None:
        return (Meaning(kind=TimexKind.DATE, value=f"XXXX-{code}" if code[0].isdecimal() else "XXXX"),)
    month, day = int(code[-5:-3]), int(code[-2:])
    if code[0] in "IH":
        days = _candidates(Calendar.IRANIAN if code[0] == "I" else Calendar.ISLAMIC, month, day, near)
    else:
        days = [date(year, month, day) for year in range(max(1, near.year - 1), min(near.year + 1, 9999) + 1)]
    if stated:
        days = [found_day for found_day in days if found_day.year == near.year]
    if not days:
        return ()
    chosen = min(days, key=lambda found_day: (abs((found_day - near).days), found_day))
    if found.words("eve", "eve2") == "eve":
        chosen -= timedelta(days=1)
    part = value_of(found.words("eve"))
    tail = f"T{part}" if part in ("MO", "AF", "EV", "NI") else ""
    if found.words("eve", "eve2") in ("week", "month", "year"):
        return (Meaning(kind=TimexKind.DATE, value=week_of(chosen), anchor=anchor),)
    kind = TimexKind.TIME if tail else TimexKind.DATE
    return (Meaning(kind=kind, value=chosen.isoformat() + tail, anchor=anchor),)


def iranian_figures(year: int, month: int, day: int) -> Meaning | None:
    """Read "1393/3/23" as a date of the Iranian calendar, or None where it has no such day."""
    found = gregorian_of(Calendar.IRANIAN, year, month, day)
    if found is None:
        return None
    doubt = "read as a date of the Iranian calendar"
    return Meaning(kind=TimexKind.DATE, value=found.isoformat(), doubts=(doubt,))
