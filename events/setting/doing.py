"""Tell whether a verb behind a place name is its deed, or what is done to it or goes on there."""

from __future__ import annotations

from events.claim import Kind
from events.grammar.clause import Stretch
from events.grammar.hanging import has_no_object
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, VERBS, Tag
from events.kind import Condition, Trigger
from events.scene import Scene, Site
from events.setting.party import is_capital
from texts.lexicon import rows_of

BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "get", "gets", "got"})
"""Words behind which a participle tells what is done to its subject."""
_WORDS: dict[str, frozenset[str]] = {
    sort: frozenset(stem_of(row[0]) for row in rows_of("verbs_beside") if row[1] == sort)
    for sort in ("suffers", "rests", "alone", "strikes", "engaged")
}
SUFFERING = _WORDS["suffers"]
"""Verbs of which a place is the subject where what follows happens there: "Mosul saw heavy fighting"."""
_RESTING = SUFFERING | _WORDS["rests"]
"""The same, and those of which a place is the subject without doing anything: "Mosul stands"."""
_COUNTRY = 6
"""UCDP's precision of a whole country."""
_ENDS = frozenset({".", "!", "?"})
_OPENERS = frozenset(
    {"if", "while", "when", "after", "before", "until", "because", "as", "since", "although", "though", "that", "once"}
) | {"whether", "unless", "whenever", "wherever", "why", "how"}
"""Words that open a clause of running text."""


def does(scene: Scene, position: int, trigger: Trigger) -> bool:
    """Whether the verb group that begins at a position is active, and no verb of suffering or being."""
    group = Stretch(first=position, stop=min(position + 5, scene.sentence.stop))
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    last = position
    for i in range(group.first, group.stop):
        if tags[i] not in FINITE | VERBS | {Tag.ADVERB} and lower[i] not in {"to", "not"}:
            break
        if i > position and tags[i] in FINITE and tags[last] in VERBS and lower[last] not in BE:
            break  # "the war in which X fought was long"
        if tags[i] in FINITE | VERBS:
            last = i
    if stem_of(lower[last]) in _WORDS["engaged"] and lower[last] != lower[position]:
        return True  # "X is involved in the fighting"
    if lower[last] in BE or (not BE.isdisjoint(lower[position:last]) and tags[last] is not Tag.GERUND):
        return False
    if trigger.first <= last < trigger.stop and trigger.condition is Condition.SUBJECT:
        return False
    return stem_of(lower[last]) not in _RESTING


def is_done_to(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place is what the verb behind it is done to or what takes people in: "X liberated", "X hosts 300"."""
    if trigger.type == "refuge":
        return True
    ground = site.resolution.ground
    spot = ground is not None and ground.ucdp_precision < _COUNTRY and trigger.first == site.stop
    if trigger.kind not in {Kind.ATTACK, Kind.CONTROL} or not spot or not has_no_object(scene, trigger):
        return False
    if scene.words(trigger.stop, trigger.stop + 1) == ("of",):
        return False  # "X lost control of Y"
    return stem_of(scene.parse.tokens.lower[trigger.first]) not in _WORDS["alone"] and not _strikes(
        scene, trigger, site
    )


def _strikes(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a capital does what a bare verb says: "Kigali struck first." is no headline like "Kabul bombed"."""
    behind = scene.words(trigger.stop, trigger.stop + 1)
    if not is_capital(site) or not is_prose(scene) or behind == ("by",):
        return False
    if stem_of(scene.parse.tokens.lower[trigger.first]) in _WORDS["strikes"] or behind == ("back",):
        return True
    return site.first > scene.sentence.first and scene.parse.tokens.lower[site.first - 1] in _OPENERS


def is_prose(scene: Scene) -> bool:
    """Whether a sentence ends as those of running text do, which do without no helping verb."""
    return scene.parse.tokens.lower[scene.sentence.stop - 1] in _ENDS
