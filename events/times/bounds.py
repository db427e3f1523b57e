"""Find the stretch that the words around a date make of it: since 2003, from June to August."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from events.times.tape import CLASS_OF, Tape
from texts.dating import Interval

_SINCE, _UNTIL, _AFTER, _BEFORE, _BY = (CLASS_OF[name] for name in ("since", "until", "after", "before", "by"))
_FROM, _BETWEEN, _AND = (CLASS_OF[name] for name in ("from", "between", "and"))
_TO = "".join(CLASS_OF[name] for name in ("to", "until", "through"))
_UNITS = "".join(CLASS_OF[name] for name in ("unit", "units", "weekend", "weekends", "quarter", "quarters"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The tokens `[first, last)` of an expression and its days, None where it has no place in the calendar."""

    first: int
    last: int
    days: Interval | None
    deadline: bool = False
    """whether "by" makes it the last day: "by Friday", not "by nightfall" """


def open_interval(tape: Tape, placed: Placed) -> Interval | None:
    """Return the open interval that "since", "until", "before" or "after" makes of the days, or None.

    >>> from datetime import date
    >>> from events.times.tape import tape_of
    >>> year = Interval(start=date(2003, 1, 1), end=date(2004, 1, 1))
    >>> open_interval(tape_of("since 2003"), Placed(first=2, last=3, days=year)).end is None
    True
    >>> open_interval(tape_of("in 2003"), Placed(first=2, last=3, days=year)) is None
    True
    """
    if placed.days is None:
        return None
    word, before = _word_before(tape, placed.first)
    if word == _SINCE:
        return _interval(placed, start=True)
    if word == _UNTIL or (word == _BY and placed.deadline):
        return _interval(placed, start=False)
    if word in (_AFTER, _BEFORE) and before not in _UNITS:
        days = placed.days
        if word == _AFTER:
            return None if days.end is None else Interval(start=days.end, end=None)
        return None if days.start is None else Interval(start=None, end=days.start)
    return None


def _interval(placed: Placed, *, start: bool) -> Interval | None:
    days = placed.days
    if days is None:
        return None
    if start:
        return None if days.start is None else Interval(start=days.start, end=None)
    return None if days.end is None else Interval(start=None, end=days.end)


def _word_before(tape: Tape, token: int) -> tuple[str, str]:
    """Return the classes of the word before a token and of the word before that."""
    classes = tape.classes
    if token < 2 or classes[token - 1] != " ":
        return " ", " "
    return classes[token - 2], classes[token - 4] if token >= 4 and classes[token - 3] == " " else " "


def ranges_in(tape: Tape, placed: Sequence[Placed]) -> dict[int, Interval]:
    """Return the range that each expression is an end of, by its number: "between 3 and 5 March", "1939-1945".

    A range must run forward; both of its ends get it.
    """
    found: dict[int, Interval] = {}
    for number, (one, two) in enumerate(pairwise(placed)):
        if one.days is None or two.days is None or number in found or not _joins(tape, one, two):
            continue
        if one.days.start is not None and (two.days.end is None or one.days.start < two.days.end):
            found[number] = found[number + 1] = Interval(start=one.days.start, end=two.days.end)
    return found


def _joins(tape: Tape, one: Placed, two: Placed) -> bool:
    if not one.last < two.first <= one.last + 3:
        return False
    link = tape.classes[one.last : two.first].strip()
    opener = _word_before(tape, one.first)[0]
    if link == "-":
        return True
    if len(link) != 1:
        return False
    return link in _TO or (link == _AND and (opener == _BETWEEN or _is_next_day(one, two)))


def _is_next_day(one: Placed, two: Placed) -> bool:
    """Whether the second is the day after the first: "on 17 and 18 April" is both days."""
    if one.days is None or two.days is None or one.days.start is None or two.days.start is None:
        return False
    return one.days.end == two.days.start and (two.days.start - one.days.start).days == 1 == _length(two.days)


def _length(days: Interval) -> int | None:
    return None if days.start is None or days.end is None else (days.end - days.start).days
