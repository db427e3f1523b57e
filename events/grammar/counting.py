"""Tell a preposition that counts from one that leads to a place or a person: "up to 300 people"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.grammar.clause import Stretch
from events.grammar.tag import Tag

if TYPE_CHECKING:
    from events.scene import Scene

_COUNTING = frozenset({"than", "over", "about", "around", "some", "nearly", "almost", "between", "up", "like"})
"""Words that are tagged as prepositions and stand before a number."""
_COUNTING_PAIRS = frozenset({("up", "to"), ("close", "to"), ("upwards", "of"), ("upward", "of"), ("excess", "of")})
"""The same in two words."""


def only_counts(scene: Scene, phrase: Stretch) -> bool:
    """Whether the preposition before a phrase belongs to its number: "up to 300 people", "from 20 to 30 people"."""
    tags, lower, before = scene.parse.tags, scene.parse.tokens.lower, phrase.first - 1
    if tags[phrase.first] is not Tag.NUMBER or before < scene.sentence.first:
        return False
    pair = (lower[before - 1], lower[before]) if before > scene.sentence.first else ("", "")
    ranged = lower[before] == "to" and tags[before - 1] is Tag.NUMBER
    return lower[before] in _COUNTING or pair in _COUNTING_PAIRS or ranged
