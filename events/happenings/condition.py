"""Tell whether a word that may name a happening has around it what it needs to name one."""

from __future__ import annotations

from collections.abc import Sequence

from events.claim import Kind
from events.grammar.hanging import follows_of, is_at_subject, is_object, is_passive, is_subject
from events.grammar.passive import is_bare
from events.grammar.stem import stem_of
from events.grammar.subject import subject_of, subjects_of
from events.happenings.armed import CIVILIANS, is_armed
from events.happenings.sequel import deed_before
from events.kind import Condition, Trigger, is_fired
from events.scene import Scene, Site
from texts.lexicon import entries_of, rows_of

ANYWHERE = frozenset({Condition.FORCE, Condition.OBJECT_FORCE, Condition.CIVILIANS, Condition.AID})
"""Conditions that no place has a part in."""
REACH = 14
"""How many words on each side of a trigger are searched for armed people, civilians or goods."""
_AGENCIES = frozenset(stem_of(word) for word in entries_of("aid_agencies"))
_GOODS = frozenset(stem_of(word) for word in entries_of("aid_goods"))


def is_met(  # noqa: C901, PLR0911, PLR0912 - one line a condition
    scene: Scene, trigger: Trigger, placed: Sequence[tuple[Site, str]], *, at_war: bool = False
) -> bool:
    """Whether the condition of a trigger holds.

    `placed` are its places with their roles; `at_war` says that the sentences right before tell of a fight.
    """
    match trigger.condition:
        case Condition.NONE | Condition.WEAPON:
            return True
        case Condition.FORCE if trigger.type == "stationing" and _is_of_desks(scene, trigger):
            return False
        case Condition.FORCE:
            return (
                armed_near(scene, trigger)
                or _is_for_attack(scene, trigger)
                or _is_fired_on(scene, trigger)
                or is_struck(scene, trigger, placed, at_war=at_war)
            )
        case Condition.OBJECT_FORCE:
            return any(
                is_armed(word) or word.startswith(("defence", "defense", "position", "presence"))
                for word in scene.words(trigger.stop, min(trigger.stop + 6, scene.sentence.stop))
            )
        case Condition.CIVILIANS:
            return civilians_near(scene, trigger)
        case Condition.AID:
            return _near(scene, trigger, _GOODS)
        case Condition.PLACE | Condition.STATE | Condition.SPOT | Condition.WITHIN | Condition.AMID:
            return bool(placed)
        case Condition.FORCE_SPOT | Condition.FORCE_PLACE:
            return bool(placed) and (at_war or armed_near(scene, trigger))
        case Condition.AFTER:
            return bool(placed) and (at_war or deed_before(scene, trigger, None) is not None)
        case Condition.AGENCY:
            return bool(placed) and _near(scene, trigger, _AGENCIES)
        case Condition.DIRECTION:
            if _tells_origin(scene, trigger, placed):
                return False
            # armed people who move about a place are worth telling, others are not
            if any(role != "at" for _, role in placed):
                return True
            ordered = stem_of(scene.parse.tokens.lower[trigger.first]) == _ORDERING
            return bool(placed) and not ordered and armed_near(scene, trigger)
        case Condition.OBJECT:
            if trigger.type == "closure" and any(is_at_subject(scene, trigger, site.phrase) for site, _ in placed):
                return True
            return bool(placed) and (
                any(is_object(scene, trigger, site.phrase) for site, _ in placed) or is_done_to_ground(scene, trigger)
            )
        case Condition.SUBJECT:
            return any(
                is_object(scene, trigger, site.phrase)
                or is_subject(scene, trigger, site.phrase)
                or is_at_subject(scene, trigger, site.phrase)
                for site, _ in placed
            )
        case Condition.OF:
            return any(
                follows_of(trigger, site.phrase) or is_subject(scene, trigger, site.phrase) for site, _ in placed
            )


def _is_of_desks(scene: Scene, trigger: Trigger) -> bool:
    """Whether those who are based somewhere are no armed body: "the Observatory, which is based in X"."""
    held = {word for it in subjects_of(scene, trigger) for word in scene.words(it.first, it.stop)}
    return not _DESKS.isdisjoint(held) and not any(map(is_armed, held))


_DESKS = frozenset(
    {
        "observatory", "agency", "network", "organisation", "organization", "charity", "monitor", "watchdog", "company",
        "firm", "channel", "newspaper", "magazine", "station", "institute", "bank", "university", "site", "website",
        "foundation", "ngo", "centre", "center", "committee", "association",
    }
)  # fmt: skip
"""Bodies that have an address and no post."""


def _tells_origin(scene: Scene, trigger: Trigger, placed: Sequence[tuple[Site, str]]) -> bool:
    """Whether "comes from X", in the present and with no goal, says where somebody is at home."""
    if scene.parse.tokens.lower[trigger.first] not in {"come", "comes"} or scene.parse.codes[trigger.first] != "z":
        return False
    return all(role == "from" for _, role in placed)


_ORDERING = stem_of("order")
"""Who orders something in a place sends nobody there."""


