"""Read words that go on with what was told before: "X was next", "so did X", "the same happened in X", "X too"."""

from __future__ import annotations

from dataclasses import replace

from events.claim import Kind, Role, Status
from events.grammar.tag import FINITE, Tag
from events.kind import Condition, Trigger
from events.scene import Scene, Site
from events.status import StatusReading

_BLOWS = frozenset({Kind.ATTACK, Kind.CONTROL})
_ECHOES = frozenset({("too",), ("also",), ("ditto",), ("as", "well"), ("same", "in"), ("same", "at"), ("same", "near")})
"""First words of what takes up all that was told but the place: "X too"."""
_NOW = frozenset({"is", "are", "'s", "'re"})
_TO_COME = frozenset({"next up", "next stop", "next target", "next goal"})


def deed_before(scene: Scene, trigger: Trigger, told: Kind | None) -> Kind | None:
    """Return the kind of the blow or taking that stands before a trigger, in its sentence or `told` before it."""
    own = [it.kind for it in scene.triggers if it.stop <= trigger.first and it.kind in _BLOWS and not goes_on(it)]
    return own[-1] if own else told


def goes_on(trigger: Trigger) -> bool:
    """Whether a trigger only goes on with what was told before."""
    return trigger.condition is Condition.AFTER


def echoed_role(scene: Scene, trigger: Trigger, site: Site) -> Role | None:
    """Return the role of a place that stands alone beside "too" or "same in"; None where a verb stands with it."""
    if any(tag in FINITE for tag in scene.parse.tags[scene.sentence.first : scene.sentence.stop]):
        return None
    held = (Tag.COMMA, Tag.ADVERB)
    if site.stop <= trigger.first:
        near = all(tag in held for tag in scene.parse.tags[site.stop : trigger.first])
    else:
        near = trigger.stop <= site.first <= trigger.stop + 1
    return Role.AT if near else None


def is_echo(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trigger is a word like "too" beside a place that stands alone."""
    words = scene.words(trigger.first, trigger.stop)
    return goes_on(trigger) and (words[:1] in _ECHOES or words[:2] in _ECHOES)


def with_prospect(scene: Scene, trigger: Trigger, reading: StatusReading) -> StatusReading:
    """Return a reading in which what "is next" is still to come, unless its own words say otherwise."""
    if not goes_on(trigger) or reading.status is not Status.ASSERTED:
        return reading
    words = scene.words(trigger.first, trigger.stop)
    if words[0] != "next":
        return reading
    around = scene.words(max(scene.sentence.first, trigger.first - 3), trigger.stop)
    if _NOW.isdisjoint(around) and " ".join(words[:2]) not in _TO_COME:
        return reading
    return replace(reading, status=Status.PLANNED, report_status=Status.PLANNED, cues=(*reading.cues, trigger.span))
