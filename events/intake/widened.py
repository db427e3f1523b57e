"""The days of a date that is given less exactly than it looks."""

from __future__ import annotations

from datetime import date, timedelta

from texts.dating import Precision

HALF_WEEK = timedelta(days=3)
"""How far a date that is right to the week may be off on either side."""


def widened(day: date, precision: Precision) -> tuple[date, date]:
    """Return the first and the last day of what a date stands for that is given less exactly than it looks.

    >>> [day.isoformat() for day in widened(date(2014, 6, 12), Precision.WEEK)]
    ['2014-06-09', '2014-06-15']
    >>> [day.isoformat() for day in widened(date(2014, 12, 12), Precision.MONTH)]
    ['2014-12-01', '2014-12-31']
    """
    if precision is Precision.WEEK:
        return max(day, date.min + HALF_WEEK) - HALF_WEEK, min(day, date.max - HALF_WEEK) + HALF_WEEK
    if precision is Precision.MONTH:
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1) if day < date(9999, 12, 1) else None
        return day.replace(day=1), date.max if following is None else following - timedelta(days=1)
    if precision is Precision.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day
