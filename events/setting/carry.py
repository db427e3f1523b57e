"""Let words like "there" and "the city" take up a place that was named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.claim import Kind, Role
from events.grammar.hanging import is_object, is_own, is_passive, is_subject
from events.grammar.phrase import Phrase
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, VERBS, Tag
from events.kind import Condition, Trigger
from events.scene import Scene, Site
from events.setting.acting import acts, is_likened
from events.setting.dateline import is_dateline
from events.setting.memory import TELLING, Memory
from events.setting.placing import Placed, placed_by
from events.setting.plain_role import MOVING
from events.setting.untold import role_untold
from geo.place import FeatureClass
from geo.toponym import Resolution
from texts.lexicon import entries_of, rows_of

TRUST = 0.8
"""What remains of a place's confidence when words take it up from a sentence before."""
BREATH = 0.5
"""What remains of it when nothing but the next sentence goes on telling."""
LONGEST = 6
"""A phrase with more words than this does not point back."""
_CARRIERS = {row[0]: frozenset(row[1]) for row in rows_of("carriers")}
_FROM_IT = frozenset({"from", "into", "out-of", "through", "towards", "toward", "around", "near", "outside"})
"""Prepositions behind which "it" is a place: "withdrew from it"."""
_POINTERS = frozenset({"the", "this", "that", "its", "their", "both", "our", "your", "my"})
_HOMES = frozenset({"our", "your", "my"})
"""Words before a town that is the speakers' own: the only one that was named."""
_STRUCK = frozenset({"shelling", "airstrike", "assault", "bombing"})
"""Types of blows of which "it" may be the place: "it was shelled the same night"."""


def carried(
    scene: Scene, trigger: Trigger, memory: Memory, *, barred: frozenset[int] = frozenset()
) -> tuple[Placed, ...]:
    """Return the place of a trigger whose own words only point back to one, or nothing.

    `barred` are the first tokens of names that belong to who speaks.
    """
    named = tuple(it for it in scene.sites if it.first not in barred or is_dateline(scene, it) or _is_home(scene, it))
    without = replace(scene, sites=named)
    stand_ins = tuple(
        site
        for phrase in scene.phrases
        if not trigger.first <= phrase.first < trigger.stop
        for site in [_stand_in(without, trigger, phrase, memory)]
        if site is not None
    )
    if stand_ins:
        placed = placed_by(replace(scene, sites=stand_ins), trigger, barred=frozenset())[:1]
        placed = placed or _there(scene, trigger, stand_ins)
        if placed or role_untold(scene, trigger) in {Role.AT, None}:
            return placed
    if any(_is_own_town(scene, phrase) for phrase in scene.phrases):
        return ()  # of several towns nobody knows which is theirs
    return _headed(scene, trigger) or _seat(scene, trigger) or _next_breath(scene, trigger, memory, barred)


