"""Read the role of a place where grammar alone gives it."""

from __future__ import annotations

from events.claim import Kind, Role
from events.grammar.hanging import (
    STATE,
    STATED,
    follows_of,
    is_antecedent,
    is_at_subject,
    is_nominal,
    is_object,
    is_own,
    is_passive,
    is_subject,
)
from events.grammar.passive import HAS
from events.grammar.phrase import Phrase
from events.grammar.stem import stem_of
from events.grammar.tag import Tag
from events.happenings.armed import is_civilian
from events.kind import Condition, Trigger
from events.movement import OBJECT_ROLES
from events.scene import Scene, Site
from events.setting.acting import acts, shuts_another, suffers
from events.setting.aim import is_fired_from, is_goal
from events.setting.elsewhere import belongs_elsewhere
from events.setting.occurring import occurs_at
from events.setting.party import is_fought, is_opponent, is_party, is_state
from events.setting.ruling import is_of_sides
from events.setting.yielding import flees_fight, is_of_garrison
from texts.lexicon import entries_of

MODEL_ROLES = {"origin": Role.FROM, "destination": Role.TO, "via": Role.VIA, "at": Role.AT}
"""The model's labels as roles of places."""
MOVING = frozenset({Kind.MOVEMENT, Kind.DISPLACEMENT})
"""Kinds whose places are a way and not a spot."""
HURTING = frozenset({Kind.ATTACK, Kind.CONTROL})
"""Kinds whose object, if it is a place, is where they happen."""
_WAYS = {
    **dict.fromkeys(("from", "out-of"), Role.FROM),
    **dict.fromkeys(("to", "into", "onto", "toward", "towards"), Role.TO),
    **dict.fromkeys(("through", "via", "across"), Role.VIA),
}
_ENDINGS = {**_WAYS, "on": Role.TO, "for": Role.TO}
"""Prepositions that give a place its role on a way."""
SPOTS = frozenset({"in", "at", "near", "on", "inside", "across", "around", "outside", "over", "along", "throughout"})
"""Prepositions that place a happening where no verb says otherwise."""
GROUND_WORDS = entries_of("ground_words")
"""What a place may be called before its name: "the cities of", "the province of"."""
FARTHEST = 12
"""How many words may lie between a happening and a place that only its preposition ties to it."""


def is_loose(scene: Scene, trigger: Trigger, site: Site) -> bool:  # noqa: PLR0911 - one line a construction
    """Whether a place belongs to another word than the trigger: an envoy to it, aid from it, talks about it."""
    phrase = site.phrase
    before = scene.words(max(scene.sentence.first, phrase.first - 2), phrase.first)
    if before and before[-1] == "to" and before[0] in _ENVOYS:
        return True
    if (phrase.chain in _TOPICAL and site.example_of is None) or acts(scene, trigger, site):
        return True
    if belongs_elsewhere(scene, trigger, site) or _is_of_topic(scene, trigger, site):
        return True
    if trigger.kind not in MOVING and phrase.chain == "from" and trigger.kind not in {Kind.ATTACK, Kind.CONTROL}:
        return True
    if phrase.chain == "between" and trigger.kind is Kind.DIPLOMACY:
        return True  # "the summit between X and Y"
    if phrase.chain == "between" and trigger.kind is Kind.ATTACK and site.resolution.ground is not None:
        return site.resolution.ground.ucdp_precision >= _COUNTRY
    if trigger.kind is Kind.STATEMENT and phrase.chain == "to" and is_state(site):
        return True  # "protested to X over the raid"
    if trigger.kind is Kind.DIPLOMACY and trigger.noun and phrase.preposition in {"for", "on"}:
        return True
    if trigger.kind is Kind.DIPLOMACY and phrase.first >= trigger.stop:
        return not _TOPICS.isdisjoint(scene.words(trigger.stop, phrase.first))
    return False


