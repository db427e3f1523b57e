"""Give the words of lines that are written in capitals throughout the letters that a paper would give them."""

from __future__ import annotations

from collections.abc import Sequence

from geo.candidates import kind_of
from geo.evidence import Lexicons
from geo.index import Name
from geo.keys import INNER
from geo.lines import Line, Style
from geo.scan import Case, Scanner, Words

NAMED = 4.5
"""A word that is a place this prominent, and no other word, is taken for a name."""

STATE = 9.0
"""Countries' prominence: they keep their capital although their name is a common word."""

SEVERAL = 6.0
"""Names of several common words are names where their place is this prominent: "LONG BEACH"."""

ACRONYM = 3
"""Words of so many letters at most stay as they are: nobody can tell them from abbreviations."""


def quieten(words: Words, lines: Sequence[Line], scanner: Scanner, lexicons: Lexicons) -> None:
    """Write the words of shouted lines small but for those that could be names.

    The text stays as it is: only how its words count as written is changed.
    """
    for start, stop, style in lines:
        if style == Style.SHOUTED:
            place = start
            while place < stop:
                place = _quieten(words, place, stop, scanner, lexicons)


def _quieten(words: Words, place: int, stop: int, scanner: Scanner, lexicons: Lexicons) -> int:
    """Set how the word, or the name of several words that starts with it, is written; return the next word."""
    cases, keys = words.cases, words.keys
    if cases[place] != Case.CAPITALS:
        return place + 1
    mention = scanner.at(words, place)
    if mention is not None and place + 1 < mention.last <= stop:
        parts = keys[place : mention.last]
        best = scanner.index.postings(mention.name)[0]
        if scanner.index.prior[best[0]] >= SEVERAL or not all(part in lexicons.common for part in parts):
            for at in range(place, mention.last):
                cases[at] = Case.LOWER if keys[at] in INNER and at > place else Case.CAPITAL
            return mention.last
    cases[place] = _case_of(words, place, scanner, lexicons)
    return place + 1


def _case_of(words: Words, place: int, scanner: Scanner, lexicons: Lexicons) -> Case:
    key = words.keys[place]
    number, _ = scanner.head(key)
    best, kind = scanner.index.postings(number)[0] if number >= 0 else (-1, Name.OTHER)
    prior = scanner.index.prior[best] if number >= 0 else 0.0
    if key in lexicons.common:
        state = prior >= STATE and kind_of(scanner.index.codes[scanner.index.code[best]]) == "c"
        return Case.CAPITAL if state else Case.LOWER
    if len(key) <= ACRONYM:
        return Case.CAPITALS
    if any(key in known for known in (lexicons.given, lexicons.family, lexicons.titles, lexicons.others)):
        return Case.CAPITAL
    return Case.CAPITAL if prior >= NAMED or kind == Name.PEOPLE else Case.LOWER
