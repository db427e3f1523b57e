"""Find names that are written small, in lines that are written without capitals."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from geo.evidence import Lexicons
from geo.index import Index, Name
from geo.scan import Mention, Scanner, Words

PROMINENT = 6.6
"""Only places this prominent are recognised in small letters."""

SURE = 0.7
"""How surely a name in small letters after "in" or "from" is a place."""

BARE = 7.0
"""Without a word of place before them, only those this prominent, and the curated theatre's by their own titles."""

FAMOUS = 8.5
"""Places this prominent are meant behind "in" or "from" although somebody bears their name."""

LESS_SURE = 0.6
"""How surely a name in small letters without such a word is a place."""

FEWEST_WORDS = 3
"""Lines with fewer words say nothing about how their writer uses capitals."""

SHORTEST = 4
"""Names in small letters have at least this many letters behind a word of place, and one more without."""

PLACE_WORDS = frozenset(
    {
        "in", "at", "near", "from", "to", "around", "across", "outside", "inside", "towards", "toward", "into",
        "throughout", "over", "between", "city", "town", "province", "leaving", "reached", "entered", "the",
    }
)  # fmt: skip
"""Words before a name in small letters; "the" only stands before a place's kind."""


def casual_mentions(
    words: Words, found: list[Mention], scanner: Scanner, lexicons: Lexicons
) -> list[tuple[Mention, float]]:
    """Return further mentions with how sure they are: small-letter names in lines with no capitals but the first."""
    extra: list[tuple[Mention, float]] = []
    taken = {place for mention in found for place in range(mention.first, mention.last)}
    for start, stop in _casual_lines(words):
        for place in range(max(1, start), stop):
            if words.cases[place] or place in taken:
                continue
            mention = scanner.at(words, place)
            bare = words.keys[place - 1] not in PLACE_WORDS
            if mention is None or mention.last > stop:
                continue
            if _is_known(words, mention, scanner.index, lexicons, bare=bare):
                extra.append((mention, LESS_SURE if bare else SURE))
                taken.update(range(mention.first, mention.last))
    return extra


def _casual_lines(words: Words) -> Iterator[tuple[int, int]]:
    """Yield the lines, by words `[start, stop)`, that have no capital but at most their first word's."""
    text = words.text
    begun = 0
    count = len(words.starts)
    capitals = [
        place
        for place, case in enumerate(words.cases)
        if case in (1, 2) and words.keys[place] not in ("i", "rt") and not _is_tagged(words, place)
    ]
    while begun < count:
        end = text.find("\n", words.starts[begun])
        stop = count if end < 0 else bisect_left(words.starts, end, begun)
        if stop == begun:
            stop += 1
        if stop - begun >= FEWEST_WORDS:
            first = bisect_left(capitals, begun)
            several = bisect_right(capitals, stop - 1) - first
            if several == 0 or (several == 1 and capitals[first] == begun):
                yield begun, stop
        begun = stop


def _is_tagged(words: Words, place: int) -> bool:
    """Whether a word is a handle, a hashtag or a part of an address, whose capitals say nothing."""
    start = words.starts[place]
    return start > 0 and words.text[start - 1] in "@#/._=?&"


def _is_known(words: Words, mention: Mention, index: Index, lexicons: Lexicons, *, bare: bool) -> bool:
    posting = index.postings(mention.name)[0]
    if posting[1] in (Name.SHORT, Name.PEOPLE):
        return False
    prior = index.prior[posting[0]]
    curated = posting[1] == Name.CURATED or (posting[1] == Name.VARIANT and not bare)
    if prior < (BARE if bare else PROMINENT) and not curated:
        return False
    key = " ".join(words.keys[mention.first : mention.last])
    if not bare and prior >= FAMOUS and key not in lexicons.common and key not in lexicons.given:
        return len(key) >= SHORTEST
    known = (lexicons.common, lexicons.given, lexicons.family, lexicons.others)
    return len(key) >= SHORTEST + bare and not any(key in lexicon for lexicon in known)
