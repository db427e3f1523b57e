"""Draw a scene's outlines, crossings and discs on matplotlib axes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import Any

import numpy as np
import shapely
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Patch, PathPatch, Polygon, Wedge
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

from events.claim import Kind, Status
from geo.place import Shape
from views.briefing.frame import Frame
from views.briefing.scene import Gate, Scene, Share, Spot
from views.palette import KIND_COLOURS, STATUS_STROKES

INK = "#1f2933"
"""Text and thin lines: nearly black, softer than black on a projector."""
DISC_LEAST, DISC_GROWTH, DISC_MOST = 5.5, 2.6, 24.0
"""A disc's radius in points: its least, its growth with the root of the count, its most."""
DISCS_SHARE = 0.07
"""Share of the map that discs may take together."""
SHARES_MOST = 10
"""Parts of a disc by kind and status; where there are more, the statuses that are not "asserted" are drawn as one."""
MIXED_COLOUR = "#4a5560"
"""Of the outline of an area about which claims of several kinds are made."""
MIXED_HATCH = "---"
DOT = 1.8
"""Radius in points of the dot of a place that is counted with its neighbour."""

Outlines = Callable[[str], BaseGeometry | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """The axes, the map from degrees to their metres, and how many metres a printer's point covers."""

    axes: Axes
    frame: Frame
    point: float
    scale: float = 1.0
    """factor of marks and strokes, 1 for a sheet of 19.2 by 10.8 inches"""
    growth: float = DISC_GROWTH
    """growth of a disc's radius in points with the root of the count"""

    name: str = "map"
    """begins the ids of what is drawn, for those who edit the SVG"""

    def id(self, *parts: str | float) -> str:
        """Return the id of a thing that is drawn.

        >>> Pen.id(Pen(axes=None, frame=None, point=1.0), "disc", "gn:98, x")  # type: ignore[arg-type]
        'map.disc.gn-98-x'
        """
        return ".".join(re.sub(r"[^\w]+", "-", str(part)).strip("-") for part in (self.name, *parts))

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the place of (lon, lat) on the axes, in metres."""
        x, y = self.frame.transformer.transform(lon, lat)
        return float(x), float(y)

    def on_plate(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the place of (lon, lat) in printer's points from the plate's lower left corner."""
        x, y = self.at(lon, lat)
        return (x - self.frame.left) / self.point, (y - self.frame.bottom) / self.point

    def radius(self, spot: Spot) -> float:
        """Return the radius of a spot's disc in points."""
        return disc_radius(len(spot.numbers), growth=self.growth) * self.scale

    def patch(self, patch: Patch, *, id: str | None = None) -> None:  # noqa: A002 - SVG's word
        """Draw a patch whose line width is for a scale of 1; the axes' limits stay as they are."""
        patch.set_gid(id)
        patch.set_linewidth(patch.get_linewidth() * self.scale)
        self.axes.add_artist(patch)

    def line(  # noqa: PLR0913 - where, and how it looks
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        colour: str,
        width: float,
        z: float,
        dashes: tuple[float, ...] = (),
        opacity: float = 1.0,
        id: str | None = None,  # noqa: A002 - SVG's word
    ) -> None:
        """Draw a line through points in metres; its width is for a scale of 1."""
        line = Line2D(
            xs,
            ys,
            color=colour,
            linewidth=width * self.scale,
            linestyle=(0, dashes) if dashes else "-",
            dash_capstyle="round",
            solid_capstyle="butt",
            solid_joinstyle="miter",
            alpha=opacity,
            zorder=z,
        )
        line.set_gid(id)
        self.axes.add_artist(line)


def write(  # noqa: PLR0913 - where, what, and how it looks
    where: Axes | Figure,
    at: tuple[float, float],
    words: str,
    *,
    size: float,
    colour: str = INK,
    bold: bool = False,
    ha: str = "left",
    va: str = "baseline",
    halo: str | None = None,
    z: float = 50.0,
) -> None:
    """Write words, with a halo in a colour where one is given; `$` stays a dollar sign.

    The halo is a stroke beneath: the words above it stay words that a reader of the PDF can search for.
    """
    look: dict[str, Any] = {
        "fontsize": size, "fontweight": "bold" if bold else "normal", "ha": ha, "va": va, "parse_math": False,
    }  # fmt: skip
    if isinstance(where, Axes):
        look["clip_on"] = True
    if halo is not None:
        stroke = [patheffects.Stroke(linewidth=size * 0.27, foreground=halo)]
        where.text(*at, words, color=halo, path_effects=stroke, zorder=z, **look)
    where.text(*at, words, color=colour, zorder=z + 0.1, **look)


def disc_radius(count: int, *, growth: float = DISC_GROWTH) -> float:
    """Return the radius in points of the disc of a place with that many claims.

    >>> disc_radius(1) < disc_radius(10) < disc_radius(10_000)
    True
    """
    return min(DISC_MOST, DISC_LEAST + growth * (sqrt(count) - 1))


def growth_for(counts: Sequence[int], *, area: float) -> float:
    """Return how much discs may grow with their claims so that they do not take more than their share of a map.

    Parameters
    ----------
    counts
        Of the claims of each disc.
    area
        Of the map, in square points for a scale of 1.

    >>> growth_for([1, 4], area=500_000.0) == DISC_GROWTH
    True
    >>> 0.0 <= growth_for([100] * 100, area=500_000.0) < DISC_GROWTH / 3
    True
    """
    growth = DISC_GROWTH
    while growth > 0.05 and sum(disc_radius(count, growth=growth) ** 2 for count in counts) * pi > area * DISCS_SHARE:
        growth *= 0.8
    return growth


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


def draw_marks(pen: Pen, scene: Scene, outlines: Outlines) -> None:
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


def _draw_area(pen: Pen, spot: Spot, outlines: Outlines) -> None:
    kinds, statuses = {share.kind for share in spot.shares}, {share.status for share in spot.shares}
    # an outline has one colour and one line: of several kinds or statuses it takes none, its label tells them apart
    colour = KIND_COLOURS[kinds.pop()] if len(kinds) == 1 else MIXED_COLOUR
    stroke = STATUS_STROKES[statuses.pop() if len(statuses) == 1 else Status.ASSERTED]
    name = pen.id("area", spot.place_id, spot.ground.shape)
    line = (0, stroke.dashes) if stroke.dashes else "-"
    shapes = [shape for key in spot.ground.outlines if (shape := outlines(key)) is not None and not shape.is_empty]
    if spot.ground.shape is Shape.RING or not shapes:
        x, y = pen.at(spot.ground.lon, spot.ground.lat)
        radius = max(spot.ground.radius_km * 1000, 6 * pen.scale * pen.point)
        pen.patch(Circle((x, y), radius, facecolor=colour, alpha=0.07 * stroke.opacity, edgecolor="none", zorder=20))
        pen.patch(
            Circle((x, y), radius, facecolor="none", edgecolor=colour, linewidth=1.4, linestyle=line, zorder=21),
            id=name,
        )
        return
    for number, shape in enumerate(shapes):
        flat = spot.ground.shape is Shape.LINE
        patch = PathPatch(path_of(shape), facecolor="none" if flat else colour, alpha=0.09, edgecolor="none", zorder=20)
        pen.patch(patch)
        pen.patch(
            PathPatch(
                path_of(shape),
                facecolor="none",
                edgecolor=colour,
                linewidth=2.6 if flat else 1.4,
                linestyle=line,
                alpha=stroke.opacity,
                zorder=21,
            ),
            id=f"{name}.{number}" if number else name,
        )


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


def draw_shares(
    axes: Axes, middle: tuple[float, float], radius: float, shares: Sequence[Share], *, scale: float, z: float = 31.0
) -> None:
    """Draw a disc cut by kind and status, from the top clockwise; a crowded one by kind and whether it is asserted."""
    parts: list[tuple[Kind, Status | None, int]] = [(share.kind, share.status, share.count) for share in shares]
    if is_crowded(shares):
        parts = [(kind, status, count) for (kind, status), count in _condensed(shares).items()]
    total = sum(count for *_, count in parts)
    start = 90.0
    for kind, status, count in parts:
        width = 360.0 * count / total
        axes.add_artist(wedge(middle, radius, (start - width, start), kind, status, scale=scale, z=z))
        start -= width


def is_crowded(shares: Sequence[Share]) -> bool:
    """Whether a disc would be cut into more parts than anybody can tell apart."""
    return len(shares) > SHARES_MOST


def _condensed(shares: Sequence[Share]) -> dict[tuple[Kind, Status | None], int]:
    counts: dict[tuple[Kind, Status | None], int] = {}
    for share in shares:
        key = (share.kind, share.status if share.status is Status.ASSERTED else None)
        counts[key] = counts.get(key, 0) + share.count
    return counts


def wedge(
    middle: tuple[float, float],
    radius: float,
    turn: tuple[float, float],
    kind: Kind,
    status: Status | None,
    *,
    scale: float,
    z: float = 31.0,
) -> Wedge:
    """Return the part of a disc between two angles in degrees: the colour is the kind, the filling the status.

    Without a status it stands for claims of several that are not asserted.
    """
    colour = KIND_COLOURS[kind]
    solid = status is Status.ASSERTED
    opacity = 1.0 if status is None else STATUS_STROKES[status].opacity
    return Wedge(
        middle,
        radius,
        *turn,
        facecolor=colour if solid else "white",
        edgecolor=(INK, max(opacity, 0.6)),
        hatch=MIXED_HATCH if status is None else STATUS_STROKES[status].hatch or None,
        hatchcolor=(colour, opacity),
        linewidth=0.6 * scale,
        zorder=z,
    )


def _draw_gate(pen: Pen, gate: Gate) -> None:
    x, y = pen.at(gate.lon, gate.lat)
    size = 5.0 * pen.scale * pen.point
    corners = [(x + size * cos(turn * pi / 2), y + size * sin(turn * pi / 2)) for turn in range(4)]
    fill = INK if gate.stated else "white"
    mark = Polygon(corners, closed=True, facecolor=fill, edgecolor=INK, linewidth=1.2, zorder=29)
    pen.patch(mark, id=pen.id("crossing", gate.name, gate.lon, gate.lat))
