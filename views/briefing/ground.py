"""Bring outlines, rivers and borders from degrees into a frame, and draw the quiet basemap under the claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.patches import Polygon
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from views.briefing.frame import Frame
from views.briefing.labels import Box
from views.briefing.pen import Pen, path_of, write
from views.briefing.underlay import Basemap

LAND, SEA, SHORE = "#f4f1ea", "#dfe7ec", "#9aa5ad"
"""Quiet, so that the claims are what is seen."""
BORDER, PROVINCE, RIVER, GRATICULE = "#8d857a", "#cfc8bc", "#b5c9d6", "#c9ced2"
STEPS = (30.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.25, 0.1)
"""Degrees between the lines of a graticule."""
LINES_WANTED = 3
"""A graticule has at least this many meridians."""
EDGE_DEG = 179.99
"""How far a world map reaches from its middle: at the seam itself a point would stand on either edge."""
NAME_GAP = 34.0
"""Points between the names of two lines of the graticule."""
GREY = "#6b757d"


def window_of(frame: Frame) -> tuple[float, float, float, float]:
    """Return west, south, east, north in degrees of what the frame shows; west and east are relative to its centre."""
    if frame.world:
        return -EDGE_DEG, -90.0, EDGE_DEG, 90.0
    steps = np.linspace(0.0, 1.0, 25)
    xs = frame.left + (frame.right - frame.left) * steps
    ys = frame.bottom + (frame.top - frame.bottom) * steps
    grid_x, grid_y = np.meshgrid(xs, ys)
    lons, lats = frame.transformer.transform(grid_x.ravel(), grid_y.ravel(), direction="INVERSE")
    turned = (np.asarray(lons) - frame.lon + 180.0) % 360.0 - 180.0
    return float(turned.min()) - 0.5, float(np.min(lats)) - 0.5, float(turned.max()) + 0.5, float(np.max(lats)) + 0.5


def projected(geometry: BaseGeometry, frame: Frame, window: tuple[float, float, float, float]) -> BaseGeometry:
    """Return the part of a geometry that the window holds, in the frame's metres; empty where they do not meet.

    The antimeridian is crossed by shifting copies of the geometry by a whole turn around the frame's centre.
    """
    west, south, east, north = window
    lo, hi = frame.lon + west, frame.lon + east
    parts = []
    for turn in (-360.0, 0.0, 360.0):
        left, _, right, _ = geometry.bounds if not geometry.is_empty else (0.0, 0.0, -1.0, 0.0)
        if right + turn < lo or left + turn > hi:
            continue
        moved = affinity.translate(geometry, xoff=turn) if turn else geometry
        parts.append(shapely.clip_by_rect(moved, lo, max(south, -90.0), hi, min(north, 90.0)))
    joined = shapely.union_all(parts) if len(parts) > 1 else (parts[0] if parts else shapely.Point())
    if joined.is_empty:
        return joined

    def project(coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
        x, y = frame.transformer.transform(coordinates[:, 0], coordinates[:, 1])
        return np.column_stack([x, y])

    return shapely.transform(joined, project)


def draw_basemap(pen: Pen, basemap: Basemap, *, keep_free: Sequence[Box] = ()) -> None:
    """Draw sea, land, provinces, rivers, lakes, borders and the graticule.

    Parameters
    ----------
    keep_free
        Rectangles without names of the graticule's lines, in printer's points on the plate.
    """
    window = window_of(pen.frame)
    _draw_sea(pen)
    _fill(pen, basemap.land, window, colour=LAND, z=1)
    _stroke(pen, basemap.provinces, window, colour=PROVINCE, width=0.5, z=2)
    _stroke(pen, basemap.rivers, window, colour=RIVER, width=1.0, z=3)
    _fill(pen, basemap.lakes, window, colour=SEA, z=4)
    _stroke(pen, basemap.coast, window, colour=SHORE, width=0.7, z=5)
    _stroke(pen, basemap.borders, window, colour=BORDER, width=1.1, z=6)
    _stroke(pen, basemap.disputed, window, colour="white", width=1.2, z=7)
    _stroke(pen, basemap.disputed, window, colour=BORDER, width=1.1, z=8, dashes=(3.0, 2.5))
    _draw_graticule(pen, window, keep_free)


def _draw_sea(pen: Pen) -> None:
    """Fill the sheet with sea, or the globe's outline where the sheet shows more than the globe."""
    if not pen.frame.world:
        pen.axes.set_facecolor(SEA)
        return
    pen.axes.set_facecolor("white")
    lats = np.linspace(-90.0, 90.0, 121)
    lons = np.concatenate([np.full_like(lats, pen.frame.lon - EDGE_DEG), np.full_like(lats, pen.frame.lon + EDGE_DEG)])
    x, y = pen.frame.transformer.transform(lons, np.concatenate([lats, lats[::-1]]))
    corners = np.column_stack([x, y])
    pen.patch(Polygon(corners, closed=True, facecolor=SEA, edgecolor=SHORE, linewidth=0.6, zorder=0.5))


