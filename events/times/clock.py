"""Read the time of day."""

from __future__ import annotations

from events.times.grammar import Found
from events.times.tape import value_of


def clock_of(found: Found) -> str | None:
    """Return the time of day as TIMEX3 writes it ("T10:30"), or None where the form has none or an impossible one."""
    hundreds = found.words("hour4", "hour5")
    if hundreds:
        told = found.words("zone", "hour5") or value_of(found.words("unit")) == "H"
        written = len(hundreds) == 4 and bool(told)
        hours, minutes = hundreds[:2], hundreds[2:]
        return f"T{hours}:{minutes}" if written and int(hours) <= 24 and int(minutes) <= 59 else None
    words = found.words("hour", "hour2", "hour3")
    if not words:
        return None
    hour = int(words) if words.isdecimal() else int(value_of(words) or 0)
    minute = int(found.words("minute") or 0)
    half = value_of(found.words("ampm", "ampm2").replace(". ", "."))
    if half == "PM" and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return f"T{hour:02d}:{minute:02d}"
