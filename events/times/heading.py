"""Find the dates that stand as headings over what they date, as in a diary or a list of days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from events.times.meaning import TimexKind
from events.times.value import days_of
from events.timex import Timex, timexes_in
from texts.dating import Basis, Dating, Precision
from texts.span import Span

LEAST = 2
"""How many headings make a list of days; a single one may be a report's own dateline."""

_OPENS = ".?!\n…\"”'’)"
"""Characters that end what stands before a heading."""
_CLOSES = ".:–—-\n"
"""Characters that end a heading."""
_BULLETS = " \t*•>#=_-"
_BESIDE = 4
"""How many characters around a heading are looked at."""
_SOURCE = "the heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What stands under a dated heading, up to the next."""

    heading: Timex
    span: Span


def sections_in(text: str, timexes: tuple[Timex, ...], *, end: int | None = None) -> tuple[Section, ...]:
    r"""Return the sections under dated headings; none where there are fewer than two different dates.

    A heading is a day that stands alone: at the start of a line or sentence, with a stop, a colon, a dash or the
    line's end behind it, and a new sentence after that; or a month or a year at the start of a line.

    >>> text = "3 May 2015. Shells fell on the port.\n4 May 2015. Quiet."
    >>> [section.span.of(text) for section in sections_in(text, timexes_in(text, anchor=None))]
    ['. Shells fell on the port.\n', '. Quiet.']
    >>> text = "May 1991: shells fell on the port.\nJune 1991: quiet."
    >>> [section.heading.value for section in sections_in(text, timexes_in(text, anchor=None))]
    ['1991-05', '1991-06']
    >>> sections_in("On 3 May 2015 shells fell.", timexes_in("On 3 May 2015 shells fell.", anchor=None))
    ()
    """
    headings = list(_in_their_years([it for it in timexes if _is_heading(it, text) or _heads_lines(it, text)]))
    if len({timex.value for timex in headings}) < LEAST:
        return ()
    stops = [timex.span.start for timex in headings[1:]] + [len(text) if end is None else end]
    return tuple(
        Section(heading=timex, span=Span(start=timex.span.end, end=stop))
        for timex, stop in zip(headings, stops, strict=True)
    )


def timexes_under_headings(
    text: str, *, anchor: Dating | None, span: Span
) -> tuple[tuple[Timex, ...], tuple[Section, ...]]:
    """Return the time expressions of a part of a text, those in a list of days counted from their own day."""
    timexes = timexes_in(text, anchor=anchor, span=span)
    sections = sections_in(text, timexes, end=span.end)
    if not sections:
        return timexes, ()
    first = sections[0].heading.span.start
    found = [timex for timex in timexes if timex.span.start < first]
    for section in sections:
        found.append(section.heading)
        found += _counted_from(section, text)
    return tuple(found), sections


def _in_their_years(headings: list[Timex]) -> Iterator[Timex]:
    """Yield headings, those without a year in the year of the one before that has one: "3 October 1980 … 5 October"."""
    before: date | None = None
    for heading in headings:
        start = None if heading.interval is None else heading.interval.start
        if start is None or _YEAR.search(heading.text) is not None:
            before = start or before
            yield heading
            continue
        day = None if before is None else _same_day(start, before)
        meant = None if day is None or day == start else days_of(day.isoformat())
        if day is None or meant is None:
            yield heading
        else:
            told = f"the heading's date {before}"
            yield replace(heading, value=day.isoformat(), interval=meant[0], anchor=told)
        before = day or before


_YEAR = re.compile(r"[0-9]{4}|['’][0-9]{2}")
_HALF_YEAR = timedelta(days=180)


def _same_day(day: date, near: date) -> date | None:
    """Return a day of the calendar in the year of another, or in the next where the year has turned; None for none."""
    try:
        same = day.replace(year=near.year)
        return same if same > near - _HALF_YEAR else day.replace(year=near.year + 1)
    except (ValueError, OverflowError):
        return None  # 29 February, or behind the last year


def _counted_from(section: Section, text: str) -> Iterator[Timex]:
    """Yield the time expressions of a section, counted from its heading's day, or set in its month or year."""
    if not len(section.span):
        return
    heading = section.heading
    assert heading.interval is not None, "a heading has days"
    day = heading.precision is Precision.DAY
    anchor = Dating(
        edtf=heading.value,
        interval=heading.interval if day else replace(heading.interval, start=heading.interval.last),
        precision=Precision.DAY,
        basis=Basis.STATED,
        source=_SOURCE,
    )
    # "on Monday" under "May 1991" is any of four days: only what names its month is set in a month or a year
    alone = {} if day else {it.span: it for it in timexes_in(text, anchor=None, span=section.span)}
    for timex in timexes_in(text, anchor=anchor, span=section.span):
        by_itself = alone.get(timex.span)
        if by_itself is None or (_MONTH_NAMED.match(by_itself.value) and _within(timex, heading)):
            told = timex.anchor and timex.anchor.replace("the report's date", "the heading's date")
            yield replace(timex, anchor=told)
        else:
            yield by_itself


_MONTH_NAMED = re.compile(r"XXXX-[0-9]{2}")


def _within(timex: Timex, heading: Timex) -> bool:
    days, around = timex.interval, heading.interval
    if days is None or around is None or None in {days.start, days.last, around.start, around.last}:
        return False
    return around.start <= days.start and days.last <= around.last  # type: ignore[operator]  # none is None


def _heads_lines(timex: Timex, text: str) -> bool:
    """Whether a month or a year heads the next lines of a list: "August 2014, day not given: tanks pass"."""
    if timex.interval is None or timex.precision in {None, Precision.DAY} or _YEAR.search(timex.text) is None:
        return False
    before = text[max(0, timex.span.start - _BESIDE) : timex.span.start].rstrip(_BULLETS)
    opens = before.endswith("\n") or (not before and timex.span.start <= _BESIDE)
    return opens and text[timex.span.end : timex.span.end + 1] in _ENDS


_ENDS = frozenset(",:.;–—-\n")


def _is_heading(timex: Timex, text: str) -> bool:
    days = timex.interval
    if timex.kind is not TimexKind.DATE or timex.precision is not Precision.DAY or days is None or timex.readings:
        return False
    if not any(char.isdecimal() for char in timex.text) or len(timex.value) != len("2014-06-12"):
        return False
    before = text[max(0, timex.span.start - _BESIDE) : timex.span.start].rstrip(_BULLETS)
    if timex.span.start > 0 and before and before[-1] not in _OPENS:
        return False
    if timex.span.start > 0 and not before and timex.span.start > _BESIDE:
        return False
    end = timex.span.end
    after = text[end : end + _BESIDE]
    closed = timex.text.endswith(".") or after.lstrip(" \t")[:1] in _CLOSES
    follows = after.lstrip(_CLOSES + " \t")[:1]
    return closed and not follows.islower()
