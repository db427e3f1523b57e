"""Find places in the words that a hashtag runs together: #PrayForNepal, #keralafloods, #puertorico."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from geo.candidates import kind_of
from geo.evidence import Lexicons
from geo.index import Name
from geo.scan import Mention, Scanner, Words
from texts.lexicon import rows_of

SURE = 0.75
"""How surely the name within a hashtag is a place."""

SHORTEST = 4
"""Letters that such a name has at least."""

LONGEST = 60
"""Letters beyond which a hashtag is not looked at."""

KNOWN = 5.0
"""How prominent a place is at least whose name stands beside words like "flood" and "pray for"."""

ALONE = 6.6
"""How prominent a place is whose name is a whole hashtag in small letters, or stands beside other words."""

BORNE = 7.0
"""How prominent a place is whose name persons bear."""

STATE = 9.0
"""Countries' prominence: they are meant although their name is a common word."""

_TAG = re.compile(r"#(\w+)")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z][^\WA-Z\d_]*|[^\WA-Z\d_]+|\d+")
"""The words of a hashtag whose words have capitals."""


@cache
def _joined() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words in front of a name and those behind it."""
    rows = rows_of("hashtag_words")
    return frozenset(word for word, at in rows if at == "front"), frozenset(word for word, at in rows if at == "back")


def hashtag_mentions(
    words: Words, found: Sequence[Mention], scanner: Scanner, lexicons: Lexicons
) -> list[tuple[Mention, float]]:
    """Return the places within hashtags that are not places as a whole, with how sure they are."""
    if "#" not in words.text:
        return []
    taken = {mention.first for mention in found}
    extra = []
    for match in _TAG.finditer(words.text):
        start, end = match.span(1)
        place = bisect_left(words.starts, start)
        if place == len(words.starts) or words.starts[place] != start or place in taken or end - start > LONGEST:
            continue
        mention = _within(words, place, scanner, lexicons)
        if mention is not None:
            extra.append((mention, SURE))
    return extra


def _within(words: Words, place: int, scanner: Scanner, lexicons: Lexicons) -> Mention | None:
    start, end = words.starts[place], words.ends[place]
    raw = words.text[start:end]
    for first, last, beside in _readings(raw):
        for key in _keys(raw[first:last]):
            number, _ = scanner.head(key)
            if number >= 0 and _is_meant(key, number, scanner, lexicons, beside=beside):
                return Mention(place, place + 1, start + first, start + last, number)
    return None


def _readings(raw: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where a name could stand in a hashtag, the longest first, and whether known words stand beside it."""
    front, back = _joined()
    parts = [match.span() for match in _PART.finditer(raw)]
    if len(parts) > 1 and sum(raw[at].isupper() for at, _ in parts) > 1:
        for size in range(min(len(parts), 4), 0, -1):
            for at in range(len(parts) - size + 1):
                first, last = parts[at][0], parts[at + size - 1][1]
                ahead, behind = raw[:first].lower(), raw[last:].lower().strip("_0123456789")
                yield first, last, (not ahead or ahead in front) and (not behind or behind in back)
    low = raw.lower()
    stop = len(low.rstrip("_0123456789"))
    for first in (0, *(len(word) for word in front if low.startswith(word))):
        for last in (stop, *(stop - len(word) for word in back if low.endswith(word, 0, stop))):
            if last - first >= SHORTEST:
                yield first, last, first > 0 or last < stop


def _keys(name: str) -> Iterator[str]:
    """Yield the keys that the letters of a hashtag may stand for."""
    parts = [match.group().lower() for match in _PART.finditer(name)]
    yield " ".join(parts)
    if len(parts) == 1 or name.isupper():
        low = name.lower()
        yield from (f"{low[:at]} {low[at:]}" for at in range(2, len(low) - 2) if len(low) > 2 * 3)


def _is_meant(key: str, number: int, scanner: Scanner, lexicons: Lexicons, *, beside: bool) -> bool:
    index = scanner.index
    place, kind = index.postings(number)[0]
    letter = kind_of(index.codes[index.code[place]])
    prior = index.prior[place]
    if kind in (Name.SHORT, Name.PEOPLE) or len(key) < SHORTEST or key in lexicons.others:
        return False
    parts = key.split()
    if all(part in lexicons.common for part in parts):
        return prior >= STATE and letter == "c"
    if any(part in known for part in parts for known in (lexicons.given, lexicons.family)):
        return prior >= BORNE
    if kind == Name.OTHER and letter != "c" and len(parts) == 1 and prior < ALONE:
        return letter == "a" and beside
    return prior >= (KNOWN if beside and len(parts) == 1 else ALONE) or (beside and letter in "ac")
