"""Find who stands among the words of a group that names a happening: "took out two tanks", "remains with the army"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.claim import Kind
from events.grammar.clause import Stretch
from events.grammar.phrase_over import phrase_over
from events.grammar.stem import stem_of
from events.happenings.armed import is_armed
from events.kind import Trigger, is_fired

if TYPE_CHECKING:
    from events.scene import Scene

_BURNING = frozenset(
    stem_of(verb)
    for verb in (
        *("burn", "loot", "torch", "destroy", "demolish", "raze", "rob", "ransack", "plunder", "pillage"),
        *("arrest", "detain", "kidnap", "abduct", "execute", "behead", "assassinate", "murder"),
    )
)
"""Verbs whose object is named whatever it is, within the words of a group too: "burned | the market"."""
_GROUP = 3
"""Words of a group that may hold an object, at least."""


def holder_in(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return with whom, or in whose hands, a place is: "remains with the army", "in the hands of rebels"."""
    words = scene.words(trigger.first, trigger.stop)
    if "with" in words:
        return phrase_over(scene, trigger.first + words.index("with") + 1)
    held = words[-1] == "of" and words[-2:-1] in {("hands",), ("hand",)}
    return phrase_over(scene, trigger.stop) if held and trigger.stop < scene.sentence.stop else None


def object_within(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return the armed people or arms to whom it is done: "took out | two tanks"; of fires and looting anything."""
    if trigger.kind not in {Kind.ATTACK, Kind.CONTROL}:
        return None
    burnt = stem_of(scene.parse.tokens.lower[trigger.first]) in _BURNING
    if trigger.stop - trigger.first < _GROUP - burnt or scene.parse.codes[trigger.first] not in "vzbg":
        return None
    for position in range(trigger.first + 1, trigger.stop):
        phrase = phrase_over(scene, position)
        if phrase is None or phrase.first <= trigger.first or phrase.stop > trigger.stop:
            continue
        head = scene.words(phrase.stop - 1, phrase.stop)
        return phrase if burnt or (is_armed(head[0]) and not is_fired(head)) else None
    return None
