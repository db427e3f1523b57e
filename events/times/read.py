"""Read each form of time expression by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from events.times import (
    amount,
    calendar,
    count,
    era,
    figures,
    holiday,
    notation,
    other_calendar,
    relative,
    season,
    stretch,
)
from events.times.clock import clock_of
from events.times.frame import Frame
from events.times.grammar import Found, readings_at
from events.times.guard import is_time
from events.times.meaning import Meaning, TimexKind
from events.times.tape import CLASS_OF, value_of

_ON = f" {CLASS_OF['on']} "
_CLOSING = "".join(CLASS_OF[name] for name in ("in", "and", "or", "but", "of", "on", "at", "by"))
_AFTER_ANY = frozenset({"when", "while", "that", "with", "as", "for", "it", "he", "she", "they", "we"})
"""What may follow "a Monday" that is no noun."""
_A = f"{CLASS_OF['a']} "
_DAYS = frozenset(("month_day", "day_month", "weekday", "iso", "numeric", "the_day", "weekday_the_day"))
"""Rules that read a single day."""
_DATED = frozenset(("month_day", "day_month", "iso", "numeric"))
"""Those that name it whole."""


def _clock(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read a time of day: of the day that follows by "on", of one before it in the sentence, or of the report's."""
    clock = clock_of(found)
    if clock is None:
        return ()
    day, anchor = _day_after(found, frame) or _day_before(frame)
    return (Meaning(kind=TimexKind.TIME, value=day + clock, anchor=anchor),)


def _day_before(frame: Frame) -> tuple[str, str | None]:
    focus = frame.focus
    told = frame.focus_near or frame.chronicle or frame.published is None
    if told and focus is not None and focus.day is not None and focus.year > 0:
        return focus.value, frame.focus_anchor
    if frame.published is not None and not frame.chronicle:
        return frame.published.isoformat(), frame.report_anchor
    return "XXXX-XX-XX", None


def _day_after(found: Found, frame: Frame) -> tuple[str, str | None] | None:
    """Read the day that follows a time of day: by "on", or its date by a comma or nothing."""
    after = found.tape.classes[found.last : found.last + 3]
    skipped = 3 if after == _ON else 2 if after.startswith(", ") else 1 if after.startswith(" ") else 0
    following = next(readings_at(found.tape, found.last + skipped, rule=0), None) if skipped else None
    rules = _DAYS if skipped == len(_ON) else _DATED
    meanings = () if following is None or following.rule not in rules else meanings_of(following, frame)
    day = meanings[0].value[:10] if meanings else ""
    return (day, meanings[0].anchor) if len(day) == 10 and "X" not in day else None


def _day(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    reader = relative.deictic_day if found.words("deictic") else relative.weekday_named
    return reader(found, frame)


def _weekday(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read a weekday, whose date may stand behind it in brackets: "on Monday (June 23)"; "a Monday" is any."""
    if found.tape.classes[max(0, found.first - 2) : found.first] == _A and _stands_alone(found):
        return (Meaning(kind=TimexKind.DATE, value=f"XXXX-WXX-{_number(found)}"),)
    if found.tape.classes[found.last : found.last + 2] == " (":
        dated = next(readings_at(found.tape, found.last + 2, rule=0), None)
        meanings = () if dated is None or dated.rule not in _DATED else meanings_of(dated, frame)
        day = meanings[0].value if meanings else ""
        if len(day) == 10 and "X" not in day and date.fromisoformat(day).isoweekday() == _number(found):
            return (Meaning(kind=TimexKind.DATE, value=day, anchor=meanings[0].anchor),)
    return relative.weekday_named(found, frame)


def _stands_alone(found: Found) -> bool:
    """Whether no noun follows that the day belongs to: "on a Monday", not "a Monday raid"."""
    after = found.tape.classes[found.last : found.last + 2]
    word = found.tape.tokens[found.last + 1 : found.last + 2]
    return not found.words("rel", "part") and (
        not after.startswith(" ") or after[1:] in _CLOSING or word[0] in _AFTER_ANY or not word[0].isalpha()
    )


def _number(found: Found) -> int:
    return int(value_of(found.words("weekday")))


def _clock_day(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    if clock_of(found) is None:
        return ()
    return _day(found, frame)


_READERS: Mapping[str, Callable[[Found, Frame], tuple[Meaning, ...]]] = MappingProxyType(
    {
        "iso": figures.iso_date,
        "year_first": figures.iso_date,
        "compact": figures.compact_date,
        "numeric": figures.numeric_date,
        "units_of": stretch.units_of,
        "years_span": stretch.years_span,
        "past_span": stretch.past_span,
        "days_month": calendar.days_named,
        "month_days": calendar.days_named,
        "month_day": calendar.day_named,
        "day_month": calendar.day_named,
        "month_bc": calendar.month_named,
        "month_year": calendar.month_named,
        "month_rel": calendar.month_named,
        "month": calendar.month_named,
        "bc_years": era.before_christ,
        "bc_year": era.before_christ,
        "ad_year": era.anno_domini,
        "other_day": other_calendar.other_day,
        "other_month": other_calendar.other_month,
        "ramadan": other_calendar.other_month,
        "dtg": notation.date_time_group,
        "iso_week": notation.iso_week,
        "week_number": notation.iso_week,
        "roman_month": notation.roman_month,
        "part_of_year": notation.part_of_year,
        "holiday": holiday.holiday,
        "easter_weekday": holiday.easter_weekday,
        "bc_season": season.season_before_christ,
        "part_of_date": calendar.part_of_date,
        "week_of_month": season.week_of_month,
        "half_of": season.half_of,
        "the_day": calendar.the_day,
        "same_unit": relative.same_unit,
        "unit_end": relative.unit_end,
        "named_year": era.year_numbered,
        "the_period": relative.the_period,
        "next_span": relative.next_span,
        "military": _clock,
        "decade": era.decade_named,
        "century": era.century_named,
        "quarter": season.quarter_named,
        "season": season.season_named,
        "fiscal": era.fiscal_year,
        "year": era.year_named,
        "short_year": era.short_year,
        "part_the_day": calendar.part_of_the_day,
        "noon_day": _day,
        "weekday_the_day": calendar.weekday_the_day,
        "weekdays_ago": relative.weekdays_ago,
        "clock_day": _clock_day,
        "clock": _clock,
        "deictic": relative.deictic_day,
        "before_yesterday": relative.beside_yesterday,
        "before_last": relative.before_last,
        "beside_day": relative.beside_day,
        "tonight": relative.deictic_day,
        "part_of_day": relative.part_of_day,
        "every_weekday": amount.repeated_weekday,
        "weekday": _weekday,
        "times_per": amount.repeated,
        "shift": count.counted,
        "shift_vague": count.counted_vaguely,
        "shift_year": count.counted,
        "span_past": amount.duration,
        "relative": relative.relative_unit,
        "past_units": amount.recent_units,
        "the_unit": relative.the_unit,
        "age": amount.duration,
        "duration": amount.duration,
        "units": amount.vague_duration,
        "unit_long": amount.duration,
        "weekend": relative.the_unit,
        "the_part": amount.part_alone,
        "overnight": amount.part_alone,
        "part": amount.part_alone,
        "ref": amount.reference,
    }
)


def meanings_of(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Return what a form means in its frame: one meaning, two for a pair of dates, none where it is no time at all."""
    return _READERS[found.rule](found, frame) if is_time(found, frame) else ()
