"""Draw a scene's outlines, crossings and discs."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from matplotlib.patches import Circle, Patch, PathPatch, Polygon
from shapely.geometry.base import BaseGeometry

from events.claim import Status
from geo.place import Shape
from views.briefing.pen import INK, Pen, path_of
from views.briefing.scene import Gate, Scene, Spot
from views.briefing.shares import draw_shares
from views.palette import KIND_COLOURS, STATUS_STROKES

MIXED_COLOUR = "#4a5560"
"""Of the outline of an area about which claims of several kinds are made."""
DOT = 1.8
"""Radius in points of the dot of a place that is counted with its neighbour."""

CASING = 1.8
"""How much wider the pale casing under an area's line is, so that a dotted line is seen over a border."""
RING_LEAST = 6.0
"""Radius in points of the smallest ring that is drawn."""

Outlines = Callable[[str], BaseGeometry | None]
"""Gives the geometry of an outline in EPSG:4326, or None where it is not at hand."""
OutlinesInFrame = Callable[[str], BaseGeometry | None]
"""The same in the frame's metres."""


def draw_marks(pen: Pen, scene: Scene, outlines: OutlinesInFrame) -> None:
    """Draw the places and crossings of the scene, the largest first.

    Parameters
    ----------
    outlines
        Gives the geometry of an outline in the frame's metres, or None where it is not at hand.
    """
    for spot in scene.spots:
        if spot.ground.shape is not Shape.POINT:
            _draw_area(pen, spot, outlines)
    for gate in scene.gates:
        _draw_gate(pen, gate)
    for spot in scene.spots:
        if spot.ground.shape is Shape.POINT:
            _draw_disc(pen, spot)
        for other in spot.joined:
            _draw_dot(pen, other)


def ring_radius(pen: Pen, spot: Spot) -> float:
    """Return the radius of a spot's ring in the frame's metres."""
    return max(spot.ground.radius_km * 1000, RING_LEAST * pen.scale * pen.point)


def _draw_area(pen: Pen, spot: Spot, outlines: OutlinesInFrame) -> None:
    kinds, statuses = {share.kind for share in spot.shares}, {share.status for share in spot.shares}
    # an outline has one colour and one line: of several kinds or statuses it takes none, its label tells them apart
    colour = KIND_COLOURS[kinds.pop()] if len(kinds) == 1 else MIXED_COLOUR
    stroke = STATUS_STROKES[statuses.pop() if len(statuses) == 1 else Status.ASSERTED]
    name = pen.id("area", spot.place_id, spot.ground.shape)
    line = (0, stroke.dashes) if stroke.dashes else "-"
    shapes = [shape for key in spot.ground.outlines if (shape := outlines(key)) is not None and not shape.is_empty]
    if spot.ground.shape is Shape.RING or not shapes:
        x, y = pen.at(spot.ground.lon, spot.ground.lat)
        radius = ring_radius(pen, spot)
        pen.patch(Circle((x, y), radius, facecolor=colour, alpha=0.07 * stroke.opacity, edgecolor="none", zorder=20))
        pen.patch(_casing(Circle((x, y), radius), width=1.4))
        pen.patch(
            Circle(
                (x, y),
                radius,
                facecolor="none",
                edgecolor=colour,
                linewidth=1.4,
                linestyle=line,
                capstyle="round",
                zorder=21,
            ),
            id=name,
        )
        return
    for number, shape in enumerate(shapes):
        flat = spot.ground.shape is Shape.LINE
        patch = PathPatch(path_of(shape), facecolor="none" if flat else colour, alpha=0.09, edgecolor="none", zorder=20)
        pen.patch(patch)
        pen.patch(_casing(PathPatch(path_of(shape)), width=2.6 if flat else 1.4))
        pen.patch(
            PathPatch(
                path_of(shape),
                facecolor="none",
                edgecolor=colour,
                linewidth=2.6 if flat else 1.4,
                linestyle=line,
                capstyle="round",
                alpha=stroke.opacity,
                zorder=21,
            ),
            id=f"{name}.{number}" if number else name,
        )


def _casing(patch: Patch, *, width: float) -> Patch:
    patch.set(facecolor="none", edgecolor="white", linewidth=width + CASING, alpha=0.8, zorder=20.5)
    return patch


def _draw_disc(pen: Pen, spot: Spot) -> None:
    x, y = pen.at(spot.ground.lon, spot.ground.lat)
    radius = pen.radius(spot) * pen.point
    halo = Circle((x, y), radius + 1.2 * pen.scale * pen.point, facecolor="white", edgecolor="none", zorder=30)
    pen.patch(halo, id=pen.id("disc", spot.place_id, spot.ground.radius_km))
    draw_shares(pen.axes, (x, y), radius, spot.shares, scale=pen.scale)
    if spot.ground.geo_precision > 1:
        pen.patch(
            Circle(
                (x, y), radius + 3 * pen.scale * pen.point, facecolor="none", edgecolor=INK, linewidth=0.7, zorder=33
            )
        )


def _draw_dot(pen: Pen, spot: Spot) -> None:
    """Draw where a place lies whose claims are counted with its neighbour's."""
    x, y = pen.at(spot.ground.lon, spot.ground.lat)
    radius = DOT * pen.scale * pen.point
    dot = Circle((x, y), radius, facecolor=INK, edgecolor="white", linewidth=0.5, zorder=34)
    pen.patch(dot, id=pen.id("dot", spot.place_id, spot.ground.radius_km))


def _draw_gate(pen: Pen, gate: Gate) -> None:
    x, y = pen.at(gate.lon, gate.lat)
    size = 5.0 * pen.scale * pen.point
    corners = [(x + size * cos(turn * pi / 2), y + size * sin(turn * pi / 2)) for turn in range(4)]
    fill = INK if gate.stated else "white"
    mark = Polygon(corners, closed=True, facecolor=fill, edgecolor=INK, linewidth=1.2, zorder=29)
    pen.patch(mark, id=pen.id("crossing", gate.name, gate.lon, gate.lat))
