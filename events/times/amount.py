"""Read durations, sets and references: they say how long, how often or roughly when, and never date an event."""

from __future__ import annotations

from events.times.count import period_of
from events.times.frame import Frame, moved
from events.times.grammar import Found
from events.times.meaning import Meaning, Modifier, TimexKind
from events.times.tape import value_of


def duration(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "about three weeks", "several months", "the past two years"."""
    del frame
    unit = value_of(found.words("unit"))
    if not unit:
        return ()
    words = found.words("amount") + (" and a half" if found.words("half") else "")
    if words.startswith(("a and", "an and")):
        words = "one and a half"
    modifier = Modifier.APPROX if found.words("approx") else None
    return (Meaning(kind=TimexKind.DURATION, value=period_of(words, unit), modifier=modifier),)


def vague_duration(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "years", "weeks"."""
    del frame
    return (Meaning(kind=TimexKind.DURATION, value=period_of("several", value_of(found.words("unit")))),)


def recent_units(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "recent weeks", "the coming months"."""
    del frame
    rel = found.words("rel").split()[-1]
    if rel == "recent":
        return (Meaning(kind=TimexKind.REF, value="PAST_REF"),)
    if rel in ("coming", "upcoming"):
        return (Meaning(kind=TimexKind.REF, value="FUTURE_REF"),)
    return (Meaning(kind=TimexKind.DURATION, value=period_of("several", value_of(found.words("unit")))),)


def repeated(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "every day", "per month", "annually"."""
    del frame
    daily = found.words("daily")
    unit = value_of(daily) if daily else value_of(found.words("unit"))
    if len(unit) > 2:
        return (Meaning(kind=TimexKind.SET, value=unit),)
    words = found.words("amount")
    if words in ("other", "second"):
        words = "two"
    return (Meaning(kind=TimexKind.SET, value=period_of(words or "one", unit)),)


def repeated_weekday(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "every Tuesday", "Sundays"."""
    del frame
    word = found.words("weekday", "weekdays")
    value = value_of(word)
    if value.isdecimal():
        return (Meaning(kind=TimexKind.SET, value=f"XXXX-WXX-{value}"),)
    if value == "WE" or word == "weekends":
        return (Meaning(kind=TimexKind.SET, value="XXXX-WXX-WE"),)
    return (
        Meaning(
            kind=TimexKind.SET, value=f"XXXX-{value}" if value in ("SP", "SU", "FA", "WI") else f"XXXX-XX-XXT{value}"
        ),
    )


def reference(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "now", "recently", "the past"."""
    time = found.words("time")
    if time:
        return (Meaning(kind=TimexKind.REF, value="PRESENT_REF" if time.startswith("this") else "PAST_REF"),)
    words = found.words("ref", "the", "current", "date", "modern", "days")
    last = words.split()[-1]
    value = value_of(last) if value_of(last).endswith("REF") else "PRESENT_REF"
    if last == "past":
        value = "PAST_REF"
    if last in ("former", "current", "recent", "future") and not frame.chronicle and found.words("current"):
        return ()
    if found.words("days") and words != "these days":
        return ()
    if found.words("date"):
        start, end = found.span("date")
        return (Meaning(kind=TimexKind.REF, value="PRESENT_REF", first=start, last=end),)
    return (Meaning(kind=TimexKind.REF, value=value),)


def part_alone(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "overnight", "night", "noon" where no day is named."""
    value = value_of(found.words("part"))
    tail = value if value.startswith("T") else f"T{value}"
    focus = frame.focus
    if (
        frame.published is not None
        and not frame.chronicle
        and (found.rule == "overnight" or "12" in tail or "24" in tail)
    ):
        near = focus is not None and focus.day is not None and frame.focus_near
        day = focus.value if near and focus is not None else frame.published.isoformat()
        anchor = frame.focus_anchor if near else frame.report_anchor
        eve = moved(frame.published, -1)
        nights = f"{eve}/{day}" if found.rule == "overnight" and not near and eve is not None else None
        return (Meaning(kind=TimexKind.TIME, value=f"{day}{tail}", anchor=anchor, days=nights),)
    told = found.rule == "the_part" and frame.focus_near
    if (told or (frame.chronicle and "12" in tail)) and focus is not None and focus.day is not None and focus.year > 0:
        return (Meaning(kind=TimexKind.TIME, value=f"{focus.value}{tail}", anchor=frame.focus_anchor),)
    return (Meaning(kind=TimexKind.SET, value=f"XXXX-XX-XX{tail}"),)
