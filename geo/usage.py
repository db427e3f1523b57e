"""Tell whether a place name means the place, or a government, agreement or institution that bears its name."""

from __future__ import annotations

from functools import cache

from geo.bearers import is_borne
from geo.context import SMALL_WORDS
from geo.scan import Case, Mention, Words
from geo.toponym import Usage
from texts.lexicon import rows_of

WHEREABOUTS = frozenset(
    {
        "in", "at", "near", "to", "from", "toward", "towards", "into", "outside", "around", "inside", "across",
        "through", "throughout", "within", "over", "reached", "entered", "entering", "left", "leaving", "via",
    }
)  # fmt: skip
"""Words before a name that make it a place."""

BODIES = frozenset({"government", "institution", "company", "paper", "team", "accord"})
"""What a run of names may end in to be something that only bears a place's name."""

HOUSES = frozenset({"white house", "pentagon", "kremlin", "elysee", "downing street", "capitol hill", "quai dorsay"})
"""Seats of power by their keys."""

HYPHENS = ("-", "\u2010", "\u2011", "\u2013")

STAFF = frozenset(
    {
        "forces", "troops", "army", "military", "soldiers", "officials", "official", "government", "president",
        "minister", "ministers", "embassy", "ambassador", "administration", "envoy", "diplomats", "diplomat",
        "senator", "congressman", "lawmakers", "intelligence", "navy", "jets", "warplanes", "airstrikes", "sanctions",
        "policy", "dollars", "dollar", "citizens", "officers", "generals", "general", "commander", "marines",
    }
)  # fmt: skip
"""Nouns right after a country's name that make it say whose they are."""


@cache
def _cues() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, kind in rows_of("usage_cues"):
        found.setdefault(kind, set()).add(word)
    return {kind: frozenset(words) for kind, words in found.items()}


def usage_of(words: Words, mention: Mention, *, state: bool, bodies: dict[str, str]) -> Usage:
    """Return how a place name is meant.

    Parameters
    ----------
    state
        Whether it names a country or its capital, which can stand for its government.
    bodies
        Words that make a run of names an organisation, with the kind of it (lexicon `org_words`).
    """
    keys = words.keys
    first, last = mention.first, mention.last
    count = len(keys)
    cues = _cues()
    gap = words.text[mention.end : words.starts[last]] if last < count else "\n"
    before = keys[first - 1] if first else ""
    joined = gap in (" ", "\u00a0")
    named = (
        _names_something_else(words, mention, gap, joined)
        or (joined and _bears(words, last, bodies))
        or _is_of(words, first, bodies)
        or is_borne(words, mention)
    )
    if named or not state:
        return Usage.ASSOCIATIVE if named else Usage.LITERAL
    if before == "in" and first > 1 and keys[first - 2] in cues["works"]:
        return Usage.ASSOCIATIVE
    if _is_for_whom(words, first, last, gap):
        return Usage.ASSOCIATIVE
    if before in WHEREABOUTS and not (before == "to" and first > 1 and keys[first - 2] in cues["with"]):
        return Usage.LITERAL
    return Usage.ASSOCIATIVE if _acts(words, last, gap, joined) or _is_party(words, first) else Usage.LITERAL


def _names_something_else(words: Words, mention: Mention, gap: str, joined: bool) -> bool:
    """Whether the name stands for an accord, for whose allies somebody is, or for those who work in a house."""
    keys, first, last = words.keys, mention.first, mention.last
    after = keys[last] if last < len(keys) else ""
    cues = _cues()
    if (joined and _is_accord(keys, first, last)) or _is_of_treaty(keys, first) or _is_of_pair(words, mention, gap):
        return True
    stormed = first > 1 and keys[first - 1] == "storm" and keys[first - 2] in _BEFORE_VERB  # "managed to storm X"
    if first and keys[first - 1] in cues["vessel"] and words.cases[first] == Case.CAPITAL and not stormed:
        return words.between(first - 1).strip(QUOTES) == ""
    if (gap in HYPHENS and after in cues["tied"]) or (joined and after in cues["ware"]):
        return True
    house = " ".join(keys[first:last]) in HOUSES
    return house and not any(key in WHEREABOUTS for key in keys[max(0, first - 2) : first])


_BEFORE_VERB = frozenset(
    {
        "to", "will", "would", "could", "may", "might", "can", "should", "must", "not", "and", "rebels", "troops",
        "forces",
    }
)  # fmt: skip
"""Words behind which "storm" is a verb."""
QUOTES = " \u00a0\"'“”«»‘’„"
"""What may stand between a vessel and its name."""


