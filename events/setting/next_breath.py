"""Let a sentence that names no place go on telling of the one right before it."""

from __future__ import annotations

from dataclasses import replace

from events.claim import Kind, Role
from events.grammar.subject import subject_of
from events.grammar.tag import FINITE, Tag
from events.kind import Condition, Trigger
from events.scene import Scene, Site
from events.setting.acting import acts
from events.setting.memory import TELLING, Memory
from events.setting.party import is_capital
from events.setting.placing import Placed
from events.setting.plain_role import MOVING
from events.setting.stand_in import CARRIERS, SPOTS, class_of, is_town, weakened
from events.setting.unlisted import is_unlisted
from events.setting.untold import follows_talks, is_going, role_untold

BREATH = 0.5
"""What remains of it when nothing but the next sentence goes on telling."""
LAPSED = 0.4
"""What remains of it when the place was told of in another message of a talk."""


def next_breath(  # noqa: PLR0911 - one line a case
    scene: Scene, trigger: Trigger, memory: Memory, barred: frozenset[int]
) -> tuple[Placed, ...]:
    """Return the place of the sentence right before, where this one goes on telling and names no place at all."""
    noted = _noted(scene, trigger, barred)
    if noted:
        return noted
    role = role_untold(scene, trigger) or _starts_off(scene, trigger, memory) or _fights_on(trigger, memory)
    if role is None or scene.unresolved or _names_unknown(scene):
        return ()
    towns = CARRIERS["the city"]
    if role is not Role.AT:
        before = [it for it in scene.sites if it.stop <= trigger.first and class_of(it.resolution) in towns]
        own = [it for it in before if not (follows_talks(scene, trigger) or acts(scene, trigger, it))]
        own = [it for it in own if not _goes_itself(scene, trigger, it)]
        if own:
            goal = own[-1].phrase.chain in _GOALS  # "the train to X has left"
            return (Placed(site=own[-1], role=Role.TO if goal else role, margin=0.0),)
    if any(site.first not in barred for site in scene.sites) or _is_sum(scene, trigger):
        return ()
    if not memory.told or (len(memory.told) > 1 and trigger.noun):
        return ()
    spots = [it for it in memory.told if class_of(it.resolution) in SPOTS and not is_unlisted(it.resolution)]
    if not spots:
        return ()
    site = spots[-1]
    if is_capital(site) and _is_its(scene, trigger):
        return ()
    name = site.resolution.toponym.text
    why = f"{memory.before} told of {name}" if memory.before else f"the sentence goes on telling of {name}"
    resolution = weakened(site.resolution, LAPSED if memory.before else BREATH, why)
    return (Placed(site=replace(site, resolution=resolution, carried_from=name), role=role, margin=0.0),)


def _goes_itself(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a capital is who comes or goes, and not where: "Harare came in on the side of the government"."""
    stop = site.stop
    for other in scene.sites:
        if 0 < other.first - stop <= 2 and is_capital(other):
            stop = other.stop
    return is_capital(site) and not site.phrase.chain and stop == trigger.first


def _is_its(scene: Scene, trigger: Trigger) -> bool:
    """Whether who does it belongs to what was named before, which then is a state: "its troops attacked"."""
    who = None if trigger.noun else subject_of(scene, trigger)
    return who is not None and scene.parse.tokens.lower[who.first] in {"its", "it"}


_GOALS = frozenset({"to", "for", "toward", "towards"})


def _names_unknown(scene: Scene) -> bool:
    """Whether a name that is no known place stands where a place would: "passes over San Carlos Water"."""
    tokens, tags = scene.parse.tokens, scene.parse.tags
    return any(
        tags[i] is Tag.NAME and tokens.words[i][0].isupper() and _is_where(scene, i)
        for i in range(scene.sentence.first + 1, scene.sentence.stop)
    )


def _is_where(scene: Scene, position: int) -> bool:
    """Whether a preposition of place stands right before a name, or before its article, and it is no time or source."""
    span = scene.parse.tokens.span(position, position + 1)
    told = (part for made in scene.attributions for part in made.source)
    others = (*(it.span for it in scene.timexes), *(it.span for it in scene.sites), *told)
    if any(span.overlaps(it) for it in others):
        return False
    before = scene.words(max(scene.sentence.first, position - 2), position)
    return before[-1] in _WHERE or (before[-1] == "the" and len(before) > 1 and before[0] in _WHERE)


_WHERE = frozenset(
    {"in", "at", "near", "around", "over", "from", "to", "outside", "off", "through", "across", "towards"}
)


def _is_sum(scene: Scene, trigger: Trigger) -> bool:
    """Whether a toll is that of all that went before, wherever it was: "more than 400 people have died"."""
    before = scene.words(max(scene.sentence.first, trigger.first - 3), trigger.first)
    return trigger.type == "killing" and not _HAVE.isdisjoint(before)


_HAVE = frozenset({"have", "has"})


def _fights_on(trigger: Trigger, memory: Memory) -> Role | None:
    """Return the role of the place of a fight for what wants a place and is told amid it: "they threw grenades"."""
    if trigger.noun or not memory.at_war:
        return None
    wanting = trigger.condition in {Condition.PLACE, Condition.FORCE_PLACE}
    dug = trigger.kind is Kind.BUILDUP and (wanting or trigger.condition in {Condition.FORCE, Condition.NONE})
    return Role.AT if dug or (wanting and trigger.kind in TELLING) else None


def _starts_off(scene: Scene, trigger: Trigger, memory: Memory) -> Role | None:
    """Return the role of the place of a fight to those who leave it: "thousands fled towards the coast"."""
    if trigger.noun or trigger.kind not in MOVING or memory.deed is None or memory.fleeing or scene.sites:
        return None
    return Role.FROM if is_going(scene, trigger) else None


def _noted(scene: Scene, trigger: Trigger, barred: frozenset[int]) -> tuple[Placed, ...]:
    """Return the only place of a line without a verb: "14:20 Air strike, Dara; three dead"."""
    if not trigger.noun or trigger.kind not in TELLING or len(scene.sites) != 1 or scene.sites[0].first in barred:
        return ()
    site = scene.sites[0]
    if site.phrase.chain in {"from", "for", "to", "of", "about", "with"} or not is_town(site):
        return ()
    if any(scene.parse.tags[i] in FINITE for i in range(scene.sentence.first, scene.sentence.stop)):
        return ()
    return (Placed(site=site, role=Role.AT, margin=0.0),)
