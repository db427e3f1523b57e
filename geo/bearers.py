"""Tell what bears a place's name by the capitalised words around it: "Dynamo Kyiv", "Damascus Steel"."""

from __future__ import annotations

from functools import cache

from geo.scan import Case, Mention, Words
from texts.lexicon import entries_of, rows_of

AROUND = 6
"""Words to each side of a run that tell whether its capitals are a heading's."""

RUNNING = 3
"""Words in small letters there that make it running text."""

MOST_WORDS = 4
"""How many capitalised words behind a name are looked at."""

PLACING = frozenset({"in", "at", "near", "from", "to", "towards", "toward", "outside", "around", "into", "inside"})
"""Words right before a name that make it a place's whatever follows: "In Islamabad Mullah Omar met them"."""

STANDING = frozenset(
    {
        "airport", "airbase", "airfield", "base", "city", "town", "village", "province", "governorate", "region",
        "district", "county", "state", "republic", "oblast", "raion", "prefecture", "emirate", "sector", "front",
        "countryside", "suburbs", "outskirts", "river", "lake", "dam", "valley", "mountain", "mountains", "hills",
        "heights", "plain", "plains", "plateau", "desert", "coast", "bay", "gulf", "strait", "peninsula", "island",
        "islands", "basin", "delta", "forest", "corridor", "pocket", "bridge", "crossing", "gate", "border", "road",
        "highway", "street", "square", "avenue", "quarter", "neighbourhood", "neighborhood", "area", "zone", "port",
        "harbour", "harbor", "camp", "prison", "refinery", "plant", "station", "market", "mosque", "church",
        "cathedral", "hospital", "university", "school", "college", "stadium", "palace", "citadel", "castle", "hotel",
        "tower", "towers", "park", "centre", "center", "north", "south", "east", "west", "northern", "southern",
        "eastern", "western", "central", "old", "new", "municipality", "township", "canton", "line", "tunnel", "pass",
        "time", "capital", "metro", "barracks", "depot", "field", "oilfield", "terminal", "junction", "hill", "point",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december",
    }
)  # fmt: skip
"""Words behind a name for what stands there, for a part of it or for a day: it stays a place."""


@cache
def _fronts() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, kind in rows_of("name_fronts"):
        found.setdefault(kind, set()).add(word)
    return {kind: frozenset(words) for kind, words in found.items()}


def is_borne(words: Words, mention: Mention) -> bool:
    """Whether the capitalised words before or behind a place's name make it a team's, a firm's or a group's."""
    first = mention.first
    line = first > 0 and words.keys[first - 1] in _fronts()["line"] and words.cases[first - 1] == Case.CAPITAL
    return line or has_front(words, first) or _heads_a_run(words, first, mention.last)


def has_front(words: Words, first: int) -> bool:
    """Whether a word like "Radio" stands right before a name, or one like "Sons" before "of" and the name."""
    keys, cases = words.keys, words.cases
    if not first or (not cases[first - 1] and keys[first - 1] not in ("of", "the")):
        return False
    fronts = _fronts()
    if words.text[words.ends[first - 1] : words.starts[first]] != " ":
        return False
    before = keys[first - 1]
    if cases[first - 1] in (Case.CAPITAL, Case.CAPITALS):
        if before == "free" and first > 1 and keys[first - 2] == "radio":
            return True
        return before in fronts["front"] or (before in fronts["party"] and words.cases[first] == Case.CAPITAL)
    at = first - 2 if before == "the" else first - 1
    return at > 0 and keys[at] == "of" and keys[at - 1] in fronts["of"] and cases[at - 1] == Case.CAPITAL


def _heads_a_run(words: Words, first: int, last: int) -> bool:
    """Whether capitalised words follow, in running text, of which none says what stands in a place or holds office."""
    keys, cases = words.keys, words.cases
    stop = last
    while (
        stop < len(keys) and stop < last + MOST_WORDS and cases[stop] == Case.CAPITAL and words.between(stop - 1) == " "
    ):
        stop += 1
    if stop == last or cases[first] != Case.CAPITAL or (first and keys[first - 1] in PLACING):
        return False
    run = keys[last:stop]
    if run[0] == "i" or any(key in STANDING or key in entries_of("person_titles") for key in run):
        return False
    around = (*cases[max(0, first - AROUND) : first], *cases[stop : stop + AROUND])
    return around.count(Case.LOWER) >= RUNNING
