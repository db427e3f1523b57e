"""Let a verb share the place that opens its sentence ("In X, …") or that the verb before it has ("… and killed")."""

from __future__ import annotations

from events.claim import Kind, Role
from events.grammar.stem import stem_of
from events.grammar.tag import Tag
from events.kind import Condition, Trigger
from events.scene import Scene, Site
from events.setting.acting import acts
from events.setting.elsewhere import is_spoken_at
from events.setting.likeness import is_likened
from events.setting.links import is_joined
from events.setting.placing import Placed, placed_by
from events.setting.speaking_place import speaks_there
from geo.place import FeatureClass
from texts.lexicon import entries_of

_OPENING = frozenset({"in", "at", "near", "around", "outside", "inside"})
"""Prepositions of a place that opens a sentence and holds for all that is told in it."""
_KINDS = frozenset({Kind.ATTACK, Kind.CONTROL, Kind.STATEMENT})
_OPENED = _KINDS | {Kind.BUILDUP, Kind.SUPPORT, Kind.DIPLOMACY}
"""Kinds of what is told in a sentence that a place opens."""
_FREE = frozenset(
    {Condition.NONE, Condition.FORCE, Condition.WEAPON, Condition.PLACE, Condition.FORCE_PLACE, Condition.AID}
    | {Condition.AGENCY, Condition.OBJECT_FORCE}
)  # those that want no place of their own grammar
_LINKS = frozenset({"and", "then", "but", "before"})
_HELPING = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.MODAL})
_FAR = 7
"""The same for a place that an opening phrase names at its end: "In the northern suburbs of X"."""
_NEARBY = 4
"""How many words may stand before the phrase that opens a sentence: "Back in X", "Meanwhile in X"."""


def shared(scene: Scene, trigger: Trigger, barred: frozenset[int]) -> tuple[Placed, ...]:
    """Return the place that a verb shares with its sentence, where none is tied to it."""
    if trigger.kind not in _OPENED or trigger.condition not in _FREE or not scene.sites:
        return ()
    if trigger.kind not in _KINDS:
        return _opened(scene, trigger, barred)
    return _opened(scene, trigger, barred) or _coordinated(scene, trigger, barred) or _witnessed(scene, trigger)


def _witnessed(scene: Scene, trigger: Trigger) -> tuple[Placed, ...]:
    """Return where those live who tell of a blow, if no other place is named: "residents of X described looting"."""
    mentioned = trigger.noun and scene.parse.tokens.lower[trigger.first - 1] in _MENTIONING
    if trigger.kind is not Kind.ATTACK or mentioned or len(scene.sites) != 1:
        return ()
    site = scene.sites[0]
    for made in scene.attributions:
        told = any(trigger.span.within(part) for part in made.content)
        if told and any(site.span.within(part) for part in made.source) and _is_local(scene, site):
            return (Placed(site=site, role=Role.AT, margin=0.0),)
    return ()


_MENTIONING = frozenset({"the", "this", "that", "these", "those", "such"})


def _is_local(scene: Scene, site: Site) -> bool:
    """Whether the word before "of X" or "in X" is one for people who live or work there."""
    before = site.phrase.first - 2
    if before < scene.sentence.first or site.phrase.preposition not in {"of", "in", "at", "near"}:
        before = site.phrase.head
    ground = site.resolution.ground
    return (
        stem_of(scene.parse.tokens.lower[before]) in _LOCALS and ground is not None and ground.ucdp_precision < _COUNTRY
    )


_LOCALS = frozenset(map(stem_of, entries_of("local_tellers")))
_COUNTRY = 6
"""UCDP's precision of a whole country."""


