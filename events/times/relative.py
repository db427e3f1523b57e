"""Read expressions that are counted from another date: yesterday, last week, two days later, on Thursday."""

from __future__ import annotations

from datetime import date

from events.times.clock import clock_of
from events.times.count import CLOCK_UNITS, UNKNOWN, period
from events.times.frame import Focus, Frame, focus_at, moved, shifted, week_of, weekday_day
from events.times.grammar import Found
from events.times.meaning import Meaning, Modifier, TimexKind
from events.times.number import amount_of
from events.times.part import modifier_of
from events.times.tape import CLASS_OF, value_of
from events.times.tense import Tense

_YEARLY = frozenset(("M", "Q", "W"))
"""Units of which each year has the same ones."""

_TEXTUAL = frozenset(
    ("that", "those", "same", "previous", "preceding", "following", "subsequent", "ensuing", "other", "prior")
)
"""Words that count from the last date mentioned."""

_OF_THE_TELLING = frozenset(("this", "current", "last", "next", "past", "coming"))
"""Words that count from the report's date in news, and from the last date mentioned in a chronicle."""


def unit_value(words: str, frame: Frame) -> tuple[str | None, str | None]:
    """Return the value of "last year", "the same month", with what it was counted from."""
    *before, unit_word = words.split()
    unit = value_of(unit_word)
    names = set(before)
    step = next((int(value_of(word)) for word in before if value_of(word) in ("-1", "1") and word != "a"), 0)
    textual = frame.published is None or names == {"the"} or not names.isdisjoint(_TEXTUAL)
    textual = textual or (names == {"the", "next"} and unit == "D")
    textual = textual or (names == {"the", "next"} and frame.focus_near and frame.tense is Tense.BACK)
    if frame.chronicle and frame.focus is not None and not names.isdisjoint(_OF_THE_TELLING):
        textual = True
    origin, anchor = (frame.focus, frame.focus_anchor) if textual else (None, None)
    if origin is None and frame.published is not None:
        origin, anchor = focus_at(frame.published), frame.report_anchor
    if origin is None or unit in CLOCK_UNITS or not unit:
        return None, None
    if unit == "WE":
        return _weekend(origin, step, gone=names == {"the"} and frame.tense is not Tense.AHEAD), anchor
    value = shifted(origin, step, unit)
    if value is None and frame.published is not None and not frame.chronicle:
        return shifted(focus_at(frame.published), step, unit), frame.report_anchor  # the focus is too coarse
    return value, anchor


def _weekend(origin: Focus, step: int, *, gone: bool) -> str | None:
    """Return the weekend of the origin's week, or that of a week before or after.

    From Monday to Thursday "the weekend" is the one that has `gone`.
    """
    if origin.start is None or origin.day is None:
        return None
    if gone and origin.start.isoweekday() <= 4:
        step = -1
    day = moved(origin.start, 7 * step)
    return None if day is None else f"{week_of(day)}-WE"


