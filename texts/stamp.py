"""Read the full date in a short line: a post's stamp, a dateline, a byline, a file's name."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from texts.dating import Basis, Dating, Interval, Precision
from texts.span import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first three letters of the months."""

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
"""The pattern of a month's name or its abbreviation, in whatever case."""

_DATE = re.compile(
    rf"(?<![\w/.-])(?:(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?[ -](?:of )?(?P<month>{MONTH}),?[ -](?P<year>[12][0-9]{{3}})"
    rf"|(?P<month2>{MONTH})[ -](?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?,?[ -](?P<year2>[12][0-9]{{3}})"
    r"|(?P<year3>[12][0-9]{3})(?P<between>[-/.])(?P<month3>[01]?[0-9])(?P=between)(?P<day3>[0-3]?[0-9])"
    r"|(?P<one>[0-3]?[0-9])(?P<mark>[/.-])(?P<two>[0-3]?[0-9])(?P=mark)(?P<year4>[12][0-9]{3}))(?![/\w-]|\.[0-9])",
    re.IGNORECASE,
)
"""A day with its year, in words or figures."""

_EPOCH = re.compile(r"(?<![0-9])([0-9]{13}|[0-9]{10})(?![0-9])")
_COMPACT = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-_]?)([01][0-9])\2([0-3][0-9])(?![0-9])")

EARLIEST_UPLOAD = date(1995, 1, 1)
LATEST_UPLOAD = date(2100, 1, 1)
"""A number in a file's name that would lie outside these days counts no seconds."""

LONGEST_LINE = 200
"""Characters of a line in which a stamp is looked for."""


def dating_of_stamp(line: str, *, source: str = "post stamp", day_first: bool | None = None) -> Dating | None:
    """Return the day that a line like "ali, 12 June 2014, 18:20" states, or None where it states none with its year.

    A date in figures that can be read in two ways means either of both days, unless `day_first` tells which. The span
    of the dating counts from the start of the line.

    >>> dating_of_stamp("ali, 12 June 2014, 18:20").edtf
    '2014-06-12'
    >>> dating_of_stamp("03/04/2024 10:15").edtf, dating_of_stamp("03/04/2024", day_first=True).edtf
    ('[2024-03-04,2024-04-03]', '2024-04-03')
    >>> dating_of_stamp("Yesterday at 18:20") is None, dating_of_stamp("") is None
    (True, True)
    """
    for match in _DATE.finditer(line[:LONGEST_LINE]):
        days = _days(match, day_first=day_first)
        if days:
            return _dating(days, source=source, basis=Basis.STATED, span=Span(start=match.start(), end=match.end()))
    return None


def dating_in_attachment(name: str) -> Dating | None:
    """Return the day on which an attachment was uploaded, where its name counts seconds or holds a date.

    Seconds and milliseconds since 1970 are counted in UTC, so the writer's own day may be its neighbour.

    >>> dating_in_attachment("1402600000.jpeg").edtf, dating_in_attachment("1402600000123.png").edtf
    ('2014-06-12', '2014-06-12')
    >>> dating_in_attachment("IMG_20140612_182000.jpg").edtf
    '2014-06-12'
    >>> dating_in_attachment("map.png") is None
    True
    """
    name = name[:LONGEST_LINE]
    for match in _EPOCH.finditer(name):
        seconds = int(match[1]) // (1000 if len(match[1]) == 13 else 1)
        uploaded = datetime.fromtimestamp(seconds, tz=UTC).date()
        if EARLIEST_UPLOAD <= uploaded < LATEST_UPLOAD:
            span = Span(start=match.start(), end=match.end())
            return _dating((uploaded,), source="attachment name", basis=Basis.INFERRED, span=span)
    for match in _COMPACT.finditer(name):
        day = _day(int(match[1]), int(match[3]), int(match[4]))
        if day is not None:
            span = Span(start=match.start(), end=match.end())
            return _dating((day,), source="attachment name", basis=Basis.INFERRED, span=span)
    return None


def writes_day_first(lines: tuple[str, ...]) -> bool | None:
    """Return whether the lines' dates in figures write the day before the month; None where they do not show it.

    >>> writes_day_first(("13/06/2014", "03/04/2014")), writes_day_first(("03/04/2014",))
    (True, None)
    """
    shown = set()
    for line in lines:
        for match in _DATE.finditer(line[:LONGEST_LINE]):
            if match["year4"]:
                first, second = int(match["one"]), int(match["two"])
                if (first > 12) != (second > 12):
                    shown.add(first > 12)
    return shown.pop() if len(shown) == 1 else None


def _days(match: re.Match[str], *, day_first: bool | None) -> tuple[date, ...]:
    if match["year4"]:
        year, one, two = int(match["year4"]), int(match["one"]), int(match["two"])
        if day_first is None and match["mark"] == ".":
            day_first = True  # with full stops the day comes first wherever they are used
        american, other = _day(year, one, two), _day(year, two, one)
        readings = {None: (american, other), True: (other or american,), False: (american or other,)}[day_first]
        return tuple(sorted({day for day in readings if day is not None}))
    year = int(match["year"] or match["year2"] or match["year3"])
    month = match["month"] or match["month2"]
    number = MONTHS.index(month[:3].lower()) + 1 if month else int(match["month3"])
    day = _day(year, number, int(match["day"] or match["day2"] or match["day3"]))
    return () if day is None else (day,)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _dating(days: tuple[date, ...], *, source: str, basis: Basis, span: Span) -> Dating:
    end = date.fromordinal(days[-1].toordinal() + 1)
    one = len(days) == 1
    return Dating(
        edtf=days[0].isoformat() if one else "[" + ",".join(day.isoformat() for day in days) + "]",
        interval=Interval(start=days[0], end=end),
        precision=Precision.DAY if one else Precision.RANGE,
        basis=basis,
        source=source,
        span=span,
    )
