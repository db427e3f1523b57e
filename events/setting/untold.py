"""Tell the role of a place that goes without saying: "nine were killed", "the men had left", "in X, most have left"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.claim import Kind, Role
from events.grammar.hanging import is_passive
from events.grammar.stem import stem_of
from events.grammar.tag import Tag
from events.happenings.condition import is_done_to_ground
from events.kind import Condition, Trigger
from events.scene import Scene, Site
from events.setting.memory import TELLING
from events.setting.placing import Placed
from texts.lexicon import rows_of


def role_untold(scene: Scene, trigger: Trigger) -> Role | None:
    """Return the role of a place that goes without saying: "nine were killed", "the men had left"; None for none."""
    if trigger.kind in TELLING:
        return Role.AT if trigger.condition in _FREE or _goes_on(scene, trigger) else None
    if trigger.noun or not _ends(scene, trigger):
        return None
    words = _stems(scene, trigger)
    return Role.FROM if words in _GOING else Role.TO if words in _COMING else None


def is_going(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb tells that somebody leaves or is taken away: "fled towards the coast", "were flown out"."""
    if _stems(scene, trigger) in _GOING - _VAGUE:
        return True
    behind = scene.words(trigger.stop - 1, trigger.stop + 1)
    return trigger.type in _TAKING and not _AWAY.isdisjoint(behind) and is_passive(scene, trigger)


_VAGUE = frozenset({stem_of("leave"), stem_of("depart")})
"""Verbs that tell of no flight where something follows: "the shell left a crater"."""
_TAKING = frozenset({"dispatch", "evacuation"})
_AWAY = frozenset({"out", "away", "off"})


def _stems(scene: Scene, trigger: Trigger) -> str:
    return " ".join(map(stem_of, scene.words(trigger.first, trigger.stop)))


def left_or_reached(scene: Scene, trigger: Trigger, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Return the places before a verb that says no other as its way: "in X, most have left", "X's people have fled"."""
    role = None if trigger.kind in TELLING else role_untold(scene, trigger)
    if (
        role is None
        or follows_talks(scene, trigger)
        or not all(it.role is Role.AT and _is_whose(scene, trigger, it.site) for it in placed)
    ):
        return ()
    return tuple(replace(it, role=role) for it in placed)


def follows_talks(scene: Scene, trigger: Trigger) -> bool:
    """Whether talks are told before in the sentence: who is told to leave is not where ministers meet."""
    return any(it.kind is Kind.DIPLOMACY and it.stop <= trigger.first for it in scene.triggers)


def _is_whose(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place before a verb says where or whose those are who go."""
    if site.stop > trigger.first or site.phrase.preposition not in {"", "in", "at", "of"}:
        return False
    if site.phrase.preposition or scene.parse.tags[site.stop] is Tag.GENITIVE:
        return True
    return site.first > scene.sentence.first and scene.parse.tokens.lower[site.first - 1] == "of"


def _goes_on(scene: Scene, trigger: Trigger) -> bool:
    """Whether a fight or a taking that wants a place needs none of its own in the next breath."""
    if trigger.condition is Condition.OBJECT:
        return is_done_to_ground(scene, trigger)
    if trigger.condition is Condition.SPOT:
        return trigger.type == "siege"  # "nobody can leave"
    return trigger.condition is Condition.PLACE and trigger.kind is Kind.ATTACK and trigger.type in _FIGHTS


_FIGHTS = frozenset({"battle", "killing"})
_FREE = frozenset({Condition.NONE, Condition.FORCE, Condition.WEAPON})
_GOING = frozenset(" ".join(map(stem_of, row[0].split())) for row in rows_of("untold_moves") if row[1] == "from")
_COMING = frozenset(" ".join(map(stem_of, row[0].split())) for row in rows_of("untold_moves") if row[1] == "to")


def _ends(scene: Scene, trigger: Trigger) -> bool:
    """Whether nothing stands behind a verb that it could be done to or lead to."""
    tags = scene.parse.tags
    position = trigger.stop
    while position < scene.sentence.stop and tags[position] in {Tag.ADVERB, Tag.PARTICLE}:
        position += 1
    if position >= scene.sentence.stop or tags[position] in _ENDING:
        return True
    times = (scene.parse.tokens.inside(timex.span) for timex in scene.timexes)
    return scene.parse.tokens.lower[position] in _AFTERWARDS or any(position in held for held in times)


_ENDING = frozenset({Tag.STOP, Tag.COMMA, Tag.COLON, Tag.CONJUNCTION, Tag.MARK, Tag.BRACKET, Tag.QUOTE})
_AFTERWARDS = frozenset({"on", "before", "after", "without", "by", "in", "at", "during", "when", "as", "with"})
