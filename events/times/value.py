"""Turn a TIMEX3 value into the days that it covers."""

from __future__ import annotations

import re
from datetime import date, timedelta

from events.times.meaning import Modifier
from texts.dating import Interval, Precision

_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?(?:T[\w:.+-]{1,20})?"
    r"|(?P<decade>\d{3})X|(?P<century>\d\d)XX"
)

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each season starts, northern hemisphere; a winter runs into the next year."""


def days_of(value: str, modifier: Modifier | None = None) -> tuple[Interval, Precision] | None:
    """Return the days that a TIMEX3 value covers and its precision, or None where it has no place in the calendar.

    "Early", "mid" and "late" narrow it to about a third.

    >>> days_of("2014-06")[0]
    Interval(start=datetime.date(2014, 6, 1), end=datetime.date(2014, 7, 1))
    >>> days_of("2014-06", Modifier.START)[0].last
    datetime.date(2014, 6, 10)
    >>> days_of("P3D") is None
    True
    """
    if "/" in value:
        return _stretch(value)
    match = _FORM.fullmatch(value)
    if match is None:
        return None
    if match["year"] is None:
        return _decades(match["decade"], match["century"], modifier)
    year = int(match["year"])
    if year < 1:
        return None
    if match["day"] or match["week"]:
        return _day_or_week(match, year)
    return _part_of_year(match, year, modifier)


def _stretch(value: str) -> tuple[Interval, Precision] | None:
    sides = [days_of(side) for side in value.split("/", 1)]
    if sides[0] is None or sides[1] is None:
        return None
    return Interval(start=sides[0][0].start, end=sides[1][0].end), Precision.RANGE


def _decades(decade: str | None, century: str | None, modifier: Modifier | None) -> tuple[Interval, Precision]:
    if decade:
        return _narrowed(_years(int(decade) * 10, int(decade) * 10 + 10), Precision.DECADE, modifier)
    start = int(century or 0) * 100
    return _narrowed(_years(start, start + 100), Precision.CENTURY, modifier)


def _day_or_week(match: re.Match[str], year: int) -> tuple[Interval, Precision] | None:
    try:
        if match["day"]:
            return _days(date(year, int(match["month"]), int(match["day"])), 1), Precision.DAY
        return _week(year, int(match["week"]), match["weekday"])
    except (ValueError, OverflowError):
        return None  # 31 February, week 54: no such day


def _part_of_year(match: re.Match[str], year: int, modifier: Modifier | None) -> tuple[Interval, Precision] | None:
    if match["month"]:
        month = int(match["month"])
        return _narrowed(_months(year, month, 1), Precision.MONTH, modifier) if 1 <= month <= 12 else None
    if match["quarter"]:
        return _narrowed(_months(year, int(match["quarter"]) * 3 - 2, 3), Precision.QUARTER, modifier)
    if match["half"]:
        return _months(year, int(match["half"]) * 6 - 5, 6), Precision.PART
    if match["season"]:
        return _narrowed(_months(year, _SEASON_STARTS[match["season"]], 3), Precision.SEASON, modifier)
    return _narrowed(_years(year, year + 1), Precision.YEAR, modifier)


def _week(year: int, week: int, weekday: str | None) -> tuple[Interval, Precision]:
    if weekday == "WE":
        return _days(date.fromisocalendar(year, week, 6), 2), Precision.DAY
    if weekday:
        return _days(date.fromisocalendar(year, week, int(weekday)), 1), Precision.DAY
    return _days(date.fromisocalendar(year, week, 1), 7), Precision.WEEK


def _days(start: date, count: int) -> Interval:
    last_day = date.max.toordinal()
    end = start.toordinal() + count
    return Interval(start=start, end=date.fromordinal(end) if end <= last_day else None)


def _years(start: int, end: int) -> Interval:
    return Interval(start=date(max(start, 1), 1, 1), end=date(end, 1, 1) if end <= date.max.year else None)


def _months(year: int, month: int, count: int) -> Interval:
    end_year, end_month = divmod(year * 12 + month - 1 + count, 12)
    end = date(end_year, end_month + 1, 1) if end_year <= date.max.year else None
    return Interval(start=date(year, month, 1), end=end)


def _narrowed(whole: Interval, precision: Precision, modifier: Modifier | None) -> tuple[Interval, Precision]:
    if modifier not in (Modifier.START, Modifier.MID, Modifier.END) or whole.start is None or whole.end is None:
        return whole, precision
    length = (whole.end - whole.start).days
    if precision is Precision.MONTH:
        first, second = 10, 20
    elif precision is Precision.YEAR:
        year = whole.start.year
        first, second = ((date(year, month, 1) - whole.start).days for month in (5, 9))
    else:
        first, second = round(length / 3), round(length * 2 / 3)
    cuts = {
        Modifier.START: (0, first),
        Modifier.MID: (first, second),
        Modifier.END: (second, length),
    }
    start, end = cuts[modifier]
    return Interval(start=whole.start + timedelta(days=start), end=whole.start + timedelta(days=end)), Precision.PART
