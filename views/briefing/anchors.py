"""Find where inside an area, or on a line, its own label can stand."""

from __future__ import annotations

from math import hypot

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.place import Shape
from views.briefing.labels import Box
from views.briefing.marks import OutlinesInFrame, ring_radius
from views.briefing.pen import Pen
from views.briefing.scene import Spot

GRID = 9
"""Points tried across an area and up it."""
ANCHORS_MOST = 24
ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
"""Where along a line its label may stand, in its length."""

Anchors = tuple[tuple[float, float], ...]


def anchors_of(pen: Pen, spot: Spot, outlines: OutlinesInFrame, *, size: tuple[float, float], inside: Box) -> Anchors:
    """Return the middles of the places where a label lies within the spot's area, the nearest to its point first.

    All lengths are in printer's points on the plate. An area too small for the label has none.

    Parameters
    ----------
    size
        Of the label: width and height.
    inside
        What the label must not leave.
    """
    at = pen.on_plate(spot.ground.lon, spot.ground.lat)
    if spot.ground.shape is Shape.RING:
        return _within(shapely.Point(at).buffer(ring_radius(pen, spot) / pen.point), at, size=size, inside=inside)
    shapes = [shape for key in spot.ground.outlines if (shape := outlines(key)) is not None and not shape.is_empty]
    if not shapes:
        return ()
    parts = shapely.get_parts([_on_plate(pen, shape) for shape in shapes])
    sheet = (inside.left, inside.bottom, inside.right, inside.top)
    seen = [part for part in shapely.get_parts(shapely.clip_by_rect(parts, *sheet)) if not part.is_empty]
    lines = [part for part in seen if part.geom_type == "LineString"]
    if lines:
        merged = shapely.get_parts(shapely.line_merge(shapely.union_all(lines)))
        longest = max(merged, key=lambda part: float(part.length))
        points = [longest.interpolate(share, normalized=True) for share in ALONG]
        return tuple((float(point.x), float(point.y)) for point in points)
    areas = [part for part in seen if part.geom_type == "Polygon"]
    return _within(max(areas, key=lambda part: float(part.area)), at, size=size, inside=inside) if areas else ()


def _within(area: BaseGeometry, at: tuple[float, float], *, size: tuple[float, float], inside: Box) -> Anchors:
    left, bottom, right, top = area.bounds
    half_width, half_height = size[0] / 2, size[1] / 2
    left, right = max(left, inside.left), min(right, inside.right)
    bottom, top = max(bottom, inside.bottom), min(top, inside.top)
    xs, ys = (
        grid.ravel() for grid in np.meshgrid(np.linspace(left, right, GRID + 2), np.linspace(bottom, top, GRID + 2))
    )
    xs, ys = np.append(xs, at[0]), np.append(ys, at[1])
    fits = np.ones(len(xs), dtype=bool)
    shapely.prepare(area)
    for across in (-half_width, 0.0, half_width):
        for up in (-half_height, half_height):
            fits &= shapely.contains_xy(area, xs + across, ys + up)
    found = sorted(
        (round(hypot(x - at[0], y - at[1]), 3), float(x), float(y)) for x, y in zip(xs[fits], ys[fits], strict=True)
    )
    return tuple((x, y) for _, x, y in found[:ANCHORS_MOST])


def _on_plate(pen: Pen, shape: BaseGeometry) -> BaseGeometry:
    corner = np.array([pen.frame.left, pen.frame.bottom])
    return shapely.transform(shape, lambda points: (points - corner) / pen.point)
