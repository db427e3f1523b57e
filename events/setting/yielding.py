"""Place those who give up where they stand, and those who flee a fight where it is fought."""

from __future__ import annotations

from dataclasses import replace

from events.claim import Kind
from events.grammar.hanging import is_nominal, is_subject
from events.grammar.phrase import Phrase
from events.grammar.tag import Tag
from events.happenings.armed import is_armed
from events.kind import Trigger
from events.scene import Scene, Site

_THERE = frozenset({"in", "at", "near", "around", "outside", "of"})
_FARTHEST = 6
"""How many words may lie between a verb of flight and the place of the fight that is fled."""


def flees_fight(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a place is that of the fight which is fled: "fled fighting in X", "have fled the shelling of X"."""
    between = [it for it in scene.triggers if trigger.stop <= it.first < phrase.first]
    if trigger.noun or phrase.preposition not in _THERE or len({it.first for it in between}) != 1:
        return False
    fight = is_nominal(scene, between[0]) or scene.parse.tags[between[0].first] is Tag.GERUND
    return between[0].kind is Kind.ATTACK and fight and phrase.first - trigger.stop <= _FARTHEST


def is_of_garrison(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place is that of those who give up: "the garrison of X will surrender", "defenders of X yielded"."""
    before = site.first - 2
    done = trigger.stop < scene.sentence.stop and scene.parse.tags[trigger.stop] in _OBJECTS
    if done or before < scene.sentence.first:
        return False
    held = scene.parse.tokens.lower[before + 1] in _HELD and is_armed(scene.parse.tokens.lower[before])
    return held and is_subject(scene, trigger, replace(site.phrase, preposition="", chain=""))


_HELD = frozenset({"of", "in", "at"})
_OBJECTS = frozenset({Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.DETERMINER, Tag.OWN, Tag.NUMBER, Tag.ADJECTIVE})
