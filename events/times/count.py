"""Read expressions that count units: two days ago, a year earlier, three weeks."""

from __future__ import annotations

from events.times.frame import Focus, Frame, focus_at, shifted
from events.times.grammar import Found
from events.times.meaning import Meaning, Modifier, TimexKind
from events.times.number import amount_of, written
from events.times.tape import value_of

UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "E": "XXXX", "C": "XXXX", "Q": "XXXX-QX",
    "WE": "XXXX-WXX-WE", "F": "XXXX-WXX",
}  # fmt: skip
"""Values of units whose place in the calendar is not known."""

CLOCK_UNITS = "HNS"
"""Units below a day: hours, minutes, seconds."""

_FINER = {"C": (10, "E"), "E": (10, "Y"), "Y": (12, "M")}
"""What parts of a unit are counted in, and how many of those it has."""

_HALVES = {"H": "PT30M", "N": "PT30S", "D": "PT12H", "Y": "P6M", "E": "P5Y", "C": "P50Y"}
"""Half of a unit, in the next smaller one."""


def counted(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "two days ago", "a year earlier", "three weeks later"."""
    unit = value_of(found.words("unit"))
    direction = value_of(found.words("dir")) or "-1"
    word = found.words("dir")
    sign = {"earlier": -1, "later": 1, "previously": -1, "prior": -1, "before": -1, "after": 1}.get(word) or int(
        direction
    )
    words = found.words("amount") or "a"
    amount = amount_of("one" if words in ("a", "an", "another") else words)
    if amount is not None and found.words("half"):
        amount += 0.5
    if unit in CLOCK_UNITS:
        return (Meaning(kind=TimexKind.REF, value="PAST_REF" if sign < 0 else "FUTURE_REF"),) if word == "ago" else ()
    if amount is None:
        return (Meaning(kind=TimexKind.REF, value="PAST_REF" if sign < 0 else "FUTURE_REF"),)
    from_report = word in ("ago", "hence") or frame.focus is None or (word == "earlier" and not frame.chronicle)
    if from_report and frame.published is not None:
        origin: Focus | None = focus_at(frame.published)
        anchor = frame.report_anchor
    else:
        origin, anchor = frame.focus, frame.focus_anchor
    steps, letter = _whole_steps(amount, unit)
    focus = frame.focus
    if letter == "Y" and sign < 0 and focus is not None and focus.quarter is not None and not frame.chronicle:
        earlier = f"{focus.year - steps:04d}-Q{focus.quarter}"
        return (Meaning(kind=TimexKind.DATE, value=earlier, anchor=frame.focus_anchor),)
    value = shifted(origin, sign * steps, letter) if origin is not None else None
    modifier = Modifier.APPROX if found.words("approx") else None
    return (
        Meaning(
            kind=TimexKind.DATE, value=value or UNKNOWN[letter], anchor=anchor if value else None, modifier=modifier
        ),
    )


def counted_vaguely(found: Found, frame: Frame) -> tuple[Meaning, ...]:
    """Read "days later", "months earlier"."""
    del frame
    past = value_of(found.words("dir")) == "-1" or found.words("dir") == "earlier"
    return (Meaning(kind=TimexKind.REF, value="PAST_REF" if past else "FUTURE_REF"),)


def _whole_steps(amount: float, unit: str) -> tuple[int, str]:
    if unit == "WE":
        unit = "W"
    if amount == int(amount):
        return int(amount), unit
    if unit in _FINER:
        steps, finer = _FINER[unit]
        return round(amount * steps), finer
    return round(amount), unit


def period(amount: str, unit: str) -> str:
    """Return a duration of so many units as TIMEX3 writes it.

    >>> period("3", "D"), period("X", "E"), period("30", "N")
    ('P3D', 'PXDE', 'PT30M')
    """
    if unit in CLOCK_UNITS:
        return f"PT{amount}{'M' if unit == 'N' else unit}"
    if unit == "F":
        return "P2W" if amount == "1" else f"P{amount}F"
    return f"P{amount}{ {'E': 'DE', 'C': 'CE'}.get(unit, unit) }".replace(" ", "")


def period_of(words: str, unit: str) -> str:
    """Return a duration as TIMEX3 writes it.

    >>> period_of("three", "D"), period_of("several", "W"), period_of("two and a half", "Y"), period_of("90", "N")
    ('P3D', 'PXW', 'P2.5Y', 'PT90M')
    """
    amount = amount_of("one" if words in ("a", "an", "another", "") else words)
    if amount is not None and unit == "F":
        return f"P{written(amount * 2)}W"
    if amount == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    return period("X" if amount is None else written(amount), unit)
