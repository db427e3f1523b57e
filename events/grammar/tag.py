"""Tag words with their part of speech by a small model in two passes."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

import numpy as np
from numpy.typing import NDArray

from events.grammar.headline import headlines_in
from events.grammar.linear import LinearModel, load_model
from events.grammar.tag_features import first_pass, in_capitals, second_pass, word_columns
from events.grammar.token import Tokens
from texts.lexicon import entries_of, rows_of


def _present(verb: str) -> tuple[str, str]:
    """Return the plain form of a verb and that in -s."""
    if verb.endswith("y"):
        return verb, f"{verb[:-1]}ies"
    return verb, f"{verb}s"


class Tag(StrEnum):
    """What a word does in its sentence: the Penn Treebank's tags, without number and degree."""

    NOUN = "noun"
    NAME = "name"
    """a proper noun"""
    PRONOUN = "pronoun"
    OWN = "own"
    """a possessive pronoun: "its", "their" """
    DETERMINER = "determiner"
    ADJECTIVE = "adjective"
    NUMBER = "number"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    MARK = "mark"
    """a word that opens a clause: "that", "because", "after" before a verb"""
    TO = "to"
    CONJUNCTION = "conjunction"
    MODAL = "modal"
    AUXILIARY = "auxiliary"
    """"be", "have" or "do" before another verb"""
    BASE = "base"
    """a verb's plain form"""
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    """a past participle: "seized", "have gone" """
    GERUND = "gerund"
    """a form in -ing"""
    PARTICLE = "particle"
    WH = "wh"
    """ "who", "which", "where", "how" """
    GENITIVE = "genitive"
    """the ending 's"""
    COMMA = "comma"
    STOP = "stop"
    COLON = "colon"
    """a colon, semicolon or dash"""
    QUOTE = "quote"
    BRACKET = "bracket"
    OTHER = "other"


TAGS: tuple[Tag, ...] = tuple(Tag)
VERBS = frozenset({Tag.BASE, Tag.PRESENT, Tag.PAST, Tag.PARTICIPLE, Tag.GERUND})
"""Tags of full verbs."""
FINITE = frozenset({Tag.PRESENT, Tag.PAST, Tag.MODAL, Tag.AUXILIARY})
"""Tags of verbs that have a tense."""

_MARKS = {
    **dict.fromkeys(",،", Tag.COMMA),
    **dict.fromkeys(".!?…؟۔", Tag.STOP),
    **dict.fromkeys(":;؛–—―-", Tag.COLON),
    **dict.fromkeys("\"“”„«»'‘’`", Tag.QUOTE),
    **dict.fromkeys("()[]{}<>", Tag.BRACKET),
}


def tags_of(tokens: Tokens, boundaries: frozenset[int] = frozenset()) -> tuple[Tag, ...]:
    """Return the tag of each token; `boundaries` are the positions of tokens that open a sentence.

    >>> from events.grammar.token import tokens_in
    >>> [tag.value for tag in tags_of(tokens_in("The army seized two villages."))]
    ['determiner', 'noun', 'past', 'number', 'noun', 'stop']
    >>> tags_of(tokens_in(""))
    ()
    """
    if not len(tokens):
        return ()
    columns = word_columns(tokens, boundaries)
    numbers = _tagged(columns, "tags")
    for first, stop in headlines_in(tokens, boundaries):
        numbers[first:stop] = _tagged(in_capitals(columns[first:stop]), "headlines")
    tags = [TAGS[number] for number in numbers.tolist()]
    _mend(tokens, tags)
    for position in _owners(tokens, boundaries):
        tags[position] = Tag.GENITIVE
    for position in (0, *boundaries):
        if _is_plural(tokens, tags, position):
            tags[position] = Tag.NOUN
    return tuple(tags)


def _mend(tokens: Tokens, tags: list[Tag]) -> None:
    """Set right the tags that the words around them rule out."""
    asked = 0
    for position, word in enumerate(tokens.words):
        if not word[0].isalnum():
            tags[position] = mark_tag(word, tags[position])
        elif tags[position] in _MISTAKEN and tags[position - 1] in _MODAL and _after_modal(tags, position, word):
            tags[position] = Tag.BASE
        elif word in _TENSED and (tense := _tense(tokens, tags, position, word)) is not None:
            tags[position] = tense
        elif position and tags[position] in _NOMINAL and word in _PARTICIPLES and tokens.lower[position - 1] in _HAVE:
            tags[position - 1 : position + 1] = [Tag.AUXILIARY, Tag.PARTICIPLE]
        elif word in _REGULAR and tags[position] is Tag.PARTICIPLE and tokens.lower[position - 1] in _HAVE:
            tags[position] = Tag.NOUN  # "has combat troops"
        elif word == "ought" and tokens.lower[position + 1 : position + 2] in _INFINITIVES:
            tags[position] = Tag.MODAL
        elif position < asked and tags[position] in _DONE and word.islower() and _is_asked(tokens, tags, position):
            tags[position] = Tag.BASE
        elif word in _DO:
            asked = position + _SUBJECT


