"""Find the time expressions of a text, with their values, their days and what they were counted from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from events.times.bounds import Placed, open_interval, ranges_in
from events.times.focus import focus_after
from events.times.frame import Focus
from events.times.grammar import form_at, readings_at
from events.times.meaning import Meaning, Modifier, TimexKind
from events.times.read import meanings_of
from events.times.setting import Setting, setting_of
from events.times.tape import CLASS_OF, Tape, tape_of
from events.times.value import days_of
from texts.dating import Dating, Interval, Precision
from texts.span import Span

_NEAR = 40
_TO = "".join(CLASS_OF[name] for name in ("to", "until", "through"))
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_STOPS = frozenset(".?!\n")

_UNDATED = (TimexKind.DURATION, TimexKind.SET, TimexKind.REF)
"""Kinds that have no place in the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """Words that say when, for how long or how often, with their place in the calendar where they have one.

    Durations, sets and references have no interval: they never date an event.
    """

    kind: TimexKind
    span: Span
    text: str
    value: str
    """TIMEX3: 2014-06-12, 2014-W24, 2014-06, 201X, P3D, PRESENT_REF, XXXX-XX-XXTMO"""
    interval: Interval | None = None
    """the days `[start, end)` that it may mean; an open side is None: "since 2003" has no end"""
    precision: Precision | None = None
    anchor: str | None = None
    """what it was counted from, in words: "the report's date 2014-06-13"; None for a full date"""
    modifier: Modifier | None = None
    readings: tuple[str, ...] = ()
    """further values that the words may have: 2024-04-03 for 03/04/2024"""
    doubts: tuple[str, ...] = ()
    """what a reader would doubt: "Friday is not the weekday of 2014-06-12" """
    range: Interval | None = None
    """the stretch whose first or last part it is: from 3 to 5 March for either end of "between 3 and 5 March" """


def timexes_in(text: str, *, anchor: Dating | None, span: Span | None = None) -> tuple[Timex, ...]:
    """Return the time expressions of `text`, or of `span` within it, in order; they never overlap.

    Relative expressions are counted from `anchor`, the date of publication. Where that is an interval of days, they
    are read from its first and from its last day, and mean everything in between. Without an anchor only what the
    text itself dates has a place in the calendar.

    >>> from texts.dating import Basis
    >>> day = Interval(start=date(2014, 6, 13), end=date(2014, 6, 14))
    >>> friday = Dating(
    ...     edtf="2014-06-13", interval=day, precision=Precision.DAY, basis=Basis.STATED, source="front matter"
    ... )
    >>> [timex.value for timex in timexes_in("Most of Tikrit was retaken on Thursday.", anchor=friday)]
    ['2014-06-12']
    >>> [timex.value for timex in timexes_in("Most of Tikrit was retaken on Thursday.", anchor=None)]
    ['XXXX-WXX-4']
    >>> timexes_in("", anchor=friday)
    ()
    """
    offset, part = (0, text) if span is None else (span.start, span.of(text))
    tape = tape_of(part)
    first, last = _ends_of(anchor)
    setting = setting_of(tape, first)
    found = _read(tape, setting, offset=offset)
    if last is None or last == first:
        return found
    later = {timex.span: timex for timex in _read(tape, replace(setting, published=last), offset=offset)}
    return tuple(_between(early, later.get(early.span, early), anchor) for early in found)


def _ends_of(anchor: Dating | None) -> tuple[date | None, date | None]:
    if anchor is None:
        return None, None
    first, last = anchor.interval.start, anchor.interval.last
    return first or last, last or first


def _read(tape: Tape, setting: Setting, *, offset: int) -> tuple[Timex, ...]:
    read = [
        (meaning, Placed(first=first, last=last, days=_days(meaning), deadline=meaning.kind is TimexKind.DATE))
        for meaning, first, last in _meanings_on(tape, setting)
    ]
    ranges = ranges_in(tape, [placed for _, placed in read])
    return tuple(
        _timex(tape, meaning, placed, offset=offset, stretch=ranges.get(number), published=setting.published)
        for number, (meaning, placed) in enumerate(read)
    )


