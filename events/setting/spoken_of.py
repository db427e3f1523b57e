"""Find the town that a sentence without a happening sets as its scene: one that is asked about, or is "here"."""

from __future__ import annotations

from events.scene import Scene, Site
from events.setting.party import is_capital
from geo.place import FeatureClass

_GROUND = frozenset({FeatureClass.SETTLEMENT, FeatureClass.SPOT})
_FRONTS = frozenset({"in", "at", "about", "from", "near", "around", "inside", "outside", ""})
"""Prepositions of what a question is about; "from" opens "any news from X?"."""
_MARKS = frozenset({"?", "??", "???", "?!", "!?"})


def spoken_of(scene: Scene) -> tuple[Site, ...]:
    """Return the only town of a question, or the one that the writer is in; nothing where there are more.

    An answer and the next words of a writer go on telling of it: "What happened in X?", "still no power here in X".
    """
    towns = [site for site in scene.sites if _is_ground(site)]
    here = [site for site in towns if _is_here(scene, site)]
    if len(here) == 1:
        return (here[0],)
    if len(towns) == 1 and _is_headed(scene, towns[0]):
        return (towns[0],)
    asked = len(towns) == 1 and towns[0].phrase.preposition in _FRONTS and _is_question(scene)
    if asked and is_capital(towns[0]) and not towns[0].phrase.preposition:
        return ()  # "why is X at war?"
    return (towns[0],) if asked and not _is_speakers(scene, towns[0]) else ()


def _is_ground(site: Site) -> bool:
    place = site.resolution.place
    return place is not None and place.feature_class in _GROUND


def _is_here(scene: Scene, site: Site) -> bool:
    """Whether "here" stands right before the preposition of a name, or right behind it."""
    lower, phrase = scene.parse.tokens.lower, site.phrase
    before = phrase.first - (2 if phrase.preposition in {"in", "at", "near"} and phrase.first == site.first else 1)
    front = before >= scene.sentence.first and lower[before] in {"here", "im", "i'm"}
    return front or (site.stop < scene.sentence.stop and lower[site.stop] == "here")


def _is_headed(scene: Scene, site: Site) -> bool:
    """Whether a sentence opens with what it is about: "as for X, …", "regarding X: …", "re X"."""
    opening = scene.words(scene.sentence.first, site.first)
    return opening in _ABOUT or (len(opening) > 1 and opening[1:] in _ABOUT and opening[0] in {"and", "but", "now"})


_ABOUT = frozenset({("as", "for"), ("regarding",), ("concerning",), ("re",), ("re", ":"), ("about",), ("on",)})


def _is_question(scene: Scene) -> bool:
    return any(
        word in _MARKS
        for word in scene.parse.tokens.words[max(scene.sentence.first, scene.sentence.stop - 2) : scene.sentence.stop]
    )


def _is_speakers(scene: Scene, site: Site) -> bool:
    return any(site.span.within(part) for made in scene.attributions for part in made.source)
