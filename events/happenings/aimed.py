"""Find at whom or what a verb is aimed where that is not simply its object: "opened fire on a bus"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.claim import Kind
from events.grammar.clause import Stretch
from events.grammar.phrase_over import is_time, phrase_with_of
from events.grammar.tag import Tag
from events.kind import Trigger

if TYPE_CHECKING:
    from events.scene import Scene


def past_measure(scene: Scene, position: int) -> int:
    """Return where a number begins behind "at least", "up to" and the like; the position itself where none does."""
    at = position
    while at < scene.sentence.stop and scene.parse.tokens.lower[at] in _ABOUT and at - position < _ABOUT_MOST:
        at += 1
    counted = at > position and at < scene.sentence.stop and scene.parse.tags[at] is Tag.NUMBER
    return at if counted else position


_ABOUT = frozenset(
    {"at", "least", "most", "up", "to", "more", "fewer", "than", "about", "around", "some", "nearly", "almost", "over"}
) | {"roughly", "approximately", "as", "many", "an", "estimated", "another"}
_ABOUT_MOST = 4
"""How many words of measure may stand before a number: "an estimated more than"."""


def rid_of(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return whom a place is rid of: "cleared the hills of rebels"."""
    lower = scene.parse.tokens.lower
    if lower[trigger.first] not in _RIDDING:
        return None
    stop = min(trigger.stop + 6, scene.sentence.stop)
    of = next((at for at in range(trigger.first + 1, stop) if lower[at] == "of"), None)
    return None if of is None else phrase_with_of(scene, of + 1)


_RIDDING = frozenset({"cleared", "clear", "clearing", "cleansed", "cleanse", "cleansing", "purged", "purge", "emptied"})


def taken_from(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return from whom ground was taken: "was retaken from the rebels by the army"."""
    if trigger.kind is not Kind.CONTROL or _word(scene, trigger.stop) != "from":
        return None
    return phrase_with_of(scene, trigger.stop + 1)


_AGAINST = frozenset({"on", "at", "against", "with", "upon"})


def aimed_at(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return what a preposition behind a blow says it is aimed at: "opened fire on a bus", "clashed with police"."""
    word = _word(scene, trigger.stop)
    if not (trigger.kind is Kind.ATTACK and word in _AGAINST) and not (
        trigger.kind is Kind.DIPLOMACY and word == "with"
    ):
        return None
    phrase = phrase_with_of(scene, trigger.stop + 1)
    if phrase is not None and is_time(scene, phrase) and _word(scene, phrase.stop) in _AGAINST:
        return phrase_with_of(scene, phrase.stop + 1)
    return phrase


def _word(scene: Scene, position: int) -> str:
    return scene.parse.tokens.lower[position] if position < scene.sentence.stop else ""
