"""Find the words of a text that could be names of places, by the index alone."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from geo.fold import fold
from geo.index import Index
from geo.keys import ARTICLES, INNER, keys_of, with_one_article
from geo.lookalike import is_odd
from geo.stems import stems_of
from geo.words import trimmed, word_pattern
from texts.lexicon import entries_of


class Case(IntEnum):
    """How a word is written."""

    LOWER = 0
    CAPITAL = 1
    """a capital first"""
    CAPITALS = 2
    """capitals throughout, two or more"""
    CASELESS = 3
    """a script without capitals"""
    OTHER = 4
    """it starts with a digit or a sign"""


ODD = "\ufffd"
"""Stands before the key of an odd word, so that no name has it."""

JOINTS = frozenset({" ", "-", "\u2010", "\u2011", "\u2013", "\u00a0", ". ", "\u202f", ".\u00a0"})
"""What may stand between two words of one name."""

FEATURES = frozenset(
    {
        "dam", "river", "lake", "crossing", "base", "airbase", "airport", "canal", "refinery", "strip", "heights",
        "plain", "plains", "mountains", "mountain", "sea", "gulf", "camp", "prison", "shrine", "oilfield",
        "island", "islands", "desert", "valley", "strait", "corridor", "gorge", "bridge", "reservoir", "delta",
        "forest", "airfield", "tunnel", "bay", "peninsula",
    }
)  # fmt: skip
"""Words that end a name though they are written small: "the Mosul dam"."""

SAINTS = {
    "st": ("saint",), "mt": ("mount",), "ft": ("fort",), "ste": ("sainte",),
    "n": ("north", "northern"), "s": ("south", "southern"), "e": ("east", "eastern"), "w": ("west", "western"),
}  # fmt: skip
"""Words that names shorten, with what they may stand for."""

COMPASS = frozenset("nsew")

MOST_SMALL = 4
"""How many words a name in small letters has at most."""

GREAT = 6.0
"""How prominent a place is whose name one letter of the compass may shorten: "S. Sudan", no town called East Jordan."""


@dataclass(slots=True)
class Words:
    """The words of a text, column by column."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    cases: list[int] = field(default_factory=list)
    odd: list[int] = field(default_factory=list)
    """words that only look like what they seem to be"""

    def between(self, left: int) -> str:
        """Return what stands between word `left` and the next."""
        return self.text[self.ends[left] : self.starts[left + 1]]


@dataclass(slots=True, frozen=True)
class Mention:
    """Words that the index knows as a name: words `[first, last)`, characters `[start, end)`."""

    first: int
    last: int
    start: int
    end: int
    name: int
    """the name's number in the index"""


def words_of(text: str) -> Words:
    """Return the words of `text`."""
    words = Words(text)
    starts, ends, keys, cases = words.starts, words.ends, words.keys, words.cases
    for match in word_pattern().finditer(text):
        word = _word(match.group())
        if word is None:
            continue
        front, back, key, case, odd = word
        start, end = match.span()
        if odd:
            words.odd.append(len(starts))
        starts.append(start + front)
        ends.append(end - back)
        keys.append(key)
        cases.append(case)
    return words


@lru_cache(maxsize=65536)
def _word(raw: str) -> tuple[int, int, str, int, bool] | None:
    """Return what to cut off a word in front and behind, its key and case, and whether it is odd; None if it is none.

    Texts repeat their words: nearly every answer is a remembered one.
    """
    front = back = 0
    if not raw.isascii() or "'" in raw:
        front, back = trimmed(raw)
        raw = raw[front : len(raw) - back]
    key = fold(raw)
    if not key:
        return None
    odd = not raw.isascii() and is_odd(raw)
    head = raw[0]
    if head.islower():
        case = Case.LOWER
    elif head.isupper():
        case = Case.CAPITALS if len(raw) > 1 and raw.isupper() else Case.CAPITAL
    else:
        case = Case.CASELESS if head.isalpha() else Case.OTHER
    return front, back, ODD + key if odd else key, int(case), odd


