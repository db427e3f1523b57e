"""Read years, decades, centuries and what lies before Christ."""

from __future__ import annotations

from events.times.frame import Frame, value_at
from events.times.grammar import Found
from events.times.meaning import Meaning, TimexKind
from events.times.part import full_year, modifier_of, number_in
from events.times.tape import value_of


def before_christ(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "480 BC", "the 470s BC", "490-480 BC"."""
    del frame
    year = number_in(found.words("number"))
    if not year or year > 9999:
        return ()
    if found.words("s"):
        return (Meaning(kind=TimexKind.DATE, value=f"BC{year // 10:03d}", modifier=modifier_of(found)),)
    last = Meaning(kind=TimexKind.DATE, value=value_at(-year), modifier=modifier_of(found))
    earlier = number_in(found.words("number1"))
    if not earlier or earlier > 9999:
        return (last,)
    first = Meaning(kind=TimexKind.DATE, value=value_at(-earlier), last=found.span("number1")[1])
    return (first, Meaning(kind=TimexKind.DATE, value=value_at(-year), first=found.span("number")[0]))


def year_numbered(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "the year 476"."""
    year = number_in(found.words("number"))
    return () if value_of(found.words("unit")) != "Y" or not year else anno_domini(found, frame)


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
    value = f"BC{number - 1:02d}" if before else f"{number - 1:02d}XX"
    return (Meaning(kind=TimexKind.DATE, value=value, modifier=modifier_of(found)),)


def fiscal_year(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "fiscal 1989"."""
    return year_named(found, frame)


def short_year(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "'44"."""
    year = full_year(found.words("two"), frame)
    return (Meaning(kind=TimexKind.DATE, value=value_at(year)),) if year and len(found.words("two")) == 2 else ()


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