def relative_unit(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "last week", "earlier this month", "that year", "the following day"."""
    unit_word = found.words("unit")
    unit = value_of(unit_word)
    rel = found.words("rel")
    if unit in CLOCK_UNITS:
        return ()
    names = rel.split()
    if "past" in names and "same" not in names and unit != "WE":
        return (Meaning(kind=TimexKind.DURATION, value=period("1", unit)),)
    if set(names) & {"these", "those"}:
        return ()
    if names[0] == "the" and names[-1] == "last" and _is_of_something(found):
        return (Meaning(kind=TimexKind.DURATION, value=period("1", unit)),)
    value, anchor = unit_value(f"{rel} {unit_word}", frame)
    if unit == "D" and names[-1] == "other":
        return (Meaning(kind=TimexKind.DATE, value="PAST_REF"),)
    return (Meaning(kind=TimexKind.DATE, value=value or UNKNOWN[unit], modifier=modifier_of(found), anchor=anchor),)


def the_unit(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the end of the year", "later in the month"."""
    unit = value_of(found.words("unit"))
    if unit in CLOCK_UNITS:
        return ()
    quarter = unit == "Q" and frame.focus is not None and frame.focus.quarter is not None
    origin = frame.focus if frame.chronicle or frame.published is None or quarter else None
    anchor = frame.focus_anchor if origin is not None else frame.report_anchor
    if origin is None and frame.published is not None:
        origin = focus_at(frame.published)
    value = None
    if origin is not None:
        gone = frame.tense is not Tense.AHEAD
        value = _weekend(origin, 0, gone=gone) if unit == "WE" else shifted(origin, 0, unit)
    modifier = modifier_of(found)
    if modifier is Modifier.AFTER and frame.tense is not Tense.AHEAD:
        modifier = None  # "later in the month they left": behind what was told before, and not behind the report
    return (Meaning(kind=TimexKind.DATE, value=value or UNKNOWN[unit], modifier=modifier, anchor=anchor),)


def _is_of_something(found: Found) -> bool:
    """Whether the unit is one of something else: "the last month of the war"."""
    return found.tape.classes[found.last : found.last + 2] == f" {CLASS_OF['of']}"


def same_unit(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the same month last year", "the same quarter a year earlier"."""
    unit = value_of(found.words("unit"))
    origin, anchor = frame.origin
    if unit == "Q" and frame.focus is not None and frame.focus.quarter is not None:
        origin, anchor = frame.focus, frame.focus_anchor
    here = shifted(origin, 0, unit) if origin is not None and unit in _YEARLY else None
    if here is None or origin is None:
        value = shifted(origin, -1, "Y") if origin is not None else None
    elif unit == "W":
        value = shifted(origin, -52, "W")
    else:
        value = f"{int(here[:4]) - 1:04d}{here[4:]}"
    return (Meaning(kind=TimexKind.DATE, value=value or "XXXX", anchor=anchor if value else None),)


def unit_end(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "month's end", "year-end"."""
    return the_unit(found, frame)


def the_period(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "for the year", "in the quarter"."""
    if value_of(found.words("unit")) not in ("Y", "Q", "M", "W"):
        return ()
    return the_unit(found, frame)


def next_span(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "for the next year", "over the last decade": so long, counted from now."""
    del frame
    unit = value_of(found.words("unit"))
    return (Meaning(kind=TimexKind.DURATION, value=period("1", unit)),)


def weekdays_ago(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "two Fridays ago"."""
    amount = amount_of(found.words("amount"))
    last = weekday_day(int(value_of(found.words("weekday"))), frame, direction=-1)
    if last is None or amount is None or amount != int(amount):
        return (Meaning(kind=TimexKind.REF, value="PAST_REF"),)
    day = moved(last, -7 * (int(amount) - 1))
    return () if day is None else (Meaning(kind=TimexKind.DATE, value=day.isoformat(), anchor=frame.report_anchor),)


def deictic_day(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "yesterday", "tomorrow morning", "tonight"."""
    word = found.words("deictic")
    step = int(value_of(word))
    part = value_of(found.words("part")) or ("NI" if _is_tonight(found) else "")
    clock = clock_of(found)
    day = moved(frame.published, step) if frame.published else None
    base = day.isoformat() if day else "XXXX-XX-XX"
    if clock is None and not part and frame.chronicle and step == 0:
        return (Meaning(kind=TimexKind.REF, value="PRESENT_REF"),)
    kind = TimexKind.TIME if clock or part else TimexKind.DATE
    tail = clock or (f"T{part}" if part else "")
    anchor = frame.report_anchor if day else None
    return (Meaning(kind=kind, value=base + tail, anchor=anchor, modifier=modifier_of(found)),)


def _is_tonight(found: Found) -> bool:
    return found.tape.classes[found.span("deictic")[0]] == CLASS_OF["tonight"]


def before_last(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the night before last", "the week before last"."""
    unit, part = value_of(found.words("unit")), value_of(found.words("part"))
    if unit in CLOCK_UNITS and not part:
        return ()
    value = None if frame.published is None else shifted(focus_at(frame.published), -2, unit or "D")
    if value is None:
        return (Meaning(kind=TimexKind.DATE, value=UNKNOWN[unit or "D"]),)
    kind, tail = (TimexKind.TIME, f"T{part}") if part else (TimexKind.DATE, "")
    return (Meaning(kind=kind, value=value + tail, anchor=frame.report_anchor),)


def beside_yesterday(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the day before yesterday", "the day after tomorrow"."""
    if value_of(found.words("unit")) != "D":
        return ()
    step = int(value_of(found.words("deictic"))) + int(value_of(found.words("dir")))
    day = moved(frame.published, step) if frame.published else None
    return (
        Meaning(
            kind=TimexKind.DATE,
            value=day.isoformat() if day else "XXXX-XX-XX",
            anchor=frame.report_anchor if day else None,
        ),
    )


def beside_day(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the day before", "the night after", "the year before": of the last date mentioned, never of the report."""
    unit, part = value_of(found.words("unit")) or "D", value_of(found.words("part"))
    if unit in CLOCK_UNITS:
        return ()
    step = 1 if found.words("dir") == "after" else -1
    value = None if frame.focus is None else shifted(frame.focus, step, unit)
    if value is None:
        return (Meaning(kind=TimexKind.DATE, value=UNKNOWN[unit]),)
    kind, tail = (TimexKind.TIME, f"T{part}") if part else (TimexKind.DATE, "")
    return (Meaning(kind=kind, value=value + tail, anchor=frame.focus_anchor),)


def part_of_day(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "last night", "this morning", "that afternoon", "the next morning"."""
    part = value_of(found.words("part"))
    names = set(found.words("rel").split())
    textual = names & {"that", "same", "following", "next", "previous"} or frame.published is None or frame.chronicle
    step = -1 if names & {"last", "previous"} else 1 if names & {"next", "following"} else 0
    if textual and frame.focus is not None and frame.focus.day is not None:
        day, anchor = frame.focus.start, frame.focus_anchor
    else:
        day, anchor = frame.published, frame.report_anchor
    day = moved(day, step) if day else None
    value = f"{day.isoformat()}T{part}" if day else f"XXXX-XX-XXT{part}"
    return (Meaning(kind=TimexKind.TIME, value=value, anchor=anchor if day else None, modifier=modifier_of(found)),)


def weekday_named(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "on Thursday", "last Friday", "Monday morning"."""
    weekday = int(value_of(found.words("weekday")))
    rel = found.words("rel").split()
    part = value_of(found.words("part"))
    day: date | None
    anchor = frame.report_anchor
    if (
        rel
        and rel[-1] in ("following", "previous", "preceding")
        and frame.focus
        and frame.focus.day
        and frame.focus.start
    ):
        inner = Frame(published=frame.focus.start, focus=None, chronicle=False)
        day = weekday_day(weekday, inner, direction=1 if rel[-1] == "following" else -1)
        anchor = frame.focus_anchor
    else:
        step = value_of(rel[-1]) if rel else ""
        day = weekday_day(weekday, frame, direction=int(step) if step in ("-1", "1") else None)
    ahead = frame.tense is not Tense.BACK
    if ahead and day is not None and frame.range_start is not None and not rel and day < frame.range_start:
        inner = Frame(published=frame.range_start, focus=None, chronicle=False)
        day = weekday_day(weekday, inner, direction=1)
    clock = clock_of(found) or (part if part.startswith("T") else f"T{part}" if part else "")
    kind = TimexKind.TIME if clock else TimexKind.DATE
    value = day.isoformat() if day else f"XXXX-WXX-{weekday}"
    return (Meaning(kind=kind, value=value + clock, anchor=anchor if day else None, modifier=modifier_of(found)),)
