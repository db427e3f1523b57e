"""Write the days of a time expression in the Extended Date/Time Format."""

from __future__ import annotations

import re

from events.times.meaning import Modifier
from events.timex import Timex
from texts.dating import Interval, Precision
from texts.edtf import edtf_between, span_of

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_QUARTERS = {"Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36"}
_PLAIN = re.compile(r"\d{3}X|\d\dXX|\d{4}(?:-\d\d(?:-\d\d)?)?")
_PART = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4])")


def edtf_of(timex: Timex) -> str:
    """Return the EDTF value of a time expression that has a place in the calendar.

    What EDTF has no unit for (a week, early June) is written as the interval of its days; "about" adds `~`; two
    readings are a set.

    Raises
    ------
    ValueError
        If it has no place in the calendar.

    >>> from events.timex import timexes_in
    >>> [edtf_of(timex) for timex in timexes_in("in 2014, the summer of 2014, early June 2014, the 1990s", anchor=None)]
    ['2014', '2014-22', '2014-06-01/2014-06-10', '199X']
    >>> [edtf_of(timex) for timex in timexes_in("since 2003; on 03/04/2024; about 1910", anchor=None)]
    ['2003/..', '[2024-03-04,2024-04-03]', '1910~']
    """
    if timex.interval is None:
        raise ValueError(f"a time expression without days has no EDTF value, got {timex.value!r}")
    value = timex.value.split("T", 1)[0]
    if timex.readings:
        return "[" + ",".join(sorted((value, *timex.readings))) + "]"
    unit = _unit(value)
    if timex.precision is Precision.RANGE:
        return _open(timex.interval, unit)
    if unit is None or timex.precision is Precision.PART:
        return edtf_between(timex.interval)
    return f"{unit}~" if timex.modifier is Modifier.APPROX else unit


def _open(interval: Interval, unit: str | None) -> str:
    """Write "since 2003" with its unit, which says how exactly the bound is known, other stretches by their days."""
    if unit is not None and interval.end is None and interval.start == span_of(unit)[0].start:
        return f"{unit}/.."
    if unit is not None and interval.start is None and interval.end == span_of(unit)[0].end:
        return f"../{unit}"
    return edtf_between(interval)


def _unit(value: str) -> str | None:
    """Return the EDTF form of a TIMEX3 value that EDTF has a unit for."""
    if _PLAIN.fullmatch(value):
        return value
    part = _PART.fullmatch(value)
    return None if part is None else f"{part[1]}-{(_SEASONS | _QUARTERS)[part[2]]}"
