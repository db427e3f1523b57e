"""Date the stamp of a message that leaves out its century or its year: "31/03/22, 20:41", "[01.04, 09:13]"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from texts.chat import day_of
from texts.dating import Dating
from texts.span import Span
from texts.stamp import dating_of_stamp
from texts.yearless import dating_without_year

_PARTS = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})(?:\2([0-9]{2}))?\Z")
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def brief_day_first(lines: Iterable[str]) -> bool | None:
    """Return whether the heads of messages write the day before the month; None where they do not show it.

    >>> brief_day_first(["[31/03, 20:41] Ana: hello", "[01/04, 09:13] Bo: hello"]), brief_day_first(["Ana: hello"])
    (True, None)
    """
    found = [parts for line in lines if (parts := _PARTS.match(day_of(line) or "")) is not None]
    if any(parts[2] == "." or int(parts[1]) > _MONTHS for parts in found):
        return True
    return False if any(int(parts[3]) > _MONTHS for parts in found) else None


def dating_of_message(line: str, references: Iterable[Dating], *, day_first: bool | None) -> Dating | None:
    """Return the day in the head of a message, its year from other dates where it has none; None where it has no day.

    Without a year and without a hint which figure is the month, nothing is dated.

    >>> dating_of_message("[17/04/2023, 06:14] Zed: quiet", [], day_first=True).edtf
    '2023-04-17'
    >>> dating_of_message("[17/04/23, 06:14] Zed: quiet", [], day_first=True).edtf
    '2023-04-17'
    >>> dating_of_message("[17/04, 06:14] Zed: quiet", [], day_first=True) is None
    True
    """
    stamp = day_of(line)
    dating = None if stamp is None else _dating(stamp, references, day_first=day_first)
    if stamp is None or dating is None:
        return None
    first = line.index(stamp)
    return replace(dating, span=Span(start=first, end=first + len(stamp)))


def _dating(stamp: str, references: Iterable[Dating], *, day_first: bool | None) -> Dating | None:
    parts = _PARTS.match(stamp)
    if parts is None:
        return dating_of_stamp(stamp, day_first=day_first)
    if parts[4] is not None:
        return dating_of_stamp(f"{parts[1]}/{parts[3]}/20{parts[4]}", day_first=day_first)
    if day_first is None:
        return None
    day, month = (parts[1], parts[3]) if day_first else (parts[3], parts[1])
    if not 1 <= int(month) <= _MONTHS:
        return None
    return dating_without_year(f"{day} {_NAMES[int(month) - 1]}", references)


_MONTHS = 12
