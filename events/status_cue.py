"""The words that say how something is said to be true, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from events.claim import Status
from events.grammar.clause import Stretch
from events.grammar.inflect import forms_of
from texts.lexicon import rows_of


class Scope(StrEnum):
    """What the words reach; data/lexicons/status_cues.txt says it in full."""

    ADVERB = "adverb"
    NEGATION = "negation"
    MODAL = "modal"
    MODIFIER = "modifier"
    GOVERNOR = "governor"
    INFINITIVE = "infinitive"
    HINDRANCE = "hindrance"
    NOMINAL = "nominal"
    HEARSAY = "hearsay"
    NEUTRAL = "neutral"
    LIGHT = "light"
    BARRIER = "barrier"
    OPENER = "opener"
    EVENT = "event"
    VERDICT = "verdict"
    SENTENCE = "sentence"


INFLECTED = frozenset(Scope) - {
    Scope.ADVERB, Scope.NEGATION, Scope.MODAL, Scope.MODIFIER, Scope.OPENER, Scope.VERDICT, Scope.SENTENCE,
}  # fmt: skip
"""Scopes whose words stand in the lexicon in their plain form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRule:
    """One way of writing a cue."""

    words: tuple[str, ...]
    status: Status
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A cue at its place in a text."""

    words: Stretch
    status: Status
    scope: Scope


def hit_at(lower: tuple[str, ...], position: int, *scopes: Scope) -> Hit | None:
    """Return the longest cue with one of the scopes that begins at `position`, or None.

    >>> lower = ("they", "called", "off", "the", "raid")
    >>> hit_at(lower, 1, Scope.GOVERNOR).status.value
    'denied'
    >>> hit_at(lower, 4, Scope.GOVERNOR)
    """
    for rule in _rules().get(lower[position], ()):
        if rule.scope in scopes and lower[position : position + len(rule.words)] == rule.words:
            words = Stretch(first=position, stop=position + len(rule.words))
            if rule.words in _ROUGHLY and lower[words.stop : words.stop + 1] and _is_number(lower[words.stop]):
                continue  # "maybe 25 trucks": only how many is open
            if rule.words == _IF and position and lower[position - 1] == "as":
                continue  # "as if" sets no condition
            if rule.scope is Scope.NEGATION and lower[words.stop : words.stop + 1] in _NOT_ALONE:
                continue
            return Hit(words=words, status=rule.status, scope=rule.scope)
    return None


def hits_in(lower: tuple[str, ...], positions: range, *scopes: Scope) -> Iterator[Hit]:
    """Yield the longest cue with one of the scopes at each position that has one.

    >>> [hit.words.first for hit in hits_in(("they", "called", "off", "the", "raid"), range(5), Scope.GOVERNOR)]
    [1]
    """
    rules = _rules()
    for position in positions:
        if lower[position] in rules:
            hit = hit_at(lower, position, *scopes)
            if hit is not None:
                yield hit


_IF = ("if",)
_ROUGHLY = frozenset({("maybe",), ("perhaps",), ("probably",), ("possibly",), ("likely",)})


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in _COUNTS


_COUNTS = frozenset(row[0] for row in rows_of("count_words"))
_NOT_ALONE = frozenset({("only",), ("just",), ("merely",), ("simply",), ("least",)})
"""Words behind "not" that make it deny nothing: "not only"."""


@cache
def _rules() -> Mapping[str, tuple[StatusRule, ...]]:
    table: dict[str, list[StatusRule]] = {}
    for phrase, status, scope, _ in rows_of("status_cues"):
        first, *rest = phrase.split()
        kind = Scope(scope)
        for form in _forms(first) if kind in INFLECTED else {first}:
            rule = StatusRule(words=(form, *rest), status=Status(status), scope=kind)
            if rule not in table.setdefault(form, []):
                table[form].append(rule)
    return {form: tuple(sorted(rules, key=lambda rule: -len(rule.words))) for form, rules in table.items()}


def _forms(word: str) -> set[str]:
    if not word.isalpha() or len(word) < 2:
        return {word}
    plural = word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"
    return {*forms_of(word), plural}


def longest_hit(lower: tuple[str, ...], at: int, *scopes: Scope, first: int) -> Hit | None:
    """Return the cue at a word, or the longer one that it is the middle of: "in order to"."""
    for back in range(min(_WORDS_BEFORE, at - first), 0, -1):
        hit = hit_at(lower, at - back, *scopes)
        if hit is not None and hit.words.stop > at + 1:
            return hit
    return hit_at(lower, at, *scopes)


_WORDS_BEFORE = 2
"""Words of a cue that may stand before the one by which it is come upon."""
