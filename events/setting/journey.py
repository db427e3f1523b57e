"""Say of a movement whether its goal was reached and which border it crosses."""

from __future__ import annotations

from collections.abc import Sequence

from events.claim import Movement, Role, Status
from events.grammar.stem import stem_of
from events.kind import RESTING, Trigger
from events.scene import Scene
from events.setting.placing import TOWARD, Placed
from texts.lexicon import entries_of

_ARRIVING = frozenset(stem_of(word) for word in entries_of("arriving_verbs"))
_HEADING = frozenset(stem_of(word) for word in entries_of("heading_verbs"))


def movement_of(scene: Scene, trigger: Trigger, placed: Sequence[Placed], status: Status) -> Movement:
    """Return what the words say of a movement beyond its places."""
    return Movement(reached=reached(scene, trigger, placed, status))


def reached(scene: Scene, trigger: Trigger, placed: Sequence[Placed], status: Status) -> bool | None:
    """Whether the goal was reached; None where the text does not say or there is no goal."""
    goals = [it for it in placed if it.role is Role.TO]
    if not goals or status is Status.HYPOTHETICAL:
        return None
    if status in {Status.PLANNED, Status.DENIED} or any(it.site.phrase.chain in TOWARD for it in goals):
        return False
    if trigger.condition in RESTING:
        return trigger.type == "arrival"
    verb = stem_of(scene.parse.tokens.lower[trigger.first])
    if verb in _HEADING:
        return False
    tag = scene.parse.tags[trigger.first].value
    if not trigger.noun and (
        tag == "gerund" or (tag == "base" and scene.parse.tokens.lower[trigger.first - 1] == "to")
    ):
        return False
    return True if verb in _ARRIVING else None
