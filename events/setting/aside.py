"""Read what stands between commas behind a name: whether it tells of a place, and where the sentence goes on."""

from __future__ import annotations

from collections.abc import Mapping

from events.claim import Kind
from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.grammar.tag import Tag
from events.kind import Trigger
from geo.whereabouts import WINDS
from texts.lexicon import entries_of

ASIDE = 14
"""How many words a clause between commas has at most."""

_DISTANCES = entries_of("distance_units")
_PLAIN = frozenset({Tag.ADJECTIVE, Tag.NOUN, Tag.NUMBER, Tag.NAME, Tag.PARTICIPLE, Tag.ADVERB})
_HELPING = frozenset({Tag.AUXILIARY, Tag.ADVERB})
_BESIDE = frozenset({Tag.ADVERB})
_GROUNDS = entries_of("ground_words")
_STRIKING = frozenset({"shelling", "airstrike", "entry"})


def is_explained(parse: Parse, run: Stretch, triggers: Mapping[int, Trigger]) -> bool:
    """Whether what stands behind a comma says that a name is a place: "X, where", "X, a town", "X, 30 km north of".

    `triggers` are the happenings by their first tokens: "X, besieged since May, fell".
    """
    lower, tags = parse.tokens.lower, parse.tags
    if run.stop + 2 >= len(lower) or lower[run.stop] != ",":
        return False
    at = run.stop + 1
    if lower[at] == "where" or (lower[at] == "just" and lower[at + 1] in WINDS) or lower[at] in WINDS:
        return True
    if tags[at] is Tag.NUMBER:
        return lower[at + 1] in _DISTANCES
    clause = lower[at] == "which"
    told = at + clause
    while told + 1 < len(tags) and tags[told] in (_HELPING if clause else _BESIDE):
        told += 1
    trigger = triggers.get(told)
    if trigger is not None and takes(trigger):
        return clause or tags[told] is Tag.PARTICIPLE
    if tags[at] is not Tag.DETERMINER:
        return False
    while at + 1 < len(tags) and tags[at + 1] in _PLAIN:
        at += 1
    return lower[at] in _GROUNDS and at > run.stop + 1


def behind_aside(parse: Parse, position: int) -> int:
    """Return where a sentence goes on behind a clause between commas: "X, which had held out, fell"."""
    lower = parse.tokens.lower
    if position >= len(lower) or lower[position] != ",":
        return position
    for at in range(position + 2, min(position + ASIDE, len(lower))):
        if lower[at] == ",":
            return at + 1
        if parse.tags[at] is Tag.STOP:
            break
    return position


def takes(trigger: Trigger) -> bool:
    """Whether a happening is one that is done to places: "shelled", "entered", "took", "besieged"."""
    return trigger.type in _STRIKING or (trigger.kind is Kind.CONTROL and trigger.type not in {"arrest", "checkpoint"})
