"""Tell the places of what is done from those of what it is done for, and from those that it is done from."""

from __future__ import annotations

from events.claim import Kind
from events.grammar.hanging import is_passive
from events.kind import Trigger
from events.scene import Scene, Site
from texts.lexicon import entries_of

_FIRED = frozenset({"fired", "launched", "lobbed", "shot", "coming"})
_GUNS = entries_of("guns")
"""What stands in one place and strikes another."""
_TOWARDS = frozenset({"against", "with", "for", "of"})
"""Prepositions of whom an aim concerns: "to provoke a war with", "to put pressure on" has the next words."""
_COUNTRY = 6
"""UCDP's precision of a whole country."""
_FARTHEST = 8
"""Words that may lie between the verb of an aim and the country that it concerns."""


def is_aimed_at(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a country only is whom a deed should move: "shelled the port to punish X", "to provoke a war with X".

    Nearer ground stays: who shells a hill to open the road to a town is at that town.
    """
    ground = site.resolution.ground
    if ground is None or ground.ucdp_precision < _COUNTRY or site.phrase.first <= trigger.stop:
        return False
    group = scene.parse.group_at(site.phrase.first - 1)
    if group is None or group.first < trigger.stop or site.phrase.first - group.stop > _FARTHEST:
        return False
    aims = scene.parse.codes[group.first] == "t" or scene.parse.codes[group.stop - 1] == "g"
    if not aims or any(group.first <= other.first < group.stop for other in scene.triggers):
        return False
    direct = site.phrase.first - group.stop <= 1 and not site.phrase.preposition
    return direct or site.phrase.chain in _TOWARDS


def is_bound_for(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place is only where those are bound who something else is done to: "a ship bound for X was seized"."""
    return is_goal(scene, site) and trigger.kind not in _MOVING


def is_goal(scene: Scene, site: Site) -> bool:
    """Whether a place is where somebody is bound: "lorries bound for X left Y"."""
    return scene.words(max(scene.sentence.first, site.first - 2), site.first) == ("bound", "for")


_MOVING = frozenset({Kind.MOVEMENT, Kind.DISPLACEMENT})


def is_fired_from(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place is where that stands which strikes another: "fired from X", "artillery in X shelled Y"."""
    phrase = site.phrase
    before = phrase.first - 2
    if before < scene.sentence.first:
        return False
    word = scene.parse.tokens.lower[before]
    if phrase.preposition == "from":
        return word in _FIRED
    struck = phrase.stop == trigger.first and any(it.phrase.first == trigger.stop for it in scene.sites)
    fires = word in _GUNS and phrase.preposition in {"in", "at", "near"}
    return fires and struck and not trigger.noun and not is_passive(scene, trigger)
