"""Read each form of time expression by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from events import (
    timex_amount,
    timex_calendar,
    timex_count,
    timex_era,
    timex_figures,
    timex_holiday,
    timex_notation,
    timex_other_calendar,
    timex_relative,
    timex_season,
    timex_stretch,
)
from events.timex_clock import clock_of
from events.timex_frame import Frame
from events.timex_grammar import Found, readings_at
from events.timex_guard import is_time
from events.timex_meaning import Meaning, TimexKind
from events.timex_tape import CLASS_OF

_ON = f" {CLASS_OF['on']} "
_DAYS = frozenset(("month_day", "day_month", "weekday", "iso", "numeric"))
"""Rules that read a single day."""


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
    if found.tape.classes[found.last : found.last + 3] != _ON:
        return None
    following = next(readings_at(found.tape, found.last + 3, rule=0), None)
    meanings = () if following is None or following.rule not in _DAYS else meanings_of(following, frame)
    day = meanings[0].value[:10] if meanings else ""
    return (day, meanings[0].anchor) if len(day) == 10 and "X" not in day else None


def _clock_day(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    if clock_of(found) is None:
        return ()
    reader = timex_relative.deictic_day if found.words("deictic") else timex_relative.weekday_named
    return reader(found, frame)


_READERS: Mapping[str, Callable[[Found, Frame], tuple[Meaning, ...]]] = MappingProxyType(
    {
        "iso": timex_figures.iso_date,
        "year_first": timex_figures.iso_date,
        "compact": timex_figures.compact_date,
        "numeric": timex_figures.numeric_date,
        "units_of": timex_stretch.units_of,
        "years_span": timex_stretch.years_span,
        "past_span": timex_stretch.past_span,
        "days_month": timex_calendar.days_named,
        "month_days": timex_calendar.days_named,
        "month_day": timex_calendar.day_named,
        "day_month": timex_calendar.day_named,
        "month_bc": timex_calendar.month_named,
        "month_year": timex_calendar.month_named,
        "month_rel": timex_calendar.month_named,
        "month": timex_calendar.month_named,
        "bc_years": timex_era.before_christ,
        "bc_year": timex_era.before_christ,
        "ad_year": timex_era.anno_domini,
        "other_day": timex_other_calendar.other_day,
        "other_month": timex_other_calendar.other_month,
        "ramadan": timex_other_calendar.other_month,
        "dtg": timex_notation.date_time_group,
        "iso_week": timex_notation.iso_week,
        "week_number": timex_notation.iso_week,
        "roman_month": timex_notation.roman_month,
        "part_of_year": timex_notation.part_of_year,
        "holiday": timex_holiday.holiday,
        "easter_weekday": timex_holiday.easter_weekday,
        "bc_season": timex_season.season_before_christ,
        "part_of_date": timex_calendar.part_of_date,
        "week_of_month": timex_season.week_of_month,
        "half_of": timex_season.half_of,
        "the_day": timex_calendar.the_day,
        "same_unit": timex_relative.same_unit,
        "unit_end": timex_relative.unit_end,
        "the_period": timex_relative.the_period,
        "next_span": timex_relative.next_span,
        "military": _clock,
        "decade": timex_era.decade_named,
        "century": timex_era.century_named,
        "quarter": timex_season.quarter_named,
        "season": timex_season.season_named,
        "fiscal": timex_era.fiscal_year,
        "year": timex_era.year_named,
        "short_year": timex_era.short_year,
        "clock_day": _clock_day,
        "clock": _clock,
        "deictic": timex_relative.deictic_day,
        "before_yesterday": timex_relative.beside_yesterday,
        "before_last": timex_relative.before_last,
        "beside_day": timex_relative.beside_day,
        "tonight": timex_relative.deictic_day,
        "part_of_day": timex_relative.part_of_day,
        "every_weekday": timex_amount.repeated_weekday,
        "weekday": timex_relative.weekday_named,
        "times_per": timex_amount.repeated,
        "shift": timex_count.counted,
        "shift_vague": timex_count.counted_vaguely,
        "shift_year": timex_count.counted,
        "span_past": timex_amount.duration,
        "relative": timex_relative.relative_unit,
        "past_units": timex_amount.recent_units,
        "the_unit": timex_relative.the_unit,
        "age": timex_amount.duration,
        "duration": timex_amount.duration,
        "units": timex_amount.vague_duration,
        "unit_long": timex_amount.duration,
        "weekend": timex_relative.the_unit,
        "the_part": timex_amount.part_alone,
        "overnight": timex_amount.part_alone,
        "part": timex_amount.part_alone,
        "ref": timex_amount.reference,
    }
)


def meanings_of(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Return what a form means in its frame: one meaning, two for a pair of dates, none where it is no time at all."""
    return _READERS[found.rule](found, frame) if is_time(found, frame) else ()
