"""Tell whether the text says in which country or area a name lies: "X, in the west of Y"."""

from __future__ import annotations

from collections.abc import Sequence

from geo.candidates import kind_of
from geo.index import PLACE_BITS, PLACE_MASK, Index, Name
from geo.scan import Mention, Words

REACH = 5
"""How many words may stand between a name and what it is said to lie in."""

TRIED = 12
"""How many places of either name are looked at."""

LEADING = frozenset(
    {
        "in", "the", "of", "and", "centre", "center", "heart", "north", "south", "east", "west", "northeast",
        "northwest", "southeast", "southwest", "far", "northern", "southern", "eastern", "western", "central",
        "north-eastern", "north-western", "south-eastern", "south-western", "northeastern", "northwestern",
        "southeastern", "southwestern", "province", "state", "region", "district", "part",
    }
)  # fmt: skip
"""Words that may stand between the two."""


def is_said_to_lie(words: Words, mentions: Sequence[Mention], number: int, index: Index) -> bool:
    """Whether a capitalised name is followed by a country or first-level area that has a place of this name in it."""
    if number + 1 >= len(mentions):
        return False
    mention, following = mentions[number], mentions[number + 1]
    if words.cases[mention.first] != 1 or not leads(words, mention, following):
        return False
    return holds(index, following.name, mention.name)


def is_with_state(words: Words, mention: Mention, following: Mention, index: Index) -> bool:
    """Whether a name and the abbreviation of an area that has a place of this name stand together: "Joplin MO"."""
    if following.first != mention.last or words.cases[mention.first] not in (1, 2):
        return False
    if index.posting[index.first[following.name]] >> PLACE_BITS != Name.SHORT:
        return False
    return words.text[mention.end : following.start] in (", ", " ", ",") and holds(index, following.name, mention.name)


def leads(words: Words, mention: Mention, following: Mention) -> bool:
    """Whether only words like ", in the west of" stand between two names."""
    if mention.last >= len(words.keys) or not 0 <= following.first - mention.last <= REACH:
        return False
    gap = words.text[mention.end : words.starts[mention.last]]
    if gap != ", " and not (gap == " " and words.keys[mention.last] == "in"):
        return False
    between = words.keys[mention.last : following.first]
    return not between or (between[0] == "in" and all(key in LEADING for key in between))


def holds(index: Index, holder: int, name: int) -> bool:
    """Whether a place of one name lies in a country or area of another."""
    countries, areas = set(), set()
    for place, kind in index.postings(holder)[:TRIED]:
        letter = kind_of(index.codes[index.code[place]])
        if letter == "c" and kind != Name.PEOPLE:
            countries.add(index.country[place])
        elif letter == "a":
            areas.add(index.admin1[place])
    if not countries and not areas:
        return False
    first = index.first[name]
    for value in index.posting[first : min(index.first[name + 1], first + 4 * TRIED)]:
        place, kind = value & PLACE_MASK, value >> PLACE_BITS
        if kind in (Name.OTHER, Name.SHORT, Name.PEOPLE) or kind_of(index.codes[index.code[place]]) in "cr":
            continue
        if index.country[place] in countries or (index.admin1[place] and index.admin1[place] in areas):
            return True
    return False
