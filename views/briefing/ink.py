"""Draw a scene's outlines, arrows, crossings and discs on matplotlib axes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.patches import Circle, PathPatch, Polygon, Wedge
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

from events.claim import Kind, Status
from geo.place import Shape
from views.briefing.frame import Frame
from views.briefing.scene import Flow, Gate, Scene, Spot
from views.palette import KIND_COLOURS, STATUS_STROKES

INK = "#1f2933"
"""Text and thin lines: nearly black, softer than black on a projector."""
DISC_LEAST, DISC_GROWTH, DISC_MOST = 5.5, 2.6, 24.0
"""A disc's radius in points: its least, its growth with the root of the count, its most."""
FLOWS_MOST = 200
"""Arrows drawn; more would be a tangle. The largest are taken and the rest is counted."""
SHORT_OF_GOAL = 0.78
"""Share of the last leg that is drawn where the goal is not said to have been reached."""

Outlines = Callable[[str], BaseGeometry | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """The axes, the map from degrees to their metres, and how many metres a printer's point covers."""

    axes: Axes
    frame: Frame
    point: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the place of (lon, lat) on the axes, in metres."""
        x, y = self.frame.transformer.transform(lon, lat)
        return float(x), float(y)


def disc_radius(count: int) -> float:
    """Return the radius in points of the disc of a place with that many claims.

    >>> disc_radius(1) < disc_radius(10) < disc_radius(10_000)
    True
    """
    return min(DISC_MOST, DISC_LEAST + DISC_GROWTH * (sqrt(count) - 1))


def path_of(geometry: BaseGeometry) -> Path:
    """Return the outline of a projected polygon or line as a matplotlib path; empty for an empty geometry."""
    vertices: list[tuple[float, float]] = []
    codes: list[np.uint8] = []
    for part in shapely.get_parts(geometry):
        rings = [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]
        for ring in rings:
            points = list(ring.coords)
            vertices.extend((x, y) for x, y, *_ in points)
            codes.extend([Path.MOVETO] + [Path.LINETO] * (len(points) - 1))
    return Path(vertices or [(0.0, 0.0)], codes or [Path.MOVETO])


def draw_scene(pen: Pen, scene: Scene, outlines: Outlines) -> int:
    """Draw the scene, the largest things first, and return how many arrows were left out.

    Parameters
    ----------
    outlines
        Gives the geometry of an outline in the frame's metres, or None where it is not at hand.
    """
    for spot in scene.spots:
        if spot.ground.shape is not Shape.POINT:
            _draw_area(pen, spot, outlines)
    for flow in scene.flows[:FLOWS_MOST]:
        _draw_flow(pen, flow, scene)
    for gate in scene.gates:
        _draw_gate(pen, gate)
    for spot in scene.spots:
        if spot.ground.shape is Shape.POINT:
            _draw_disc(pen, spot)
    return max(0, len(scene.flows) - FLOWS_MOST)


def _draw_area(pen: Pen, spot: Spot, outlines: Outlines) -> None:
    share = spot.shares[0]
    colour, stroke = KIND_COLOURS[share.kind], STATUS_STROKES[share.status]
    line = (0, stroke.dashes) if stroke.dashes else "-"
    shapes = [shape for key in spot.ground.outlines if (shape := outlines(key)) is not None and not shape.is_empty]
    if spot.ground.shape is Shape.RING or not shapes:
        x, y = pen.at(spot.ground.lon, spot.ground.lat)
        radius = max(spot.ground.radius_km * 1000, 6 * pen.point)
        pen.axes.add_patch(
            Circle((x, y), radius, facecolor=colour, alpha=0.07 * stroke.opacity, edgecolor="none", zorder=20)
        )
        pen.axes.add_patch(
            Circle((x, y), radius, facecolor="none", edgecolor=colour, linewidth=1.4, linestyle=line, zorder=21)
        )
        return
    for shape in shapes:
        flat = spot.ground.shape is Shape.LINE
        patch = PathPatch(path_of(shape), facecolor="none" if flat else colour, alpha=0.09, edgecolor="none", zorder=20)
        pen.axes.add_patch(patch)
        pen.axes.add_patch(
            PathPatch(
                path_of(shape),
                facecolor="none",
                edgecolor=colour,
                linewidth=2.6 if flat else 1.4,
                linestyle=line,
                alpha=stroke.opacity,
                zorder=21,
            )
        )


def _draw_disc(pen: Pen, spot: Spot) -> None:
    x, y = pen.at(spot.ground.lon, spot.ground.lat)
    total = sum(share.count for share in spot.shares)
    radius = disc_radius(len(spot.numbers)) * pen.point
    pen.axes.add_patch(Circle((x, y), radius + 1.2 * pen.point, facecolor="white", edgecolor="none", zorder=30))
    start = 90.0
    for share in spot.shares:
        width = 360.0 * share.count / total
        draw_wedge(pen.axes, (x, y), radius, (start - width, start), share.kind, share.status)
        start -= width
    if spot.ground.geo_precision > 1:
        pen.axes.add_patch(
            Circle((x, y), radius + 3 * pen.point, facecolor="none", edgecolor=INK, linewidth=0.7, zorder=33)
        )


def draw_wedge(
    axes: Axes, middle: tuple[float, float], radius: float, turn: tuple[float, float], kind: Kind, status: Status
) -> None:
    """Draw the part of a disc between two angles in degrees: the colour is the kind, the filling the status."""
    stroke, colour = STATUS_STROKES[status], KIND_COLOURS[kind]
    solid = status is Status.ASSERTED
    axes.add_patch(
        Wedge(
            middle,
            radius,
            *turn,
            facecolor=colour if solid else "white",
            edgecolor=colour,
            hatch=stroke.hatch or None,
            linewidth=0.0 if solid else 0.9,
            alpha=stroke.opacity,
            zorder=31,
        )
    )
    axes.add_patch(Wedge(middle, radius, *turn, facecolor="none", edgecolor=INK, linewidth=0.6, zorder=32))


def _draw_flow(pen: Pen, flow: Flow, scene: Scene) -> None:
    colour, stroke = KIND_COLOURS[flow.kind], STATUS_STROKES[flow.status]
    width = 1.3 + 0.9 * sqrt(len(flow.numbers))
    radii = {
        (spot.ground.lon, spot.ground.lat): disc_radius(len(spot.numbers)) + 2.5
        for spot in scene.spots
        if spot.ground.shape is Shape.POINT
    }
    for leg in flow.legs:
        (ax, ay), (bx, by) = pen.at(*leg.start), pen.at(*leg.end)
        length = hypot(bx - ax, by - ay)
        if length == 0:
            continue
        ux, uy = (bx - ax) / length, (by - ay) / length
        clear_start = min(radii.get(leg.start, 0.0) * pen.point, length * 0.4)
        clear_end = min(radii.get(leg.end, 4.0) * pen.point, length * 0.4)
        if leg.final and flow.reached is not True:
            clear_end = max(clear_end, length * (1 - SHORT_OF_GOAL))
        tail, tip = (ax + ux * clear_start, ay + uy * clear_start), (bx - ux * clear_end, by - uy * clear_end)
        head = (5.0 + 1.6 * width) * pen.point if leg.final else 0.0
        body = (tip[0] - ux * head * 0.8, tip[1] - uy * head * 0.8) if flow.reached is True else tip
        for colours, extra in (("white", 2.2), (colour, 0.0)):
            pen.axes.plot(
                [tail[0], body[0]],
                [tail[1], body[1]],
                color=colours,
                linewidth=width + extra,
                linestyle=(0, stroke.dashes) if stroke.dashes and extra == 0.0 else "-",
                dash_capstyle="round",
                solid_capstyle="butt",
                alpha=stroke.opacity,
                zorder=25,
            )
        if leg.final:
            _draw_head(pen, tip, (ux, uy), head, colour=colour, width=width, filled=flow.reached is True)
        if stroke.crossed:
            _draw_cross(pen, ((tail[0] + tip[0]) / 2, (tail[1] + tip[1]) / 2), (4.0 + width) * pen.point)


def _draw_head(
    pen: Pen,
    tip: tuple[float, float],
    direction: tuple[float, float],
    length: float,
    *,
    colour: str,
    width: float,
    filled: bool,
) -> None:
    ux, uy = direction
    base = (tip[0] - ux * length, tip[1] - uy * length)
    half = length * 0.45
    wings = [(base[0] - uy * half, base[1] + ux * half), (base[0] + uy * half, base[1] - ux * half)]
    if filled:
        corners = [wings[0], tip, wings[1]]
        pen.axes.add_patch(Polygon(corners, closed=True, facecolor=colour, edgecolor="white", zorder=26))
        return
    xs, ys = zip(wings[0], tip, wings[1], strict=True)
    pen.axes.plot(xs, ys, color=colour, linewidth=width, solid_joinstyle="miter", zorder=26)


def _draw_cross(pen: Pen, middle: tuple[float, float], size: float) -> None:
    x, y = middle
    for sign in (1, -1):
        pen.axes.plot([x - size, x + size], [y - sign * size, y + sign * size], color=INK, linewidth=1.6, zorder=27)


def _draw_gate(pen: Pen, gate: Gate) -> None:
    x, y = pen.at(gate.lon, gate.lat)
    size = 5.0 * pen.point
    corners = [(x + size * cos(turn * pi / 2), y + size * sin(turn * pi / 2)) for turn in range(4)]
    fill = INK if gate.stated else "white"
    pen.axes.add_patch(Polygon(corners, closed=True, facecolor=fill, edgecolor=INK, linewidth=1.2, zorder=29))
