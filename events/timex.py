"""Find the time expressions of a text, with their values, their days and what they were counted from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from events.timex_frame import Focus, focus_of
from events.timex_grammar import form_at, readings_at
from events.timex_meaning import Meaning, Modifier, TimexKind
from events.timex_read import meanings_of
from events.timex_setting import Setting, setting_of
from events.timex_tape import Tape, tape_of
from events.timex_value import days_of
from texts.dating import Dating, Interval, Precision
from texts.span import Span


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
    """the days `[start, end)` that it may mean; an open side is None"""
    precision: Precision | None = None
    anchor: str | None = None
    """what it was counted from, in words: "the report's date 2014-06-13"; None for a full date"""
    modifier: Modifier | None = None
    readings: tuple[str, ...] = ()
    """further values that the words may have: 2024-04-03 for 03/04/2024"""
    doubts: tuple[str, ...] = ()
    """what a reader would doubt: "Friday is not the weekday of 2014-06-12" """


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
    found = tuple(_read(tape, setting, offset=offset))
    if last is None or last == first:
        return found
    later = {timex.span: timex for timex in _read(tape, replace(setting, published=last), offset=offset)}
    return tuple(_between(early, later.get(early.span, early), anchor) for early in found)


def _ends_of(anchor: Dating | None) -> tuple[date | None, date | None]:
    if anchor is None:
        return None, None
    first, last = anchor.interval.start, anchor.interval.last
    return first or last, last or first


def _read(tape: Tape, setting: Setting, *, offset: int) -> Iterator[Timex]:
    focus: Focus | None = None
    token = 0
    while (form := form_at(tape, token)) is not None:
        token, rule = form
        for found in readings_at(tape, token, rule=rule):
            frame = setting.frame_at(found, focus)
            meanings = meanings_of(found, frame)
            if meanings:
                for meaning in meanings:
                    yield _timex(tape, meaning, found.first, found.last, offset)
                    focus = _focus_after(focus, meaning)
                token = found.last
                break
        else:
            token += 1


def _focus_after(focus: Focus | None, meaning: Meaning) -> Focus | None:
    if meaning.kind in (TimexKind.DURATION, TimexKind.SET, TimexKind.REF):
        return focus
    return focus_of(meaning.value) or focus


def _timex(tape: Tape, meaning: Meaning, first: int, last: int, offset: int) -> Timex:
    first = first if meaning.first is None else meaning.first
    last = last if meaning.last is None else meaning.last
    start, end = tape.start(first), tape.ends[last - 1]
    words = "".join(tape.tokens[first:last])
    days = None
    if meaning.kind in (TimexKind.DATE, TimexKind.TIME):
        days = days_of(meaning.value, meaning.modifier)
    return Timex(
        kind=meaning.kind,
        span=Span(start=offset + start, end=offset + end),
        text=words,
        value=meaning.value,
        interval=days[0] if days else None,
        precision=days[1] if days else None,
        anchor=meaning.anchor,
        modifier=meaning.modifier,
        readings=meaning.readings,
        doubts=meaning.doubts,
    )


def _between(early: Timex, late: Timex, anchor: Dating | None) -> Timex:
    """Return what an expression means that was read from the first and from the last day of an uncertain date."""
    if early.value == late.value or early.interval is None or late.interval is None:
        return early
    start = (
        None
        if early.interval.start is None or late.interval.start is None
        else min(early.interval.start, late.interval.start)
    )
    end = (
        None if early.interval.end is None or late.interval.end is None else max(early.interval.end, late.interval.end)
    )
    return replace(
        early,
        value=f"{early.value}/{late.value}",
        interval=Interval(start=start, end=end),
        precision=Precision.RANGE,
        anchor=None if anchor is None else f"the report's date {anchor.edtf}",
    )


__all__ = ["Modifier", "Timex", "TimexKind", "timexes_in"]
