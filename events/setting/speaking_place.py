"""Tell a capital in which somebody in office only speaks: "In X a presidential aide hailed the capture of Y"."""

from __future__ import annotations

from events.grammar.tag import FINITE
from events.kind import Trigger
from events.scene import Scene, Site

_OFFICERS = frozenset({"aide", "spokesman", "spokeswoman", "minister", "diplomat", "ambassador", "envoy", "adviser"})
_FAR = 7
"""How many words behind the capital the one who speaks is named."""


def speaks_there(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a capital opens a sentence in which one officer does what stands before the trigger."""
    place = site.resolution.place
    if place is None or not place.is_capital or site.phrase.preposition != "in":
        return False
    if site.phrase.first > scene.sentence.first + 1 or trigger.first < site.stop:
        return False
    stop = min(trigger.first, site.stop + _FAR)
    words = scene.words(site.stop, stop)
    officer = next((at for at, word in enumerate(words) if word in _OFFICERS), None)
    if officer is None or {"a", "an"}.isdisjoint(words[:officer]):
        return False
    return any(tag in FINITE for tag in scene.parse.tags[site.stop + officer + 1 : stop])
