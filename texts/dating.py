"""When a text or a post was published, how exactly that is known, and from what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from texts.span import Span


class Basis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    """the text or its metadata say it"""
    INFERRED = "inferred"
    """it follows from something the text says, by a named rule"""
    ANALYST = "analyst"
    """a person set it"""


class Precision(StrEnum):
    """How large the unit is in which a date is given."""

    DAY = "day"
    WEEK = "week"
    PART = "part"
    """the beginning, middle or end of a month, season or year"""
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    """an interval between two dates"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of days `[start, end)`; an open side is None.

    Years run from 1 to 9999; the day after 9999-12-31 has no date, so an interval that reaches it is open.
    """

    start: date | None
    end: date | None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"an interval must start before it ends, got [{self.start}, {self.end})")

    @property
    def last(self) -> date | None:
        """The last day that belongs to the interval, or None where it is open.

        >>> Interval(start=date(2014, 6, 12), end=date(2014, 6, 13)).last
        datetime.date(2014, 6, 12)
        """
        return None if self.end is None else date.fromordinal(self.end.toordinal() - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A date as it is known: an EDTF value, the days it may mean, and what it rests on."""

    edtf: str
    interval: Interval
    precision: Precision
    basis: Basis
    source: str
    """where it was found, in words: "corpus.csv", "front matter", "dateline", "post stamp", "attachment name" """
    span: Span | None = None
    """the words that gave it, where the text itself did"""
