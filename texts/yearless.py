"""Date a line that leaves something out, from another date that is known: "MOSUL, June 12 —", "Yesterday at 18:20"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from texts.dating import Basis, Dating, Interval, Precision
from texts.span import Span
from texts.stamp import LONGEST_LINE, MONTH, MONTHS

_DAY = re.compile(
    rf"(?<![\w/.-])(?:(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?[ -](?P<month>{MONTH})"
    rf"|(?P<month2>{MONTH}) (?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?)(?![\w/:]|,? [12][0-9]{{3}}|\.[0-9])",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?P<day>today|yesterday)\b,?(?: at|,)? ?[0-2]?[0-9][:.][0-5][0-9]"
    r"|\b(?P<count>[0-9]{1,3}|an?|one) (?P<unit>minute|hour|day|week)s? ago\b",
    re.IGNORECASE,
)
_DAYS = {"minute": 0, "hour": 0, "day": 1, "week": 7}

FARTHEST = 300
"""How many days a line may lie before the day that gives its year."""


def dating_without_year(line: str, references: Iterable[Dating]) -> Dating | None:
    """Return the day that a line states without its year, where other dates leave but one year for it.

    A reference that is coarser than a day must hold the day; one of a day lies on it or less than ten months after it.
    The value is marked as uncertain, and nothing is made up where no reference gives the year.

    >>> from texts.edtf import dating_from
    >>> known = dating_from("2014", basis=Basis.STATED, source="corpus.csv")
    >>> found = dating_without_year("MOSUL, June 12 -", [known])
    >>> found.edtf, found.basis.value, found.source
    ('2014-06-12?', 'inferred', 'dateline, its year from corpus.csv')
    >>> dating_without_year("MOSUL, June 12 -", []) is None
    True
    """
    match = _DAY.search(line[:LONGEST_LINE])
    if match is None:
        return None
    month = MONTHS.index((match["month"] or match["month2"])[:3].lower()) + 1
    number = int(match["day"] or match["day2"])
    span = Span(start=match.start(), end=match.end())
    for reference in references:
        days = _fitting(month, number, reference)
        if len(days) == 1:
            return _inferred(days[0], source=f"dateline, its year from {reference.source}", span=span)
    return None


def dating_before(line: str, captured: str | None) -> Dating | None:
    """Return the day that a stamp counts back from when its page was captured; None where that is not known.

    >>> dating_before("ali, Yesterday at 18:20", "2014-06-14T08:00:00Z").edtf
    '2014-06-13?'
    >>> dating_before("3 days ago", "2014-06-14").edtf, dating_before("3 days ago", None)
    ('2014-06-11?', None)
    """
    match = _BEFORE.search(line[:LONGEST_LINE])
    if match is None or captured is None:
        return None
    try:
        day = date.fromisoformat(captured[:10])
        back = int(match["day"].lower() == "yesterday") if match["day"] else _steps(match)
        stamped = day - timedelta(days=back)
    except (ValueError, OverflowError):
        return None
    span = Span(start=match.start(), end=match.end())
    return _inferred(stamped, source=f"post stamp, counted from the capture on {day}", span=span)


def _steps(match: re.Match[str]) -> int:
    count = int(match["count"]) if match["count"].isdecimal() else 1
    return count * _DAYS[match["unit"].lower()]


def _fitting(month: int, number: int, reference: Dating) -> list[date]:
    """Return the days of a month's day that a reference leaves room for."""
    first, last = reference.interval.start, reference.interval.last
    if first is None or last is None:
        return []
    exact = reference.precision is Precision.DAY
    if exact:
        first -= timedelta(days=min(FARTHEST, first.toordinal() - 1))
    if last.year - first.year > 1:
        return []
    days = (_day(year, month, number) for year in range(first.year, last.year + 1))
    return [day for day in days if day is not None and first <= day <= last]


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _inferred(day: date, *, source: str, span: Span) -> Dating:
    return Dating(
        edtf=f"{day.isoformat()}?",
        interval=Interval(start=day, end=None if day == date.max else day + timedelta(days=1)),
        precision=Precision.DAY,
        basis=Basis.INFERRED,
        source=source,
        span=span,
    )
