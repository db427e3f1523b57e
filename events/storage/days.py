"""Days as the store's columns hold them: numbers that compare rightly, with the open and the unknown among them."""

from __future__ import annotations

from texts.dating import Interval

OPEN_START, OPEN_END = 0, 9_999_999
"""What stands for an open side: before and after every date."""

UNDATED = 99_999_999
"""What stands on both sides for no date at all, so that the undated come last."""

LONG = 45
"""A claim over more days than this has an index of its own, so that a window need look at few others; it stands in the
schema, and is not to be changed alone."""


def days_of(interval: Interval | None) -> tuple[int, int]:
    """Return the first and last day of an interval, inclusive.

    >>> days_of(None)
    (99999999, 99999999)
    """
    if interval is None or (interval.start is None and interval.end is None):
        return UNDATED, UNDATED
    first = OPEN_START if interval.start is None else interval.start.toordinal()
    return first, OPEN_END if interval.end is None else interval.end.toordinal() - 1


def day_number(day: int) -> int:
    """Return a day as the marks have it: 0 for what is open or unknown.

    >>> day_number(735395), day_number(UNDATED), day_number(OPEN_END)
    (735395, 0, 0)
    """
    return 0 if day >= OPEN_END else day
