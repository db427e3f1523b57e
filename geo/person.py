"""Tell whether a capitalised word is the name of a person."""

from __future__ import annotations

from geo.evidence import Lexicons
from geo.scan import Words

ACTING = frozenset({"said", "says", "told", "tells", "added", "adds", "recalled", "recalls", "explained", "aged"})
"""Words behind a full name that make it a person's."""

INTRODUCED = frozenset({"who", "whose", "whom", "aged", "a", "an"})
"""Words behind a comma behind a full name that make it a person's."""

NISBA = frozenset({"al", "el", "ar", "as", "ash", "at", "an", "ad", "az", "adh", "ath"})
"""Articles that join a person to the town that his family is from."""

KIN = frozenset(
    {
        "wife", "husband", "daughter", "son", "sister", "brother", "mother", "father", "niece", "nephew", "aunt",
        "uncle", "fiancee", "girlfriend", "boyfriend", "grandson", "granddaughter", "widow",
    }
)  # fmt: skip
"""Words for one of the family whose name follows."""

ADDRESSES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lady", "sgt", "lt", "capt", "cpl", "sen", "rep"}
)
"""Titles behind which only a person is named."""

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
    if _is_kin(words, place) or is_of_a_person(words, place, lexicons):
        return True
    if not place or cases[place] != 1 or cases[place - 1] != 1 or keys[place] not in lexicons.given:
        return _is_addressed(words, place)
    return keys[place - 1].rstrip(".") in lexicons.titles and words.between(place - 1) in (" ", ". ")


def _does(words: Words, place: int) -> bool:
    """Whether the words behind a full name are said of a person: "said", ", who", ", 34,"."""
    if place + 1 >= len(words.keys):
        return False
    gap, after = words.between(place), words.keys[place + 1]
    if gap == " ":
        return after in ACTING
    return gap == ", " and (after in INTRODUCED or (after.isdecimal() and len(after) == 2))


def is_of_a_person(words: Words, place: int, lexicons: Lexicons) -> bool:
    """Whether an article joins what starts here to a given name: "Mohammed al-Baghdadi", "Abu Omar al-Tikriti"."""
    keys, cases = words.keys, words.cases
    if place < 1 or cases[place - 1] != 1 or words.between(place - 1) != " " or keys[place] not in NISBA:
        return False
    return (
        keys[place - 1] in lexicons.given
        or keys[place - 1] in lexicons.family
        or (place > 1 and keys[place - 2] in ("abu", "ibn", "bin", "umm"))
    )


def _is_kin(words: Words, place: int) -> bool:
    """Whether a name stands between commas behind a word for one of the family: "his wife, Julia, fled"."""
    if place < 1 or words.keys[place - 1] not in KIN or words.between(place - 1) not in (", ", " "):
        return False
    return place + 1 == len(words.keys) or words.between(place).startswith((",", ".")) or words.between(place) == " "


def _is_addressed(words: Words, place: int) -> bool:
    """Whether a name stands between a title that only persons have and another name: "Mrs Troy Hama"."""
    keys, cases = words.keys, words.cases
    if place < 1 or keys[place - 1].rstrip(".") not in ADDRESSES or words.between(place - 1) not in (" ", ". "):
        return False
    return cases[place - 1] == 1 and cases[place] == 1
