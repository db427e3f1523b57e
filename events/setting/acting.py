"""Tell whether a place name acts in its sentence, as a government or a team does, or belongs to other words."""

from __future__ import annotations

from events.claim import Kind
from events.grammar.hanging import has_no_object, is_passive
from events.grammar.passive import HAS
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, VERBS, Tag
from events.kind import Trigger
from events.scene import Scene, Site
from events.setting.doing import BE, SUFFERING, does, is_done_to
from events.setting.party import is_state
from events.setting.ruling import rules, start_of

_UNDER = frozenset(stem_of(word) for word in ("come", "remain", "stay", "fall"))
"""Verbs that tell what a place goes through only with "under" behind them."""
_SUFFERERS = frozenset({"target", "targets", "scene", "victim", "site", "focus", "epicentre", "epicenter", "object"})
"""What a place is of what happens there: "Mosul has been the scene of clashes"."""
_APART = frozenset({"after", "before", "since", "from", "about", "as", "and", "but", ",", "by", "with", "for"})
"""Words behind which a trigger is no longer what a place goes through: "came from the fighting"."""
_NEAR = 8
"""How many words may lie between a verb of suffering and what is suffered."""
_LONGEST = 12
"""No words inserted behind a name are followed further than this."""


def acts(scene: Scene, trigger: Trigger, site: Site) -> bool:  # noqa: PLR0911 - one line a construction
    """Whether a name before a trigger is the subject of a verb of doing: "Ankara sent", "Kenya has stepped up".

    What is done to it ("Goma was shelled"), what it goes through ("Goma saw clashes") and what it is do not count.
    """
    if is_state(site) and rules(scene, trigger, site):
        return True
    if site.phrase.chain or site.phrase.first != site.first:
        return False
    before = scene.parse.tags[site.first - 1] if site.first > scene.sentence.first else Tag.STOP
    if before is Tag.MODAL:
        return BE.isdisjoint(scene.words(site.stop, site.stop + 1))  # "nor will London", not "should Goma be attacked"
    if before in VERBS and scene.words(site.stop, trigger.first) == ("to",):
        return True  # "prompted Ankara to send"
    if site.stop > trigger.first:
        return False
    position = _verb_behind(scene, site.stop, trigger.first)
    if position is None or (trigger.first - position < _GROUP and is_done_to(scene, trigger, site)):
        return False
    return not (trigger.first <= position < trigger.stop and _is_passive(scene, position, trigger)) and does(
        scene, position, trigger
    )


_GROUP = 4
"""A verb group has at most this many words: "has already taken in"."""


