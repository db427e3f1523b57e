"""Tell whether a state, alone or in a list of states, is the subject of a verb, and so means who rules it."""

from __future__ import annotations

from events.claim import Kind
from events.grammar.hanging import is_passive
from events.grammar.tag import FINITE, VERBS, Tag
from events.kind import Condition, Trigger
from events.scene import Scene, Site
from events.setting.doing import BE, does, is_done_to, is_prose
from events.setting.party import governor, is_state

_GOVERNING = VERBS | {Tag.PREPOSITION, Tag.TO}
"""Tags of words behind which a name is no subject."""
_RELATIVE = frozenset({"that", "who", "which"})
_POINTING = frozenset({"which", "whom"})
"""Words between a preposition and the subject of a clause: "the war in which X fought"."""
_DESCRIBED = 2
"""How many words of its phrase stand before a name that is not only added to another noun."""
_IF = frozenset({"if", "should", "unless", "whether", "that", "because", "lest"})
_DO = frozenset({"do", "does", "did"})
_LINKS = frozenset({",", "and", "or", "then"})


def start_of(scene: Scene, site: Site) -> int:
    """Return where a name begins with its article: "the UAE"."""
    return site.first - (site.first > scene.sentence.first and scene.parse.tokens.lower[site.first - 1] == "the")


def rules(scene: Scene, trigger: Trigger, site: Site) -> bool:  # noqa: PLR0911 - one line a construction
    """Whether a state is the subject of a verb: "after the raid X closed its embassy", "X, Y and Z intervened".

    Behind what is done to it ("who shelled X fled") or behind a preposition it is none. What stands alone at the head
    of a sentence is left to `acts`.
    """
    tags = scene.parse.tags
    links = listed(scene, site)
    if all(it.first != site.first for it in links) or links[-1].stop >= scene.sentence.stop:
        return False
    first, last = links[0], links[-1]
    # "in X, Y and Z fight": a preposition governs what opens the sentence and no more
    opens = start_of(scene, first) == scene.sentence.first or (len(links) > 1 and _is_behind_opening(scene, first))
    if _has_verb_form(scene, trigger, first, last):
        return True
    if opens and first is last:
        return False
    if not opens:
        told = _behind_opener(scene, trigger, first, last)
        if told is not None:
            return told
    position = last.stop
    if not opens and tags[position] is Tag.COMMA and tags[start_of(scene, first) - 1] is Tag.COMMA:
        position += 1  # "the aggressor, X, must"
    while position < scene.sentence.stop and tags[position] is Tag.ADVERB:
        position += 1
    if position >= scene.sentence.stop:
        return False
    lost = tags[position] is Tag.PARTICIPLE and start_of(scene, first) - first.phrase.first >= _DESCRIBED
    pointed = not opens and scene.parse.tokens.lower[start_of(scene, first) - 1] in _POINTING
    taken = (lost and position == last.stop) or (pointed and tags[position] is not Tag.COMMA)
    plural = tags[position] is Tag.BASE and len(links) > 1  # "X and Y fight each other"
    if tags[position] not in FINITE and not taken and not plural:  # "the men X lost in the fighting"
        return False
    done = trigger.first <= position < trigger.stop and is_done_to(scene, trigger, last) and not lost
    return not done and does(scene, position, trigger)


def _behind_opener(  # noqa: PLR0911 - one line a construction
    scene: Scene, trigger: Trigger, first: Site, last: Site
) -> bool | None:
    """Return whether the words before states make them a subject or none; None where the verb has to tell."""
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    start, position = start_of(scene, first), last.stop
    before = lower[start - 1]
    if before in BE and lower[position] in _RELATIVE:
        return lower[start - 2] == "it"  # "it was X that"
    if before == "them" and lower[start - 2] == "among" and position <= trigger.first:
        return trigger.noun or not is_passive(scene, trigger)  # "six states, among them X and Y, were drawn into"
    if before in _DO and position == trigger.first:
        return trigger.condition is not Condition.SUBJECT  # "why did X attack?"
    if before in _POINTING:
        return None
    if tags[start - 1] in _GOVERNING or (start - first.phrase.first < _DESCRIBED and governor(scene, first)):
        return False
    if before in _IF and position == trigger.first and (before == "should" or lower[position].endswith("s")):
        return tags[trigger.stop] not in FINITE  # "if X attacks," has the form of a noun
    return None


