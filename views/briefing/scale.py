"""Draw a scale bar that is right at the middle of the map."""

from __future__ import annotations

from math import floor, log10

from views.briefing.ink import INK, Pen

LONGEST_SHARE = 0.22
"""The bar takes at most this share of the map's width."""
SMALLEST_SCALE_KM = 6000.0
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


def draw_scale_bar(pen: Pen, *, size: float) -> None:
    """Draw the bar at the lower right of the map; `size` is the letters' height in points.

    The projection keeps areas; within the extents for which a bar is drawn, lengths are within 2 % of it.
    """
    frame = pen.frame
    length = bar_km((frame.right - frame.left) / 1000)
    if length is None or frame.world:
        return
    right = frame.right - 14 * pen.point
    left, y = right - length * 1000, frame.bottom + 14 * pen.point
    for start, end, fill in ((left, (left + right) / 2, INK), ((left + right) / 2, right, "white")):
        pen.axes.fill_between(
            [start, end], y, y + 3 * pen.point, facecolor=fill, edgecolor=INK, linewidth=0.7, zorder=40
        )
    pen.axes.text(left, y + 5 * pen.point, "0", fontsize=size, ha="center", va="bottom", color=INK, zorder=40)
    words = f"{length:g} km"
    pen.axes.text(right, y + 5 * pen.point, words, fontsize=size, ha="right", va="bottom", color=INK, zorder=40)