def _is_of_topic(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a country belongs to a war, a crisis or a policy beside the trigger: "the lessons of the war in X"."""
    before = site.phrase.first - 2
    if site.phrase.preposition not in {"in", "on", "towards", "toward"} or before < scene.sentence.first:
        return False
    if trigger.first <= before < trigger.stop or scene.parse.tokens.lower[before] not in TOPICS:
        return False
    ground = site.resolution.ground
    return ground is not None and ground.ucdp_precision >= _COUNTRY and (trigger.noun or trigger.first < before)


TOPICS = entries_of("topic_nouns")
"""Nouns for what a country goes through or is dealt with, which name no happening."""
_ENVOYS = frozenset({"ambassador", "envoy", "consul", "representative", "embassy", "threat", "ties", "aid"})
_TOPICAL = frozenset({"beyond", "about", "like", "as", "than", "without", "because-of", "instead-of", "including"})
_TOPICS = frozenset({"about", "discuss", "discussing", "over", "regarding", "concerning", "situation", "crisis"})
_COUNTRY = 6
"""UCDP's precision of a whole country."""


def plain_role(scene: Scene, trigger: Trigger, site: Site) -> Role | None:  # noqa: C901, PLR0911, PLR0912 - one line a construction
    """Return the role that grammar alone gives a place; None where it gives none."""
    phrase = site.phrase
    moving = trigger.kind in MOVING
    fought = is_fought(scene, trigger, site) or is_opponent(trigger, site)
    back = is_antecedent(scene, trigger, phrase)
    if back == "where":
        return Role.TO if moving and _ends_where(scene, trigger) else Role.AT
    last = scene.parse.tokens.lower[trigger.stop - 1]
    if moving and phrase.first == trigger.stop + (phrase.preposition == "of") and trigger.stop - trigger.first > 1:
        # "rolled into X", "broke out of X", "marched on X": the preposition is part of the trigger
        way = _ENDINGS.get("out-of" if last == "out" and phrase.preposition == "of" else last)
        if way is not None:
            return way
    if not trigger.noun and (back == "which" or is_object(scene, trigger, phrase)) and not fought:
        role = OBJECT_ROLES.get(stem_of(scene.parse.tokens.lower[trigger.first]))
        if role is not None or trigger.kind in HURTING:
            return Role.AT if role is None or not moving else MODEL_ROLES[role]
    shut = trigger.type == "closure" and not shuts_another(scene, trigger)
    if shut and (is_subject(scene, trigger, phrase) or is_at_subject(scene, trigger, phrase)):
        return Role.AT
    if trigger.type == "refuge" and not trigger.noun and is_subject(scene, trigger, phrase):
        return Role.AT
    if trigger.type == "loss" and not trigger.noun and is_of_garrison(scene, trigger, site):
        return Role.AT
    if trigger.condition is Condition.SUBJECT and (
        is_subject(scene, trigger, phrase) or is_at_subject(scene, trigger, phrase)
    ):
        return Role.AT
    held = trigger.noun and trigger.kind in HURTING and follows_of(trigger, phrase)
    if held and not is_of_sides(scene, trigger, site):
        return Role.AT
    if trigger.kind in HURTING and phrase.first <= trigger.first and trigger.stop == site.first:
        return Role.AT  # "aid to besieged X"
    if trigger.noun and trigger.type == "evacuation" and follows_of(trigger, phrase):
        return Role.FROM
    if phrase.preposition == "against" and trigger.kind in HURTING and is_own(scene, trigger, phrase) and not fought:
        return Role.AT
    if trigger.noun and is_subject(scene, trigger, phrase) and is_under(scene, trigger):
        return Role.AT
    if trigger.kind not in MOVING and is_nominal(scene, trigger) and suffers(scene, trigger, site):
        return Role.AT
    if trigger.kind is Kind.ATTACK and is_fired_from(scene, trigger, site):
        return Role.FROM
    if _is_of_sufferer(scene, trigger, site):
        return Role.AT
    if not moving and phrase.chain in SPOTS and occurs_at(scene, trigger, phrase):
        return Role.AT
    if trigger.type == "departure" and not trigger.noun and is_goal(scene, site):
        return Role.TO
    if trigger.type == "flight" and flees_fight(scene, trigger, phrase):
        return Role.FROM
    if _is_of_movers(scene, trigger, phrase):
        return Role.FROM
    if not is_own(scene, trigger, phrase) or is_party(scene, trigger, site):
        return None
    if trigger.kind is Kind.SUPPORT and phrase.chain == "to" and phrase.first - trigger.stop <= FARTHEST // 2:
        return None if is_loose(scene, trigger, site) else Role.TO
    if phrase.chain == "between" and trigger.kind in HURTING and (_is_spot(site) or _names_way(scene, phrase)):
        return Role.AT
    if moving and (way := _way(scene, trigger, site)) is not None:
        return way
    if trigger.type in _LEAVING_TYPES and phrase.chain in SPOTS and _leaves_ground(scene, trigger, phrase):
        return Role.FROM
    if trigger.kind is Kind.ATTACK and phrase.chain in _AGAINST and phrase.first - trigger.stop <= FARTHEST // 2:
        return Role.AT
    resting = trigger.noun or not moving or trigger.type == "refuge"
    if phrase.chain in SPOTS and resting and phrase.first - trigger.stop <= FARTHEST // 2:
        there = Role.TO if last == "arrival" else Role.AT
        return None if is_loose(scene, trigger, site) else there
    return None


def _is_of_movers(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether people who are moved or flee are told by where they come from: "400 people from X were bussed to"."""
    taken = trigger.type == "dispatch" and is_passive(scene, trigger)
    if trigger.noun or not (taken or trigger.kind is Kind.DISPLACEMENT) or phrase.preposition != "from":
        return False
    if not is_civilian(" ".join(scene.words(max(scene.sentence.first, phrase.first - 2), phrase.first - 1))):
        return False
    between = scene.parse.tags[phrase.stop : trigger.first]
    return phrase.stop <= trigger.first and len(between) <= FARTHEST // 3 and all(tag in _HELPING for tag in between)


def _is_of_sufferer(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place says where that stands which something is done to: "the dam at X was blown up"."""
    phrase = site.phrase
    doing = trigger.kind is Kind.STATEMENT  # "people in X protested"
    if trigger.noun or not (doing or trigger.kind in HURTING) or phrase.chain not in _WHEREABOUTS:
        return False
    if phrase.stop > trigger.first or not (doing or is_passive(scene, trigger)):
        return False
    if scene.parse.tags[phrase.first - 2] not in {Tag.NOUN, Tag.NAME}:
        return False  # "a company based in X was shelled"
    if belongs_elsewhere(scene, trigger, site):
        return False  # "a doctor with roots in X was killed"
    if any(site.stop == phrase.first - 1 for site in scene.sites):
        return False  # "Y near X was shelled"
    between = scene.parse.tags[phrase.stop : trigger.first]
    return int(not doing) <= len(between) <= FARTHEST // 3 and all(tag in _HELPING for tag in between)


_HELPING = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.MODAL, Tag.PAST, Tag.PRESENT})