def _shown(pen: Pen, shapes: Iterable[BaseGeometry], window: tuple[float, float, float, float]) -> list[BaseGeometry]:
    found = (projected(shape, pen.frame, window) for shape in shapes)
    return [shape for shape in found if not shape.is_empty]


def _fill(
    pen: Pen, shapes: Iterable[BaseGeometry], window: tuple[float, float, float, float], *, colour: str, z: int
) -> None:
    paths = [path_of(shape) for shape in _shown(pen, shapes, window)]
    pen.axes.add_collection(PathCollection(paths, facecolors=colour, edgecolors="none", zorder=z), autolim=False)


def _stroke(
    pen: Pen,
    shapes: Iterable[BaseGeometry],
    window: tuple[float, float, float, float],
    *,
    colour: str,
    width: float,
    z: int,
    dashes: tuple[float, ...] = (),
) -> None:
    paths = [path_of(shape) for shape in _shown(pen, shapes, window)]
    collection = PathCollection(
        paths,
        facecolors="none",
        edgecolors=colour,
        linewidths=width * pen.scale,
        linestyles=[(0, dashes)] if dashes else "solid",
        zorder=z,
    )
    pen.axes.add_collection(collection, autolim=False)


def _draw_graticule(pen: Pen, window: tuple[float, float, float, float], keep_free: Sequence[Box]) -> None:
    west, south, east, north = window
    step = next((size for size in STEPS if (east - west) / size >= LINES_WANTED), STEPS[-1])
    frame = pen.frame
    lines = []
    first = np.ceil((frame.lon + west) / step) * step
    taken = 0.0
    for lon in np.arange(first, frame.lon + east, step):
        lats = np.linspace(max(south, -89.9), min(north, 89.9), 60)
        x, y = frame.transformer.transform(np.full_like(lats, lon), lats)
        lines.append(np.column_stack([x, y]))
        shown = (lon + 180.0) % 360.0 - 180.0
        name = f"{abs(shown):g}°{'E' if shown >= 0 else 'W'}"
        taken = _name_line(pen, lines[-1], name, upright=True, after=taken, keep_free=keep_free)
    taken = 0.0
    for lat in np.arange(np.ceil(max(south, -85.0) / step) * step, min(north, 85.0), step):
        lons = np.linspace(frame.lon + west, frame.lon + east, 120)
        x, y = frame.transformer.transform(lons, np.full_like(lons, lat))
        lines.append(np.column_stack([x, y]))
        name = f"{abs(lat):g}°{'N' if lat >= 0 else 'S'}"
        taken = _name_line(pen, lines[-1], name, upright=False, after=taken, keep_free=keep_free)
    widths = 0.4 * pen.scale
    pen.axes.add_collection(LineCollection(lines, colors=GRATICULE, linewidths=widths, zorder=9), autolim=False)


def _name_line(
    pen: Pen, line: NDArray[np.float64], name: str, *, upright: bool, after: float, keep_free: Sequence[Box]
) -> float:
    """Write a line's degrees where it enters the sheet, meridians at the bottom, parallels at the left.

    A name that would run into the one before it, into a corner or into what must stay free, is left out.

    Returns
    -------
    float
        How far along the sheet's edge the last name reaches, in points.
    """
    frame, point = pen.frame, pen.point
    x, y = (line[:, 0] - frame.left) / point, (line[:, 1] - frame.bottom) / point
    width, height = (frame.right - frame.left) / point, (frame.top - frame.bottom) / point
    inside = (x > 0) & (x < width) & (y > 0) & (y < height)
    if not inside.any():
        return after
    entry = int(np.argmax(inside))
    along, gap = float(x[entry] if upright else y[entry]), NAME_GAP * pen.scale
    if along < max(after, gap * 0.7) or along > (width if upright else height) - gap * 0.7:
        return after
    size = 6.0 * pen.scale
    at = (along, max(float(y[entry]), 0.0) + size * 0.4) if upright else (max(float(x[entry]), 0.0) + size * 0.6, along)
    around = Box(left=at[0] - gap / 2, bottom=at[1], right=at[0] + gap / 2, top=at[1] + size * 1.3)
    if any(around.overlaps(other) for other in keep_free):
        return after
    spot = (frame.left + at[0] * point, frame.bottom + at[1] * point)
    side = "center" if upright else "left"
    write(pen.axes, spot, name, size=size, colour=GREY, ha=side, va="bottom", halo=LAND, z=10)
    return along + gap
