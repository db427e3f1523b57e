"""Draw a scale bar that is right at the middle of the map."""

from __future__ import annotations

from math import floor, log10

from matplotlib.patches import Rectangle

from views.briefing.labels import Box
from views.briefing.pen import INK, Pen, write

LONGEST_SHARE = 0.22
"""The bar takes at most this share of the map's width."""
SMALLEST_SCALE_KM = 4500.0
"""From this width of the map on no bar is drawn: distances differ too much across the sheet."""


def bar_km(width_km: float) -> float | None:
    """Return the length of the scale bar for a map of that width, or None where none would be honest.

    >>> bar_km(1000.0)
    200.0
    >>> bar_km(130.0)
    20.0
    >>> bar_km(9000.0) is None
    True
    """
    if width_km > SMALLEST_SCALE_KM:
        return None
    most = width_km * LONGEST_SHARE
    power = 10.0 ** floor(log10(most))
    return next(step * power for step in (5.0, 2.0, 1.0) if step * power <= most)


def draw_scale_bar(pen: Pen, *, size: float) -> Box:
    """Draw the bar at the lower right of the map and return what it covers, in printer's points on the plate.

    The projection keeps areas; within the extents for which a bar is drawn, lengths are within 2 % of it. `size` is
    the letters' height in points.
    """
    frame, unit = pen.frame, pen.scale * pen.point
    length = bar_km((frame.right - frame.left) / 1000)
    if length is None or frame.world:
        return Box(left=0.0, bottom=0.0, right=0.0, top=0.0)
    right = frame.right - 14 * unit
    left, y = right - length * 1000, frame.bottom + 14 * unit
    for start, fill in ((left, INK), ((left + right) / 2, "white")):
        half = Rectangle((start, y), length * 500, 3 * unit, facecolor=fill, edgecolor=INK, linewidth=0.7, zorder=40)
        pen.patch(half)
    for x, words, side in ((left, "0", "center"), (right, f"{length:g} km", "right")):
        write(pen.axes, (x, y + 5 * unit), words, size=size, ha=side, va="bottom", halo="white", z=40)
    return Box(
        left=(left - frame.left) / pen.point - size,
        bottom=0.0,
        right=(frame.right - frame.left) / pen.point,
        top=19 * pen.scale + size * 1.4,
    )
