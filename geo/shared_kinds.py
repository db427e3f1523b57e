"""Read the names of a list that one word says the kind of: "Walton and Oconee counties"."""

from __future__ import annotations

from geo.index import Index
from geo.scan import Mention, Words

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
