"""Leave out the dates at the heads of reports: they say when a report was written, not when something happened."""

from __future__ import annotations

from events.times.heading import Section
from events.timex import Timex
from texts.dateline import LONGEST, is_dateline, is_wired
from texts.span import Span


def without_datelines(text: str, timexes: tuple[Timex, ...], sections: tuple[Section, ...]) -> tuple[Timex, ...]:
    """Return the time expressions without the dates of datelines: "MOSUL, June 12 (Wire) -".

    The places and days of a diary or of letters look the same: where there are several of different days, without
    an agency and without capitals, they stay.

    >>> from events.timex import timexes_in
    >>> text = "MOSUL, June 12, 2014 (Wire) - Fighters came on June 10, 2014."
    >>> [timex.text for timex in without_datelines(text, timexes_in(text, anchor=None), ())]
    ['June 10, 2014']
    """
    headings = {section.heading.span for section in sections}
    dated = {}
    for timex in timexes:
        line = text.rfind("\n", max(0, timex.span.start - LONGEST - 1), timex.span.start) + 1
        if timex.span in headings or (line == 0 and timex.span.start > LONGEST):
            continue
        words = text[line : timex.span.end + LONGEST]
        inside = Span(start=timex.span.start - line, end=timex.span.end - line)
        if is_dateline(words, inside):
            dated[timex.span] = (timex.value, is_wired(words, inside))
    diary = len({day for day, wired in dated.values() if not wired}) > 1
    gone = {span for span, (_, wired) in dated.items() if wired or not diary}
    return tuple(timex for timex in timexes if timex.span not in gone) if gone else timexes