def _is_of_treaty(keys: list[str], first: int) -> bool:
    """Whether an accord is called after the name behind "of": "the accords of Evian"."""
    return first > 1 and keys[first - 1] == "of" and keys[first - 2] in _cues()["treaty"]


def _is_of_pair(words: Words, mention: Mention, gap: str) -> bool:
    """Whether two names with a hyphen between tell what is between two states: "the Ankara-Erbil axis"."""
    keys, first, last, pairs = words.keys, mention.first, mention.last, _cues()["between"]
    if gap in HYPHENS and last + 1 < len(keys):
        return keys[last + 1] in pairs and words.cases[last] == Case.CAPITAL and words.between(last) == " "
    joined = first > 0 and words.between(first - 1) in HYPHENS and words.cases[first - 1] == Case.CAPITAL
    return joined and gap == " " and keys[last] in pairs


def _is_accord(keys: list[str], first: int, last: int) -> bool:
    """Whether the words behind a name make it that of an accord: "Minsk ceasefire", "Pretoria peace agreement"."""
    cues = _cues()
    after = keys[last]
    if after in cues["accord"]:
        return True
    if after in cues["truce"] and last - first == 1 and keys[first] in cues["seat"]:
        return True
    return after in cues["leads"] and last + 1 < len(keys) and keys[last + 1] in cues["accord"]


def _bears(words: Words, last: int, bodies: dict[str, str]) -> bool:
    """Whether the capitalised words after a name make it an institution's."""
    stop = last
    while stop < len(words.keys) and stop < last + 4 and words.cases[stop] in (1, 2):
        if words.keys[stop] in SMALL_WORDS:
            break  # a heading's capitals: "Mosul Offensive Begins As Army Enters"
        if stop > last and words.between(stop - 1) not in (" ", "-", "\u00a0"):
            break
        stop += 1
    ending = words.keys[stop - 1] if stop > last else ""
    return ending != "city" and bodies.get(ending, "") in BODIES  # "Aleppo City" is Aleppo, whoever Manchester City are


def _is_of(words: Words, first: int, bodies: dict[str, str]) -> bool:
    """Whether a capitalised body stands before "of" or "in": "the University of X", "Islamic State of X"."""
    keys = words.keys
    at = first - 1
    if at > 0 and keys[at] == "the":
        at -= 1
    if at < 1 or keys[at] not in ("of", "in") or words.cases[at - 1] not in (1, 2):
        return False
    if keys[at] == "of" and bodies.get(keys[at - 1], "") in BODIES:
        return True
    return (
        keys[at - 1] in ("state", "emirate", "revolution", "resistance", "qaeda", "qaida")
        and at > 1
        and words.cases[at - 2] in (1, 2)
    )


def _acts(words: Words, last: int, gap: str, joined: bool) -> bool:
    """Whether what follows a state's name is something that only a government does or has."""
    keys, cues = words.keys, _cues()
    if last >= len(keys):
        return False
    after = keys[last]
    if gap in GENITIVES:
        return any(key in cues["owned"] for key in keys[last : last + 2])
    if not joined:
        return False
    if after in cues["act"] or after in STAFF:
        return True
    return after in cues["modal"] and any(key in cues["doing"] for key in keys[last + 1 : last + 4])


def _is_for_whom(words: Words, first: int, last: int, gap: str) -> bool:
    """Whether something is done as a state wants it: "on X's orders", "at the request of X", "in X's view"."""
    keys, behalf = words.keys, _cues()["behalf"]
    if gap in GENITIVES and last < len(keys):
        return keys[last] in behalf and first > 0 and keys[first - 1] in ("in", "on", "at", "with", "to")
    return first > 2 and keys[first - 1] == "of" and keys[first - 2] in behalf


GENITIVES = ("'s ", "\u2019s ", "' ", "\u2019 ")


def _is_party(words: Words, first: int) -> bool:
    """Whether a state is named as one that others deal with: "talks with X", "relations between X and Y"."""
    keys, cues = words.keys, _cues()
    before = keys[first - 1] if first else ""
    if before in ("with", "by", "to", "on", "towards", "from") and first > 1 and keys[first - 2] in cues["with"]:
        return True
    if before in cues["address"] and words.text[words.ends[first - 1] : words.starts[first]] == " ":
        return True
    if "between" in keys[max(0, first - 3) : first]:
        at = first - 1 - keys[max(0, first - 3) : first][::-1].index("between")
        return any(key in cues["pair"] for key in keys[max(0, at - 2) : at])
    return False
