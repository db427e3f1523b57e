"""Read names with the word for what they are: "Walton and Oconee counties", "Oaxaca State"."""

from __future__ import annotations

from dataclasses import replace

from geo.candidates import kind_of
from geo.index import Index
from geo.scan import Case, Mention, Words

SHARED_KINDS = {"counties": "county", "parishes": "parish", "provinces": "province", "districts": "district"}
"""Words that say at once what several names before them are."""

MOST_SHARED = 12
"""How many words such a list of names is long at most."""


def with_shared_kinds(words: Words, mentions: list[Mention], index: Index) -> list[Mention]:
    """Return the mentions, with those of "Walton and Oconee counties" read as the counties they are."""
    ends = [place for place, key in enumerate(words.keys) if key in SHARED_KINDS]
    if not ends:
        return mentions
    by_last = {mention.last: number for number, mention in enumerate(mentions)}
    changed = dict(enumerate(mentions))
    added: list[Mention] = []
    for end in ends:
        kind = SHARED_KINDS[words.keys[end]]
        stop = end
        while stop > 0 and words.cases[stop - 1] in (1, 2) and end - stop < MOST_SHARED:
            number = by_last.get(stop)
            first = mentions[number].first if number is not None else stop - 1
            name = index.find(" ".join((*words.keys[first:stop], kind)))
            if name >= 0 and index.first[name] < index.first[name + 1]:
                found = Mention(first, stop, words.starts[first], words.ends[stop - 1], name)
                if number is None:
                    added.append(found)
                else:
                    changed[number] = found
            gap = words.between(first - 1) if first else ""
            stop = first - 1 if gap == " " and words.keys[first - 1] == "and" else first
            if stop == first and gap not in (", ", ", and "):
                break
    return sorted((*changed.values(), *added), key=lambda mention: mention.start)


AREA_KINDS = frozenset({"state", "province", "governorate", "oblast", "prefecture", "voivodeship", "canton", "emirate"})
"""Words with a capital behind the name of a first-level area that belong to it."""

TOWN_KINDS = frozenset({"township", "municipality"})
"""Words with a capital behind any name that belong to it."""

TEAMS = frozenset({"US"})
"""Countries where a state's name and "State" are a university's."""

TRIED = 4
"""How many places of a name are tried as an area."""


def with_kinds(words: Words, mentions: list[Mention], index: Index) -> list[Mention]:
    """Return the mentions, each with the capitalised word behind it that says what it is, if no further follows."""
    found = []
    for number, mention in enumerate(mentions):
        last = mention.last
        if last < len(words.keys) and words.cases[last] == Case.CAPITAL and _belongs(words, mention, index):
            free = number + 1 == len(mentions) or mentions[number + 1].first > last
            if free and words.text[mention.end : words.starts[last]] == " ":
                mention = replace(mention, last=last + 1, end=words.ends[last])  # noqa: PLW2901 - the same name, longer
        found.append(mention)
    return found


def _belongs(words: Words, mention: Mention, index: Index) -> bool:
    """Whether the word behind a name is one for what it is, and no further capitals follow."""
    last, key = mention.last, words.keys[mention.last]
    if key not in AREA_KINDS and key not in TOWN_KINDS:
        return False
    if (
        last + 1 < len(words.keys)
        and words.cases[last + 1] in (Case.CAPITAL, Case.CAPITALS)
        and words.between(last) == " "
    ):
        return False
    if key in TOWN_KINDS:
        return True
    return any(
        kind_of(index.codes[index.code[place]]) == "a" and index.countries[index.country[place]] not in TEAMS
        for place, _ in index.postings(mention.name)[:TRIED]
    )
