"""Tell whether a place belongs to other words than a happening: to an origin, an office, a desk, an opinion."""

from __future__ import annotations

from events.claim import Kind
from events.grammar.passive import HAS
from events.grammar.stem import stem_of
from events.grammar.tag import VERBS, Tag
from events.happenings.armed import is_armed, is_civilian
from events.kind import Trigger
from events.scene import Scene, Site
from events.setting.doing import BE
from events.setting.party import is_state
from texts.lexicon import entries_of, rows_of

_WORDS: dict[str, frozenset[str]] = {
    sort: frozenset(stem_of(row[0]) for row in rows_of("verbs_beside") if row[1] == sort)
    for sort in ("opines", "origin")
}
OPINING = _WORDS["opines"]
"""Verbs of those who weigh what happened: "the raid highlights", "underscores", "complicates"."""
_ORIGIN = _WORDS["origin"]
"""Participles that tie a place to a person or a company: "born in", "listed in"."""
SPEAKERS = frozenset(
    {
        "correspondent", "correspondents", "reporter", "reporters", "diplomat", "diplomats", "spokesman", "spokeswoman",
        "spokesperson", "analyst", "analysts", "expert", "experts", "journalist", "journalists",
        "official", "officials", "delegate", "delegates", "ambassador", "ambassadors", "consul", "attaché", "attache",
        "envoy", "envoys", "negotiator", "negotiators", "mediator", "mediators", "court", "courts", "tribunal", "judge",
        "judges", "prosecutor", "prosecutors", "historian", "professor", "lecturer",
    }
)  # fmt: skip
"""Those whose place is where they speak or work, not where it happens."""
_SEATS = frozenset(
    {"office", "offices", "house", "address", "home", "branch", "headquarters", "flat", "villa", "account", "relatives"}
)
"""What somebody has in a place without anything happening there."""
_ROOTS = frozenset({"roots", "origins", "ancestry", "ancestors"})
"""What one has in the place that one is from."""


def belongs_elsewhere(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place hangs on a verb between it and the trigger that tells of no happening.

    "Listed in London, it struck a deal"; "the raid underscored the weakness of the state in the north".
    """
    phrase = site.phrase
    before = phrase.first - 1 - bool(phrase.preposition)
    if _is_home(scene, trigger, site) or _is_office(scene, trigger, site) or _is_aside(scene, trigger, site):
        return True
    if phrase.preposition in {"in", "at", "from", "of", "near", "for"} and before >= scene.sentence.first:
        words = scene.words(max(scene.sentence.first, before), before + 1)
        if words == ("up",):
            words = scene.words(max(scene.sentence.first, before - 1), before)  # "grew up in"
        if words and _is_of_origin(scene, before, words[0]) and not trigger.first <= before < trigger.stop:
            return True
        if words and before < trigger.first and _is_seat(scene, trigger, site, words[0]):
            return True
        had = not HAS.isdisjoint(scene.words(max(0, before - 4), before))
        if words and (words[0] in _ROOTS or (had and words[0] in _SEATS)):
            return True
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    nominal = trigger.noun or tags[trigger.first] in {Tag.NOUN, Tag.GERUND}
    if not nominal or site.first <= trigger.stop:
        return False
    return any(
        tags[i] in VERBS and tags[i] is not Tag.BASE and stem_of(lower[i]) in OPINING
        for i in range(trigger.stop, site.first)
    )


def _is_seat(scene: Scene, trigger: Trigger, site: Site, word: str) -> bool:
    """Whether a place is where those sit who speak or who rule a state: "the regime in X has bombed"."""
    if is_struck_down(scene, trigger):
        return False
    ruling = word in _RULERS and is_state(site) and trigger.kind not in {Kind.DIPLOMACY, Kind.STATEMENT}
    return ruling or word in SPEAKERS


_RULERS = entries_of("rulers")
"""Those who mean a whole state with the name of the country or capital in which they sit."""


def is_struck_down(scene: Scene, trigger: Trigger) -> bool:
    """Whether something is done to whoever stands before the trigger: "an official in X was shot"."""
    return not trigger.noun and not BE.isdisjoint(
        scene.words(max(scene.sentence.first, trigger.first - 3), trigger.first)
    )


def _is_home(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place says where the people before a blow are from: "militiamen from Misrata seized the airport"."""
    phrase = site.phrase
    if trigger.kind not in {Kind.ATTACK, Kind.CONTROL} or phrase.preposition != "from" or phrase.stop > trigger.first:
        return False
    before = scene.parse.tokens.lower[max(scene.sentence.first, phrase.first - 2)]
    return is_armed(before) or is_civilian(before)


def _is_of_origin(scene: Scene, position: int, word: str) -> bool:
    """Whether a word ties a place to where somebody is from: "based in X", but not "a base in X", "a wedding in X"."""
    noun = scene.parse.tags[position] in {Tag.NOUN, Tag.NAME} and not word.endswith("ed")
    return stem_of(word) in _ORIGIN and not noun


def _is_office(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place says of what somebody is the head who does a thing: "the bishop of X buried"."""
    before = site.first - 2
    if before < scene.sentence.first or site.stop > trigger.first or trigger.noun:
        return False
    head = scene.words(before, site.first)
    return head[1] == "of" and head[0] in _OFFICES and not is_struck_down(scene, trigger)


_OFFICES = entries_of("person_titles")


def _is_aside(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place stands in what is inserted about who does a thing: "men, who once ruled in X, killed"."""
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    if site.stop > trigger.first:
        return False
    opener = max((at for at in range(scene.sentence.first, site.first) if lower[at] in {"who", "whose"}), default=-1)
    if opener <= scene.sentence.first or tags[opener - 1] is not Tag.COMMA:
        return False
    return Tag.COMMA not in tags[opener : site.first] and Tag.COMMA in tags[site.stop : trigger.first]


def is_spoken_at(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place that opens the sentence is where somebody speaks: "In Rome, they condemned the attack on"."""
    opens = site.phrase.preposition in {"in", "at"} and site.phrase.first == scene.sentence.first + 1
    place = site.resolution.place
    ruled = place is not None and place.is_capital and trigger.noun
    if not opens or not (ruled or scene.words(site.stop, site.stop + 1) == (",",)):
        return False
    if ruled and any(stem_of(word) in _DENYING for word in scene.words(site.stop, scene.sentence.stop)):
        return True
    between = scene.words(site.stop, trigger.first)
    return any(stem_of(word) in _BLAMING for word in between)


_BLAMING = frozenset(
    stem_of(word) for word in ("condemn", "denounce", "deplore", "discuss", "debate", "decry", "criticise", "criticize")
)
"""Verbs of those who speak of what happened elsewhere."""
_DENYING = _BLAMING | {stem_of(word) for word in ("deny", "call", "hail", "welcome", "greet", "celebrate", "regard")}
"""The same, and those of what is said in a capital of a deed behind it: "in X the attack was called a provocation"."""
