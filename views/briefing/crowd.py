"""Join the marks of places that lie so close on the sheet that their discs would hide one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from math import hypot

from events.claim import Kind, Status
from geo.place import Shape
from views.briefing.pen import disc_radius
from views.briefing.scene import Scene, Spot, importance, shares_of

CLOSEST = 8.0
"""Points between two discs that stay apart: nearer ones cover half of one another and more."""
GROWTH = 1.25
"""Step by which the distance grows while there are too many marks for the sheet."""


def with_joined_spots(
    scene: Scene, at: Callable[[float, float], tuple[float, float]], *, most: int, scale: float = 1.0
) -> Scene:
    """Return the scene with the discs of neighbours joined to that of the most claims, until at most `most` are left.

    Areas and lines stay as they are.

    Parameters
    ----------
    at
        Gives the place of (lon, lat) on the sheet in printer's points.
    scale
        Factor of the discs' radii.
    """
    discs = [spot for spot in scene.spots if spot.ground.shape is Shape.POINT]
    points = [at(spot.ground.lon, spot.ground.lat) for spot in discs]
    weights = [len(spot.numbers) for spot in discs]
    reach = CLOSEST * scale
    groups = _groups(points, reach)
    while len(groups) > most:
        reach *= GROWTH
        groups = _groups(points, reach)
    groups = _apart(groups, points, weights, scale)
    joined = [_joined([discs[member] for member in group]) for group in groups]
    others = [spot for spot in scene.spots if spot.ground.shape is not Shape.POINT]
    return replace(scene, spots=tuple(sorted((*joined, *others), key=importance)))


def _groups(points: list[tuple[float, float]], reach: float) -> list[list[int]]:
    """Return the numbers of the points by group; each group's first is its leader, and no leader is near another."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    members: dict[int, list[int]] = {}
    for number, (x, y) in enumerate(points):
        column, row = int(x // reach), int(y // reach)
        near = [
            (hypot(points[leader][0] - x, points[leader][1] - y), leader)
            for across in (-1, 0, 1)
            for up in (-1, 0, 1)
            for leader in cells.get((column + across, row + up), ())
        ]
        distance, leader = min(near, default=(reach, number))
        if distance < reach:
            members[leader].append(number)
        else:
            members[number] = [number]
            cells[column, row].append(number)
    return list(members.values())


def _apart(
    groups: list[list[int]], points: list[tuple[float, float]], weights: list[int], scale: float
) -> list[list[int]]:
    """Join groups until no disc hides the middle of another; a disc grows with what it is joined with."""
    while True:
        radii = {group[0]: disc_radius(sum(weights[member] for member in group)) * scale for group in groups}
        kept: list[list[int]] = []
        for group in sorted(groups, key=lambda group: (-radii[group[0]], group[0])):
            x, y = points[group[0]]
            near = [
                (distance, number)
                for number, other in enumerate(kept)
                if (distance := hypot(points[other[0]][0] - x, points[other[0]][1] - y)) < radii[other[0]]
            ]
            if near:
                kept[min(near)[1]].extend(group)
            else:
                kept.append(list(group))
        if len(kept) == len(groups):
            return groups
        groups = kept


def _joined(spots: list[Spot]) -> Spot:
    first, *others = spots
    if not others:
        return first
    parts: dict[tuple[Kind, Status], set[int]] = defaultdict(set)
    for spot in spots:
        for share in spot.shares:
            parts[share.kind, share.status].update(share.numbers)
    numbers = sorted({number for spot in spots for number in spot.numbers})
    return replace(first, numbers=tuple(numbers), shares=shares_of(parts), joined=tuple(others))
