"""What a word that names a happening is, and what it needs around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from events.claim import Kind
from events.grammar.stem import stem_of
from texts.lexicon import entries_of
from texts.span import Span


class Condition(StrEnum):
    """What a word needs around it before it names a happening."""

    NONE = ""
    FORCE = "force"
    """armed people or weapons in its clause"""
    OBJECT_FORCE = "object force"
    """armed people or defences right behind it"""
    OBJECT = "object"
    """a place as its direct object"""
    SUBJECT = "subject"
    """a place as its subject or object"""
    OF = "of"
    """ "of" and a place behind it"""
    PLACE = "place"
    """a place in its own clause"""
    DIRECTION = "direction"
    """a place that it comes from, passes or goes to"""
    CIVILIANS = "civilians"
    """people without arms in its clause"""
    AID = "aid"
    """aid, arms or money in its clause"""
    WEAPON = "weapon"
    """something fired or dropped right before it"""
    STATE = "state"
    """a place that it is said of, or right behind it"""
    SPOT = "spot"
    """a place right behind it"""
    FORCE_SPOT = "force spot"
    """the same, and armed people or weapons in its clause"""
    FORCE_PLACE = "force place"
    """a place in its own clause, and armed people or weapons"""
    WITHIN = "within"
    """a place that is done to, amid the words of a group: "hand X back", "reduce X to rubble" """
    AMID = "amid"
    """a place amid the words of a group, or right behind: "the toll in X has risen", "the road to X was reopened" """
    AFTER = "after"
    """a place that it is said of, or right behind it, where a blow or a taking was told just before"""
    AGENCY = "agency"
    """a place in its own clause, and those who bring aid"""


RESTING = frozenset(
    {Condition.STATE, Condition.SPOT, Condition.FORCE_SPOT, Condition.WITHIN, Condition.AMID, Condition.AFTER}
)
"""Conditions of words that tell a state: grammar alone gives them their places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word or fixed group of words that names a happening, by token positions `[first, stop)`."""

    first: int
    stop: int
    span: Span
    kind: Kind
    type: str
    """a finer sort; data/crosswalk.csv says what it is in other codebooks"""
    noun: bool
    condition: Condition


def in_order(*found: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Return triggers from several readings in the order of the text, one for each stretch, kind and condition."""
    unique = {(it.first, it.stop, it.kind, it.condition): it for part in reversed(found) for it in part}
    return tuple(sorted(unique.values(), key=lambda it: (it.first, it.stop, it.kind, it.condition)))


def outside(triggers: Sequence[Trigger], spans: Sequence[Span]) -> tuple[Trigger, ...]:
    """Return the triggers that lie in none of the spans, both in order: "16 March" is a day, not a march."""
    ends = [span.end for span in spans]
    kept = []
    for trigger in triggers:
        at = bisect_right(ends, trigger.span.start)
        if at == len(spans) or not trigger.span.within(spans[at]):
            kept.append(trigger)
    return tuple(kept)


def is_fired(words: tuple[str, ...]) -> bool:
    """Whether one of the words, in lower case, names what is fired or dropped.

    >>> is_fired(("two", "rockets")), is_fired(("shares",))
    (True, False)
    """
    return any(stem_of(word) in _WEAPONS for word in words)


_WEAPONS = frozenset(stem_of(word) for word in entries_of("weapons"))
