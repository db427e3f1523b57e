"""Find the place at the head of a report, from which it was sent: "BEIRUT (AFP) -"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from events.scene import Scene, Site

_MARKS = frozenset({"(", "-", "—", "–", ":", "/", "--"})
_REACH = 6
"""How many words after the name its mark is looked for."""


def is_dateline(scene: Scene, site: Site) -> bool:
    """Whether a name in capitals at a sentence's start is the place that the report comes from."""
    if site.first > scene.sentence.first + 1 or not scene.parse.tokens.words[site.first].isupper():
        return False
    return not _MARKS.isdisjoint(scene.words(site.stop, min(site.stop + _REACH, scene.sentence.stop)))


def dateline_of(scene: Scene) -> Site | None:
    """Return the place that a sentence's report comes from, or None where it has no dateline."""
    return next((site for site in scene.sites if is_dateline(scene, site)), None)