def listed(scene: Scene, site: Site) -> tuple[Site, ...]:
    """Return the states that stand in one list with a name, itself alone where it stands in none.

    What opens the sentence behind a preposition is no link: "In X, Y and Z have fought".
    """
    sites = scene.sites
    at = next((number for number, it in enumerate(sites) if it.first == site.first), None)
    if at is None:
        return (site,)
    first = last = at
    while first > 0 and is_state(sites[first - 1]) and _links(scene, sites[first - 1], sites[first]):
        first -= 1
    while last + 1 < len(sites) and is_state(sites[last + 1]) and _links(scene, sites[last], sites[last + 1]):
        last += 1
    if first == last:
        return (site,)
    joined = not {"and", "or", "then"}.isdisjoint(scene.words(sites[last - 1].stop, sites[last].first))
    if not joined and sites[first].first > scene.sentence.first:
        return (site,)  # "in X, Y has"
    opening = sites[first].phrase.preposition and sites[first].phrase.first == scene.sentence.first + 1
    return sites[first + bool(opening and last - first > 1) : last + 1]


def _is_behind_opening(scene: Scene, site: Site) -> bool:
    """Whether the name before, with a comma between, opens the sentence behind a preposition."""
    before = next((it for it in scene.sites if it.stop == start_of(scene, site) - 1), None)
    if before is None or scene.parse.tags[before.stop] is not Tag.COMMA:
        return False
    return bool(before.phrase.preposition) and before.phrase.first == scene.sentence.first + 1


def _links(scene: Scene, one: Site, other: Site) -> bool:
    """Whether nothing but a comma, "and" or "or", and an article stands between two names."""
    between = scene.words(one.stop, other.first)
    bare = between[:-1] if between[-1:] == ("the",) else between
    return 0 < len(bare) <= 2 and all(word in _LINKS for word in bare)


def _has_verb_form(scene: Scene, trigger: Trigger, first: Site, last: Site) -> bool:
    """Whether a word that has the form of a noun is the verb of its clause: "X fights in the east"."""
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    if last.stop != trigger.first or trigger.stop - trigger.first > 1 or tags[trigger.first] is not Tag.NOUN:
        return False
    if tags[start_of(scene, first) - 1] in _GOVERNING and start_of(scene, first) > scene.sentence.first:
        return False  # "in X protests go on"
    described = first.phrase.first not in {first.first, start_of(scene, first)}
    if described and tags[start_of(scene, first) - 1] is not Tag.NOUN:  # "in this war X and Y fight"
        return False
    if lower[trigger.first].endswith("s") != (first is last) or not is_prose(scene):
        return False
    for at in range(trigger.stop, scene.sentence.stop):
        if tags[at] in FINITE:
            return False
        if tags[at] in {Tag.COMMA, Tag.COLON}:
            break
    return True


def is_of_sides(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether states behind "of" are who fights, or before it who is accused: "the clashes of X and Y in Z"."""
    if not is_state(site):
        return False
    if site.stop <= trigger.first:
        return scene.words(site.stop, site.stop + 1) == ("of",)
    return trigger.type == "battle" and len(listed(scene, site)) > 1


def only_describes(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether states, alone or in a list, only say whose people are meant: "hostile to X and Y", "troops from X"."""
    if trigger.kind not in {Kind.ATTACK, Kind.CONTROL} or not is_state(site):
        return False
    first = listed(scene, site)[0]
    before = scene.words(first.phrase.first - 2, first.phrase.first)
    if len(before) < _DESCRIBED or (before[1] == "in" and trigger.kind is not Kind.ATTACK):
        return False  # "the regime in X was overthrown"
    return before[0] in _WHOSE.get(before[1], ())


_WHOSE = {
    "to": frozenset({"hostile", "opposed", "loyal", "allied", "sympathetic", "friendly", "linked", "beholden"}),
    "from": frozenset({"troops", "soldiers", "groups", "militias", "peacekeepers", "mercenaries", "weapons", "arms"})
    | {"support", "backing", "help", "officers", "fighters", "rebels"},
    "in": frozenset({"governments", "government", "regimes", "regime", "rulers"}),
}
"""Words before a preposition and a state whose people or rulers they are."""
