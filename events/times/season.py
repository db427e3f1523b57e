"""Read seasons, quarters, halves and weeks of a year."""

from __future__ import annotations

from datetime import date, timedelta

from events.times.frame import ROLL_OVER, Frame, day_exists, focus_of, value_at, week_of, year_of
from events.times.grammar import Found
from events.times.meaning import Meaning, Modifier, TimexKind
from events.times.part import full_year, modifier_of, number_in
from events.times.relative import unit_value
from events.times.tape import value_of
from events.times.tense import Tense


def season_named(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the summer of 1943", "last winter", "spring"."""
    season = value_of(found.words("season"))
    modifier = modifier_of(found)
    stated = found.words("year", "year1")
    if stated:
        year = full_year(stated, frame)
        return (Meaning(kind=TimexKind.DATE, value=f"{year:04d}-{season}", modifier=modifier),) if year else ()
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    rel2 = found.words("rel2")
    if rel2:
        value, anchor = unit_value(rel2, frame)
        focus = focus_of(value) if value else None
        if focus is not None and focus.year > 0:
            return (Meaning(kind=TimexKind.DATE, value=f"{focus.year:04d}-{season}", modifier=modifier, anchor=anchor),)
    rel = value_of(found.words("rel").split()[-1]) if found.words("rel") else ""
    year, anchor = _season_year(month, rel, frame)
    if year is None:
        return (Meaning(kind=TimexKind.DATE, value=f"XXXX-{season}", modifier=modifier),)
    head = f"BC{-year:04d}" if year < 0 else f"{year:04d}"
    return (Meaning(kind=TimexKind.DATE, value=f"{head}-{season}", modifier=modifier, anchor=anchor),)


def _season_year(month: int, rel: str, frame: Frame) -> tuple[int | None, str | None]:
    if frame.shared_year is not None:
        return frame.shared_year, None
    origin, anchor = frame.origin
    if origin is None:
        return None, None
    year = origin.year
    if frame.published is None or frame.chronicle:
        if year > 0 and rel == "" and origin.month and not frame.chronicle and origin.month - month >= ROLL_OVER:
            year += 1
        return year + (1 if rel == "1" else -1 if rel == "-1" else 0), anchor
    here = origin.month or 1
    if rel == "-1" and month + 2 >= here:
        year -= 1
    elif rel == "1" and month <= here:
        year += 1
    elif rel == "" and frame.tense is not Tense.AHEAD and month > here:
        year -= 1
    return year, anchor


def season_before_christ(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "autumn of 481 BC"."""
    del frame
    year = number_in(found.words("number"))
    if not year or year > 9999:
        return ()
    value = f"{value_at(-year)}-{value_of(found.words('season'))}"
    return (Meaning(kind=TimexKind.DATE, value=value, modifier=modifier_of(found)),)


def week_of_month(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the last week of August", "the first weekend in May 2014": the week that holds most of those days."""
    ordinal = found.words("ordinal")
    number = -1 if ordinal == "last" else number_in(ordinal)
    unit = value_of(found.words("unit"))
    month = int(value_of(found.words("month")))
    stated = found.words("year")
    year, anchor = (full_year(stated, frame), None) if stated else year_of(month, frame)
    if unit not in ("W", "WE") or number is None or not -1 <= number <= 5 or number == 0:
        return ()
    if year is None or not 1 <= year < date.max.year:
        return (Meaning(kind=TimexKind.DATE, value=f"XXXX-{month:02d}"),)
    middle = date(year, month, 1) + timedelta(days=7 * number - 4 if number > 0 else _length(year, month) - 4)
    value = week_of(middle) + ("-WE" if unit == "WE" else "")
    counted = "P1WE" if unit == "WE" else "P1W"
    return (Meaning(kind=TimexKind.DATE, value=counted, anchor=anchor, days=value),)


def _length(year: int, month: int) -> int:
    return next(day for day in (31, 30, 29, 28) if day_exists(year, month, day))


def half_of(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the second half of 2008", "the first half of the year"."""
    ordinal = found.words("ordinal")
    number = 2 if ordinal == "latter" else number_in(ordinal)
    if number not in (1, 2):
        return ()
    stated, anchor = found.words("year"), None
    if stated:
        value: str | None = stated
    else:
        value, anchor = unit_value(found.words("rel"), frame)
    if value is None or len(value) != 4:
        modifier = Modifier.START if number == 1 else Modifier.END
        return (Meaning(kind=TimexKind.DATE, value=value, modifier=modifier, anchor=anchor),) if value else ()
    return (Meaning(kind=TimexKind.DATE, value=f"{value}-H{number}", anchor=anchor),)


def quarter_named(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the third quarter of 1998", "the second half"."""
    number = number_in(found.words("ordinal"))
    unit = value_of(found.words("unit"))
    letter, most = ("Q", 4) if unit == "Q" else ("H", 2)
    if number is None or not 1 <= number <= most:
        return ()
    stated = found.words("year", "year1")
    anchor = None
    if stated:
        year = full_year(stated, frame)
    else:
        rel = found.words("rel")
        if letter == "H" and not rel and "-" not in found.match.group().replace(" ", ""):
            return ()
        year, anchor = _quarter_year(number, letter, rel, frame)
    if year is None or year < 0:
        return (Meaning(kind=TimexKind.DATE, value=f"XXXX-{letter}{number}"),)
    return (Meaning(kind=TimexKind.DATE, value=f"{year:04d}-{letter}{number}", anchor=anchor),)


def _quarter_year(number: int, letter: str, rel: str, frame: Frame) -> tuple[int | None, str | None]:
    if rel:
        value, anchor = unit_value(rel, frame)
        focus = focus_of(value) if value else None
        return (focus.year if focus else None), anchor
    if frame.focus is not None and (frame.chronicle or frame.published is None):
        return frame.focus.year, frame.focus_anchor
    if frame.published is None:
        return None, None
    current = (frame.published.month + 2) // 3 if letter == "Q" else (frame.published.month + 5) // 6
    return frame.published.year - (1 if number > current and frame.tense is not Tense.AHEAD else 0), frame.report_anchor