def _meanings_on(tape: Tape, setting: Setting) -> Iterator[tuple[Meaning, int, int]]:
    """Yield each meaning with its tokens `[first, last)`."""
    focus: Focus | None = None
    token = dated = 0
    before = "", 0
    while (form := form_at(tape, token)) is not None:
        token, rule = form
        for found in readings_at(tape, token, rule=rule):
            near = _same_sentence(tape, dated, found.first)
            frame = setting.frame_at(found, focus, near=near, range_start=_range_start(tape, before, found.first))
            meanings = meanings_of(found, frame)
            for meaning in meanings:
                first = found.first if meaning.first is None else meaning.first
                yield meaning, first, found.last if meaning.last is None else meaning.last
                before = meaning.value, found.last
                moved = focus_after(focus, meaning, frame, tape=tape, first=first)
                dated = dated if moved is focus else found.last
                focus = moved
            if meanings:
                token = found.last
                break
        else:
            token += 1


def _range_start(tape: Tape, before: tuple[str, int], first: int) -> date | None:
    """Return the day named right before token `first` and joined to it by "to": that of "from Monday to Friday"."""
    value, last = before
    joined = first - last == 3 and tape.classes[last + 1] in _TO
    return date.fromisoformat(value) if joined and _DAY.fullmatch(value) else None


def _same_sentence(tape: Tape, dated: int, first: int) -> bool:
    """Whether no sentence ends between the last date, which ends before token `dated`, and token `first`."""
    return dated > 0 and first - dated < _NEAR and not set(tape.classes[dated:first]) & _STOPS


def _days(meaning: Meaning) -> Interval | None:
    days = None if meaning.kind in _UNDATED else days_of(meaning.days or meaning.value, meaning.modifier)
    return days[0] if days else None


def _timex(
    tape: Tape, meaning: Meaning, placed: Placed, *, offset: int, stretch: Interval | None, published: date | None
) -> Timex:
    start, end = tape.start(placed.first), tape.ends[placed.last - 1]
    days = days_of(meaning.days or meaning.value, meaning.modifier) if placed.days is not None else None
    interval, precision = days or (None, None)
    part = open_interval(tape, placed)
    if part is None and interval is not None and published is not None and meaning.anchor:
        part = _beside_report(interval, meaning.modifier, published)
    if part is not None:
        interval, precision = part, Precision.RANGE
    elif meaning.readings and interval is not None:
        others = [found[0] for found in map(days_of, meaning.readings) if found is not None]
        interval, precision = _hull((interval, *others)), Precision.RANGE
    return Timex(
        kind=meaning.kind,
        span=Span(start=offset + start, end=offset + end),
        text="".join(tape.tokens[placed.first : placed.last]),
        value=meaning.value,
        interval=interval,
        precision=precision,
        anchor=meaning.anchor,
        modifier=meaning.modifier,
        readings=meaning.readings,
        doubts=meaning.doubts,
        range=stretch,
    )


def _beside_report(days: Interval, modifier: Modifier | None, published: date) -> Interval | None:
    """Return the part of the days up to the report's for "earlier this month", from it on for "later this month"."""
    if days.start is None or days.end is None or not days.start < published < days.end:
        return None
    if modifier is Modifier.BEFORE:
        return Interval(start=days.start, end=published + timedelta(days=1))
    return Interval(start=published, end=days.end) if modifier is Modifier.AFTER else None


def _hull(intervals: tuple[Interval, ...]) -> Interval:
    """Return the stretch from the first start to the last end; a side that is open in one is open."""
    starts = [interval.start for interval in intervals]
    ends = [interval.end for interval in intervals]
    return Interval(
        start=None if None in starts else min(start for start in starts if start is not None),
        end=None if None in ends else max(end for end in ends if end is not None),
    )


def _between(early: Timex, late: Timex, anchor: Dating | None) -> Timex:
    """Return what an expression means that was read from the first and from the last day of an uncertain date."""
    if early.value == late.value or early.interval is None or late.interval is None:
        return early
    ranges = tuple(stretch for stretch in (early.range, late.range) if stretch is not None)
    return replace(
        early,
        value=f"{early.value}/{late.value}",
        interval=_hull((early.interval, late.interval)),
        precision=Precision.RANGE,
        anchor=None if anchor is None else f"the report's date {anchor.edtf}",
        range=_hull(ranges) if ranges else None,
    )


__all__ = ["Modifier", "Timex", "TimexKind", "timexes_in"]
