"""Find who does and who suffers what a noun names: "the army's raid on a convoy", "clashes between A and B"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from events.claim import Kind
from events.grammar.clause import Stretch
from events.grammar.joined import joined_behind
from events.grammar.passive import BE, HAVE
from events.grammar.phrase_over import is_time, phrase_with_of
from events.grammar.stem import stem_of
from events.grammar.subject import SEEING, subjects_of
from events.grammar.tag import VERBS, Tag
from events.happenings.armed import is_armed
from events.kind import Trigger
from events.status_cue import Scope, hit_at

if TYPE_CHECKING:
    from events.scene import Scene

Sides = tuple[tuple[Stretch, ...], tuple[Stretch, ...]]
"""Agents and targets."""
_HARMING = frozenset(stem_of(word) for word in ("kill", "wound", "injure", "hit", "hurt", "destroy", "damage"))


def sides_of_noun(scene: Scene, trigger: Trigger) -> Sides:
    """Return who does and who suffers what a noun names."""
    agent = target = None
    holder = phrase_with_of(scene, trigger.first)
    if holder is not None and holder.first < trigger.first:
        agent = before_noun(scene, Stretch(first=holder.first, stop=trigger.first))
    start = trigger.first if holder is None else holder.first
    caught = _caught(scene, trigger, start)
    doers = sides_between(scene, trigger) or _brought(scene, trigger)
    doers = doers or (_doers(scene, trigger, start) if agent is None and not caught else ())
    opens = trigger.stop if trigger.noun else trigger.first + 1
    for position in range(opens, min(trigger.stop + _NEAR, scene.sentence.stop)):
        word = scene.parse.tokens.lower[position]
        if agent is None and (word == "from" or tells_doer(scene, position)):
            agent = phrase_with_of(scene, position + 1)
        elif target is None and (word in {"on", "against", "targeting", "of", "with"} or stem_of(word) in _HARMING):
            target = phrase_with_of(scene, position + 1)
            if target is not None and any(target.first <= site.first < target.stop for site in scene.sites):
                target = None
            if target is not None and word == "of" and _is_own(trigger):
                agent, target = agent or target, None
        elif word in _FIRED:
            continue
        elif scene.parse.tags[position] in VERBS | {Tag.STOP, Tag.COMMA}:
            break
    agent = agent or _taker(scene, trigger) or (None if doers else _blamed(scene, trigger))
    return _listed(scene, agent) or doers, _listed(scene, target) or caught


def tells_doer(scene: Scene, position: int) -> bool:
    """Whether "by" tells who does it, and not how or when: "by rebels", not "by way of", "by night"."""
    return _word(scene, position) == "by" and _word(scene, position + 1) not in _MANNERS


_MANNERS = frozenset(
    {
        "way",
        "night",
        "day",
        "air",
        "sea",
        "road",
        "rail",
        "land",
        "boat",
        "train",
        "bus",
        "buses",
        "truck",
        "lorry",
        "car",
    }
    | {"helicopter", "plane", "ship", "foot", "then", "now", "noon", "dusk", "dawn", "nightfall", "midnight", "mistake"}
    | {"force", "chance", "accident", "means", "hand", "surprise", "evening", "morning", "monday", "tuesday", "sunday"}
)


def _is_own(trigger: Trigger) -> bool:
    """Whether those behind "of" do it themselves: "the arrival of troops", not "the expulsion of families"."""
    return trigger.kind in {Kind.MOVEMENT, Kind.BUILDUP} or trigger.type in {"flight", "return"}


_NEAR = 10
"""How many words behind a noun those who do it or suffer it are looked for."""
_FIRED = frozenset(
    {"fired", "launched", "carried", "conducted", "staged", "led", "mounted", "blamed", "set", "laid", "sprung"}
)
"""Participles behind a noun before who does it: "shells fired by the army"."""


def _listed(scene: Scene, stretch: Stretch | None) -> tuple[Stretch, ...]:
    return () if stretch is None else joined_behind(scene, stretch, of_noun=True)


def sides_between(scene: Scene, trigger: Trigger) -> tuple[Stretch, ...]:
    """Return both sides of a fight or of talks: "clashes between A and B", "clashes broke out in X between A and B"."""
    both = trigger.kind in {Kind.ATTACK, Kind.DIPLOMACY}
    stop = min(trigger.stop + (_FAR if both else 3), scene.sentence.stop)
    at = next((at for at in range(trigger.stop, stop) if scene.parse.tokens.lower[at] == "between"), None)
    one = None if at is None else phrase_with_of(scene, at + 1)
    if at is None or one is None or _word(scene, one.stop) != "and" or is_time(scene, one):
        return ()
    if scene.parse.tags[at + 1] is Tag.NUMBER:
        return ()  # "killing between 13 and 50"
    if at - trigger.stop > 1 and any(one.first <= site.first < one.stop for site in scene.sites):
        return ()  # "clashes broke out on the road between X and Y"
    other = phrase_with_of(scene, one.stop + 1)
    return (one,) if other is None else (one, other)


_FAR = 14
"""How many words behind a fight or talks "between" may tell whose they are."""


def _brought(scene: Scene, trigger: Trigger) -> tuple[Stretch, ...]:
    """Return whom talks brought together: "a meeting in X brought together elders and rebels"."""
    if trigger.kind is not Kind.DIPLOMACY:
        return ()
    words = scene.words(trigger.stop, min(trigger.stop + _FAR, scene.sentence.stop))
    at = next((at for at, two in enumerate(pairwise(words)) if two == ("brought", "together")), None)
    return () if at is None else _listed(scene, phrase_with_of(scene, trigger.stop + at + 2))


def _taker(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return to whom a place is lost: "the fall of X to the rebels"."""
    if trigger.kind is not Kind.CONTROL or trigger.type != "loss":
        return None
    stop = min(trigger.stop + _NEAR // 2, scene.sentence.stop)
    to = next((at for at in range(trigger.stop, stop) if scene.parse.tokens.lower[at] == "to"), None)
    return None if to is None else phrase_with_of(scene, to + 1)


def _blamed(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return on whom a blow is blamed: "the killing of two nurses was blamed on rebels"."""
    if trigger.kind is not Kind.ATTACK:
        return None
    words = scene.words(trigger.stop, min(trigger.stop + _FAR, scene.sentence.stop))
    at = next((at for at, two in enumerate(pairwise(words)) if two == ("blamed", "on")), None)
    return None if at is None else phrase_with_of(scene, trigger.stop + at + 2)


def _caught(scene: Scene, trigger: Trigger, first: int) -> tuple[Stretch, ...]:
    """Return who is caught in a blow: "police were caught in an ambush", "a patrol ran into an ambush"."""
    lower = scene.parse.tokens.lower
    if trigger.kind is not Kind.ATTACK or first - 2 <= scene.sentence.first or lower[first - 1] not in _INTO:
        return ()
    verb = first - 2
    if lower[verb] not in _CATCHING:
        return ()
    return subjects_of(scene, replace(trigger, first=verb, stop=verb + 1))


_INTO = frozenset({"in", "into", "under"})
_CATCHING = frozenset(
    {"caught", "trapped", "ran", "run", "drove", "walked", "fell", "stumbled", "marched", "blundered"}
)
"""Verbs of those who get into a blow."""


def _doers(scene: Scene, trigger: Trigger, first: int) -> tuple[Stretch, ...]:
    """Return the subject of the verb that a noun is the object of: "the rebels began their push"."""
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    verb = first - 1
    while scene.parse.codes[verb] in '"d' and first - verb <= _OPENINGS:
        verb -= 1  # 'carried out a "special | raid"'
    if scene.words(max(scene.sentence.first, first - 2), first) == ("responsibility", "for"):
        verb = first - 3
        return subjects_of(scene, replace(trigger, first=verb, stop=verb + 1)) if verb > scene.sentence.first else ()
    while verb > scene.sentence.first and (
        tags[verb] in {Tag.PARTICLE, Tag.ADVERB} or (lower[verb] == "on" and lower[verb - 1] in _TALKING)
    ):
        verb -= 1
    if verb <= scene.sentence.first or tags[verb] not in {Tag.PAST, Tag.PRESENT, Tag.PARTICIPLE, Tag.BASE, Tag.GERUND}:
        return ()
    if tags[verb] is Tag.PARTICIPLE and not HAVE.intersection(scene.words(max(scene.sentence.first, verb - 3), verb)):
        return ()
    if lower[verb] in SEEING:
        return ()  # "witnesses saw looting"
    light = hit_at(lower, verb, Scope.LIGHT)
    talked = trigger.kind is Kind.DIPLOMACY and lower[verb] in _TALKING
    if (light is None and lower[verb] not in _CARRYING and not talked) or lower[verb] in BE:
        return ()
    return subjects_of(scene, replace(trigger, first=verb, stop=verb + 1))


_OPENINGS = 2
"""Marks and articles between a verb and what it carries out, at most."""
_CARRYING = frozenset(
    {"stepped", "step", "steps", "halted", "ended", "stopped", "intensified", "widened", "broke", "paused"}
    | {"promised", "promises", "vowed", "vows", "threatened", "threatens", "planned", "plans", "prepared", "prepare"}
    | {"plan", "prepares", "preparing", "planning", "sent", "send", "sends", "sending", "dispatched", "deployed"}
    | {"poured", "pours", "pouring", "inflicted", "inflicts", "inflicting", "dealt", "delivered", "delivers", "rained"}
    | {
        "unleashed",
        "unleashes",
        "unleash",
        "directed",
        "loosed",
        "kept",
        "fought",
        "renewed",
        "pressed",
        "set",
        "laid",
        "completed",
    }
)
"""Verbs whose subject does what their object names."""
_TALKING = frozenset(
    {"agreed", "agree", "agrees", "reached", "struck", "accepted", "discussed", "discuss", "negotiated", "concluded"}
    | {"brokered", "proclaimed", "observed", "violated", "attended", "secured", "clinched", "convened", "hosted"}
)
"""The same of talks and what comes of them."""


def before_noun(scene: Scene, words: Stretch) -> Stretch | None:
    """Return the possessor or naming words before a noun: "the rebels' advance", "Hamas attack"."""
    tags = scene.parse.tags
    stop = words.stop
    if Tag.GENITIVE in tags[words.first : words.stop]:
        stop = max(i for i in range(words.first, words.stop) if tags[i] is Tag.GENITIVE)
        return Stretch(first=words.first, stop=stop) if stop > words.first else None
    names = [
        i
        for i in range(words.first, stop)
        if (tags[i] is Tag.NAME and scene.parse.tokens.lower[i] not in {"a", "an", "the"})
        or is_armed(scene.parse.tokens.lower[i])
    ]
    return Stretch(first=names[0], stop=names[-1] + 1) if names else None


def _word(scene: Scene, position: int) -> str:
    return scene.parse.tokens.lower[position] if position < scene.sentence.stop else ""
