"""Read the notations of services and offices: 121830Z JUN 14, 2014-W24, 12.VI.2014, H1 2014, FY2014."""

from __future__ import annotations

import re

from events.times.frame import Frame, day_exists, value_at
from events.times.grammar import Found
from events.times.meaning import Meaning, TimexKind
from events.times.part import full_year, number_in
from events.times.tape import value_of
from events.times.value import days_of

_DTG = re.compile(r"(\d\d)(\d\d)(\d\d) ?([a-z])? ?([a-z]{3}) ?(\d{4}|\d\d)\Z", re.IGNORECASE)
_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
}  # fmt: skip
_MOST = {"h": 2, "q": 4}
"""How many halves and quarters a year has."""


def date_time_group(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read a military date-time group: day, hour and minute, time zone, month, year."""
    match = _DTG.match("".join(found.tape.tokens[found.first : found.last]))
    month = 0 if match is None else int(value_of(match[5]) or 0)
    if match is None or not 1 <= month <= 12:
        return ()
    day, hour, minute = int(match[1]), int(match[2]), int(match[3])
    year = full_year(match[6] if len(match[6]) == 4 else f"'{match[6]}", frame)
    if not year or hour > 24 or minute > 59 or not day_exists(year, month, day):
        return ()
    return (Meaning(kind=TimexKind.TIME, value=f"{value_at(year, month, day)}T{hour:02d}:{minute:02d}"),)


def iso_week(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "2014-W24", "week 24 of 2014"."""
    del frame
    if found.words("letter") not in ("", "w") or (found.words("unit") and value_of(found.words("unit")) != "W"):
        return ()
    value = f"{found.words('year')}-W{number_in(found.words('week')) or 0:02d}"
    return (Meaning(kind=TimexKind.DATE, value=value),) if days_of(value) is not None else ()


def roman_month(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "12.VI.2014": the month in Roman numerals."""
    del frame
    written = found.words("roman")
    month, day, year = _ROMAN.get(written, 0), number_in(found.words("day")) or 0, int(found.words("year"))
    if not month or not day_exists(year, month, day):
        return ()
    return (Meaning(kind=TimexKind.DATE, value=value_at(year, month, day)),)


def part_of_year(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "H1 2014", "Q3 2014", "1H 2014", "FY2014"."""
    letter, year = found.words("letter", "letter2"), full_year(found.words("year", "year2"), frame)
    if letter == "fy":
        return (Meaning(kind=TimexKind.DATE, value=f"{year:04d}"),) if year else ()
    number = number_in(found.words("number")) or 0
    if not year or not 1 <= number <= _MOST.get(letter, 0):
        return ()
    return (Meaning(kind=TimexKind.DATE, value=f"{year:04d}-{letter.upper()}{number}"),)