def opens_clause(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a name behind a verb is the subject of another one: "sent men to X, and Ankara did so too".

    In "fighting in X and Y has killed" no verb stands before the names, which are links of one list.
    """
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    start = start_of(scene, site) if is_state(site) else site.first
    if start <= trigger.stop or lower[start - 1] not in _OPENERS | {"then"}:
        return False
    if _is_gapped(scene, trigger, site) or _is_told_of(scene, site):
        return True
    stop = site.stop
    for other in scene.sites:
        if 0 < other.first - stop <= 2 and all(word in _OPENERS for word in scene.words(stop, other.first)):
            stop = other.stop
    headed = lower[scene.sentence.first] in _SUBORDINATING
    if is_state(site) and tags[scene.sentence.first] is Tag.PREPOSITION:  # "with the attack on X, Ankara has"
        headed |= stop == site.stop or all(it.stop != start - 1 for it in scene.sites)
    parted = (headed and lower[start - 1] == ",") or lower[start - 1] == ";"
    if trigger.noun and not parted and not any(tag in FINITE for tag in tags[trigger.stop : start]):
        return False
    return stop < scene.sentence.stop and tags[stop] in FINITE


def _is_gapped(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a state is the subject of a verb that is not said again: "X fights in the east, Y in the north"."""
    start = start_of(scene, site)
    then = scene.words(start - 2, start) == (",", "then") and scene.words(trigger.stop, trigger.stop + 1) == (",",)
    if not is_state(site) or site.stop >= scene.sentence.stop:
        return False
    gapped = then or (scene.words(start - 1, start) == (",",) and scene.parse.tags[site.stop] is Tag.PREPOSITION)
    before = next((it for it in scene.sites if it.stop == trigger.first), None)
    return gapped and before is not None and acts(scene, trigger, before)


def _is_told_of(scene: Scene, site: Site) -> bool:
    """Whether a state is apart from the towns before it: "fought in X, and Iran, whose jets"."""
    start = start_of(scene, site)
    if scene.words(site.stop, site.stop + 2) != (",", "whose") or scene.words(start - 2, start) != (",", "and"):
        return False
    return is_state(site) and any(it.stop == start - 2 and not is_state(it) for it in scene.sites)


_SUBORDINATING = frozenset({"if", "when", "after", "as", "while", "once", "should", "unless", "although", "though"})
_OPENERS = frozenset({",", ";", "and", "but", "or", "while"})
"""What may stand before the subject of a further clause, and between the links of a list."""


def owns(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a name before the ending 's is that of who does a thing: "Moscow's invasion", not "Kabul's fall"."""
    if not (trigger.noun or scene.parse.tags[trigger.first] is Tag.NOUN):
        return False
    if site.stop >= trigger.first or scene.parse.tags[site.stop] is not Tag.GENITIVE or trigger.first > site.stop + 5:
        return False
    between = scene.parse.tags[site.stop + 1 : trigger.first]
    if any(tag not in {Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.PARTICIPLE} for tag in between):
        return False
    if trigger.kind is Kind.CONTROL:
        ground = site.resolution.ground
        return ground is not None and ground.ucdp_precision >= _COUNTRY and trigger.type != "loss"
    return trigger.kind is not Kind.DISPLACEMENT


_COUNTRY = 6
"""UCDP's precision of a whole country."""


def suffers(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a name is the subject of a verb of suffering right before the trigger: "Mosul saw clashes"."""
    if site.phrase.chain or site.stop > trigger.first:
        return False
    position = _verb_behind(scene, max(site.stop, site.phrase.stop), trigger.first)
    if position is None or trigger.first - position > _NEAR:
        return False
    lower, tags = scene.parse.tokens.lower, scene.parse.tags
    verbs = [i for i in range(position, trigger.first) if tags[i] in FINITE | VERBS and lower[i] not in HAS]
    behind = scene.words(verbs[-1] + 1, trigger.first) if verbs else ()
    if verbs and lower[verbs[-1]] in BE and not _SUFFERERS.isdisjoint(behind):
        return True
    if not verbs or stem_of(lower[verbs[-1]]) not in SUFFERING or not _APART.isdisjoint(behind):
        return False
    return stem_of(lower[verbs[-1]]) not in _UNDER or "under" in (*behind, lower[trigger.first])


def _verb_behind(scene: Scene, first: int, last: int) -> int | None:
    """Return the first verb with a tense that stands right behind a name, or behind what is inserted after it."""
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    position = first
    if position < last and tags[position] is Tag.COMMA:
        close = next((i for i in range(position + 1, min(position + _LONGEST, last)) if tags[i] is Tag.COMMA), None)
        if position + 1 < last and lower[position + 1] in {"which", "who"}:
            position = _past_time(scene, position + 2)
        elif close is not None:
            position = close + 1
        else:
            return None
    while position <= last and tags[position] in {Tag.ADVERB, Tag.COMMA}:
        position += 1
    return position if position <= last and tags[position] in FINITE else None


def _past_time(scene: Scene, position: int) -> int:
    """Return where words of time that begin at or right behind a position end."""
    for timex in scene.timexes:
        held = scene.parse.tokens.inside(timex.span)
        if held and position <= held.start <= position + 1:
            return held.stop
    return position


def _is_passive(scene: Scene, position: int, trigger: Trigger) -> bool:
    return not BE.isdisjoint(scene.parse.tokens.lower[position : trigger.first])


def shuts_own(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a country shuts or opens what is its own: "Chad has closed its border with Sudan"."""
    if trigger.type != "closure" or site.stop > trigger.first:
        return False
    behind = scene.words(trigger.stop, min(trigger.stop + _OWN, scene.sentence.stop))
    return "its" in behind and not _EDGES.isdisjoint(behind)


_OWN = 7
"""How many words behind a verb of shutting its object has at most."""
_EDGES = frozenset(
    {"border", "borders", "frontier", "frontiers", "airspace", "crossing", "crossings", "ports", "skies"}
)


def shuts_another(scene: Scene, trigger: Trigger) -> bool:
    """Whether who shuts does so to something that is not theirs: "X has shut nothing", "X closed the crossing"."""
    if is_passive(scene, trigger) or has_no_object(scene, trigger):
        return False
    tags = frozenset(scene.parse.tags[trigger.stop : trigger.stop + 1])
    return not tags.isdisjoint({Tag.NOUN, Tag.PRONOUN, Tag.DETERMINER, Tag.NAME})
