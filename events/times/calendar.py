"""Read dates that name a month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from events.times.clock import clock_of
from events.times.frame import Frame, cost_of, day_exists, focus_of, value_at, year_of
from events.times.grammar import Found
from events.times.meaning import Meaning, Modifier, TimexKind
from events.times.part import full_year, modifier_of, number_in
from events.times.relative import unit_value
from events.times.tape import value_of

_MONTHS = 14
"""How many months away a "Friday the 13th" may lie; there is one in any fourteen."""


def day_named(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "Thursday, 12 June 2014", "June 12", "the 12th of June"."""
    month, day = int(value_of(found.words("month"))), number_in(found.words("day"))
    if day is None or not 1 <= day <= 31:
        return ()
    year, anchor = _year(found, frame, month, day)
    if year is not None and anchor is not None:
        year = _year_of_weekday(found, year, month, day)
    doubts = _weekday_doubt(found, year, month, day)
    if year is None:
        return (Meaning(kind=TimexKind.DATE, value=f"XXXX-{month:02d}-{day:02d}"),)
    if not day_exists(year, month, day):
        value = value_at(year, month)
        return (Meaning(kind=TimexKind.DATE, value=value, anchor=anchor, doubts=(f"there is no such day in {value}",)),)
    clock = clock_of(found)
    kind = TimexKind.TIME if clock else TimexKind.DATE
    return (Meaning(kind=kind, value=value_at(year, month, day) + (clock or ""), anchor=anchor, doubts=doubts),)


def _year(found: Found, frame: Frame, month: int, day: int | None = None) -> tuple[int | None, str | None]:
    stated = found.words("year", "year1", "year2")
    if stated:
        return full_year(stated, frame), None
    rel = found.words("rel", "rel2")
    if rel and frame.published is not None:
        value, anchor = unit_value(rel, frame)
        focus = focus_of(value) if value else None
        if focus is not None:
            return focus.year, anchor
    return year_of(month, frame, day=day)


def _year_of_weekday(found: Found, year: int, month: int, day: int) -> int:
    """Return the year, or the one beside it, in which the day falls on the weekday that is named with it."""
    named = value_of(found.words("weekday"))
    if named:
        for candidate in (year, year + 1, year - 1):
            if day_exists(candidate, month, day) and date(candidate, month, day).isoweekday() == int(named):
                return candidate
    return year


def _weekday_doubt(found: Found, year: int | None, month: int, day: int) -> tuple[str, ...]:
    named = value_of(found.words("weekday"))
    if not named or year is None or not day_exists(year, month, day):
        return ()
    if date(year, month, day).isoweekday() == int(named):
        return ()
    return (f"{found.words('weekday').capitalize()} is not the weekday of {value_at(year, month, day)}",)