def _tense(tokens: Tokens, tags: list[Tag], position: int, word: str) -> Tag | None:
    """Return the tag of a verb that was taken for a noun or a participle; None where it is one."""
    if tags[position] is Tag.NOUN and word in _PASTS and _is_done(tags, position, word):
        return Tag.PAST
    if tags[position] is Tag.PARTICIPLE and word in _BEGAN and _has_subject(tags, position):
        return Tag.PAST
    lone = tags[position] is Tag.NOUN and word in _LONE and _is_lone(tokens, tags, position)
    return Tag.PRESENT if lone else None


def _has_subject(tags: list[Tag], position: int) -> bool:
    """Whether a word stands between a noun and a preposition: "talks between envoys and the rebels opened in Goma"."""
    if not 0 < position < len(tags) - 1 or tags[position - 1] not in {Tag.NOUN, Tag.NAME}:
        return False
    return tags[position + 1] is Tag.PREPOSITION


_BEGAN = frozenset({"opened", "started", "ended", "resumed", "collapsed", "continued", "erupted", "exploded", "landed"})
"""Pasts of what begins, goes on or ends by itself, which are no participles right behind their noun."""


def _is_lone(tokens: Tokens, tags: list[Tag], position: int) -> bool:
    """Whether a verb stands between who does it and whom it is done to: "rebels enter Goma", "army denies losing"."""
    if not 0 < position < len(tags) - 1 or tags[position - 1] not in {Tag.NOUN, Tag.NAME}:
        return False
    told = tags[position + 1] is Tag.NOUN and tokens.lower[position] in _TELLING
    if told or tags[position + 1] in {Tag.DETERMINER, Tag.OWN}:
        return True
    return tokens.lower[position] not in _BOTH and tags[position + 1] in _DONE_TO


_DONE_TO = frozenset({Tag.NAME, Tag.PRONOUN, Tag.NUMBER, Tag.GERUND, Tag.MARK})
_TELLING = frozenset({"deny", "denies", "accuse", "accuses", "reject", "rejects"})
_BOTH = frozenset({"control", "controls", "attack", "attacks", "storm", "bomb", "shell", "raid", "target", "block"})
"""Words that are nouns as well, and verbs where a noun stands before them and an article behind."""
_LONE = _BOTH | {form for verb in entries_of("lone_verbs") for form in _present(verb)}


def _owners(tokens: Tokens, boundaries: frozenset[int]) -> Iterator[int]:
    """Yield the apostrophes behind owners in the plural, "the rebels' camp", that close no quotation."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    quoted = False
    for position, word in enumerate(words):
        if position in boundaries:
            quoted = False
        if word not in _APOSTROPHES:
            continue
        joined = position > 0 and starts[position] == ends[position - 1] and words[position - 1][-1].isalnum()
        if not joined:
            quoted = True
        elif quoted:
            quoted = False
        elif words[position - 1][-1] in "sS" and position + 1 < len(words) and words[position + 1][0].isalnum():
            yield position


_APOSTROPHES = frozenset("'’‘")


def _tagged(columns: NDArray[np.uint32], name: str) -> NDArray[np.uint32]:
    """Return the number of each word's tag, by the models of this name."""
    early, late = _models(name)
    first = np.zeros(len(columns), dtype=np.uint32)
    for part, kept in _pieces(len(columns)):
        first[part] = np.argmax(early.scores(first_pass(columns[kept], early.bits)), axis=1)[_inner(part, kept)]
    second = np.zeros(len(columns), dtype=np.uint32)
    for part, kept in _pieces(len(columns)):
        rows = second_pass(columns[kept], first[kept], late.bits)
        second[part] = np.argmax(late.scores(rows), axis=1)[_inner(part, kept)]
    return second


def _is_done(tags: list[Tag], position: int, word: str) -> bool:
    """Whether a word stands where a verb stands: "insurgents overran Mosul", "a bomb tore through a bus"."""
    if not 0 < position < len(tags) - 1 or tags[position - 1] not in {Tag.NOUN, Tag.NAME}:
        return False
    following = tags[position + 1]
    leads = word in _ONLY_PASTS and following in {Tag.PREPOSITION, Tag.PARTICLE, Tag.MARK}
    return leads or following in {Tag.NAME, Tag.DETERMINER, Tag.OWN, Tag.PRONOUN}


