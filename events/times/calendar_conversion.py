"""Convert dates of the Iranian and the Islamic calendar."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate


class Calendar(StrEnum):
    """A calendar beside the Gregorian."""

    IRANIAN = "iranian"
    """Solar Hijri, of Iran and Afghanistan"""
    ISLAMIC = "islamic"
    """lunar Hijri, by the tables of Umm al-Qura; a sighting of the moon may differ by a day"""


_ISLAMIC_YEARS = range(1343, 1501)
"""Years of the tables of Umm al-Qura: 1924 to 2077."""


def gregorian_of(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day, or None where the calendar has no such day or no table reaches it.

    >>> gregorian_of(Calendar.IRANIAN, 1357, 11, 22), gregorian_of(Calendar.ISLAMIC, 1435, 9, 1)
    (datetime.date(1979, 2, 11), datetime.date(2014, 6, 28))
    >>> gregorian_of(Calendar.ISLAMIC, 900, 1, 1) is None, gregorian_of(Calendar.IRANIAN, 1403, 12, 31) is None
    (True, True)
    """
    try:
        if calendar is Calendar.IRANIAN:
            return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]  # its __init__ has no types
        if year not in _ISLAMIC_YEARS:
            return None
        found = Hijri(year, month, day).to_gregorian()
        return date(found.year, found.month, found.day)
    except (ValueError, OverflowError):
        return None


def month_of(calendar: Calendar, year: int, month: int) -> tuple[date, date] | None:
    """Return the first and the last Gregorian day of a month, or None where it cannot be converted.

    >>> month_of(Calendar.IRANIAN, 1393, 3)
    (datetime.date(2014, 5, 22), datetime.date(2014, 6, 21))
    """
    first = gregorian_of(calendar, year, month, 1)
    last = next((found for day in (31, 30, 29) if (found := gregorian_of(calendar, year, month, day))), None)
    return None if first is None or last is None else (first, last)


def year_on(calendar: Calendar, day: date) -> int | None:
    """Return the calendar's year on a Gregorian day, or None where it cannot be converted.

    >>> year_on(Calendar.IRANIAN, date(2014, 6, 13)), year_on(Calendar.ISLAMIC, date(2014, 6, 13))
    (1393, 1435)
    """
    try:
        if calendar is Calendar.IRANIAN:
            return int(JalaliDate(day).year)  # type: ignore[no-untyped-call]  # its __init__ has no types
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None
