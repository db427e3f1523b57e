"""Read a date of the Extended Date/Time Format (ISO 8601-2)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from texts.dating import Basis, Dating, Interval, Precision

_QUALIFIERS = re.compile(r"[~?%]")
_CLOCK_TIME = re.compile(r"T[0-9:.]{2,15}(?:Z|[+-][0-9:]{2,5})?\Z")
_DATE = re.compile(r"([0-9]{2}(?:[0-9]{2}|[0-9]X|XX))(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?\Z")

_RARE = re.compile(r"Y?[0-9X]{4}(?:-[0-9X]{2}){0,2}")
"""Forms that are left to the library; it takes its time over others before it refuses them."""

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14)}
"""First and last month of a season of the northern half of the earth; months above 12 lie in the next year."""

_FIRST_QUARTER = 33


def dating_from(edtf: str, *, basis: Basis, source: str) -> Dating:
    """Return the dating that an EDTF value stands for.

    Understood are years, decades (`201X`), centuries (`20XX`), months, days, seasons (21–28), quarters (33–36),
    unknown months and days (`2014-XX`), clock times (cut off), qualifiers (`~?%`, kept in the value alone), intervals
    with open sides and sets (`[…]`, `{…}`: from the first to the last member).

    Raises
    ------
    ValueError
        If the value is not of that form, or names a day that does not exist.

    >>> dating = dating_from("2014-06-12/2014-06-13", basis=Basis.STATED, source="front matter")
    >>> dating.interval.start, dating.interval.last, dating.precision.value
    (datetime.date(2014, 6, 12), datetime.date(2014, 6, 13), 'range')
    >>> dating_from("", basis=Basis.STATED, source="front matter")
    Traceback (most recent call last):
    ValueError: a date must be in EDTF, such as 2014-06-12, 2014-06 or 2014-06-12/2014-06-20, got ''
    """
    interval, precision = span_of(edtf)
    return Dating(edtf=edtf.strip(), interval=interval, precision=precision, basis=basis, source=source)


def span_of(edtf: str) -> tuple[Interval, Precision]:
    """Return the days that an EDTF value covers, and the size of its unit.

    Raises
    ------
    ValueError
        As `dating_from`.

    >>> span_of("2014-06~")[0].last
    datetime.date(2014, 6, 30)
    >>> span_of("2014-06-20/..")[0].end is None
    True
    """
    value = _QUALIFIERS.sub("", edtf.strip())
    if value[:1] + value[-1:] in {"[]", "{}"}:
        parts = [part for piece in value[1:-1].split(",") for part in piece.split("..")]
        return _between(edtf, [part.strip() for part in parts])
    if "/" in value:
        sides = value.split("/")
        if len(sides) != 2:
            raise _unreadable(edtf)
        return _between(edtf, sides)
    return _one(edtf, value)


def _between(edtf: str, parts: list[str]) -> tuple[Interval, Precision]:
    first = None if parts[0] in {"", ".."} else _one(edtf, parts[0])[0].start
    last = None if parts[-1] in {"", ".."} else _one(edtf, parts[-1])[0]
    if first is None and last is None:
        raise _unreadable(edtf)
    end = None if last is None else last.end
    if first is not None and end is not None and first >= end:
        raise ValueError(f"a date range must not end before it starts, got {edtf!r}")
    return Interval(start=first, end=end), Precision.RANGE


def _one(edtf: str, value: str) -> tuple[Interval, Precision]:
    match = _DATE.match(_CLOCK_TIME.sub("", value))
    if match is None:
        return _rare(edtf, value)
    year, month, day = match.groups()
    try:
        if "X" in year or month is None or month == "XX":
            return _years(year)
        if int(month) in _SEASONS:
            first, last = _SEASONS[int(month)]
            return _months(int(year), first, last - first + 1), Precision.SEASON
        if _FIRST_QUARTER <= int(month) < _FIRST_QUARTER + 4:
            return _months(int(year), 3 * (int(month) - _FIRST_QUARTER) + 1, 3), Precision.QUARTER
        if day is None or day == "XX":
            return _months(int(year), int(month), 1), Precision.MONTH
        start = date(int(year), int(month), int(day))
    except ValueError as error:
        raise _unreadable(edtf) from error
    return Interval(start=start, end=None if start == date.max else start + timedelta(days=1)), Precision.DAY


def _years(year: str) -> tuple[Interval, Precision]:
    if "X" not in year:
        return _months(int(year), 1, 12), Precision.YEAR
    size = 100 if year.endswith("XX") else 10
    first = int(year.replace("X", "0"))
    precision = Precision.CENTURY if size == 100 else Precision.DECADE
    return _months(max(first, 1), 1, 12 * size - (12 if first == 0 else 0)), precision


def _rare(edtf: str, value: str) -> tuple[Interval, Precision]:
    """Read the rarer forms, such as `15X5` (a year whose decade is unknown), with the kept library."""
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - a quarter of a second that most runs never need

    if not _RARE.fullmatch(value):
        raise _unreadable(edtf)
    try:
        parsed = parse_edtf(value)
        first, last = (date(*side[:3]) for side in (parsed.lower_strict(), parsed.upper_strict()))
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise _unreadable(edtf) from error
    end = None if last == date.max else last + timedelta(days=1)
    return Interval(start=first, end=end), Precision.DAY if first == last else Precision.RANGE


def _months(year: int, month: int, count: int) -> Interval:
    start = date(year, month, 1)
    months = year * 12 + month - 1 + count
    return Interval(start=start, end=date(months // 12, months % 12 + 1, 1) if months < 120000 else None)


def edtf_between(interval: Interval) -> str:
    """Return the EDTF value of an interval of days.

    Raises
    ------
    ValueError
        If both sides are open: EDTF has no value for always.

    >>> edtf_between(Interval(start=date(2014, 6, 12), end=date(2014, 6, 13)))
    '2014-06-12'
    >>> edtf_between(Interval(start=date(2014, 6, 1), end=date(2014, 6, 11)))
    '2014-06-01/2014-06-10'
    >>> edtf_between(Interval(start=date(2003, 1, 1), end=None))
    '2003-01-01/..'
    """
    if interval.start is None and interval.end is None:
        raise ValueError("an interval needs a start or an end to be written in EDTF")
    first = ".." if interval.start is None else interval.start.isoformat()
    last = ".." if interval.last is None else interval.last.isoformat()
    return first if first == last else f"{first}/{last}"


def _unreadable(edtf: str) -> ValueError:
    return ValueError(f"a date must be in EDTF, such as 2014-06-12, 2014-06 or 2014-06-12/2014-06-20, got {edtf!r}")