def _opened(scene: Scene, trigger: Trigger, barred: frozenset[int]) -> tuple[Placed, ...]:
    """Return the place that opens the sentence, if no other is named before the verb or in its clause."""
    first = scene.sites[0]
    spoken = speaks_there(scene, trigger, first) or is_spoken_at(scene, trigger, first)
    if spoken or ";" in scene.words(first.stop, trigger.first):
        return ()
    if first.first in barred or first.stop > trigger.first or is_likened(scene, first) or not _opens(scene, first):
        return ()
    if acts(scene, trigger, first):
        return ()
    last = first
    for site in scene.sites[1:]:
        if site.first > trigger.first:
            break
        if acts(scene, trigger, site):
            continue  # "in X, Y and Z fight over gold"
        if is_joined(scene, last, site):
            last = site
        elif site.first not in barred:
            return ()
    return tuple(Placed(site=it, role=Role.AT, margin=0.0) for it in _list(scene, first, last))


def _opens(scene: Scene, site: Site) -> bool:
    """Whether a place stands in the phrase that opens the sentence: "In X, …", "On the streets of X", "Back in X"."""
    if _has_verb(scene, scene.sentence.first, site.first):
        return False
    if site.phrase.chain in _OPENING and site.phrase.first <= scene.sentence.first + _NEARBY:
        return all(tag in _LIGHT for tag in scene.parse.tags[scene.sentence.first : site.phrase.first - 1])
    opens = scene.parse.tokens.lower[scene.sentence.first] in _OPENING | {"on", "across", "throughout"}
    return (
        opens
        and site.phrase.chain in {"of", "like", "on", "across", "between", "such-as"}
        and site.first <= scene.sentence.first + _FAR
    )


def _list(scene: Scene, first: Site, last: Site) -> tuple[Site, ...]:
    return tuple(site for site in scene.sites if first.first <= site.first <= last.first)


def _coordinated(scene: Scene, trigger: Trigger, barred: frozenset[int]) -> tuple[Placed, ...]:
    """Return the place of the verb before one that stands behind "and" without a subject of its own."""
    if trigger.noun or scene.parse.tags[trigger.first] is Tag.GERUND:
        return ()
    at = trigger.first - 1
    while at > scene.sentence.first and scene.parse.tags[at] in _HELPING:
        at -= 1
    if scene.parse.tokens.lower[at] not in _LINKS:
        return ()
    taken = _taken_from(scene, at)
    if taken is not None and taken.first not in barred:
        return (Placed(site=taken, role=Role.AT, margin=0.0),)
    before = next((it for it in reversed(scene.triggers) if it.stop <= at and not it.noun), None)
    if before is None or any(trigger.stop <= site.first for site in scene.sites):
        return ()
    return tuple(
        Placed(site=it.site, role=Role.AT, margin=0.0)
        for it in placed_by(scene, before, barred=barred)
        if it.plain and (it.role in {Role.AT, Role.TO} or (it.role is Role.VIA and _is_spot(it.site)))
    )


def _taken_from(scene: Scene, link: int) -> Site | None:
    """Return the place before "and" from which somebody was taken: "were dragged from X and shot"."""
    for site in scene.sites:
        before = site.phrase.first - 2
        if site.stop == link and site.phrase.chain in {"from", "out-of"} and before >= scene.sentence.first:
            return site if scene.parse.tokens.lower[before] in _TAKEN else None
    return None


_TAKEN = frozenset({"taken", "dragged", "pulled", "led", "hauled", "marched", "removed", "snatched", "fetched"})


def _is_spot(site: Site) -> bool:
    """Whether a place that is passed is a spot and no river or border: "crossed the river near X and dug in"."""
    ground = site.resolution.ground
    return ground is not None and ground.ucdp_precision < _COUNTRY and not _is_water(site)


def _is_water(site: Site) -> bool:
    place = site.resolution.place
    return place is not None and place.feature_class is FeatureClass.WATER


def _has_verb(scene: Scene, first: int, stop: int) -> bool:
    return any(tag in _VERBAL for tag in scene.parse.tags[first:stop])


_LIGHT = frozenset({Tag.ADVERB, Tag.CONJUNCTION, Tag.COMMA, Tag.PARTICLE, Tag.PREPOSITION, Tag.MARK, Tag.BRACKET})
"""Tags of what may stand before the phrase: "Back in X", "Meanwhile, in X"."""
_VERBAL = frozenset({Tag.PAST, Tag.PRESENT, Tag.BASE, Tag.AUXILIARY, Tag.MODAL})