class Scanner:
    """Finds names of the index in words; remembers what single words led to."""

    __slots__ = ("_heads", "_heads_of_names", "index", "known_small")

    LIMIT = 200_000
    """How many words it remembers before it starts afresh."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._heads: dict[str, tuple[int, int]] = {}
        self.known_small: dict[str, bool] = {}
        """whether a name in small letters could start with a word"""
        self._heads_of_names = entries_of("name_heads")

    def head(self, key: str) -> tuple[int, int]:
        """Return the number of the name that is this one word, or -1, and how long names that start so can be."""
        found = self._heads.get(key)
        if found is None:
            if len(self._heads) > self.LIMIT:
                self._heads.clear()
            number = self.index.find(key)
            if number < 0:
                found = (-1, 0)
            else:
                empty = self.index.first[number] == self.index.first[number + 1]
                found = (-1 if empty else number, self.index.words[number])
            self._heads[key] = found
        return found

    def mentions(self, words: Words, *, lower: bool = False) -> list[Mention]:
        """Return the longest names from left to right; words in lower case start none unless `lower`."""
        found: list[Mention] = []
        cases, keys = words.cases, words.keys
        heads = self._heads
        count = len(cases)
        at = 0
        for place, case in enumerate(cases):
            if place < at or case == 4:
                continue
            key = keys[place]
            if (
                case == 0
                and not lower
                and not (
                    key in ARTICLES
                    and place + 1 < count
                    and cases[place + 1] in (1, 2)
                    and words.between(place) in JOINTS
                )
            ):
                continue
            head = heads.get(key)
            if head is None:
                head = self.head(key)
            if case and words.starts[place] and words.text[words.starts[place] - 1] == "@":
                continue
            longest = self._longest(words, place, key, head) if head[1] else self._variant(words, place, key, case)
            if key in self._heads_of_names and (longest is None or longest.last == place + 1):
                stop = _compound(words, place)
                if stop > place + 1:
                    # "Bab al-Tabbaneh" is no name of a Bab: better none than a part of it
                    at = stop
                    continue
            if longest is not None:
                found.append(longest)
                at = longest.last
        return found

    def at(self, words: Words, place: int) -> Mention | None:
        """Return the longest name that starts at word `place`, in whatever case; all of it small if that word is."""
        key = words.keys[place]
        head = self.head(key)
        if not head[1]:
            return None
        if words.cases[place] != Case.LOWER:
            return self._longest(words, place, key, head)
        number, longest = head
        mention = self._several(words, place, key, min(longest, MOST_SMALL), small=True) if longest > 1 else None
        if mention is not None or number < 0 or key in ARTICLES:
            return mention
        return Mention(place, place + 1, words.starts[place], words.ends[place], number)

    def exactly(self, words: Words, start: int, end: int) -> Mention | None:
        """Return the name that the characters `[start, end)` are, in whatever case; None where the index has none."""
        first = bisect_left(words.starts, start)
        last = bisect_left(words.starts, end)
        raw = words.text[start:end]
        for key in dict.fromkeys((*keys_of(raw), raw.lower(), " ".join(words.keys[first:last]))):
            number = self.index.find(key)
            if number >= 0 and self.index.first[number] < self.index.first[number + 1]:
                return Mention(first, max(last, first + 1), start, end, number)
        inside = words_of(raw)
        found = self.mentions(inside, lower=True)
        return Mention(first, max(last, first + 1), start, end, found[0].name) if found else None

    def _longest(self, words: Words, place: int, key: str, head: tuple[int, int]) -> Mention | None:
        number, longest = head
        if longest > 1 or key in SAINTS:
            mention = self._several(words, place, key, longest)
            if mention is None and key in SAINTS:
                mention = self._shortened(words, place, key)
            if mention is not None:
                return mention
        if number < 0 or (words.cases[place] == 0 and key in ARTICLES):
            return None
        return Mention(place, place + 1, words.starts[place], words.ends[place], number)

    def _several(self, words: Words, place: int, key: str, longest: int, *, small: bool = False) -> Mention | None:
        keys, cases = words.keys, words.cases
        last = min(len(keys), place + longest)
        reach = place + 1
        while reach < last and words.between(reach - 1) in JOINTS:
            reach += 1
        for stop in range(reach, place + 1, -1):
            if small:
                if any(cases[place:stop]):
                    continue
            elif cases[stop - 1] == 0 and cases[place] != 3 and keys[stop - 1] not in FEATURES:
                continue
            parts = [key, *keys[place + 1 : stop]]
            number = self._named(" ".join(parts))
            if number < 0 and stop - place > 2 and not INNER.isdisjoint(parts[1:-1]):
                number = self._named(" ".join(with_one_article(parts)))
            if number >= 0:
                return Mention(place, stop, words.starts[place], words.ends[stop - 1], number)
        return None

    def _shortened(self, words: Words, place: int, key: str) -> Mention | None:
        """Return the name whose first word is shortened: "St. Paul", "S. Sudan"."""
        for full in SAINTS[key]:
            mention = self._several(words, place, full, self.head(full)[1])
            if mention is not None and (key not in COMPASS or self._prior(mention) >= GREAT):
                return mention
        return None

    def _prior(self, mention: Mention) -> float:
        return self.index.prior[self.index.postings(mention.name)[0][0]]

    def _named(self, key: str) -> int:
        """Return the number of the name with this key that is a place's, or -1."""
        number = self.index.find(key)
        return number if number >= 0 and self.index.first[number] < self.index.first[number + 1] else -1

    def _variant(self, words: Words, place: int, key: str, case: int) -> Mention | None:
        """Try a word without what its language hangs on it."""
        start, end = words.starts[place], words.ends[place]
        if key in SAINTS:
            return self._shortened(words, place, key)
        if key.isascii() and key.isalpha() and end - start == len(key):
            return None
        for front, back, stem in stems_of(words.text[start:end], key, caseless=case == Case.CASELESS):
            number, _ = self.head(stem)
            if number >= 0:
                return Mention(place, place + 1, start + front, end - back, number)
        return None


def _compound(words: Words, place: int) -> int:
    """Return where the name ends whose first word this is: "Bab al-Tabbaneh", "Kafr Zita"; the next word if none."""
    stop, count = place + 1, len(words.keys)
    if stop < count and words.keys[stop] in INNER and words.between(place) in JOINTS:
        stop += 1
    capital = stop < count and words.cases[stop] == 1 and words.between(stop - 1) in JOINTS
    return stop + 1 if capital and words.cases[place] == 1 else place + 1
