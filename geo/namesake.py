"""Tell names that are borne by something else than a place: persons, groups, currencies, common words."""

from __future__ import annotations

from geo.bearers import has_front
from geo.casual_words import SHORT_FORMS
from geo.context import SMALL_WORDS
from geo.evidence import Lexicons
from geo.index import Index, Name
from geo.person import is_of_a_person, is_person
from geo.scan import Case, Mention, Words
from texts.lexicon import rows_of

NEVER = -30.0
"""What a title before a person's name, or a currency's letters, add to the logit."""

PERSON = -6.0
"""What is left of a name that is a given name before a family name, or that stands behind a title."""

OPENING = -2.0
"""What a common word with a capital that only opens a sentence, right before another word, loses."""

MONTHS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
"""Months as they are shortened before a stop or a day."""

STATES_OF_TWO = frozenset(row[0].lower() for row in rows_of("place_abbreviations") if len(row[0]) == 2)
"""Abbreviations of states that are two capitals, and other words where the second letter is small: "Co.", "La"."""

COMMON = "2"
"""How common a word must be (lexicon `common_words`) to open a sentence as itself."""

CODE = 3
"""Letters of a code that a town may be known by to few."""

FORCES = frozenset({"force", "forces", "brigade", "brigades", "corps", "militia", "militias", "fighters", "fighter"})
"""Words behind the name of a group, though it be a place's too."""


def worth_less(words: Words, mention: Mention, lexicons: Lexicons, index: Index) -> float:
    """Return what a name loses as something else bears it, on the scale of a logit; 0 where nothing does."""
    keys, first, last = words.keys, mention.first, mention.last
    single = last - first == 1
    title = single and keys[first].rstrip(".") in lexicons.titles and last < len(keys)
    if title and words.cases[last] in (1, 2) and words.between(first) in (" ", ". "):
        return NEVER
    if is_person(words, first, lexicons) if single else is_of_a_person(words, first, lexicons):
        return PERSON
    if _is_money(words, mention) or _is_abbreviation(words, mention) or _is_weather(words, mention, lexicons):
        return NEVER
    if has_front(words, first) or (single and _is_code(words, mention, index)):
        return PERSON
    if single and keys[first] in lexicons.others:
        group = last < len(keys) and keys[last] in FORCES and words.between(first) == " "
        model = lexicons.others[keys[first]] == "make" and last < len(keys) and words.cases[last] == Case.CAPITAL
        return PERSON if group or (model and words.between(first) == " ") else 0.0
    return OPENING if _only_opens(words, mention, lexicons) else 0.0


def _is_code(words: Words, mention: Mention, index: Index) -> bool:
    """Whether a town is meant by three capitals that are only a further spelling of it, or by capitals in brackets."""
    if words.cases[mention.first] != Case.CAPITALS or words.keys[mention.first] in SHORT_FORMS:
        return False
    place, kind = index.postings(mention.name)[0]
    if not index.codes[index.code[place]].startswith("PPL"):
        return False
    if words.text[mention.start - 1 : mention.start] == "(" and words.text[mention.end : mention.end + 1] == ")":
        return True
    return kind in (Name.OTHER, Name.VARIANT) and mention.end - mention.start <= CODE


def _is_abbreviation(words: Words, mention: Mention) -> bool:
    """Whether a short word is a month's, a company's or a rifle's: "Nov. 5", "Dow Chemical Co.", "AK-47"."""
    key, last = words.keys[mention.first], mention.last
    if last - mention.first > 1:
        return False
    behind = words.text[mention.end : mention.end + 2]
    if key in MONTHS and words.cases[mention.first] == Case.CAPITAL:
        return behind[:1] == "." or (last < len(words.keys) and words.keys[last].isdecimal())
    if key in STATES_OF_TWO and words.cases[mention.first] == Case.CAPITAL:
        return True
    return len(key) == 2 and behind[:1] == "-" and behind[1:].isdecimal()


def _is_money(words: Words, mention: Mention) -> bool:
    return "$" in (words.text[mention.end : mention.end + 1], words.text[mention.start - 1 : mention.start])


def _is_weather(words: Words, mention: Mention, lexicons: Lexicons) -> bool:
    if mention.last - mention.first != 2:
        return False
    return lexicons.others.get(" ".join(words.keys[mention.first : mention.last])) == "weather"


def _only_opens(words: Words, mention: Mention, lexicons: Lexicons) -> bool:
    """Whether a common word has its capital from opening a sentence, and tells of the noun behind it."""
    first, last = mention.first, mention.last
    if last - first > 1 or words.cases[first] != 1 or lexicons.common.get(words.keys[first], "") < COMMON:
        return False
    before = words.text[words.ends[first - 1] : mention.start].strip() if first else "."
    if before[-1:] not in ("", ".", "!", "?") or last >= len(words.keys) or words.cases[last]:
        return False
    return words.between(first) == " " and words.keys[last].endswith("s") and words.keys[last] not in SMALL_WORDS
