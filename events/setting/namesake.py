"""Tell whether a place's name is that of a person, a tribe, a street or a ship, or only says where one is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.grammar.stem import stem_of
from events.grammar.tag import Tag
from events.setting.party import is_state
from events.setting.person_name import is_persons
from texts.lexicon import entries_of, rows_of

if TYPE_CHECKING:
    from events.scene import Scene, Site

_WORDS = {
    sort: frozenset(row[0] for row in rows_of("namesakes") if row[1] == sort)
    for sort in ("tied", "street", "kin", "vessel")
}
_GIVEN = entries_of("given_names")
_ARTICLES = ("al-", "el-", "as-", "ash-", "at-", "ad-", "an-", "ar-", "az-")
_KINSHIP = frozenset({"ibn", "bin", "abu", "ben", "bint"})
_SEAFARING = frozenset(stem_of(word) for word in ("sink", "sank", "sunk", "sail", "dock", "moor", "capsize", "torpedo"))
_GROUP = 3
"""How many words a verb of seafaring stands behind the ship's name at most: "had been sunk"."""
_INSERTED = 5
"""How many words "a cargo ship" may have behind the ship's name."""


def is_namesake(scene: Scene, site: Site) -> bool:
    """Whether a name is only called after a place: "the Doha-based channel", "Beirut Street", "Ahmed al-Tikriti"."""
    return (
        _is_tied(scene, site)
        or _is_called(scene, site)
        or _is_bynamed(scene, site)
        or is_persons(scene, site)
        or _is_vessel(scene, site)
        or _is_states_own(scene, site)
        or _is_written_about(scene, site)
    )


def _is_tied(scene: Scene, site: Site) -> bool:
    behind = scene.document.text[site.span.end : site.span.end + _LONGEST]
    if behind[:1] not in {"-", "‑", "–"}:
        return False
    word = "".join(letter if letter.isalpha() else " " for letter in behind[1:]).split(" ", 1)[0]
    return word.lower() in _WORDS["tied"]


_LONGEST = 16
"""No word behind a hyphen is read further than this many characters."""


def _is_called(scene: Scene, site: Site) -> bool:
    """Whether a street, a house or a tribe has the name."""
    if site.stop >= scene.sentence.stop:
        return False
    word = scene.parse.tokens.lower[site.stop]
    if word in _WORDS["street"] and scene.parse.tokens.words[site.stop][0].isupper():
        return not scene.parse.tokens.words[site.first].isupper()
    return word in _WORDS["kin"]


def _is_bynamed(scene: Scene, site: Site) -> bool:
    """Whether the name is part of a person's: "Hassan al-Basri", "Ahmed al-Kubaisi al-Ramadi"."""
    lower, tags = scene.parse.tokens.lower, scene.parse.tags
    if site.stop - site.first > 1:
        return False
    following = lower[site.stop] if site.stop < scene.sentence.stop else ""
    if lower[site.first] in _GIVEN and (following.startswith(_ARTICLES) or following in _KINSHIP):
        return not site.phrase.preposition
    before = site.first - 1
    if before < scene.sentence.first or tags[before] is not Tag.NAME or not lower[site.first].startswith(_ARTICLES):
        return False
    return lower[before] in _GIVEN or (lower[before].startswith(_ARTICLES) and lower[before - 1] in _GIVEN)


def _is_vessel(scene: Scene, site: Site) -> bool:
    """Whether what stands behind a name says that it is a ship's: "the Mogadishu, a cargo ship", "the Minsk sank"."""
    lower = scene.parse.tokens.lower
    if site.first <= scene.sentence.first or lower[site.first - 1] != "the" or site.stop + 2 >= scene.sentence.stop:
        return False
    before = scene.words(max(scene.sentence.first, site.first - _INSERTED), site.first)
    if any(word.removesuffix("s") in _WORDS["vessel"] and before[at + 1] == "," for at, word in enumerate(before[:-1])):
        return scene.parse.tags[site.stop] not in {Tag.NOUN, Tag.NAME}  # "two ships, the X and the Y"
    verbs = scene.words(site.stop, min(site.stop + _GROUP, scene.sentence.stop))
    if not site.phrase.chain and any(
        stem_of(word) in _SEAFARING or verbs[at : at + 2] == ("went", "down") for at, word in enumerate(verbs)
    ):
        return True
    if lower[site.stop] != "," or lower[site.stop + 1] not in {"a", "an"}:
        return False
    inserted = lower[site.stop + 2 : min(site.stop + 2 + _INSERTED, scene.sentence.stop)]
    end = next((at for at, word in enumerate(inserted) if word == ","), len(inserted))
    return not _WORDS["vessel"].isdisjoint(inserted[:end])


def _is_states_own(scene: Scene, site: Site) -> bool:
    """Whether a name says what state it is whose embassy or army that is: "the embassy of Japan in Lima"."""
    before = site.first - 2
    if before < scene.sentence.first:
        return False
    head = scene.words(before, site.first)
    if head[1] != "of":
        return False
    return head[0] in _STATES_OWN or (is_state(site) and head[0] in _MEN)


_MEN = frozenset({"soldiers", "troops", "forces", "allies", "enemies", "leaders", "ministers", "warplanes", "jets"})
_STATES_OWN = frozenset(
    {"embassy", "consulate", "flag", "government", "army", "armies", "citizens", "nationals", "navy"}
)


def _is_written_about(scene: Scene, site: Site) -> bool:
    """Whether a book or a film is about a place: "in his book on Grozny"."""
    before = site.phrase.first - 2
    if site.phrase.preposition not in {"on", "about"} or before < scene.sentence.first:
        return False
    return scene.parse.tokens.lower[before] in _TITLED


_TITLED = frozenset(
    {"book", "books", "novel", "memoir", "film", "films", "movie", "documentary", "song", "poem", "play", "essay",
     "article", "thesis", "exhibition", "lecture", "series"}
)  # fmt: skip
