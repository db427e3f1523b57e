"""The outlines that the areas of a selection are drawn with."""

from __future__ import annotations

from functools import cache

from shapely.geometry.base import BaseGeometry

from events.marks import Marks
from geo.borders import Borders, load_borders


@cache
def _borders() -> Borders:
    return load_borders()


def outlines_of(marks: Marks) -> dict[str, BaseGeometry]:
    """Return the geometries that the places of `marks` name, by id; what is not known is left out."""
    wanted = sorted({outline for place in marks.places for outline in place.outlines})
    if not wanted:
        return {}
    found: dict[str, BaseGeometry] = {}
    for name in wanted:
        outline = _borders().outline(name)
        if outline is not None:
            found[name] = outline
    return found
