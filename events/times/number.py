"""Read the amount in "three", "twenty-five", "1,500", "two and a half", "several"."""

from __future__ import annotations

import re

from events.times.tape import value_of

_FIGURES = re.compile(r"\d[\d,]{0,14}(?:\.\d{1,6})?")
_WORD = re.compile(r"[^\W\d_]+")
_SILENT = frozenset(("a", "an", "and", "another", "half", "of"))
_MAX_AMOUNT = 1_000_000_000


def amount_of(words: str) -> float | None:
    """Return the amount that the words name; None for a vague one.

    >>> amount_of("twenty-five"), amount_of("1,500"), amount_of("two and a half"), amount_of("a hundred and ten")
    (25.0, 1500.0, 2.5, 110.0)
    >>> amount_of("several") is None
    True
    >>> amount_of("a couple of"), amount_of("half an"), amount_of("a dozen")
    (2.0, 0.5, 12.0)
    """
    words = words.strip()
    half = 0.5 if "half" in words else 0.0
    figures = _FIGURES.match(words)
    if figures is not None:
        number = float(figures.group().replace(",", ""))
        scales = [value_of(word) for word in words[figures.end() :].split()]
        return min(number * float(next(filter(str.isdecimal, scales), "1")) + half, _MAX_AMOUNT)
    numbers = [value_of(word) for word in _WORD.findall(words) if word not in _SILENT]
    if not all(map(str.isdecimal, numbers)) or not (numbers or half):
        return None
    total, part = 0, 0
    for number_named in map(int, numbers):
        if number_named < 100:
            part = part * number_named if part and number_named == 12 else part + number_named
        elif number_named == 100:
            part = (part or 1) * 100
        else:
            total, part = total + (part or 1) * number_named, 0
    return float(min(total + part + half, _MAX_AMOUNT))


def written(amount: float) -> str:
    """Return the amount as TIMEX3 writes it.

    >>> written(3.0), written(2.5)
    ('3', '2.5')
    """
    return str(int(amount)) if amount == int(amount) else str(amount)