def _names_way(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name is one end of a road: "on the road between X and Y"."""
    before = phrase.first - 2
    return before >= scene.sentence.first and scene.parse.tokens.lower[before] in GROUND_WORDS


def _ends_where(scene: Scene, trigger: Trigger) -> bool:
    """Whether a journey told behind "where" ended there: "X, where the cabinet has fled", "where he arrived"."""
    opener = scene.clause_at(trigger.first).opener
    if trigger.noun or opener is None or scene.parse.tokens.lower[opener - 1] == "from":
        return False
    if trigger.type == "dispatch":
        return is_passive(scene, trigger)
    had = not HAS.isdisjoint(scene.words(opener, trigger.first))
    return trigger.type == "arrival" or (trigger.type == "flight" and had)


_AGAINST = frozenset({"against", "upon", "above", "off"})
"""Prepositions of what is attacked."""


def _way(scene: Scene, trigger: Trigger, site: Site) -> Role | None:
    """Return the role that a preposition gives a place of a movement: "left for", "crossed the border at"."""
    if site.phrase.chain in _WAYS:
        return _WAYS[site.phrase.chain]
    if site.phrase.chain == "for" and _leaves(scene, trigger):
        return Role.TO
    if site.phrase.chain == "between" and not trigger.noun and not _names_way(scene, site.phrase):
        return Role.FROM if site.phrase.preposition == "between" else Role.TO  # "shuttled between X and Y"
    if site.phrase.chain == "on" and _marches(scene, trigger):
        return Role.TO
    if site.phrase.chain in _WHEREABOUTS and (held := _holder(scene, trigger, site)) is not None:
        return _ENDINGS[held.chain]
    passing = trigger.type in _PASSING or not _BORDERS.isdisjoint(scene.words(trigger.stop, site.phrase.first))
    return Role.VIA if passing and site.phrase.chain in _BESIDE and _is_spot(site) else None


def _holder(scene: Scene, trigger: Trigger, site: Site) -> Phrase | None:
    """Return what a place only says the whereabouts of, if that lies on the way: "from its embassy in X"."""
    before = site.phrase.first - 1
    ways = _WAYS.keys() | ({"for"} if _leaves(scene, trigger) else frozenset())
    held = next((it for it in scene.phrases if it.stop == before and it.chain in ways), None)
    if held is None or any(held.first <= other.first < held.stop for other in scene.sites):
        return None
    return held


_WHEREABOUTS = frozenset({"in", "at", "near"})
_PASSING = frozenset({"crossing", "entry"})
_BORDERS = frozenset({"border", "frontier", "line", "boundary"})
"""What is crossed where a place is named behind it: "poured over the border at X"."""
_BESIDE = frozenset({"at", "near", "by", "close-to", "next-to"})
"""How a text says where a border or a river is crossed."""


def _is_spot(site: Site) -> bool:
    ground = site.resolution.ground
    return ground is not None and ground.ucdp_precision <= NEAR


NEAR = 2
"""UCDP's precision of a spot, or of what lies within 25 km of it."""


def _leaves(scene: Scene, trigger: Trigger) -> bool:
    """Whether "for" behind the trigger names a goal: "left for", "set out for", "the departure of the convoy for"."""
    if trigger.noun:
        return trigger.type == "departure"
    return stem_of(scene.parse.tokens.lower[trigger.first]) in _LEAVING


def _marches(scene: Scene, trigger: Trigger) -> bool:
    """Whether "on" names a goal: "advanced on", "a march on"."""
    return trigger.type == "advance" or stem_of(scene.parse.tokens.lower[trigger.first]) in _MARCHING


_MARCHING = frozenset(stem_of(word) for word in ("move", "march", "advance", "push", "drive", "press", "converge"))


def _leaves_ground(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether what is left lies there: "left its last base in X"."""
    between = scene.words(trigger.stop, phrase.first - 1)
    return 0 < len(between) <= FARTHEST // 2 and between[-1] in GROUND_WORDS


_LEAVING_TYPES = frozenset({"departure", "withdrawal", "evacuation", "flight"})
_LEAVING = frozenset(stem_of(word) for word in entries_of("leaving_verbs"))


def is_under(scene: Scene, trigger: Trigger) -> bool:
    """Whether the trigger is a state that somebody is in: "came under heavy fire", "is in rebel hands"."""
    position = trigger.first - 1
    while position > scene.sentence.first and trigger.first - position < STATE and scene.parse.tags[position] in STATED:
        position -= 1
    return position > scene.sentence.first and scene.parse.tokens.lower[position] in {"under", "in", "into"}
