"""Show where on the globe the map's area lies."""

from __future__ import annotations

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.patches import Circle, Polygon
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from views.briefing.frame import Frame
from views.briefing.ground import BORDER, LAND, SEA

GLOBE = 6_371_000.0
"""Radius of the drawn globe, in metres of its projection."""


def draw_inset(axes: Axes, frame: Frame, land: tuple[BaseGeometry, ...]) -> None:
    """Draw the half of the globe around the frame's centre, and the frame on it.

    Parameters
    ----------
    land
        Outlines in EPSG:4326; coarse ones do.
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
    axes.add_patch(Circle((0, 0), GLOBE, facecolor=SEA, edgecolor="none"))
    for piece in land:
        _draw_land(axes, globe, piece)
    axes.add_patch(Circle((0, 0), GLOBE, facecolor="none", edgecolor=BORDER, linewidth=0.8))
    axes.add_patch(Polygon(_edge(frame, globe), closed=True, facecolor="#D55E0033", edgecolor="#D55E00", linewidth=1.2))


def _draw_land(axes: Axes, globe: Frame, piece: BaseGeometry) -> None:
    for part in shapely.get_parts(piece):
        if part.geom_type != "Polygon":
            continue
        ring = np.asarray(part.exterior.coords)
        x, y = globe.transformer.transform(ring[:, 0], ring[:, 1], errcheck=False)
        seen = np.isfinite(x) & np.isfinite(y)
        if seen.sum() > 3:
            corners = np.column_stack([np.asarray(x)[seen], np.asarray(y)[seen]])
            axes.add_patch(Polygon(corners, closed=True, facecolor=LAND, edgecolor=BORDER, linewidth=0.3))


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
