"""Find the doubt that posts put before or behind what they tell: "heard X fell", "X fell, supposedly"."""

from __future__ import annotations

from bisect import bisect_left

from events.claim import Status
from events.grammar.clause import FINITE_CODES, Stretch
from events.grammar.parse import Parse
from events.status_cue import Hit, Scope, hit_at

_HEARD = frozenset({"heard", "hearing"})
_AHEAD = 8
"""Words before "heard" at the head of a post, with the handle of its writer, at most."""
_LEADS = frozenset({":", "just", "also", "now", "i", "we", "been", "'ve", "-", "–", "—", ">", "]"})
_BRIEF = 5
"""Tokens of a sentence that does nothing but doubt the one before, at most."""
_FARTHEST = 30
"""Words between a happening and the adverb that ends its sentence, at most."""


def afterthoughts(parse: Parse, sentence: Stretch, trigger: int) -> list[Hit]:
    """Return the words of doubt at either end of a trigger's sentence, or alone in the one behind it.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("They took Bara, supposedly.")
    >>> [parse.span(hit.words).of(parse.text) for hit in afterthoughts(parse, parse.sentences[0], 1)]
    ['supposedly']
    >>> parse = parse_of("They took Bara.")
    >>> afterthoughts(parse, parse.sentences[0], 1)
    []
    """
    return [
        hit
        for hit in (_heard(parse, sentence, trigger), _last(parse, sentence, trigger), _alone(parse, sentence))
        if hit
    ]


def _heard(parse: Parse, sentence: Stretch, trigger: int) -> Hit | None:
    """Return "heard" at the head of a sentence without a "that", before a verb: "heard X fell" and no shots."""
    lower = parse.tokens.lower
    for at in range(sentence.first, min(sentence.first + _AHEAD, trigger)):
        if lower[at] in _HEARD:
            opens = at == sentence.first or lower[at - 1] in _LEADS
            if opens and not FINITE_CODES.isdisjoint(parse.codes[at + 1 : trigger + 1]):
                return Hit(words=Stretch(first=at, stop=at + 1), status=Status.UNCONFIRMED, scope=Scope.SENTENCE)
            return None
    return None


def _last(parse: Parse, sentence: Stretch, trigger: int) -> Hit | None:
    """Return the adverb with which a sentence ends, if no other verb lies between: "X took Y today, supposedly"."""
    last = sentence.stop - 1
    while last > trigger and parse.codes[last] in ".,)":
        last -= 1
    if not trigger < last <= trigger + _FARTHEST:
        return None
    hit = hit_at(parse.tokens.lower, last, Scope.ADVERB)
    if hit is None or hit.status is not Status.UNCONFIRMED:
        return None
    group = parse.group_at(trigger)
    behind = group.stop if group is not None and trigger < group.stop else trigger + 1
    return hit if FINITE_CODES.isdisjoint(parse.codes[behind:last]) else None


def _alone(parse: Parse, sentence: Stretch) -> Hit | None:
    """Return the doubt that is all the next sentence of a line says: "Unconfirmed", "We could not check this"."""
    after = bisect_left(parse.sentence_firsts, sentence.stop)
    if after >= len(parse.sentences):
        return None
    following = parse.sentences[after]
    gap = parse.text[parse.tokens.ends[sentence.stop - 1] : parse.tokens.starts[following.first]]
    if "\n" in gap:
        return None
    lower = parse.tokens.lower
    if len(following) <= _BRIEF:
        for at in range(following.first, following.stop):
            hit = hit_at(lower, at, Scope.SENTENCE, Scope.ADVERB)
            if hit is not None and hit.status is Status.UNCONFIRMED and _is_all(parse, following, hit.words):
                return Hit(words=hit.words, status=hit.status, scope=Scope.SENTENCE)
    for at in range(following.first, min(following.first + 3, following.stop)):
        hit = hit_at(lower, at, Scope.SENTENCE) if lower[following.first] in _WE and lower[at] in _COULD else None
        if hit is not None and hit.status is Status.UNCONFIRMED:
            return hit
    return None


_WE = frozenset({"we", "i", "can't", "cannot", "couldn't", "could"})
_COULD = frozenset({"could", "couldn't", "can't", "cannot", "have"})


def _is_all(parse: Parse, sentence: Stretch, words: Stretch) -> bool:
    """Whether a sentence has no verb and no name beside its words of doubt."""
    rest = parse.codes[sentence.first : words.first] + parse.codes[words.stop : sentence.stop]
    return not any(code in "zvMxNn" for code in rest)
