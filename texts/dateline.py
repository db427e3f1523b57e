"""Tell whether a date stands at the head of a report, behind the place that it was sent from."""

from __future__ import annotations

import re

from texts.lexicon import entries_of
from texts.span import Span

LONGEST = 80
"""Characters before the date of a dateline, at most."""
_NAMES = re.compile(r"[*_# ]{0,4}(?:[^\W\d_a-z][\w.'’-]{0,30}\)?[ ,/]{1,3}\(?){1,6}\Z")
"""Names with capitals before the date, as in "MOSUL, Iraq, 12 June 2014 —"."""
_DASH = re.compile(r"\)?[ ,]{0,2}(?:\([\w .,/-]{2,30}\) ?)?[-–—:]")
_AGENCY = re.compile(r"\)?[ ,]{0,2}\([\w .,/-]{2,30}\) ?[-–—:]")
_FIRST = re.compile(r"[^\W\d_]+")
_OPENING = (entries_of("function_words") | entries_of("place_prepositions")) - {"by"}
"""Words that open a sentence and no dateline: "On 12 June – a day late – …"."""


def is_dateline(line: str, date: Span) -> bool:
    """Whether the date at a span of a line, in characters, closes the dateline that the line opens with.

    >>> is_dateline("MOSUL, June 12 (Wire) - Fighters came.", Span(start=7, end=14))
    True
    >>> is_dateline("On June 12 - a day late - fighters came.", Span(start=3, end=10))
    False
    """
    if date.start > LONGEST or _NAMES.match(line[: date.start]) is None or _DASH.match(line, date.end) is None:
        return False
    first = _FIRST.search(line)
    return first is not None and first.group().lower() not in _OPENING and first.end() < date.start


def is_wired(line: str, date: Span) -> bool:
    """Whether a dateline names its agency, or its place in capitals: it is a report's, not a diary's or a letter's.

    >>> is_wired("MOSUL, June 12 - Fighters came.", Span(start=7, end=14))
    True
    >>> is_wired("Mosul, June 12 - Fighters came.", Span(start=7, end=14))
    False
    """
    first = _FIRST.search(line)
    named = first is not None and len(first.group()) > 1 and first.group().isupper()
    return named or "(" in line[: date.start] or _AGENCY.match(line, date.end) is not None
