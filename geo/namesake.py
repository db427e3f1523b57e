"""Tell names that are borne by something else than a place: persons, groups, currencies, common words."""

from __future__ import annotations

from geo.casual import SHORT_FORMS
from geo.context import SMALL_WORDS
from geo.evidence import Lexicons
from geo.index import Index, Name
from geo.person import is_person
from geo.scan import Case, Mention, Words

NEVER = -30.0
"""What a title before a person's name, or a currency's letters, add to the logit."""

PERSON = -6.0
"""What is left of a name that is a given name before a family name, or that stands behind a title."""

OPENING = -2.0
"""What a common word with a capital that only opens a sentence, right before another word, loses."""

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
    if "$" in (words.text[mention.end : mention.end + 1], words.text[mention.start - 1 : mention.start]):
        return NEVER
    if single and (is_person(words, first, lexicons) or _is_code(words, mention, index)):
        return PERSON
    if single and keys[first] in lexicons.others:
        group = last < len(keys) and keys[last] in FORCES and words.between(first) == " "
        return PERSON if group else 0.0
    return OPENING if _only_opens(words, mention, lexicons) else 0.0


def _is_code(words: Words, mention: Mention, index: Index) -> bool:
    """Whether a town is meant by three capitals that are only a further spelling of it: "ADF", "GNA"."""
    if words.cases[mention.first] != Case.CAPITALS or mention.end - mention.start > CODE:
        return False
    if words.keys[mention.first] in SHORT_FORMS:
        return False
    place, kind = index.postings(mention.name)[0]
    return kind in (Name.OTHER, Name.VARIANT) and index.codes[index.code[place]].startswith("PPL")


def _only_opens(words: Words, mention: Mention, lexicons: Lexicons) -> bool:
    """Whether a common word has its capital from opening a sentence, and tells of the noun behind it."""
    first, last = mention.first, mention.last
    if last - first > 1 or words.cases[first] != 1 or lexicons.common.get(words.keys[first], "") < COMMON:
        return False
    before = words.text[words.ends[first - 1] : mention.start].strip() if first else "."
    if before[-1:] not in ("", ".", "!", "?") or last >= len(words.keys) or words.cases[last]:
        return False
    return words.between(first) == " " and words.keys[last].endswith("s") and words.keys[last] not in SMALL_WORDS
