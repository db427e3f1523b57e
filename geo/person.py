"""Tell whether a capitalised word is the name of a person."""

from __future__ import annotations

from geo.evidence import Lexicons
from geo.scan import Words

ACTING = frozenset({"said", "says", "told", "tells", "added", "adds", "recalled", "recalls", "explained", "aged"})
"""Words behind a full name that make it a person's."""

INTRODUCED = frozenset({"who", "whose", "whom", "aged", "a", "an"})
"""Words behind a comma behind a full name that make it a person's."""

FAMILIAR = "2"
"""How common a family name must be to tell that the word before it is a given name: 1 to 4 in lexicon `surnames`."""


def is_person(words: Words, place: int, lexicons: Lexicons) -> bool:
    """Whether a word is a given name before a family name ("Chad Miller") or the name behind a title."""
    keys, cases = words.keys, words.cases
    if place + 1 < len(keys) and cases[place] == cases[place + 1] == 1 and words.between(place) == " ":
        family = lexicons.family.get(keys[place + 1], "1") if keys[place + 1] not in lexicons.bodies else "0"
        if family > "1" and keys[place] in lexicons.given:
            return True
        if family >= FAMILIAR and _does(words, place + 1):
            return True
    if not place or cases[place] != 1 or cases[place - 1] != 1 or keys[place] not in lexicons.given:
        return False
    return keys[place - 1].rstrip(".") in lexicons.titles and words.between(place - 1) in (" ", ". ")


def _does(words: Words, place: int) -> bool:
    """Whether the words behind a full name are said of a person: "said", ", who", ", 34,"."""
    if place + 1 >= len(words.keys):
        return False
    gap, after = words.between(place), words.keys[place + 1]
    if gap == " ":
        return after in ACTING
    return gap == ", " and (after in INTRODUCED or (after.isdecimal() and len(after) == 2))
