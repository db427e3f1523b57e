"""Tell whether a place's name is a person's family name, by the word before it or what is said of its bearer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.grammar.headline import is_headline
from events.grammar.tag import Tag
from events.happenings.armed import is_armed, is_civilian
from geo.bearers import STANDING
from geo.place import FeatureClass
from texts.lexicon import entries_of, rows_of

if TYPE_CHECKING:
    from events.scene import Scene, Site

FIRST_NAMES = entries_of("first_names") | entries_of("given_names")
"""Given names, in lower case."""
_PEOPLES = frozenset(word.lower() for word in entries_of("demonyms"))
_MONTHS = frozenset(row[0] for row in rows_of("timex_words") if row[1] == "month")
_GIVEN = FIRST_NAMES - _PEOPLES - _MONTHS
_TITLES = entries_of("person_titles")
_PARTS = (
    frozenset(
        {
            "greater", "upper", "lower", "inner", "outer", "downtown", "metropolitan", "historic", "ancient", "modern",
            "rural", "urban", "free", "occupied", "communist", "nazi", "vichy", "imperial", "colonial", "federal",
            "united", "soviet", "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern",
            "southeastern", "southwestern", "mid", "far", "fort", "mount", "mont", "saint", "st", "port", "islamist",
            "houthi", "confederate", "loyalist", "rebel", "ottoman", "byzantine", "muslim", "christian",
            "catholic", "orthodox", "shia", "shiite", "sunni", "alawite", "poor", "little",
        }
    )
    | STANDING
    | _PEOPLES
    | entries_of("function_words")
    | entries_of("ground_words")
    | frozenset(row[0] for name in ("other_names", "timex_words", "number_words") for row in rows_of(name))
)  # fmt: skip
"""Words with a capital that tell which part of a place is meant, or whose it is, and do not make it a person's."""
_COUNTED = frozenset({"a", "an", "two", "three", "four", "five", "both"})


def is_persons(scene: Scene, site: Site) -> bool:
    """Whether a name is a person's: "Nasser Basra", "Captain Derry", "they shot Houston, a driver,"."""
    return _has_first_name(scene, site) or _is_introduced(scene, site) or _is_fief(scene, site)


def _is_fief(scene: Scene, site: Site) -> bool:
    """Whether a name is what a noble or a saint is of: "Lord Mountbatten of Burma", "King Abdullah of Jordan"."""
    words, lower = scene.parse.tokens.words, scene.parse.tokens.lower
    at = site.first - 1
    if at <= scene.sentence.first or lower[at] != "of":
        return False
    first = at - 1
    while (
        first > scene.sentence.first
        and first > at - _NAMES
        and words[first][0].isupper()
        and lower[first] not in _NOBLES
    ):
        first -= 1
    return lower[first] in _NOBLES and words[first][0].isupper()


_NAMES = 4
"""How many names a noble has between the rank and the land, at most."""
_NOBLES = frozenset(
    {
        "lord", "lady", "sir", "duke", "duchess", "king", "queen", "prince", "princess", "earl", "baron", "count",
        "viscount", "saint", "pope", "emperor", "tsar", "archduke", "marquis", "marquess",
    }
)  # fmt: skip


def _has_first_name(scene: Scene, site: Site) -> bool:
    """Whether a given name or a rank stands right before a name of one word, each with a capital."""
    words, lower = scene.parse.tokens.words, scene.parse.tokens.lower
    before = site.first - 1
    if site.stop - site.first > 1 or before < scene.sentence.first or not words[site.first].istitle():
        return False
    if not words[before][0].isupper():
        return False
    end = scene.parse.tokens.span(before, site.first).end
    if scene.document.text[end : site.span.start] not in {" ", ". "}:
        return False
    word = lower[before].rstrip(".")
    if any(other.first <= before < other.stop for other in scene.sites):
        return False
    return word in _TITLES or word in _GIVEN or _is_unheard_of(scene, site, before)


def _is_unheard_of(scene: Scene, site: Site, before: int) -> bool:
    """Whether a name that no list has stands before that of a town, so that the two are one name of another thing."""
    place, words = site.resolution.place, scene.parse.tokens.words
    if place is None or place.feature_class is not FeatureClass.SETTLEMENT or before == scene.sentence.first:
        return False
    if scene.parse.tags[before] is not Tag.NAME or not words[before].isalpha() or not words[before].istitle():
        return False
    if scene.parse.tokens.lower[before] in _PARTS or words[before - 1][0] in "\"“'‘(:—–-":
        return False
    return not is_headline(words[scene.sentence.first : scene.sentence.stop])


def _is_introduced(scene: Scene, site: Site) -> bool:
    """Whether words between commas say that a bare name is that of somebody: "Houston, a driver,", "Swat, 34,"."""
    lower, tags = scene.parse.tokens.lower, scene.parse.tags
    at = site.stop
    if site.phrase.chain or at + 2 >= scene.sentence.stop or tags[at] is not Tag.COMMA:
        return False
    if lower[at + 1].isdecimal():
        return len(lower[at + 1]) == _AGE and tags[at + 2] is Tag.COMMA
    if lower[at + 1] not in _COUNTED:
        return False
    stop = next((i for i in range(at + 2, scene.sentence.stop) if tags[i] in {Tag.COMMA, Tag.STOP}), at + 2)
    inside = tags[at + 2 : stop]
    described = 0 < len(inside) <= _LONGEST and all(tag in {Tag.ADJECTIVE, Tag.NOUN} for tag in inside)
    who = lower[stop - 1]
    return described and (is_armed(who) or is_civilian(who) or who.removesuffix("s") in _SINGLE)


_SINGLE = entries_of("lone_people") | entries_of("kin")


_AGE = 2
"""Digits of somebody's age."""
_LONGEST = 4
"""Words that tell who somebody is, at most: "a retired school teacher"."""
