"""Tell the title of a work, and the making of a film, from a happening."""

from __future__ import annotations

from events.grammar.headline import is_headline
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE
from events.kind import Trigger
from events.scene import Scene
from texts.lexicon import entries_of, rows_of

WORKS = entries_of("works")
"""Words for what has a title, in lower case."""
_NEAR = 8
"""How many words on each side of a title are looked at for what it is the title of."""


def is_title(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trigger in capitals is part of a title: of a book, a film or a song, or any between quotation marks."""
    first, stop = _quoted(scene, trigger)
    if stop - first > 1 and _is_headed(scene, first, stop):
        return True
    if not scene.parse.tokens.words[trigger.first][0].isupper() or trigger.first == scene.sentence.first:
        return False
    opening = trigger.first - (scene.parse.tokens.words[trigger.first - 1] in {"The", "A", "An"})
    if _is_in_name(scene, trigger):
        return True
    named = opening > scene.sentence.first and scene.parse.tokens.words[opening - 1][0].islower()
    return named and scene.parse.tokens.lower[opening - 1] in WORKS


def _is_in_name(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun in capitals is part of a body's name: "the Movement for the Liberation of X"."""
    words, lower = scene.parse.tokens.words, scene.parse.tokens.lower
    if not trigger.noun or is_headline(words[scene.sentence.first : scene.sentence.stop]):
        return False
    behind = scene.words(trigger.stop, trigger.stop + 1) == ("for",) and words[trigger.stop + 1][0].isupper()
    at = trigger.first - 1
    while at > scene.sentence.first and lower[at] in _SMALL_LINKS:
        at -= 1
    linked = not _JOINING.isdisjoint(lower[at + 1 : trigger.first])
    return behind or (linked and lower[at] in _HEADS and words[at][0].isupper())


_JOINING = frozenset({"for", "of"})
_SMALL_LINKS = _JOINING | {"the", "and", "national"}
_HEADS = frozenset(row[0] for row in rows_of("org_words")) | {
    "movement", "front", "rally", "union", "alliance", "coalition", "campaign", "league", "forces", "army", "congress",
}  # fmt: skip
"""What the name of a body begins with."""


_MARKS = frozenset({'"', "“", "”", "«", "»", "‘", "'"})


def _quoted(scene: Scene, trigger: Trigger) -> tuple[int, int]:
    """Return the few words between quotation marks that hold a trigger, as `[first, stop)`; empty where none do."""
    words = scene.parse.tokens.words
    first, stop = trigger.first, trigger.stop
    while first > scene.sentence.first and words[first - 1] not in _MARKS and trigger.first - first < _NEAR:
        first -= 1
    while stop < scene.sentence.stop and words[stop] not in _MARKS and stop - trigger.stop < _NEAR:
        stop += 1
    closed = first > scene.sentence.first and words[first - 1] in _MARKS
    closed = closed and stop < scene.sentence.stop and words[stop] in _MARKS
    return (first, stop) if closed else (trigger.first, trigger.first)


def _is_headed(scene: Scene, first: int, stop: int) -> bool:
    """Whether all words but the small ones have capitals, and a word for a work stands by, or no verb among them."""
    words, lower = scene.parse.tokens.words, scene.parse.tokens.lower
    main = [at for at in range(first, stop) if words[at][0].isalpha() and len(words[at]) > _SMALL]
    if not main or not all(words[at][0].isupper() for at in main) or not words[first][0].isupper():
        return False
    around = {*scene.words(max(scene.sentence.first, first - _NEAR), first), *lower[stop : stop + _NEAR]}
    return not WORKS.isdisjoint(around) or not any(scene.parse.tags[at] in FINITE for at in range(first, stop))


_SMALL = 3
"""Letters of the words that have no capital in a title: "of", "the", "and"."""


def is_filmed(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is shot is a film."""
    if stem_of(scene.parse.tokens.lower[trigger.first]) != "shoot":
        return False
    first, stop = max(scene.sentence.first, trigger.first - 4), min(scene.sentence.stop, trigger.stop + 4)
    return not _FILMS.isdisjoint(scene.words(first, stop))


def is_in_story(scene: Scene) -> bool:
    """Whether a sentence tells what a work of the imagination tells: "in the novel the hero flees to X"."""
    words = scene.words(scene.sentence.first, min(scene.sentence.first + _OPENING, scene.sentence.stop))
    told = next((at for at, word in enumerate(words) if word in _STORIES), None)
    if told is None or told == 0:
        return False
    behind = scene.words(scene.sentence.first + told + 1, scene.sentence.first + told + 3)
    return words[0] == "in" or behind in {("tells", "of"), ("has", "it")}


_OPENING = 4
"""Within so many words a sentence names the work that it tells of."""
_STORIES = frozenset(
    {"novel", "film", "movie", "play", "tale", "legend", "myth", "fable", "opera", "poem", "ballad", "song", "saga"}
)
"""Works in which nothing need have happened."""


_FILMS = frozenset({"film", "movie", "documentary", "series", "scene", "scenes", "video", "footage", "portrait"})
