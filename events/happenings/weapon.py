"""Tell a weapon that is kept, moved or shown from one that is used."""

from __future__ import annotations

from events.claim import Kind
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, VERBS
from events.happenings.armed import is_armed
from events.kind import Condition, Trigger
from events.scene import Scene
from texts.lexicon import entries_of


def is_weapon(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun for a weapon stands beside words that say that it is kept, moved or shown, not used."""
    if not trigger.noun or trigger.condition is not Condition.PLACE:
        return False
    if trigger.kind is not Kind.ATTACK or not is_armed(scene.parse.tokens.lower[trigger.first]):
        return False
    clause = scene.clause_at(trigger.first)
    held = range(max(clause.first, scene.sentence.first), min(clause.stop, scene.sentence.stop))
    if any(other.kind in _HANDLING and not other.noun and other.first in held for other in scene.triggers):
        return True
    verbs = [at for at in held if scene.parse.tags[at] in FINITE | VERBS]
    return bool(verbs) and all(stem_of(scene.parse.tokens.lower[at]) in _HANDLED for at in verbs)


_HANDLED = frozenset(map(stem_of, entries_of("weapon_verbs")))
"""Stems of verbs of what is done with a weapon without using it, and of those that help or tell."""
_HANDLING = frozenset({Kind.BUILDUP, Kind.SUPPORT, Kind.CONTROL, Kind.MOVEMENT})
