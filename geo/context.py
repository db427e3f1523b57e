"""Group the mentions of a stretch of text by name, with what the words around them say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.candidates import Naming
from geo.inside import leads
from geo.scan import Case, Mention, Words
from geo.shared_kinds import AREA_KINDS

STRETCH = 20_000
"""Characters that make one context; longer texts are read stretch by stretch, so that cost stays linear."""


PIECE = 200_000
"""Characters of a long text that are held word by word at once."""


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces `[start, stop)` that a long text is read in: cut at a line's end or a space where there is one.

    >>> list(pieces("short"))
    [(0, 5)]
    """
    start = 0
    while len(text) - start > PIECE:
        limit = start + PIECE
        cut = max(text.rfind("\n", start + PIECE // 2, limit), -1)
        if cut < 0:
            cut = text.rfind(" ", start + PIECE // 2, limit)
        stop = cut + 1 if cut >= 0 else limit
        yield start, stop
        start = stop
    yield start, len(text)


def stretches(mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """Yield the numbers of the mentions that make one context."""
    kept: list[int] = []
    begun = 0
    for number, mention in enumerate(mentions):
        if mention.start - begun > STRETCH:
            yield kept
            kept, begun = [], mention.start
        kept.append(number)
    yield kept


def namings_of(
    words: Words, mentions: Sequence[Mention], weights: Sequence[float], numbers: Sequence[int]
) -> list[Naming]:
    """Return the names of a context: mentions of one name are one, apart by the area put after them."""
    found: dict[tuple[int, int, str], Naming] = {}
    for at, number in enumerate(numbers):
        mention = mentions[number]
        holder = _holder(words, mentions, number)
        asked = _asked(words, mention) or (_HOLDING if _is_held_in(words, mentions, number) else "")
        key = (mention.name, mentions[holder].name if holder >= 0 else -1, asked)
        naming = found.get(key)
        if naming is None:
            naming = found[key] = Naming(mention.name, [], [], 0.0, asked=asked)
            if holder >= 0:
                naming.holders.append(mentions[holder].name)
        naming.mentions.append(number)
        naming.weight = max(naming.weight, weights[at])
    return list(found.values())


LONGER = 5
"""An abbreviation that no comma sets off is shorter: "Joplin MO"."""


def _holder(words: Words, mentions: Sequence[Mention], number: int) -> int:
    """Return the mention that a comma or a bracket puts after this one as the area it lies in, or -1."""
    if number + 1 >= len(mentions):
        return -1
    mention, following = mentions[number], mentions[number + 1]
    if following.first == mention.last:
        between = words.text[mention.end : following.start]
        state = between == " " and following.end - following.start < LONGER
        return number + 1 if state or between in (", ", " (", ",", "، ") else -1
    if following.first - mention.last == 1 and words.keys[mention.last] in ("in", "of"):
        return number + 1
    return number + 1 if leads(words, mention, following) else -1


_HOLDING = "cardp"
"""Kinds of places that another may lie in."""


def _is_held_in(words: Words, mentions: Sequence[Mention], number: int) -> bool:
    """Whether a name is what another lies in: "Mosul in Nineveh" means no ruins."""
    if number == 0:
        return False
    mention, before = mentions[number], mentions[number - 1]
    return mention.first - before.last == 1 and words.keys[before.last] == "in" and words.cases[before.first] == 1


_KINDS = {
    "province": "a", "governorate": "a", "state": "a", "region": "ar", "prefecture": "a", "oblast": "a",
    "county": "d", "parish": "d", "district": "d", "borough": "d",
    "city": "p", "town": "p", "village": "p", "suburb": "p", "municipality": "p", "hamlet": "p", "downtown": "p",
    "river": "h", "lake": "h", "sea": "h", "strait": "h", "straits": "h", "gulf": "h", "bay": "h", "canal": "h",
    "dam": "s", "island": "t", "mountain": "t", "mountains": "t",
    "ruins": "s", "gates": "s", "walls": "s", "ancient": "s",
    "base": "s", "airport": "s", "crossing": "s", "shrine": "s", "country": "c", "republic": "c", "kingdom": "c",
}  # fmt: skip


_MEASURES = frozenset(
    {
        "km", "kms", "kilometres", "kilometers", "kilometre", "kilometer", "miles", "mile", "north", "south", "east",
        "west", "northeast", "northwest", "southeast", "southwest", "outskirts", "suburbs", "hours", "minutes",
    }
)  # fmt: skip
"""Words before "of" or "from" that measure from a town."""


def _asked(words: Words, mention: Mention) -> str:
    """Return the kind of place that the words right around a name ask for, or nothing."""
    keys, first, last = words.keys, mention.first, mention.last
    if last < len(keys) and words.text[mention.end : words.starts[last]] == " ":
        kind = _KINDS.get(keys[last])
        if kind is not None and keys[last] not in ("country", "city", "republic", "kingdom"):
            return kind
    if last - first > 1 and keys[last - 1] in AREA_KINDS:
        return "a"
    if first == 0 or words.text[words.ends[first - 1] : mention.start] != " ":
        return "p" if _is_dateline(words, mention) else ""
    before = keys[first - 1]
    if before in ("of", "from") and first > 1:
        return "p" if keys[first - 2] in _MEASURES else _KINDS.get(keys[first - 2], "")
    if before == "the" and words.cases[first - 1] == 0 and _stands_alone(words, last):
        return _with_article(keys[first - 2] if first > 1 else "")
    return _KINDS.get(before, "") if words.cases[first - 1] == 0 else ""


def _with_article(before: str) -> str:
    """Return what has an article in English: waters, regions, islands, mountains and some countries, and no town.

    One is in the Congo and comes from it, but crosses it as a river.
    """
    if before in ("in", "from", "to", "into"):
        return "rtc"
    return "hrtc" if before in ("of", "and", "") else "hrt"


def _stands_alone(words: Words, last: int) -> bool:
    """Whether no noun follows that the article could belong to: a mark, the end, or a word of grammar."""
    if last >= len(words.keys):
        return True
    gap = words.text[words.ends[last - 1] : words.starts[last]]
    return gap.strip() != "" or (gap == " " and words.keys[last] in SMALL_WORDS)


SMALL_WORDS = frozenset(
    {
        "in", "at", "on", "to", "from", "by", "with", "for", "of", "and", "or", "but", "is", "was", "are", "were",
        "has", "had", "have", "will", "would", "as", "that", "which", "where", "while", "when", "until", "after",
        "before",
        "near", "into", "towards", "toward", "through", "during", "since", "under", "over", "between", "against",
        "this", "last", "yesterday", "today", "again", "who", "could", "may", "if", "because", "than", "there",
        "north", "south", "east", "west", "around", "along", "across", "they", "he", "she", "it", "we",
    }
)  # fmt: skip
"""Words of grammar that may follow a name."""


def _is_dateline(words: Words, mention: Mention) -> bool:
    """Whether a name in capitals opens a line and an agency, a date or a dash follows it."""
    if words.cases[mention.first] != Case.CAPITALS:
        return False
    return words.text[mention.end : mention.end + 3].lstrip(" ,")[:1] in ("(", "\u2014", "\u2013", "-")
