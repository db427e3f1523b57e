"""Choose the kind of a happening by the people and places around its word."""

from __future__ import annotations

from collections.abc import Sequence

from events.claim import Actor, ActorRole, Kind, Role
from events.grammar.hanging import is_passive
from events.grammar.stem import stem_of
from events.grammar.subject import SEEING, subject_of
from events.grammar.tag import Tag
from events.happenings.armed import is_armed, is_civilian
from events.happenings.condition import armed_near, civilians_near
from events.happenings.private import is_private
from events.happenings.sequel import deed_before, goes_on
from events.kind import Trigger
from events.scene import Scene
from events.setting.placing import Placed
from texts.lexicon import entries_of, rows_of


def kind_of(
    scene: Scene,
    trigger: Trigger,
    placed: Sequence[Placed],
    actors: Sequence[Actor],
    *,
    fleeing: bool = False,
    deed: Kind | None = None,
) -> Kind:
    """Return the kind of a trigger among its people and places.

    Soldiers who flee retreat, civilians who leave or are taken somewhere are displaced, what is deployed in a place,
    not to it, is gathered there, and people without arms who march in a place demonstrate. `fleeing` says that the
    sentence before told of civilians on their way, which "they" and "others" go on with; `deed` is the kind of the
    blow or taking told last, which "X was next" goes on with.
    """
    if goes_on(trigger):
        return deed_before(scene, trigger, deed) or trigger.kind
    if trigger.kind is Kind.DISPLACEMENT and trigger.type == "flight":
        return Kind.MOVEMENT if armed_near(scene, trigger) and not civilians_near(scene, trigger) else trigger.kind
    if trigger.kind is Kind.DIPLOMACY and any("enemy" in it.text.lower().split() for it in actors):
        return Kind.ATTACK  # "the patrol met an enemy force"
    if trigger.type == "evacuation" and _leaves_base(scene, trigger, actors):
        return Kind.MOVEMENT
    if trigger.kind is Kind.CONTROL and stem_of(scene.parse.tokens.lower[trigger.first]) in _EXPELLING:
        targets = [actor.text for actor in actors if actor.role is ActorRole.TARGET]
        if any(is_civilian(text) or text.lower().split()[0] in _COUNTS for text in targets):
            return Kind.DISPLACEMENT
    return trigger.kind if trigger.kind is not Kind.MOVEMENT else _of_movement(scene, trigger, placed, actors, fleeing)


def _leaves_base(scene: Scene, trigger: Trigger, actors: Sequence[Actor]) -> bool:
    """Whether those who hold a post leave it: "the army evacuated its base in X"."""
    behind = scene.words(trigger.stop, min(trigger.stop + _BEHIND, scene.sentence.stop))
    return (
        not trigger.noun
        and not is_passive(scene, trigger)
        and not _BASES.isdisjoint(behind)
        and not any(actor.role is ActorRole.TARGET and is_civilian(actor.text) for actor in actors)
    )


_BEHIND = 4
_BASES = frozenset({"base", "bases", "barracks", "post", "posts", "outpost", "outposts", "garrison", "positions"})


def _of_movement(
    scene: Scene, trigger: Trigger, placed: Sequence[Placed], actors: Sequence[Actor], fleeing: bool
) -> Kind:
    spots = all(it.role is Role.AT for it in placed)
    if trigger.type == "dispatch" and spots:
        return Kind.BUILDUP
    armed = any(is_armed(word) for actor in actors for word in actor.text.lower().split())
    marches = stem_of(scene.parse.tokens.lower[trigger.first]) == "march"
    if marches and not armed and all(it.role in {Role.AT, Role.VIA} for it in placed):
        return Kind.STATEMENT
    if trigger.type in _CIVIL_MOVES and not armed:
        agents = [actor for actor in actors if actor.role is ActorRole.AGENT]
        left = trigger.type == "departure" and any(it.role is Role.FROM for it in placed)
        if (left or fleeing) and not trigger.noun and is_private(scene, trigger):
            return Kind.DISPLACEMENT
        goes_on = fleeing and not agents and not armed_near(scene, trigger) and _points_back(scene, trigger)
        if (
            goes_on
            or _is_gone(scene, trigger)
            or any(_is_civil(actor.text) for actor in actors)
            or _civil_subject(scene, trigger)
        ):
            return Kind.DISPLACEMENT
    carried = [actor for actor in actors if actor.role is ActorRole.TARGET]
    driven = is_passive(scene, trigger) and _civil_subject(scene, trigger)  # "patients were flown out by helicopter"
    driven = driven or _is_gone(scene, trigger)
    civil = any(_is_civil(it.text) or it.text.lower() in _PEOPLES for it in carried)
    if trigger.type == "dispatch" and (driven or (civil and not armed_near(scene, trigger))):
        return Kind.DISPLACEMENT
    return Kind.MOVEMENT


