"""Tell a state that is a party to what happens from one on whose ground it happens."""

from __future__ import annotations

from events.claim import Kind
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, VERBS, Tag
from events.kind import Trigger
from events.scene import Scene, Site
from events.setting.unlisted import is_unlisted
from texts.lexicon import entries_of, rows_of

_STATES = ("PCL", "PPLC")
"""How the codes of countries and capitals begin."""
_GROUNDED = frozenset(
    {
        "in", "near", "inside", "across", "around", "outside", "over", "along", "throughout", "into", "to", "from",
        "through", "via", "towards", "toward", "within", "onto", "out-of", "beyond", "off", "beside", "behind", "past",
        "ahead-of", "where", "of", "including",
    }
)  # fmt: skip
"""Prepositions of what has ground."""
_AIMED = frozenset({"on", "at", "against", "upon", "for"})
"""Prepositions of what is struck, and as well of who is blamed, called upon or fought for."""
_WORDS: dict[str, frozenset[str]] = {
    sort: frozenset(stem_of(row[0]) for row in rows_of("party_words") if row[1] == sort)
    for sort in ("fights", "thrown")
}
_DESCRIBING = frozenset({Tag.ADJECTIVE, Tag.ADVERB, Tag.DETERMINER, Tag.OWN})
_DESCRIBED = entries_of("place_adverbs") | {"both", "either", "more", "than", "and"}
_FAR = 3
"""Words that may describe a state between it and its preposition: "in the far north of", "in both X and"."""


def is_state(site: Site) -> bool:
    """Whether a name is that of a country or of a capital, which may stand for those who rule it."""
    place = site.resolution.place
    return place is not None and place.feature_code.startswith(_STATES) and not is_unlisted(site.resolution)


def is_capital(site: Site) -> bool:
    """Whether a name is that of a capital."""
    place = site.resolution.place
    return place is not None and place.is_capital


def is_party(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a state stands where no ground is meant: behind "by", "with" or "between", or as who acts.

    What is taken or struck is its object: "attacked X", "the war on X"; what belongs to another word is not: "blamed
    the war on X".
    """
    if trigger.kind not in _DEEDS or not is_state(site) or _lends_ground(scene, site):
        return False
    if is_fought(scene, trigger, site) or _is_beneficiary(scene, trigger, site):
        return True
    preposition = governor(scene, site)
    grounded = preposition in _GROUNDED or (preposition == "at" and is_capital(site))
    named = trigger.kind is Kind.DIPLOMACY and (preposition or site.phrase.first <= trigger.first < site.phrase.stop)
    if grounded or named or site.example_of is not None or (preposition == "between" and trigger.kind in _WAYS):
        return False
    if preposition in _AIMED:
        return not is_struck(scene, trigger, site)
    if preposition:
        return True
    near = 0 <= site.phrase.first - trigger.stop <= _FAR
    named = scene.words(site.phrase.first - 2, site.phrase.first) == ("capital", ",")
    between = () if named else scene.parse.tags[trigger.stop : site.phrase.first]  # "captured the capital, X"
    return trigger.noun or not near or any(tag in _APART for tag in between)


def _is_beneficiary(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a state is who is spoken to, armed or put under sanctions: "must talk to X", "armed X"."""
    preposition = governor(scene, site)
    if trigger.kind is Kind.DIPLOMACY:
        return site.first >= trigger.stop and preposition in {"to", "on", "against", "upon"}
    if trigger.kind is Kind.SUPPORT:
        return not preposition and not trigger.noun and site.phrase.first == trigger.stop
    return (
        trigger.kind is Kind.CONTROL and preposition == "on" and "embargo" in scene.words(trigger.first, trigger.stop)
    )


_APART = FINITE | VERBS | {Tag.COMMA, Tag.COLON, Tag.BRACKET}
"""What parts a state from a verb that it is not the object of: "those who attacked, X and Y, were named"."""
_WAYS = frozenset({Kind.MOVEMENT, Kind.DISPLACEMENT})
_DEEDS = frozenset(
    {Kind.ATTACK, Kind.CONTROL, Kind.MOVEMENT, Kind.BUILDUP, Kind.DISPLACEMENT, Kind.DIPLOMACY, Kind.SUPPORT}
)


def _lends_ground(scene: Scene, site: Site) -> bool:
    """Whether a name tells whose ground is meant: "at X's airport"."""
    owned = site.stop < site.phrase.stop and scene.parse.tags[site.stop] is Tag.GENITIVE
    return owned and stem_of(scene.parse.tokens.lower[site.phrase.head]) in _GROUNDS


_GROUNDS = frozenset(map(stem_of, entries_of("ground_words"))) | {stem_of(row[0]) for row in rows_of("strongpoints")}


def is_opponent(trigger: Trigger, site: Site) -> bool:
    """Whether a state is one of two between whom there is a fight."""
    return trigger.kind in _DEEDS - _WAYS and site.phrase.chain == "between" and is_state(site)


def is_fought(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a state is whom one fights: "is fighting X", "fought against X"."""
    fights = stem_of(scene.parse.tokens.lower[trigger.first]) in _WORDS["fights"]
    serves = site.phrase.chain == "for" and not trigger.noun and not is_capital(site)  # "fighting for X, they took Y"
    return fights and (site.phrase.chain in {"", "against", "with"} or serves) and is_state(site)


def is_struck(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a preposition of aim ties a state to the trigger or to what is thrown: "attack on", "fired at X"."""
    at = _position(scene, site)
    if trigger.first <= at < trigger.stop:
        return True  # "advanced on"
    if at < trigger.stop:
        return any(it.first < at <= it.stop and it.kind is Kind.ATTACK for it in scene.triggers)
    if not _BLAME.isdisjoint(scene.words(max(scene.sentence.first, trigger.first - _FAR * 2), at)):
        return False  # "put the blame for the attack on X"
    between = scene.parse.tags[trigger.stop : at]
    if not any(tag in FINITE | VERBS for tag in between):
        return True
    return stem_of(scene.parse.tokens.lower[at - 1]) in _WORDS["thrown"]


_BLAME = frozenset({"blame", "blames", "blamed", "blaming", "pin", "pins", "pinned"})


def governor(scene: Scene, site: Site) -> str:
    """Return the preposition that governs a name; "" where none does."""
    if site.phrase.chain:
        return site.phrase.chain
    at = _position(scene, site)
    return scene.parse.tokens.lower[at] if at >= scene.sentence.first else ""


def _position(scene: Scene, site: Site) -> int:
    """Return where the preposition before a name stands, -1 where none does."""
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    at = site.phrase.first - 1
    while at >= scene.sentence.first and (tags[at] not in _PREPOSITIONS or lower[at] == "than"):
        if lower[at] in _GROUNDED:
            return at  # "in the far north": a tagger takes "in" for an adverb
        listed = tags[at] is Tag.NAME and lower[at + 1] == "and"
        if tags[at] not in _DESCRIBING and lower[at] not in _DESCRIBED and not listed:
            return -1
        at -= 1
    return at if at >= scene.sentence.first else -1


_PREPOSITIONS = frozenset({Tag.PREPOSITION, Tag.TO})
