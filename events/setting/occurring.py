"""Tie a noun to the place of the verb that says no more than that it happens: "the attack, …, occurred at X"."""

from __future__ import annotations

from events.grammar.phrase import Phrase
from events.grammar.stem import stem_of
from events.kind import RESTING, Trigger
from events.scene import Scene

_OCCURRING = frozenset(
    map(stem_of, ("occur", "happen", "erupt", "unfold", "ensue", "flare", "rage", "centre", "center"))
)
_PLACE = ("place", "out")
"""Words behind "took", "taken" and "broke", "carried" that make them say no more."""
_LIGHT = frozenset(map(stem_of, ("take", "break", "carry")))
_TO_VERB = 18
"""How many words may be inserted between a noun and its verb."""
_TO_PLACE = 12
"""How many words may lie between that verb and the place."""


def occurs_at(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a noun is the subject of a verb of happening that a phrase behind it says the place of.

    What is inserted between the noun and its verb stands between commas, and may tell of other happenings.
    """
    if not trigger.noun or phrase.first < trigger.stop or phrase.first - trigger.stop > _TO_VERB + _TO_PLACE:
        return False
    verb = _verb(scene, trigger.stop, min(phrase.first, trigger.stop + _TO_VERB))
    if verb is None or phrase.first - verb > _TO_PLACE or phrase.first >= scene.clause_at(verb).stop:
        return False
    return not any(verb < other.first < phrase.first and other.condition not in RESTING for other in scene.triggers)


def _verb(scene: Scene, first: int, stop: int) -> int | None:
    """Return where a verb of happening stands right behind a noun, or behind what is inserted after it."""
    lower, codes = scene.parse.tokens.lower, scene.parse.codes
    at = first
    if at < stop and codes[at] == ",":
        close = next((i for i in range(at + 1, stop) if codes[i] == "," and codes[i + 1] in "vzxMr"), None)
        if close is None:
            return None
        at = close + 1
    while at < stop and codes[at] in "xMr":
        at += 1
    if at >= stop or codes[at] not in "vzeb":
        return None
    stem = stem_of(lower[at])
    return at if stem in _OCCURRING or (stem in _LIGHT and lower[at + 1] in _PLACE) else None
