"""Show where on the globe the map's area lies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.patches import Circle, Polygon
from matplotlib.path import Path
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from views.briefing.frame import Frame
from views.briefing.ground import BORDER, LAND, SEA
from views.briefing.scene import Scene

GLOBE = 6_371_000.0
"""Radius of the drawn globe, in metres of its projection."""
EDGE_STEP = 0.05
"""Radians between the points of an outline that follows the globe's edge."""
SMALLEST_SHARE = 0.12
"""A smaller area gets a ring of this radius, in the globe's: alone it would not be seen."""


def corner_for_inset(
    frame: Frame, scene: Scene, *, width: float, height: float, side: float
) -> tuple[float, float] | None:
    """Return the lower left corner of the room for the inset, where it hides the fewest marks; None on a world map.

    All lengths are in points on the plate; the lower right corner is the scale bar's.
    """
    if frame.world:
        return None
    unit = (frame.right - frame.left) / width
    marks = [
        ((x - frame.left) / unit, (y - frame.bottom) / unit)
        for x, y in (frame.transformer.transform(*point) for point in scene.points)
    ]
    gap = side / 12

    def hidden(corner: tuple[float, float]) -> int:
        left, bottom = corner
        return sum(left - gap < x < left + side + gap and bottom - gap < y < bottom + side + gap for x, y in marks)

    top, right = height - side - gap, width - side - gap
    return min(((gap, top), (right, top), (gap, 3 * gap)), key=hidden)


def draw_inset(axes: Axes, frame: Frame, land: tuple[BaseGeometry, ...], *, scale: float) -> None:
    """Draw the half of the globe around the frame's centre, and the frame on it.

    Parameters
    ----------
    land
        Outlines in EPSG:4326; coarse ones do.
    scale
        Factor of the strokes, 1 for a sheet of 19.2 by 10.8 inches.
    """
    globe = Frame(
        crs=f"+proj=ortho +lat_0={frame.lat:.4f} +lon_0={frame.lon:.4f} +R={GLOBE:.0f} +units=m",
        name="orthographic",
        lon=frame.lon,
        lat=frame.lat,
        left=-GLOBE,
        bottom=-GLOBE,
        right=GLOBE,
        top=GLOBE,
        world=False,
    )
    axes.set_xlim(-GLOBE * 1.02, GLOBE * 1.02)
    axes.set_ylim(-GLOBE * 1.02, GLOBE * 1.02)
    axes.set_aspect("equal")
    axes.axis("off")
    axes.add_artist(Circle((0, 0), GLOBE, facecolor=SEA, edgecolor="none"))
    paths = list(_land(globe, land))
    axes.add_collection(
        PathCollection(paths, facecolors=LAND, edgecolors=BORDER, linewidths=0.3 * scale), autolim=False
    )
    axes.add_artist(Circle((0, 0), GLOBE, facecolor="none", edgecolor=BORDER, linewidth=0.8 * scale))
    edge = _edge(frame, globe)
    area = {"facecolor": "#D55E0033", "edgecolor": "#D55E00", "linewidth": 1.2 * scale}
    axes.add_artist(Polygon(edge, closed=True, **area))
    if np.ptp(edge[:, 0]) < SMALLEST_SHARE * GLOBE:
        axes.add_artist(Circle((0, 0), SMALLEST_SHARE * GLOBE, facecolor="none", edgecolor="#D55E00", linewidth=scale))


def _land(globe: Frame, land: tuple[BaseGeometry, ...]) -> Iterator[Path]:
    """Yield the outlines of the land on the near half of the globe."""
    rings = [part.exterior for piece in land for part in shapely.get_parts(piece) if part.geom_type == "Polygon"]
    coordinates, numbers = shapely.get_coordinates(rings, return_index=True)
    points, near = on_globe(globe, coordinates)
    breaks = np.flatnonzero(np.diff(numbers)) + 1
    for ring, seen in zip(np.split(points, breaks), np.split(near, breaks), strict=True):
        if seen.sum() > 3:
            yield Path(along_edge(ring, seen))


def on_globe(globe: Frame, degrees: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return points of a sphere seen from far above the globe's centre, and whether each is on the near half.

    The formulas are those of the orthographic projection (Snyder, Map Projections, 1987, eq. 20-3 to 20-5).
    """
    lon, lat = np.radians(degrees[:, 0] - globe.lon), np.radians(degrees[:, 1])
    middle = np.radians(globe.lat)
    x = np.cos(lat) * np.sin(lon)
    y = np.cos(middle) * np.sin(lat) - np.sin(middle) * np.cos(lat) * np.cos(lon)
    near = np.sin(middle) * np.sin(lat) + np.cos(middle) * np.cos(lat) * np.cos(lon) >= 0
    points: NDArray[np.float64] = np.column_stack([x, y]) * GLOBE
    return points, near


def along_edge(ring: NDArray[np.float64], near: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the near part of a ring; where it dips behind the globe it follows the globe's edge, the shorter way."""
    first = int(np.argmax(near))
    ring, near = np.roll(ring, -first, axis=0), np.roll(near, -first)
    ends = np.append(np.flatnonzero(near), len(ring))
    parts = []
    for here, after in pairwise(ends):
        parts.append(ring[here : here + 1])
        if after > here + 1:
            start, end = (np.arctan2(ring[at, 1], ring[at, 0]) for at in (here, after % len(ring)))
            turn = (end - start + np.pi) % (2 * np.pi) - np.pi
            angles = start + turn * np.linspace(0.0, 1.0, 2 + int(abs(turn) / EDGE_STEP))
            parts.append(np.column_stack([np.cos(angles), np.sin(angles)]) * GLOBE)
    whole: NDArray[np.float64] = np.concatenate(parts)
    return whole


def _edge(frame: Frame, globe: Frame) -> NDArray[np.float64]:
    steps = np.linspace(0.0, 1.0, 12)
    xs = frame.left + (frame.right - frame.left) * steps
    ys = frame.bottom + (frame.top - frame.bottom) * steps
    x = np.concatenate([xs, np.full_like(ys, frame.right), xs[::-1], np.full_like(ys, frame.left)])
    y = np.concatenate([np.full_like(xs, frame.bottom), ys, np.full_like(xs, frame.top), ys[::-1]])
    lon, lat = frame.transformer.transform(x, y, direction="INVERSE")
    across, up = globe.transformer.transform(lon, lat)
    edge: NDArray[np.float64] = np.column_stack([across, up])
    return edge[np.isfinite(edge).all(axis=1)]