def _is_gone(scene: Scene, trigger: Trigger) -> bool:
    """Whether most people of a place leave, with nobody armed about: "most have left", "everybody is leaving"."""
    bussed = trigger.type == "dispatch" and is_passive(scene, trigger)
    if not (bussed or trigger.type in _CIVIL_MOVES) or trigger.noun or armed_near(scene, trigger):
        return False
    at = trigger.first - 1
    while at > scene.sentence.first and scene.parse.tags[at] in {Tag.AUXILIARY, Tag.ADVERB, Tag.PRESENT}:
        at -= 1
    word = scene.parse.tokens.lower[at]
    if word.replace(",", "").isdigit() and int(word.replace(",", "")) >= _CROWD:
        return True
    return trigger.type == "departure" and word in _MOST


_CROWD = 100
"""So many who cross or leave without a name are people in flight."""


_MOST = frozenset({"most", "many", "everyone", "everybody", "half", "thousands", "hundreds"})


def _points_back(scene: Scene, trigger: Trigger) -> bool:
    """Whether the subject of a verb is a pronoun, or a part of those told of before: "they left", "most went on"."""
    first = max(scene.clause_at(trigger.first).first, trigger.first - _CLOSE)
    pronoun = Tag.PRONOUN in scene.parse.tags[first : trigger.first]
    return pronoun or not _PARTS.isdisjoint(scene.words(first, trigger.first))


_PARTS = frozenset(
    {"most", "many", "some", "others", "all", "few", "several", "thousands", "hundreds", "dozens", "who"}
)


def _civil_subject(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words before a verb in its clause name people without arms: "a quarter of its people", "5,000 Xs"."""
    clause = scene.clause_at(trigger.first)
    words = scene.words(max(clause.first, trigger.first - _CLOSE), trigger.first)
    seen = max((at + 1 for at, word in enumerate(words) if word in SEEING), default=0)
    words = words[seen:]  # "residents saw | a convoy enter"
    subject = None if trigger.noun else subject_of(scene, trigger)
    if subject is not None and subject.stop <= clause.first:
        words = (*scene.words(subject.first, subject.stop), *words)
    if trigger.noun or any(is_armed(word) for word in words):
        return False
    counted = any(
        word in _PEOPLES and _is_count(words[at - 2 if words[at - 1 : at] == ("of",) and at > 1 else at - 1 : at])
        for at, word in enumerate(words)
    )
    return _is_civil(" ".join(words)) or counted


def _is_civil(words: str) -> bool:
    """Whether words name people without arms; of "men" alone nobody knows."""
    return is_civilian(" ".join(word for word in words.split() if word.lower() not in _MEN))


_MEN = frozenset({"man", "men"})


def _is_count(words: Sequence[str]) -> bool:
    return bool(words) and (words[0][0].isdigit() or words[0] in _COUNTS)


_EXPELLING = frozenset(map(stem_of, ("expel", "evict", "deport", "uproot", "drive", "chase", "hound")))
_CLOSE = 8
"""How many words before a verb its subject is looked for."""
_COUNTS = entries_of("count_words") | {"dozens", "scores", "tens"}
_PEOPLES = frozenset(f"{row[0].lower()}s" for row in rows_of("demonyms"))
_CIVIL_MOVES = frozenset({"crossing", "departure", "arrival", "travel", "entry", "advance"})
