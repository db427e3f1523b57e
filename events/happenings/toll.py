"""Find tolls without a verb: "six dead in X", "4 civilians wounded near Y"."""

from __future__ import annotations

from events.claim import Kind
from events.grammar.parse import Parse
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, Tag
from events.happenings.armed import is_armed, is_civilian
from events.kind import Condition, Trigger
from texts.lexicon import entries_of, rows_of

NEAR = 30
"""Words around a toll within which a mishap is told of, at most."""
_HARMED = frozenset({"dead", "wounded", "injured", "hurt", "kia", "wia"})
_MISHAPS = frozenset(stem_of(row[0]) for row in rows_of("figure_words") if row[1] in {"mishap", "ailment"}) | frozenset(
    stem_of(word) for word in entries_of("natural_causes")
)
_NOUNS = frozenset({Tag.NOUN, Tag.NAME})
_BE = frozenset({"is", "are", "was", "were", "be", "been"})


def tolls_in(parse: Parse) -> tuple[Trigger, ...]:
    """Return the words for the dead and the hurt behind their number, where no mishap is told of, in order.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("Six dead in Bara. Two dead in a crash near Lin. The dead were buried.")
    >>> [it.span.of(parse.text) for it in tolls_in(parse)]
    ['dead']
    """
    lower = parse.tokens.lower
    return tuple(
        Trigger(
            first=at,
            stop=at + 1,
            span=parse.tokens.span(at, at + 1),
            kind=Kind.ATTACK,
            type="killing",
            noun=True,
            condition=Condition.PLACE,
        )
        for at, word in enumerate(lower)
        if word in _HARMED and at and _is_counted(parse, at) and not _is_mishap(parse, at)
    )


def _is_counted(parse: Parse, position: int) -> bool:
    """Whether a number, with people or without, stands right before, and no verb."""
    lower, tags = parse.tokens.lower, parse.tags
    behind = tags[position + 1] if position + 1 < len(tags) else Tag.STOP
    if (behind in _NOUNS and parse.tokens.words[position + 1].islower()) or behind in FINITE:
        return False  # "two wounded soldiers", "two wounded were treated"
    before = position - 1
    if tags[before] is Tag.NOUN and (is_armed(lower[before]) or is_civilian(lower[before])):
        before -= 1
    return before >= 0 and tags[before] is Tag.NUMBER and lower[position - 1] not in _BE


def _is_mishap(parse: Parse, position: int) -> bool:
    sentence = parse.sentence_at(position)
    first, stop = max(sentence.first, position - NEAR), min(sentence.stop, position + NEAR)
    return not _MISHAPS.isdisjoint(parse.stems[first:stop])