def days_named(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read the two days of "3 and 5 March", "June 6-7, 2014"."""
    month = int(value_of(found.words("month")))
    days = (number_in(found.words("day1")), number_in(found.words("day2")))
    if days[0] is None or days[1] is None:
        return ()
    year, anchor = _year(found, frame, month, days[0])
    if year is None or not all(day_exists(year, month, day) for day in days if day is not None):
        return ()
    month_first = found.span("month")[0] < found.span("day1")[0]
    values = [value_at(year, month, day) for day in days]
    split = found.span("day1")[1], found.span("day2")[0]
    return (
        Meaning(kind=TimexKind.DATE, value=values[0], anchor=anchor, first=found.first, last=split[0])
        if month_first
        else Meaning(kind=TimexKind.DATE, value=values[0], anchor=anchor, last=split[0]),
        Meaning(kind=TimexKind.DATE, value=values[1], anchor=anchor, first=split[1]),
    )


def month_named(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "early June 2014", "last June", "June"."""
    month = int(value_of(found.words("month")))
    modifier = modifier_of(found)
    stated = found.words("year")
    if stated:
        year = full_year(stated, frame)
        return () if not year else (Meaning(kind=TimexKind.DATE, value=value_at(year, month), modifier=modifier),)
    number = found.words("number")
    if number:
        before = number_in(number)
        return (Meaning(kind=TimexKind.DATE, value=value_at(-before, month), modifier=modifier),) if before else ()
    rel = found.words("rel")
    if rel and not (frame.chronicle and value_of(rel.rsplit(maxsplit=1)[-1]) == ""):
        return _month_relative(rel, month, modifier, frame)
    year, anchor = year_of(month, frame)
    value = f"XXXX-{month:02d}" if year is None else value_at(year, month)
    return (Meaning(kind=TimexKind.DATE, value=value, modifier=modifier, anchor=anchor),)


def _month_relative(rel: str, month: int, modifier: Modifier | None, frame: Frame) -> tuple[Meaning, ...]:
    if rel.rsplit(maxsplit=1)[-1] in ("year", "season", "decade", "century"):
        value, anchor = unit_value(rel, frame)
        focus = focus_of(value) if value else None
        year = focus.year if focus else None
    else:
        step = int(value_of(rel.rsplit(maxsplit=1)[-1]) or 0)
        origin, anchor = frame.origin
        year = origin.year if origin else None
        if origin is not None and year is not None:
            if step < 0 and month >= (origin.month or 1):
                year -= 1
            elif step > 0 and month <= (origin.month or 12):
                year += 1
    value = f"XXXX-{month:02d}" if year is None else value_at(year, month)
    return (Meaning(kind=TimexKind.DATE, value=value, modifier=modifier, anchor=anchor),)


def part_of_date(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the night of April 18, 1775", "dawn on 12 June"."""
    month, day = int(value_of(found.words("month", "month2"))), number_in(found.words("day", "day2"))
    if day is None or not 1 <= day <= 31:
        return ()
    year, anchor = _year(found, frame, month, day)
    part = value_of(found.words("part"))
    tail = part if part.startswith("T") else f"T{part}"
    if year is None or not day_exists(year, month, day):
        return ()
    doubts = _weekday_doubt(found, year, month, day)
    return (Meaning(kind=TimexKind.TIME, value=value_at(year, month, day) + tail, anchor=anchor, doubts=doubts),)


def the_day(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "on the 20th", "the 3rd of last month": a day of the month last spoken of, or of the one named."""
    day = number_in(found.words("day"))
    origin, anchor = frame.origin
    told = found.words("rel")
    if told:
        value, anchor = unit_value(told, frame)
        origin = focus_of(value) if value else None
    if day is None or origin is None or origin.month is None or not day_exists(max(origin.year, 1), origin.month, day):
        return ()
    return (Meaning(kind=TimexKind.DATE, value=value_at(origin.year, origin.month, day), anchor=anchor),)


def part_of_the_day(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "noon on the 15th", "the night of the 9th"."""
    part = value_of(found.words("part"))
    tail = part if part.startswith("T") else f"T{part}"
    return tuple(replace(it, kind=TimexKind.TIME, value=it.value + tail) for it in the_day(found, frame))


def weekday_the_day(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "Friday the 13th": the nearest such day, on the side that the verb says."""
    weekday, day = int(value_of(found.words("weekday"))), number_in(found.words("day", "day2"))
    origin, anchor = frame.origin
    near = origin.start if origin is not None else None
    if day is None or origin is None or near is None:
        return ()
    months = (divmod(origin.year * 12 + (origin.month or 1) - 1 + step, 12) for step in range(-_MONTHS, _MONTHS + 1))
    fitting = (date(year, month + 1, day) for year, month in months if day_exists(year, month + 1, day))
    days = [it for it in fitting if it.isoweekday() == weekday]
    if not days:
        return ()
    chosen = min(days, key=lambda it: cost_of((it - near).days, frame.tense))
    return (Meaning(kind=TimexKind.DATE, value=chosen.isoformat(), anchor=anchor),)
