"""The outlines that the areas of a selection are drawn with."""

from __future__ import annotations

from functools import cache

from shapely.geometry.base import BaseGeometry

from events.marks import Marks
from geo.borders import Borders, load_borders
from geo.place import Shape

BORDER = "border:"
"""Begins the id of the line that two areas share, as in `border:IQ+IR`."""


@cache
def _borders() -> Borders:
    return load_borders()


def drawn_outlines(shape: Shape, outlines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of what a place is drawn with: of a border not its two countries, but the line that they share.

    >>> drawn_outlines(Shape.LINE, ("iso:IQ", "iso:IR"))
    ('border:IQ+IR',)
    >>> drawn_outlines(Shape.LINE, ("dl:tigris",)), drawn_outlines(Shape.POINT, ())
    (('dl:tigris',), ())
    """
    if shape is Shape.LINE and len(outlines) == 2:
        return (BORDER + "+".join(id_.removeprefix("iso:") for id_ in outlines),)
    return outlines


def outline_of(id_: str) -> BaseGeometry | None:
    """Return the outline of an area or the course of a line, in EPSG:4326; None where it is not at hand.

    >>> outline_of("border:IQ+IR").geom_type, outline_of("iso:IQ").geom_type, outline_of("iso:ZZ")
    ('MultiLineString', 'MultiPolygon', None)
    """
    if not id_.startswith(BORDER):
        return _borders().outline(id_)
    sides = [part if ":" in part else f"iso:{part}" for part in id_.removeprefix(BORDER).split("+")]
    return _borders().shared_border(*sides) if len(sides) == 2 else None


def outlines_of(marks: Marks) -> dict[str, BaseGeometry]:
    """Return the geometries that the places of `marks` are drawn with, by id; what is not known is left out."""
    wanted = sorted({id_ for place in marks.places for id_ in drawn_outlines(place.shape, place.outlines)})
    return {id_: outline for id_ in wanted if (outline := outline_of(id_)) is not None}
