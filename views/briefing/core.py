"""Choose which points a map must show: all, or all but a few far ones that would make the rest too small to read."""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot

from views.briefing.frame import Frame, frame_of

BEYOND_SHARE = 0.1
"""Share of the claims' places that may lie beyond the edge; they are named on the sheet."""
SHRINKS_TO = 0.5
"""A map is cut, and cut again, only where that makes it at most half as wide as before."""
WEIGHT_LEAST = 10
"""A selection with fewer mentions of places is shown whole."""

Point = tuple[float, float]


def frame_for(weights: Mapping[Point, int], *, ratio: float) -> tuple[Frame, frozenset[Point]]:
    """Return the frame of a map, and the points that lie beyond its edge.

    Parameters
    ----------
    weights
        How often claims name each (lon, lat).
    ratio
        Width of the map on paper over its height.

    >>> near = {(43.0 + step / 10, 36.0): 5 for step in range(5)}
    >>> _, beyond = frame_for({**near, (71.4, 51.1): 1}, ratio=1.5)
    >>> beyond
    frozenset({(71.4, 51.1)})
    >>> frame_for(near, ratio=1.5)[1]
    frozenset()
    """
    whole = frame_of(weights, ratio=ratio)
    total = sum(weights.values())
    if total < WEIGHT_LEAST:
        return whole, frozenset()
    places = {point: whole.transformer.transform(*point) for point in weights}
    middle = [_median([(places[point][axis], weight) for point, weight in weights.items()]) for axis in (0, 1)]

    def far(point: Point) -> tuple[float, Point]:
        x, y = places[point]
        return -hypot((x - middle[0]) / ratio, y - middle[1]), point

    chosen, left_out, weight = whole, 0, 0
    ranked = sorted(weights, key=far)
    for number, point in enumerate(ranked, start=1):
        weight += weights[point]
        if weight > total * BEYOND_SHARE:
            break
        kept = frame_of(ranked[number:], ratio=ratio)
        if kept.right - kept.left <= (chosen.right - chosen.left) * SHRINKS_TO:
            chosen, left_out = kept, number
    return chosen, frozenset(point for point in ranked[:left_out] if not _holds(chosen, point))


def _median(values: list[tuple[float, int]]) -> float:
    half, passed = sum(weight for _, weight in values) / 2, 0
    for value, weight in sorted(values):
        passed += weight
        if passed >= half:
            return value
    raise ValueError("a median needs a value")


def _holds(frame: Frame, point: Point) -> bool:
    x, y = frame.transformer.transform(*point)
    return bool(frame.left <= x <= frame.right and frame.bottom <= y <= frame.top)