_INFINITIVES = frozenset({("to",), ("not",)})
_DONE = frozenset({Tag.NOUN, Tag.PREPOSITION})
_DO = frozenset({"did", "do", "does", "Did", "Do", "Does"})
_BETWEEN = frozenset({Tag.NOUN, Tag.NAME, Tag.OWN, Tag.DETERMINER, Tag.ADJECTIVE})


def _is_asked(tokens: Tokens, tags: list[Tag], position: int) -> bool:
    """Whether a plain verb stands behind "did" and its subject: "at no point did our soldiers enter Bor"."""
    if not 2 <= position < len(tags) - 1 or tags[position - 1] not in {Tag.NOUN, Tag.NAME}:
        return False
    if tags[position + 1] not in {Tag.NAME, Tag.DETERMINER, Tag.OWN, Tag.PRONOUN}:
        return False
    before = position - 1
    while before > 0 and tags[before] in _BETWEEN and position - before < _SUBJECT:
        before -= 1
    return tokens.words[before] in _DO


_SUBJECT = 6
"""Words from "did" to the verb, at most."""
_ONLY_PASTS = frozenset(
    {
        "tore", "drove", "flew", "fled", "fell", "broke", "crept", "swept", "rode", "ran", "sank", "stole", "strode",
        "sprang", "sped", "overran", "retook", "recaptured", "withdrew", "blew", "began", "came", "went",
        "took", "struck",
    }
)  # fmt: skip
_PARTICIPLES = frozenset(row[2] for row in rows_of("irregular_verbs"))
_REGULAR = frozenset({"combat", "attack", "assault", "patrol", "transport", "support", "guard", "command"})
"""Plain forms of verbs whose participles end in -ed, and nouns of what men and things are for."""
_HAVE = frozenset({"has", "have", "had", "having"})
_NOMINAL = frozenset({Tag.NOUN, Tag.ADJECTIVE})
_PASTS = frozenset(
    row[0] for row in rows_of("past_forms") if row[0] != row[1] and row[0] not in {"left", "felt", "lead"}
)
"""Past forms that no ending gives away."""
_TENSED = _PASTS | _BEGAN | _LONE


def _is_plural(tokens: Tokens, tags: list[Tag], position: int) -> bool:
    """Whether what opens a sentence is a noun in the plural taken for a verb: "Warplanes from …", "Talks in …"."""
    if position + 1 >= len(tags) or tags[position] not in {Tag.BASE, Tag.PRESENT}:
        return False
    word = tokens.words[position]
    return word[0].isupper() and word.endswith("s") and not word.endswith("ss") and tags[position + 1] in _AFTER_NOUN


_AFTER_NOUN = frozenset({Tag.PREPOSITION, Tag.PAST, Tag.AUXILIARY, Tag.MODAL})


AT_ONCE = 50_000
"""How many tokens are looked at together: a long text takes little more memory than a short one."""
REACH = 4
"""How far, in tokens, the features of a token look at most."""


def _pieces(count: int) -> Iterator[tuple[slice, slice]]:
    """Yield the pieces of so many tokens, and each with what its features look at on both sides."""
    for start in range(0, count, AT_ONCE):
        stop = min(count, start + AT_ONCE)
        yield slice(start, stop), slice(max(0, start - REACH), min(count, stop + REACH))


def _inner(part: slice, kept: slice) -> slice:
    return slice(part.start - kept.start, part.stop - kept.start)


_MISTAKEN = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.PREPOSITION, Tag.PRESENT, Tag.PAST, Tag.PARTICIPLE})
"""Tags that a verb's plain form is given by mistake; right behind a modal there is nothing else."""
_MODAL = frozenset({Tag.MODAL, Tag.ADVERB})


def _after_modal(tags: list[Tag], position: int, word: str) -> bool:
    before = position - 1
    while before > 0 and tags[before] is Tag.ADVERB and position - before < 4:
        before -= 1
    return before > 0 and tags[before] is Tag.MODAL and word.islower()


def mark_tag(word: str, tag: Tag) -> Tag:
    """Return the tag of a token that does not begin with a letter or digit; a clitic keeps `tag`."""
    if len(word) > 1 and word[0] in "'’ʼ":
        return tag
    return _MARKS.get(word[0], Tag.OTHER)


@cache
def _models(name: str) -> tuple[LinearModel, LinearModel]:
    return load_model(f"{name}-first"), load_model(f"{name}-second")
