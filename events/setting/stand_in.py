"""Let words like "there", "the city" and "it" stand for a place that was named before."""

from __future__ import annotations

from dataclasses import replace

from events.claim import Kind
from events.grammar.hanging import is_object, is_own, is_passive, is_subject
from events.grammar.phrase import Phrase
from events.grammar.tag import Tag
from events.kind import Condition, Trigger
from events.scene import Scene, Site
from events.setting.acting import acts
from events.setting.likeness import is_likened
from events.setting.memory import Memory
from events.setting.unlisted import is_unlisted
from geo.place import FeatureClass
from geo.toponym import Resolution
from texts.lexicon import rows_of

TRUST = 0.8
"""What remains of a place's confidence when words take it up from a sentence before."""
LONGEST = 6
"""A phrase with more words than this does not point back."""
CARRIERS = {row[0]: frozenset(row[1]) for row in rows_of("carriers")}
SPOTS = CARRIERS["the city"] | CARRIERS["the base"] | CARRIERS["the island"]
"""Classes of places that a sentence may go on telling of: no province, country or river."""
_FROM_IT = frozenset({"from", "into", "out-of", "through", "towards", "toward", "around", "near", "outside"})
"""Prepositions behind which "it" is a place: "withdrew from it"."""
_POINTERS = frozenset({"the", "this", "that", "its", "their", "both", "our", "your", "my"})
HOMES = frozenset({"our", "your", "my"})
"""Words before a town that is the speakers' own: the only one that was named."""
_STRUCK = frozenset({"shelling", "airstrike", "assault", "bombing"})
"""Types of blows of which "it" may be the place: "it was shelled the same night"."""


def stand_in(scene: Scene, trigger: Trigger, phrase: Phrase, memory: Memory) -> Site | None:
    """Return the place named before that a phrase takes up, as a place of the sentence; None where it takes up none."""
    classes = _classes_of(scene, trigger, phrase)
    if not classes:
        return None
    own = [
        it for it in scene.sites if it.stop <= phrase.first and not (acts(scene, trigger, it) or is_likened(scene, it))
    ]
    known = [site for site in (*memory.sites, *own) if class_of(site.resolution) in classes]
    if not known and not memory.astray:
        known = [site for site in memory.asides if class_of(site.resolution) in classes]
    if not known and memory.dateline is not None and class_of(memory.dateline.resolution) in classes:
        known = [memory.dateline]
    if any(phrase.first > at for at in _unplaced_before(scene)) and not own:
        return None  # what was named last stands in no gazetteer: "captured X; fighting for the village went on"
    towns = [site for site in known if class_of(site.resolution) in SPOTS]
    own_town = scene.parse.tokens.lower[phrase.first] in HOMES
    if own_town and len({site.resolution.toponym.text for site in towns}) != 1:
        return None
    # "there" is in a town rather than in a country or a river that was named after it
    found = next(reversed(towns or known), None)
    if found is None:
        return None
    words = scene.parse.tokens.span(phrase.first, phrase.stop).of(scene.document.text)
    return Site(
        resolution=weakened(found.resolution, TRUST, f"“{words}” takes up {found.resolution.toponym.text}"),
        phrase=phrase,
        first=phrase.first,
        stop=phrase.stop,
        carried_from=found.resolution.toponym.text,
    )


def _unplaced_before(scene: Scene) -> tuple[int, ...]:
    """Return the first tokens of the names in the sentence for which no place was chosen."""
    held = (scene.parse.tokens.inside(it.toponym.span) for it in scene.unresolved)
    return tuple(it.start for it in held if it)


def _classes_of(  # noqa: PLR0911 - one line a case
    scene: Scene, trigger: Trigger, phrase: Phrase
) -> frozenset[str]:
    """Return the feature classes of what a phrase may point back to; none where it points to no place."""
    words = scene.words(phrase.first, phrase.stop)
    if words == ("there",) and not trigger.noun and _is_empty(scene, phrase):
        return frozenset()
    if len(words) == 1:
        if words[0] == "it" and trigger.kind is Kind.CONTROL and trigger.first > scene.sentence.first:
            lost = trigger.type == "loss" or trigger.condition is Condition.SUBJECT
            tied = is_object(scene, trigger, phrase) or (lost and is_subject(scene, trigger, phrase))
            return CARRIERS["the city"] if tied else frozenset()
        if words[0] == "it" and trigger.type in _STRUCK and not phrase.preposition:
            struck = is_passive(scene, trigger) and is_subject(scene, trigger, phrase)
            return CARRIERS["the city"] if struck else frozenset()
        if words[0] == "it" and phrase.preposition in _FROM_IT and is_own(scene, trigger, phrase):
            return CARRIERS["the city"]
        return CARRIERS.get(words[0], frozenset())
    if words[-1] == "it" and words[0] in {"all", "most", "half", "part", "much"} and trigger.kind is Kind.CONTROL:
        return CARRIERS["the city"] if is_object(scene, trigger, phrase) else frozenset()
    if len(words) > LONGEST or words[0] not in _POINTERS or Tag.NAME in scene.parse.tags[phrase.first : phrase.stop]:
        return frozenset()
    return CARRIERS.get(f"the {scene.parse.tokens.lower[phrase.head]}", frozenset())


def _is_empty(scene: Scene, there: Phrase) -> bool:
    """Whether a "there" only opens a clause: "there was nobody left to hold the line", but not "a post there was"."""
    behind_noun = there.first > scene.sentence.first and scene.parse.tags[there.first - 1] is Tag.NOUN
    return not behind_noun and not _BEING.isdisjoint(scene.words(there.stop, there.stop + 1))


_BEING = frozenset({"is", "are", "was", "were", "be", "been", "'s", "has", "have", "had", "will", "remains", "seems"})


def is_town(site: Site) -> bool:
    """Whether a place is a settlement or a site in one."""
    return class_of(site.resolution) in CARRIERS["the base"] | CARRIERS["the city"]


def weakened(resolution: Resolution, trust: float, why: str) -> Resolution:
    """Return a place chosen before, less surely so, with the reason."""
    return replace(
        resolution, confidence=resolution.confidence * trust, reason=f"{why}, named before; {resolution.reason}"
    )


def class_of(resolution: Resolution) -> str:
    """Return the class of the place chosen for a name, "" where none is; one that no gazetteer has is a settlement."""
    place = resolution.place
    if is_unlisted(resolution):
        return FeatureClass.SETTLEMENT.value  # the place that stands for it is the area around
    return "" if place is None else (place.feature_class or FeatureClass.AREA).value
