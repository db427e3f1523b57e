"""Tell whether a place is another happening's, or another name has the spot of this one."""

from __future__ import annotations

from events.claim import Kind
from events.grammar.clause import is_clipped
from events.grammar.hanging import is_own
from events.grammar.phrase import Phrase
from events.kind import Condition, Trigger
from events.scene import Scene, Site
from events.setting.plain_role import HURTING, MOVING, SPOTS, plain_role


def is_others(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether grammar gives a place behind a trigger to another trigger between the two."""
    return any(
        trigger.stop <= other.first < site.first
        and not other.noun
        and not other.type == trigger.type == "killing"
        and (other.condition in _BY_PLACE or _meets(trigger, other))
        and plain_role(scene, other, site) is not None
        for other in scene.triggers
    )


def is_earlier(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether grammar gives a place before a verb to an earlier verb: "pulled back to X, and others moved to Y"."""
    if trigger.noun or site.first > trigger.first:
        return False
    return any(
        other.stop <= site.first and not other.noun and plain_role(scene, other, site) is not None
        for other in scene.triggers
    )


def is_past(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place stands before a trigger that ends with the preposition of its goal: "X … make it to"."""
    last = scene.parse.tokens.lower[trigger.stop - 1]
    return trigger.kind in MOVING and last in {"to", "into", "for"} and site.first < trigger.first


def _meets(trigger: Trigger, other: Trigger) -> bool:
    """Whether a meeting is told behind another deed of envoys: "which mediates, said they would meet in X"."""
    return trigger.kind is other.kind is Kind.DIPLOMACY and other.condition is Condition.PLACE


_BY_PLACE = frozenset({Condition.NONE, Condition.OBJECT, Condition.SUBJECT, Condition.DIRECTION, Condition.WEAPON})
"""Conditions that nothing but a place has a part in."""


def has_unknown_place(scene: Scene, trigger: Trigger) -> bool:
    """Whether grammar gives a place behind a trigger that no gazetteer has, so that no other name can stand for it."""
    names = [it.start for name in scene.unresolved if (it := scene.parse.tokens.inside(name.toponym.span))]
    return bool(names) and any(
        ((phrase.chain in SPOTS and is_own(scene, trigger, phrase)) or _is_struck(trigger, phrase))
        and any(phrase.first <= at < phrase.stop for at in names)
        for phrase in scene.phrases
    )


def _is_struck(trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase stands bare right behind a verb of striking or taking: "hit X"."""
    return not trigger.noun and trigger.kind in HURTING and not phrase.chain and phrase.first == trigger.stop


def is_clipped_off(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place stands in another clause of a headline: "guard killed near X, curfew imposed in Y"."""
    clause = scene.clause_at(trigger.first)
    if clause.first <= site.first < clause.stop:
        return False
    return is_clipped(scene.parse.codes[scene.sentence.first : scene.sentence.stop])
