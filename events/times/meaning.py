"""What a time expression means before it has a place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TimexKind(StrEnum):
    """What sort of time expression it is (TimeML)."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"
    REF = "ref"
    """now, recently, in future: a time without a place in the calendar"""


class Modifier(StrEnum):
    """What a word before the date makes of it (TIMEX3 `mod`)."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    """before the report's date: "earlier this month" """
    AFTER = "AFTER"
    """after it: "later this month" """
    MORE_THAN = "MORE_THAN"
    LESS_THAN = "LESS_THAN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A value with what it was counted from; `first` and `last` number its tokens where they are not the form's own."""

    kind: TimexKind
    value: str
    modifier: Modifier | None = None
    anchor: str | None = None
    first: int | None = None
    last: int | None = None
    readings: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    days: str | None = None
    """the value that gives its days, where TIMEX3 counts the time itself: P1W for "the last week of August" """
