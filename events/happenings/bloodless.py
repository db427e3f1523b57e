"""Tell what has the words of a blow and is none: acts of nature, disputes over pay, criticism."""

from __future__ import annotations

from events.grammar.stem import stem_of
from events.grammar.tag import Tag
from events.happenings.armed import is_armed
from events.kind import Trigger, is_fired
from events.scene import Scene
from texts.lexicon import entries_of

_NATURE = frozenset(map(stem_of, entries_of("natural_causes"))) - frozenset(
    map(stem_of, ("crisis", "recession", "slump", "inflation", "outbreak", "eruption"))
)
_WORK = frozenset(
    {"union", "unions", "pay", "wage", "wages", "salary", "salaries", "picket", "pickets", "walkout", "walkouts",
     "employers", "pensions", "teachers", "nurses", "dockers", "staff"}
)  # fmt: skip
"""Words of a dispute between those who work and those who pay."""
_FIGHTS = frozenset({"battle", "shelling", "airstrike", "abduction"})
"""Types of blows that nature does not deal."""
_OF_WAYS = frozenset({"siege", "closure"})
"""Types of what rain does as well as force: the road is cut."""
_NOUNS = frozenset({Tag.NOUN, Tag.NAME})
_BEHIND = 10
"""How many words behind "under fire" are searched for what it is for."""


def why_bloodless(scene: Scene, trigger: Trigger) -> str | None:
    """Return why a word for a blow or a taking names none here, or None where it may name one."""
    if _is_blamed(scene, trigger):
        return "criticism and no blow"
    words = scene.words(scene.sentence.first, scene.sentence.stop)
    if any(is_armed(word) for word in words):
        return None
    if stem_of(scene.parse.tokens.lower[trigger.first]) == _STRIKE and not _WORK.isdisjoint(words):
        return "a dispute over work"
    if trigger.type not in _OF_WAYS and not trigger.noun and not is_fired(words) and _is_of_nature(scene):
        return "an act of nature or an accident"
    return None


_STRIKE = stem_of("strike")


def _is_of_nature(scene: Scene) -> bool:
    tokens, tags = scene.parse.tokens, scene.parse.tags
    within = range(scene.sentence.first, scene.sentence.stop)
    if not any(tags[at] in _NOUNS and stem_of(tokens.lower[at]) in _NATURE for at in within):
        return False
    return not any(other.type in _FIGHTS and other.noun for other in scene.triggers)


def _is_blamed(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody is under fire for something: "came under fire in X for his remarks"."""
    if "under" not in scene.words(max(scene.sentence.first, trigger.first - 2), trigger.stop):
        return False
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    return any(
        lower[at] in {"for", "over"} and tags[at + 1] in {Tag.OWN, Tag.GERUND}
        for at in range(trigger.stop, min(trigger.stop + _BEHIND, scene.sentence.stop - 1))
    )
