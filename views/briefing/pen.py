"""Write words and draw strokes on matplotlib axes whose unit is a metre of the map."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import pi, sqrt
from typing import Any

import numpy as np
import shapely
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

from views.briefing.frame import Frame
from views.briefing.scene import Spot

INK = "#1f2933"
"""Text and thin lines: nearly black, softer than black on a projector."""
DISC_LEAST, DISC_GROWTH, DISC_MOST = 5.5, 2.6, 24.0
"""A disc's radius in points: its least, its growth with the root of the count, its most."""
DISCS_SHARE = 0.07
"""Share of the map that discs may take together."""


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
