"""Read dates that name a month, a year, a season or a larger stretch of the calendar."""

from __future__ import annotations

from datetime import date

from events.timex_clock import clock_of
from events.timex_frame import Frame, day_exists, focus_of, value_at, year_of
from events.timex_grammar import Found
from events.timex_meaning import Meaning, Modifier, TimexKind
from events.timex_relative import unit_value
from events.timex_tape import value_of

PIVOT = 30
"""Two-digit years up to this belong to the 21st century where the report's date does not say otherwise."""


def modifier_of(found: Found) -> Modifier | None:
    """Return what the words before the date make of it."""
    for group in ("mod", "mod2"):
        for word in reversed(found.words(group).replace("-", " ").split()):
            value = value_of(word)
            if value in Modifier.__members__:
                return Modifier(value)
    approx = found.words("approx")
    return Modifier.APPROX if approx else None


def number_in(words: str) -> int | None:
    """Return the day, month or year number that the words name.

    >>> number_in("12th"), number_in("the fourth"), number_in("'14"), number_in("")
    (12, 4, 14, None)
    """
    figures = "".join(char for char in words if char.isdecimal())
    if figures:
        return int(figures[:9])
    named = [int(value) for value in map(value_of, words.replace("-", " ").split()) if value.lstrip("-").isdecimal()]
    return sum(named) if named else None


def full_year(words: str, frame: Frame) -> int | None:
    """Return the year of "1944" or of "'44", the century of which follows the text's own time."""
    number = number_in(words)
    if number is None or len("".join(char for char in words if char.isdecimal())) > 2:
        return number
    near = frame.focus.year if frame.chronicle and frame.focus and frame.focus.year > 0 else None
    if near is None and frame.published is not None:
        near = frame.published.year
    if near is None:
        return number + (2000 if number <= PIVOT else 1900)
    century = near // 100 * 100
    return min((century - 100 + number, century + number), key=lambda year: (year > near + 20, abs(year - near)))


def day_named(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "Thursday, 12 June 2014", "June 12", "the 12th of June"."""
    month, day = int(value_of(found.words("month"))), number_in(found.words("day"))
    if day is None or not 1 <= day <= 31:
        return ()
    year, anchor = _year(found, frame, month, day)
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
        origin = frame.published
        if origin is None:
            year, anchor = year_of(month, frame)
        else:
            step = int(value_of(rel.rsplit(maxsplit=1)[-1]) or 0)
            anchor = frame.report_anchor
            year = origin.year
            if step < 0 and month >= origin.month:
                year -= 1
            elif step > 0 and month <= origin.month:
                year += 1
    value = f"XXXX-{month:02d}" if year is None else value_at(year, month)
    return (Meaning(kind=TimexKind.DATE, value=value, modifier=modifier, anchor=anchor),)


def year_named(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "in 1944", "early 1944", "1915-17"."""
    year = full_year(found.words("year"), frame)
    if not year:
        return ()
    modifier = modifier_of(found)
    second = found.words("year2")
    if not second:
        return (Meaning(kind=TimexKind.DATE, value=value_at(year), modifier=modifier),)
    number = number_in(second) or 0
    later = year // 100 * 100 + number
    if len(second) != 2:
        return ()
    if later <= year and not 1 <= number <= 12:
        later += 100
    if later <= year:
        return (Meaning(kind=TimexKind.DATE, value=value_at(year, number), modifier=modifier),)
    start, end = found.span("year2")
    return (
        Meaning(kind=TimexKind.DATE, value=value_at(year), modifier=modifier, last=start - 1),
        Meaning(kind=TimexKind.DATE, value=value_at(later), first=start, last=end),
    )


def fiscal_year(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "fiscal 1989"."""
    return year_named(found, frame)


def short_year(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "'44"."""
    year = full_year(found.words("two"), frame)
    return (Meaning(kind=TimexKind.DATE, value=value_at(year)),) if year and len(found.words("two")) == 2 else ()


def before_christ(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "480 BC", "the 470s BC", "490-480 BC"."""
    del frame
    year = number_in(found.words("number"))
    if not year or year > 9999:
        return ()
    if found.words("s"):
        return (Meaning(kind=TimexKind.DATE, value=f"BC{year // 10:03d}X", modifier=modifier_of(found)),)
    last = Meaning(kind=TimexKind.DATE, value=value_at(-year), modifier=modifier_of(found))
    earlier = number_in(found.words("number1"))
    if not earlier or earlier > 9999:
        return (last,)
    first = Meaning(kind=TimexKind.DATE, value=value_at(-earlier), last=found.span("number1")[1])
    return (first, Meaning(kind=TimexKind.DATE, value=value_at(-year), first=found.span("number")[0]))


def anno_domini(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "AD 79"."""
    del frame
    year = number_in(found.words("number", "number2"))
    return (Meaning(kind=TimexKind.DATE, value=value_at(year)),) if year and year <= 9999 else ()


def decade_named(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the 1990s", "the late '80s", "the nineties"."""
    modifier = modifier_of(found)
    stated = found.words("year")
    if stated:
        year = number_in(stated) or 0
        if year % 10:
            return ()
        value = f"{year // 10:03d}X"
    else:
        short = found.words("two")
        if short and (len(short) != 2 or int(short) % 10):
            return ()
        decade = int(short) // 10 if short else int(value_of(found.words("nineties")))
        near = frame.focus.year if frame.chronicle and frame.focus and frame.focus.year > 0 else None
        near = near or (frame.published.year if frame.published else 2000)
        century = near // 100
        if decade * 10 > near % 100:
            century -= 1
        value = f"{century:02d}{decade}X"
    return (Meaning(kind=TimexKind.DATE, value=value, modifier=modifier),)


def century_named(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the nineteenth century", "the 4th century BC"."""
    del frame
    number = number_in(found.words("ordinal"))
    unit = value_of(found.words("unit"))
    if unit != "C" or not number or not 1 <= number <= 30:
        return ()
    before = value_of(found.words("era")) == "" and found.words("era").replace(".", "").startswith("b")
    value = f"BC{number - 1:02d}XX" if before else f"{number - 1:02d}XX"
    return (Meaning(kind=TimexKind.DATE, value=value, modifier=modifier_of(found)),)


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
    if frame.focus is not None and (frame.chronicle or frame.published is None):
        return frame.focus.year + (1 if rel == "1" else -1 if rel == "-1" else 0), frame.focus_anchor
    if frame.published is None:
        return None, None
    report = frame.published
    year = report.year
    if rel == "-1" and month + 2 >= report.month:
        year -= 1
    elif rel == "1" and month <= report.month:
        year += 1
    elif rel == "" and not frame.future and month > report.month:
        year -= 1
    return year, frame.report_anchor


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
        if letter == "H" and not rel:
            return ()
        year, anchor = _quarter_year(number, rel, frame)
    if year is None or year < 0:
        return (Meaning(kind=TimexKind.DATE, value=f"XXXX-{letter}{number}"),)
    return (Meaning(kind=TimexKind.DATE, value=f"{year:04d}-{letter}{number}", anchor=anchor),)


def _quarter_year(number: int, rel: str, frame: Frame) -> tuple[int | None, str | None]:
    if rel:
        value, anchor = unit_value(rel, frame)
        focus = focus_of(value) if value else None
        return (focus.year if focus else None), anchor
    if frame.focus is not None and (frame.chronicle or frame.published is None):
        return frame.focus.year, frame.focus_anchor
    if frame.published is None:
        return None, None
    current = (frame.published.month + 2) // 3
    return frame.published.year - (1 if number > current and not frame.future else 0), frame.report_anchor
