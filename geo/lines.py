"""Tell how the writer of each line uses capitals: as a paper does, hardly, or throughout."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from enum import IntEnum

from geo.scan import Case, Words

FEWEST_WORDS = 3
"""Lines with fewer words say nothing about how their writer uses capitals."""

LOUDEST = 0.7
"""A line with at least this part of its words in capitals throughout is shouted."""

MOST_ACRONYMS = 0.34
"""A line in small letters may have this part of its words in capitals: "PKK ambush in sirnak"."""

MOST_OPENERS = 40
"""Lines with more capitalised words than this are not looked at one by one."""

LONGEST_HEAD = 10
"""Words of the head of a message, with its stamp, at most."""

ALWAYS = frozenset({"i", "im", "ive", "ill", "id", "rt", "mt"})
"""Words that are written with a capital whatever the writer does."""


class Style(IntEnum):
    """How a line uses capitals."""

    PLAIN = 0
    """names have them"""
    SMALL = 1
    """none but where a sentence starts, in acronyms, handles and hashtags"""
    SHOUTED = 2
    """everything has them"""


Line = tuple[int, int, Style]
"""Words `[start, stop)` and how they are written."""


def styled_lines(words: Words) -> Iterator[Line]:
    """Yield the lines by words `[start, stop)` with their style; short ones are plain."""
    text, starts = words.text, words.starts
    begun, count = 0, len(starts)
    while begun < count:
        end = text.find("\n", starts[begun])
        stop = count if end < 0 else max(begun + 1, bisect_left(starts, end, begun))
        yield begun, stop, _style(words, begun, stop)
        begun = stop


def _style(words: Words, start: int, stop: int) -> Style:
    if stop - start < FEWEST_WORDS:
        return Style.PLAIN
    cases = words.cases[start:stop]
    loud, small = cases.count(Case.CAPITALS), cases.count(Case.LOWER)
    if loud > small and loud >= LOUDEST * (stop - start - cases.count(Case.OTHER)):
        return Style.SHOUTED if _is_loud(words, start, stop) else Style.PLAIN
    if not small or cases.count(Case.CAPITAL) > MOST_OPENERS or cases.count(Case.CASELESS) > small:
        return Style.PLAIN
    acronyms = 0
    head = _head(words, start, stop)
    for place, case in enumerate(cases[head - start :], head):
        if case == Case.CAPITAL:
            if words.keys[place] not in ALWAYS and not opens(words, place, start) and not is_tagged(words, place):
                return Style.PLAIN
        elif case == Case.CAPITALS and words.keys[place] not in ALWAYS and not is_tagged(words, place):
            acronyms += 1
    return Style.SMALL if acronyms <= MOST_ACRONYMS * (stop - start) else Style.PLAIN


def _head(words: Words, start: int, stop: int) -> int:
    """Return the word behind the stamp and the name at the head of a message: "[20:41] Huda Ali: "."""
    if words.starts[start] and words.text[words.starts[start] - 1] not in "[(":
        return start
    for place in range(start, min(start + LONGEST_HEAD, stop - 1)):
        gap = words.between(place)
        if gap.startswith((": ", "> ")) or gap == ":\t":
            return place + 1
    return start


def _is_loud(words: Words, start: int, stop: int) -> bool:
    """Whether a line in capitals has a word of some length that no acronym is."""
    return any(
        words.ends[place] - words.starts[place] > 4 and words.cases[place] == Case.CAPITALS
        for place in range(start, stop)
    )


def opens(words: Words, place: int, start: int) -> bool:
    """Whether a word is the first of its line or of a sentence, a quotation or what stands behind a colon."""
    if place == start:
        return True
    gap = words.between(place - 1)
    return not _OPENING.isdisjoint(gap) and words.text[words.ends[place - 1]] != "'"


_OPENING = frozenset('.!?:…"“—–')


def is_tagged(words: Words, place: int) -> bool:
    """Whether a word is a handle, a hashtag or a part of an address, whose capitals say nothing."""
    start = words.starts[place]
    return start > 0 and words.text[start - 1] in "@#/._=?&"
