"""Tell whether a place only lends its name to a comparison: "another Srebrenica", "a Verdun", "as in Bosnia"."""

from __future__ import annotations

from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, Tag
from events.scene import Scene, Site
from geo.place import FeatureClass


def is_likened(scene: Scene, site: Site) -> bool:
    """Whether a place only lends its name to a comparison: "another Srebrenica", "as in Bosnia", "since Kursk"."""
    return _follows_likening(scene, site) or _is_in_comparison(scene, site)


def _follows_likening(scene: Scene, site: Site) -> bool:
    """Whether the word right before a name likens something to it: "a second Gaza", "mirrors Grozny", "no Hama"."""
    if site.first <= scene.sentence.first:
        return False
    word = scene.parse.tokens.lower[site.first - 1]
    if word == "since":
        return not _opens_clause(scene, site)
    return word in _ANOTHER | _ECHOING or (word in _ONE and _stands_alone(scene, site))


def _is_in_comparison(scene: Scene, site: Site) -> bool:
    """Whether the words before the phrase of a name compare: "as in Bosnia", "similar to X", "we, as the X"."""
    first, lower = scene.sentence.first, scene.parse.tokens.lower
    before = site.phrase.first - 1
    if before >= first and lower[before] == "as" and site.phrase.preposition in {"", "as"}:
        return True  # "we, as the government of X"
    if not site.phrase.preposition or before < first:
        return False
    if before - 1 >= first and lower[before - 1] in _AS and lower[before] in {"in", "at"}:
        return True
    if before - 2 >= first and lower[before - 1] in {"that", "those"} and lower[before - 2] in _AS:
        return True  # "like that on X"
    words = lower[max(first, before - _LONGEST) : before]
    return lower[before] in {"to", "with"} and any(stem_of(word) in _LIKENING for word in words)


_LONGEST = 12
"""How many words before a name are searched for one of likening."""


def _opens_clause(scene: Scene, site: Site) -> bool:
    """Whether a name has a verb right behind it: "since Aleppo fell"."""
    return site.stop < scene.sentence.stop and scene.parse.tags[site.stop] in FINITE


def _stands_alone(scene: Scene, site: Site) -> bool:
    """Whether no noun follows that a town's name tells of: "a Verdun", not "a Verdun street"."""
    place = site.resolution.place
    if place is None or place.feature_class is not FeatureClass.SETTLEMENT or site.stop >= scene.sentence.stop:
        return False
    return scene.parse.tags[site.stop] not in _TOLD_OF


_TOLD_OF = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.GENITIVE, Tag.GERUND, Tag.PARTICIPLE, Tag.NUMBER})
_ONE = frozenset({"a", "no", "our", "their", "its", "own", "next", "mini"})
"""Words before the name of a town that stands for what happened in it: "a Verdun", "our Stalingrad", "no Hama"."""
_ECHOING = frozenset(
    f"{verb}{ending}" for verb in ("recall", "resembl", "mirror", "evok", "rivall", "rival", "echo")
    for ending in ("s", "es", "ed", "ing")
)  # fmt: skip
"""Verbs right before a place that something else only recalls."""
_ANOTHER = frozenset({"another", "second", "modern-day"})
_AS = frozenset({"as", "unlike", "like", "than"})
_LIKENING = frozenset(stem_of(word) for word in ("compare", "liken", "comparison", "similar", "equate"))