def _is_own_town(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is "our town"."""
    return (
        scene.parse.tokens.lower[phrase.first] in _HOMES
        and phrase.stop - phrase.first == 2
        and f"the {scene.parse.tokens.lower[phrase.head]}" in _CARRIERS
    )


def _is_home(scene: Scene, site: Site) -> bool:
    """Whether a speaker's place is where they live or stand: "a resident of Goma said the town"."""
    parts = (part for made in scene.attributions for part in made.source if site.span.within(part))
    held = (scene.parse.tokens.inside(part) for part in parts)
    return any(not _LOCALS.isdisjoint(map(stem_of, scene.words(it.start, it.stop))) for it in held if it)


_LOCALS = frozenset(map(stem_of, entries_of("local_tellers")))


def _headed(scene: Scene, trigger: Trigger) -> tuple[Placed, ...]:
    """Return the place that heads a line of a ticker: "Tripoli: militias fight over the airport"."""
    if len(scene.sites) != 1 or trigger.kind not in _HEADED or trigger.condition in _TIED:
        return ()
    site = scene.sites[0]
    colon = site.stop < scene.sentence.stop and scene.parse.tokens.words[site.stop] == ":"
    if not colon or scene.parse.tokens.words[site.first].isupper() or site.first > scene.sentence.first + 4:
        return ()
    if any(scene.parse.tags[i] in VERBS | FINITE for i in range(scene.sentence.first, site.first)):
        return ()
    return (Placed(site=site, role=Role.AT, margin=0.0),)


def _seat(scene: Scene, trigger: Trigger) -> tuple[Placed, ...]:
    """Return the town of an officer who was wronged: "killed the mayor of X", "the emir of X was abducted"."""
    if trigger.noun or trigger.type not in _ON_PERSONS:
        return ()
    behind = not is_passive(scene, trigger)
    for site in scene.sites:
        before = site.first - 2
        if site.phrase.preposition not in {"", "of"} or before < scene.sentence.first or not _is_town(site):
            continue
        near = (
            (trigger.stop <= before <= trigger.stop + 2) if behind else (0 <= trigger.first - site.stop <= LONGEST // 2)
        )
        if near and scene.words(before + 1, before + 2) == ("of",) and scene.parse.tokens.lower[before] in _OFFICERS:
            return (Placed(site=site, role=Role.AT, margin=0.0),)
    return ()


_ON_PERSONS = frozenset({"killing", "abduction"})
_OFFICERS = frozenset(
    {"mayor", "governor", "chief", "emir", "sheikh", "imam", "bishop", "chairman", "prefect", "headman", "elder"}
)
"""Those who live in the place that they are of."""


def _noted(scene: Scene, trigger: Trigger, barred: frozenset[int]) -> tuple[Placed, ...]:
    """Return the only place of a line without a verb: "14:20 Air strike, Dara; three dead"."""
    if not trigger.noun or trigger.kind not in TELLING or len(scene.sites) != 1 or scene.sites[0].first in barred:
        return ()
    site = scene.sites[0]
    if site.phrase.chain in {"from", "for", "to", "of", "about", "with"} or not _is_town(site):
        return ()
    if any(scene.parse.tags[i] in FINITE for i in range(scene.sentence.first, scene.sentence.stop)):
        return ()
    return (Placed(site=site, role=Role.AT, margin=0.0),)


def _is_town(site: Site) -> bool:
    return _class_of(site.resolution) in _CARRIERS["the base"] | _CARRIERS["the city"]


_HEADED = frozenset({Kind.ATTACK, Kind.CONTROL, Kind.BUILDUP, Kind.STATEMENT, Kind.DIPLOMACY})
_TIED = frozenset({Condition.OBJECT, Condition.SUBJECT, Condition.OF})


def _there(scene: Scene, trigger: Trigger, stand_ins: Sequence[Site]) -> tuple[Placed, ...]:
    """Return the place that a "there" in the trigger's own clause takes up."""
    clause = scene.clause_at(trigger.first)
    for site in stand_ins:
        if site.phrase.adverb and clause.first <= site.first < clause.stop:
            goal = trigger.kind in MOVING and trigger.type in _REACHING
            return (Placed(site=site, role=Role.TO if goal else Role.AT, margin=0.0),)
    return ()


_REACHING = frozenset({"arrival", "entry", "travel", "dispatch"})


def _stand_in(scene: Scene, trigger: Trigger, phrase: Phrase, memory: Memory) -> Site | None:
    classes = _classes_of(scene, trigger, phrase)
    if not classes:
        return None
    own = [
        it for it in scene.sites if it.stop <= phrase.first and not (acts(scene, trigger, it) or is_likened(scene, it))
    ]
    head = () if memory.dateline is None else (memory.dateline,)
    known = [site for site in (*head, *memory.sites, *own) if _class_of(site.resolution) in classes]
    if any(phrase.first > at for at in _unplaced_before(scene)) and not own:
        return None  # what was named last stands in no gazetteer: "captured X; fighting for the village went on"
    towns = [site for site in known if _class_of(site.resolution) in _CARRIERS["the city"]]
    own_town = scene.parse.tokens.lower[phrase.first] in _HOMES
    if own_town and len({site.resolution.toponym.text for site in towns}) != 1:
        return None
    # "there" is in a town rather than in a country or a river that was named after it
    found = next(reversed(towns or known), None)
    if found is None:
        return None
    words = scene.parse.tokens.span(phrase.first, phrase.stop).of(scene.document.text)
    return Site(
        resolution=_weakened(found.resolution, TRUST, f"“{words}” takes up {found.resolution.toponym.text}"),
        phrase=phrase,
        first=phrase.first,
        stop=phrase.stop,
        carried_from=found.resolution.toponym.text,
    )


def _unplaced_before(scene: Scene) -> tuple[int, ...]:
    """Return the first tokens of the names in the sentence for which no place was chosen."""
    held = (scene.parse.tokens.inside(it.toponym.span) for it in scene.unresolved)
    return tuple(it.start for it in held if it)


def _classes_of(  # noqa: PLR0911 - one line a case
    scene: Scene, trigger: Trigger, phrase: Phrase
) -> frozenset[str]:
    """Return the feature classes of what a phrase may point back to; none where it points to no place."""
    words = scene.words(phrase.first, phrase.stop)
    if words == ("there",) and not trigger.noun and not _BEING.isdisjoint(scene.words(phrase.stop, phrase.stop + 1)):
        return frozenset()  # "there was nobody left to hold the line"; "there was fighting" was fought there
    if len(words) == 1:
        if words[0] == "it" and trigger.kind is Kind.CONTROL and trigger.first > scene.sentence.first:
            tied = is_object(scene, trigger, phrase) or is_subject(scene, trigger, phrase)
            return _CARRIERS["the city"] if tied else frozenset()
        if words[0] == "it" and trigger.type in _STRUCK and not phrase.preposition:
            struck = is_passive(scene, trigger) and is_subject(scene, trigger, phrase)
            return _CARRIERS["the city"] if struck else frozenset()
        if words[0] == "it" and phrase.preposition in _FROM_IT and is_own(scene, trigger, phrase):
            return _CARRIERS["the city"]
        return _CARRIERS.get(words[0], frozenset())
    if words[-1] == "it" and words[0] in {"all", "most", "half", "part", "much"} and trigger.kind is Kind.CONTROL:
        return _CARRIERS["the city"] if is_object(scene, trigger, phrase) else frozenset()
    if len(words) > LONGEST or words[0] not in _POINTERS or Tag.NAME in scene.parse.tags[phrase.first : phrase.stop]:
        return frozenset()
    return _CARRIERS.get(f"the {scene.parse.tokens.lower[phrase.head]}", frozenset())


_BEING = frozenset({"is", "are", "was", "were", "be", "been", "'s", "has", "have", "had", "will", "remains", "seems"})


def _next_breath(  # noqa: PLR0911 - one line a case
    scene: Scene, trigger: Trigger, memory: Memory, barred: frozenset[int]
) -> tuple[Placed, ...]:
    """Return the place of the sentence right before, where this one goes on telling and names no place at all."""
    noted = _noted(scene, trigger, barred)
    if noted:
        return noted
    role = role_untold(scene, trigger)
    if role is None or scene.unresolved:
        return ()
    towns = _CARRIERS["the city"]
    if role is not Role.AT:
        own = [it for it in scene.sites if it.stop <= trigger.first and _class_of(it.resolution) in towns]
        if own:
            return (Placed(site=own[-1], role=role, margin=0.0),)
    if any(site.first not in barred for site in scene.sites):
        return ()
    if not memory.told or (len(memory.told) > 1 and trigger.noun):
        return ()
    if _class_of(memory.told[-1].resolution) not in _CARRIERS["the city"]:
        return ()
    site = memory.told[-1]
    name = site.resolution.toponym.text
    resolution = _weakened(site.resolution, BREATH, f"the sentence goes on telling of {name}")
    return (Placed(site=replace(site, resolution=resolution, carried_from=name), role=role, margin=0.0),)


def _weakened(resolution: Resolution, trust: float, why: str) -> Resolution:
    return replace(
        resolution, confidence=resolution.confidence * trust, reason=f"{why}, named before; {resolution.reason}"
    )


def _class_of(resolution: Resolution) -> str:
    place = resolution.place
    return "" if place is None else (place.feature_class or FeatureClass.AREA).value
