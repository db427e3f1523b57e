"""Cut sentences into the stretches that are read at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from texts.span import Span

LONGEST = 150
"""A sentence of more words than this is read in parts, so that a text without stops takes no longer than another."""
DENSEST = 150
"""A stretch with more pairs of a happening and a place or a time is read in halves: each pair is weighed.

The densest sentence of news and threads has 35 pairs of a happening and a place.
"""
SHORTEST = 20
"""No half has fewer words than this."""


def stretches_of(parse: Parse, *, happenings: Sequence[int], others: Sequence[int]) -> list[Stretch]:
    """Return the sentences, the overlong ones in parts, the overfull ones in halves.

    Parameters
    ----------
    happenings, others
        Where in the text the words stand that name happenings, and those that name places and times; sorted.
    """
    cut: list[Stretch] = []
    waiting = [
        Stretch(first=first, stop=min(first + LONGEST, sentence.stop))
        for sentence in reversed(parse.sentences)
        for first in reversed(range(sentence.first, sentence.stop, LONGEST))
    ]
    while waiting:
        part = waiting.pop()
        length, span = part.stop - part.first, parse.span(part)
        if length >= 2 * SHORTEST and _within(happenings, span) * _within(others, span) > DENSEST:
            middle = part.first + length // 2
            waiting += [Stretch(first=middle, stop=part.stop), Stretch(first=part.first, stop=middle)]
        else:
            cut.append(part)
    return cut


def _within(starts: Sequence[int], span: Span) -> int:
    """Return how many of the positions in a text lie in a stretch of it."""
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)
