"""Let words like "there" and "the city" take up a place that was named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.claim import Kind, Role
from events.grammar.hanging import is_passive
from events.grammar.phrase import Phrase
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, VERBS
from events.kind import Condition, Trigger
from events.scene import Scene, Site
from events.setting.dateline import is_dateline
from events.setting.memory import Memory
from events.setting.next_breath import next_breath
from events.setting.placing import Placed, placed_by
from events.setting.plain_role import MOVING
from events.setting.stand_in import CARRIERS, HOMES, is_town, stand_in
from events.setting.untold import role_untold
from texts.lexicon import entries_of


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
        for site in [stand_in(without, trigger, phrase, memory)]
        if site is not None
    )
    if stand_ins:
        placed = placed_by(replace(scene, sites=stand_ins), trigger, barred=frozenset())[:1]
        placed = placed or _there(scene, trigger, stand_ins) or _beside(scene, trigger, stand_ins, barred)
        if placed or role_untold(scene, trigger) in {Role.AT, None}:
            return placed
    if any(_is_own_town(scene, phrase) for phrase in scene.phrases):
        return ()  # of several towns nobody knows which is theirs
    return _headed(scene, trigger) or _seat(scene, trigger) or next_breath(scene, trigger, memory, barred)


def _is_own_town(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is "our town"."""
    return (
        scene.parse.tokens.lower[phrase.first] in HOMES
        and phrase.stop - phrase.first == 2
        and f"the {scene.parse.tokens.lower[phrase.head]}" in CARRIERS
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
        if site.phrase.preposition not in {"", "of"} or before < scene.sentence.first or not is_town(site):
            continue
        near = (trigger.stop <= before <= trigger.stop + 2) if behind else (0 <= trigger.first - site.stop <= _CLOSE)
        if near and scene.words(before + 1, before + 2) == ("of",) and scene.parse.tokens.lower[before] in _OFFICERS:
            return (Placed(site=site, role=Role.AT, margin=0.0),)
    return ()


_CLOSE = 3
"""How many words may lie between an officer's town and the verb behind it."""
_ON_PERSONS = frozenset({"killing", "abduction"})
_OFFICERS = frozenset(
    {"mayor", "governor", "chief", "emir", "sheikh", "imam", "bishop", "chairman", "prefect", "headman", "elder"}
)
"""Those who live in the place that they are of."""


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


def _beside(scene: Scene, trigger: Trigger, stand_ins: Sequence[Site], barred: frozenset[int]) -> tuple[Placed, ...]:
    """Return what is pointed back to in another clause where no place is named: "a man there said nine were killed"."""
    if trigger.noun or role_untold(scene, trigger) is not Role.AT:
        return ()
    if any(site.first not in barred for site in scene.sites) or len({it.carried_from for it in stand_ins}) > 1:
        return ()
    return (Placed(site=stand_ins[0], role=Role.AT, margin=0.0),)


_REACHING = frozenset({"arrival", "entry", "travel", "dispatch"})
