"""Read by rule who counts what happened: "the clinic put the dead at nine", "monitors counted 14 explosions"."""

from __future__ import annotations

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.voices.relation import Relation
from events.voices.told_that import subject_of_telling, told_from

_COUNTING = frozenset(
    {"counted", "counts", "recorded", "records", "registered", "registers", "tallied", "documented", "logged"}
)
_PUTTING = frozenset({"put", "puts"})
_MEASURES = frozenset({"at", "least", "more", "than", "some", "about", "over", "nearly", "almost", "only"})
_FARTHEST = 14
"""Tokens from "put" to its "at", at most."""


def counted_in(parse: Parse) -> tuple[Relation, ...]:
    """Return who gives a number for what happened, in order.

    >>> from events.grammar.parse import parse_of
    >>> text = "The governor's office counted two dead."
    >>> parse = parse_of(text)
    >>> it, = counted_in(parse)
    >>> parse.span(it.source).of(text), [parse.span(part).of(text) for part in it.content]
    ("The governor's office", ['counted two dead'])
    """
    lower, found = parse.tokens.lower, []
    for sentence in parse.sentences:
        for verb in range(sentence.first + 1, sentence.stop - 2):
            counts = lower[verb] in _COUNTING and _is_number(parse, verb + 1)
            if not counts and not (lower[verb] in _PUTTING and _is_put(parse, sentence, verb)):
                continue
            source = subject_of_telling(parse, sentence, verb)
            # "counted nine dead" is told as a whole
            content = told_from(parse, sentence, verb + (not counts))
            if source is not None and content is not None:
                found.append(Relation(cue=Stretch(first=verb, stop=verb + 1), source=source, content=(content,)))
    return tuple(found)


def _is_number(parse: Parse, position: int) -> bool:
    """Whether a number stands here, behind "at least" and the like."""
    while position < len(parse.codes) and parse.tokens.lower[position] in _MEASURES:
        position += 1
    return parse.codes[position : position + 1] == "9"


def _is_put(parse: Parse, sentence: Stretch, verb: int) -> bool:
    """Whether something is put "at" a number."""
    most = min(verb + _FARTHEST, sentence.stop - 1)
    return any(parse.tokens.lower[at] == "at" and _is_number(parse, at) for at in range(verb + 2, most))