def is_hopeless(scene: Scene, trigger: Trigger, *, at_war: bool) -> bool:
    """Whether no place at all could make the condition of a trigger hold."""
    if trigger.condition not in ANYWHERE or is_met(scene, trigger, (), at_war=at_war):
        return False
    return trigger.condition is not Condition.FORCE or not is_passive(scene, trigger)


def _is_for_attack(scene: Scene, trigger: Trigger) -> bool:
    """Whether those who gather do so to strike: "is massing near X for an attack on Y"."""
    if trigger.kind is not Kind.BUILDUP:
        return False
    following = scene.words(trigger.stop, min(trigger.stop + REACH, scene.sentence.stop))
    return any(
        one in {"for", "to"} and not _STRIKES.isdisjoint(following[at + 1 : at + 4]) for at, one in enumerate(following)
    )


_STRIKES = frozenset({"attack", "assault", "offensive", "raid", "push", "storm", "strike", "invade", "counter-attack"})


def is_struck(scene: Scene, trigger: Trigger, placed: Sequence[tuple[Site, str]], *, at_war: bool) -> bool:
    """Whether what is hit or burnt without a weapon in sight was so in a fight: the place itself, or amid one."""
    if trigger.kind is not Kind.ATTACK or trigger.type not in _STRIKING or _near(scene, trigger, _NATURE):
        return False
    if at_war and not trigger.noun:
        return True
    if not is_passive(scene, trigger) and not is_bare(scene, trigger):
        return _is_theirs(scene, trigger) and is_done_to_ground(scene, trigger)
    return any(is_subject(scene, trigger, site.phrase) for site, _ in placed) or is_done_to_ground(scene, trigger)


def _is_theirs(scene: Scene, trigger: Trigger) -> bool:
    """Whether "they" hit what is held: "they hit the airport again"; "they hit the road" travel, and are left out."""
    before = scene.words(max(scene.sentence.first, trigger.first - 2), trigger.first)
    behind = scene.words(trigger.stop, min(trigger.stop + 3, scene.sentence.stop))
    return "they" in before and behind[:1] == ("the",) and _WAY_STEMS.isdisjoint(map(stem_of, behind))


_WAY_STEMS = frozenset(
    stem_of(word) for word in ("road", "street", "highway", "track", "beach", "town", "city", "market")
)
_STRIKING = frozenset({"assault", "killing"})


def is_done_to_ground(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb is done to something that is held or passed: "took a base in X", "the road is cut at X"."""
    sites = _THINGS if trigger.kind is Kind.ATTACK else _WAYS if trigger.type in _OF_WAYS else _STRONGPOINTS
    subject = subject_of(scene, trigger) if is_passive(scene, trigger) or is_bare(scene, trigger) else None
    if subject is not None and not sites.isdisjoint(map(stem_of, scene.words(subject.first, subject.stop))):
        return True
    return any(
        stem_of(scene.parse.tokens.lower[phrase.head]) in sites and is_object(scene, trigger, phrase)
        for phrase in scene.phrases
        if abs(phrase.head - trigger.first) <= REACH
    )


_OF_WAYS = frozenset({"siege", "closure"})
_WAYS = frozenset(stem_of(row[0]) for row in rows_of("strongpoints") if row[1] == "way")
_STRONGPOINTS = _WAYS | frozenset(stem_of(row[0]) for row in rows_of("strongpoints") if row[1] == "spot")
_THINGS = frozenset(stem_of(row[0]) for row in rows_of("strongpoints"))
_NATURE = frozenset(stem_of(word) for word in entries_of("natural_causes"))


def _is_fired_on(scene: Scene, trigger: Trigger) -> bool:
    """Whether what strikes is something fired: "not a single shell hit the school"."""
    if trigger.kind is not Kind.ATTACK or trigger.noun:
        return False
    subject = subject_of(scene, trigger)
    if subject is None or _near(scene, trigger, _NATURE):
        return False
    return is_fired(scene.words(subject.stop - 1, subject.stop)) or any(
        it.noun and it.type in _FROM_AFAR and it.stop == subject.stop and it.stop - it.first > 1
        for it in scene.triggers
    )


_FROM_AFAR = frozenset({"airstrike", "shelling", "bombing"})
"""Types of blows of more than one word that strike: "air strikes hit Goma"."""


def armed_near(scene: Scene, trigger: Trigger) -> bool:
    """Whether armed people or their things stand near a trigger."""
    first, stop = _window(scene, trigger)
    return any(is_armed(word) for word in scene.words(first, stop))


def civilians_near(scene: Scene, trigger: Trigger) -> bool:
    """Whether people without arms stand near a trigger."""
    return _near(scene, trigger, CIVILIANS)


def _near(scene: Scene, trigger: Trigger, stems: frozenset[str]) -> bool:
    first, stop = _window(scene, trigger)
    words = scene.words(first, trigger.first) + scene.words(trigger.stop, stop)
    return any(stem_of(word) in stems for word in words)


def _window(scene: Scene, trigger: Trigger) -> tuple[int, int]:
    return max(scene.sentence.first, trigger.first - REACH), min(scene.sentence.stop, trigger.stop + REACH)
