"""Read holidays: fixed days, those of other calendars, Easter and what hangs on it."""

from __future__ import annotations

from datetime import date, timedelta

from events.times.calendar_conversion import Calendar
from events.times.frame import Frame, week_of
from events.times.grammar import Found
from events.times.meaning import Meaning, TimexKind
from events.times.other_calendar import dated, days_near, nearest
from events.times.part import full_year
from events.times.tape import value_of

_FIRST_EASTER = 1583
"""Before this year Easter went by the Julian calendar."""

_PARTS = frozenset({"MO", "AF", "EV", "NI"})


def holiday(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "Christmas 2007", "New Year's Eve", "Nowruz", "Easter Monday", "Eid al-Fitr"."""
    code = "01-01" if found.words("newyear") else value_of(found.words("holiday"))
    stated = found.words("year", "year2")
    origin, anchor = frame.origin
    near = date(full_year(stated, frame) or 1, 7, 1) if stated else origin.start if origin else None
    if stated:
        anchor = None
    if near is None:
        return (Meaning(kind=TimexKind.DATE, value=f"XXXX-{code}" if code[0].isdecimal() else "XXXX"),)
    days = _days_of(code, near, orthodox=bool(found.words("rite")))
    if stated:
        days = [day for day in days if day.year == near.year]
    chosen = nearest(days, near, frame)
    if chosen is None:
        return ()
    return (_beside(chosen, code, found, anchor),)


def _beside(chosen: date, code: str, found: Found, anchor: str | None) -> Meaning:
    """Return what "eve", "night", "week" or a weekday behind the holiday's name makes of its day."""
    word = found.words("eve", "eve2")
    weekday = value_of(found.words("weekday"))
    if weekday:
        step = int(weekday) - chosen.isoweekday()
        chosen += timedelta(days=step + 7 if step < -3 else step)
    if word == "eve":
        chosen -= timedelta(days=1)
    if word in ("week", "month", "year"):
        return Meaning(kind=TimexKind.DATE, value=week_of(chosen), anchor=anchor)
    if word == "weekend":
        return Meaning(kind=TimexKind.DATE, value=f"{week_of(chosen)}-WE", anchor=anchor)
    part = value_of(word)
    if part in _PARTS:
        return Meaning(kind=TimexKind.TIME, value=f"{chosen.isoformat()}T{part}", anchor=anchor)
    return dated(chosen, anchor=anchor, islamic=code[0] == "H")


def easter_weekday(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "Good Friday", "Palm Sunday", "Ash Wednesday", "Maundy Thursday"."""
    weekday, step = value_of(found.words("holy")).split(":")
    origin, anchor = frame.origin
    stated = found.words("year")
    near = date(full_year(stated, frame) or 1, 4, 1) if stated else origin.start if origin else None
    if weekday != value_of(found.words("weekday")) or near is None:
        return ()
    days = [day + timedelta(days=int(step)) for day in _easters(near, orthodox=bool(found.words("rite")))]
    chosen = nearest([day for day in days if not stated or day.year == near.year], near, frame)
    if chosen is None:
        return ()
    return (Meaning(kind=TimexKind.DATE, value=chosen.isoformat(), anchor=None if stated else anchor),)


def _days_of(code: str, near: date, *, orthodox: bool) -> list[date]:
    """Return the days of a holiday in the years around a day; several codes are several holidays of one name."""
    days: list[date] = []
    for one in code.split("|"):
        if one == "E":
            days += _easters(near, orthodox=orthodox)
        elif one == "T":
            days += [_thanksgiving(year) for year in _years(near)]
        elif one[0] in "IH":
            calendar = Calendar.IRANIAN if one[0] == "I" else Calendar.ISLAMIC
            days += days_near(calendar, int(one[1:3]), int(one[4:6]), near)
        elif orthodox:
            days += [date(year, int(one[:2]), int(one[3:])) + timedelta(days=13) for year in _years(near)]
        else:
            days += [date(year, int(one[:2]), int(one[3:])) for year in _years(near)]
    return days


def _years(near: date) -> range:
    return range(max(1, near.year - 1), min(near.year + 1, date.max.year - 1) + 1)


def _easters(near: date, *, orthodox: bool) -> list[date]:
    reckoning = orthodox_easter if orthodox else easter
    return [reckoning(year) for year in _years(near) if year >= _FIRST_EASTER]


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (the anonymous algorithm in Meeus, Astronomical Algorithms, ch. 8).

    >>> easter(2014), easter(2000)
    (datetime.date(2014, 4, 20), datetime.date(2000, 4, 23))
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    month, day = divmod(epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Eastern churches as a Gregorian day (Meeus, ch. 8, for the Julian calendar).

    >>> orthodox_easter(2016), orthodox_easter(2014)
    (datetime.date(2016, 5, 1), datetime.date(2014, 4, 20))
    """
    epact = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
    month, day = divmod(epact + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=behind)


def _thanksgiving(year: int) -> date:
    """Return the fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(4 - first.isoweekday()) % 7 + 21)
