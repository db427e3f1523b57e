"""Draw movements as arrows between the points that their texts name."""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot, sqrt

from matplotlib.patches import Polygon

from geo.place import Shape
from views.briefing.marks import DOT
from views.briefing.pen import INK, Pen
from views.briefing.scene import Flow, Scene
from views.palette import KIND_COLOURS, STATUS_STROKES

FLOWS_MOST = 200
"""Arrows drawn; more would be a tangle. The largest are taken and the rest is counted."""
SHORT_OF_GOAL = 0.78
"""Share of the last leg that is drawn where the goal is not said to have been reached."""
WIDTH_LEAST, WIDTH_GROWTH, WIDTH_MOST = 2.2, 0.9, 8.0
"""An arrow's width in points: its least, its growth with the root of the count, its most."""


def draw_flows(pen: Pen, scene: Scene) -> int:
    """Draw the movements, the largest first, and return how many were left out."""
    clearances = _clearances(pen, scene)
    for number, flow in enumerate(scene.flows[:FLOWS_MOST]):
        _draw_flow(pen, flow, clearances, number=number)
    return max(0, len(scene.flows) - FLOWS_MOST)


def _clearances(pen: Pen, scene: Scene) -> dict[tuple[float, float], float]:
    """Return how far from a (lon, lat) an arrow must stop, in points, so that it leaves the mark there free."""
    discs = [spot for spot in scene.spots if spot.ground.shape is Shape.POINT]
    radii = {(dot.ground.lon, dot.ground.lat): (DOT + 1.5) * pen.scale for spot in discs for dot in spot.joined}
    rings = {False: 2.5, True: 5.0}
    for spot in discs:
        clear = pen.radius(spot) + rings[spot.ground.geo_precision > 1] * pen.scale
        radii[spot.ground.lon, spot.ground.lat] = max(clear, radii.get((spot.ground.lon, spot.ground.lat), 0.0))
    return radii


def _draw_flow(pen: Pen, flow: Flow, radii: Mapping[tuple[float, float], float], *, number: int) -> None:
    colour, stroke = KIND_COLOURS[flow.kind], STATUS_STROKES[flow.status]
    width = min(WIDTH_MOST, WIDTH_LEAST + WIDTH_GROWTH * (sqrt(len(flow.numbers)) - 1))
    for position, leg in enumerate(flow.legs):
        (ax, ay), (bx, by) = pen.at(*leg.start), pen.at(*leg.end)
        length = hypot(bx - ax, by - ay)
        if length == 0:
            continue
        ux, uy = (bx - ax) / length, (by - ay) / length
        clear_start = min(radii.get(leg.start, 0.0) * pen.point, length * 0.4)
        clear_end = min(radii.get(leg.end, 4.0 * pen.scale) * pen.point, length * 0.4)
        if leg.final and flow.reached is not True:
            clear_end = max(clear_end, length * (1 - SHORT_OF_GOAL))
        tail, tip = (ax + ux * clear_start, ay + uy * clear_start), (bx - ux * clear_end, by - uy * clear_end)
        head = (5.0 + 1.6 * width) * pen.scale * pen.point if leg.final else 0.0
        body = (tip[0] - ux * head * 0.8, tip[1] - uy * head * 0.8) if flow.reached is True else tip
        for colours, extra in (("white", 2.2), (colour, 0.0)):
            pen.line(
                (tail[0], body[0]),
                (tail[1], body[1]),
                colour=colours,
                width=width + extra,
                dashes=stroke.dashes if extra == 0.0 else (),
                opacity=stroke.opacity,
                z=25,
                id=None if extra else pen.id("arrow", flow.kind, flow.status, number, position),
            )
        if leg.final:
            _draw_head(pen, tip, (ux, uy), head, colour=colour, width=width, filled=flow.reached is True)
        if stroke.crossed:
            _draw_cross(pen, ((tail[0] + tip[0]) / 2, (tail[1] + tip[1]) / 2), (4.0 + width) * pen.scale * pen.point)


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
        pen.patch(Polygon(corners, closed=True, facecolor=colour, edgecolor="white", zorder=26))
        return
    xs, ys = zip(wings[0], tip, wings[1], strict=True)
    pen.line(xs, ys, colour=colour, width=width, z=26)


def _draw_cross(pen: Pen, middle: tuple[float, float], size: float) -> None:
    x, y = middle
    for sign in (1, -1):
        ends = (x - size, x + size), (y - sign * size, y + sign * size)
        pen.line(*ends, colour=INK, width=1.6, z=27)
