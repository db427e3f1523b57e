"""Place labels beside their marks so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

RINGS = (1.0, 2.2, 4.0, 7.0, 11.0)
"""Distances from the mark that are tried in turn, in label heights."""
DIRECTIONS = (0, 15, 1, 14, 4, 12, 2, 13, 8, 7, 9, 3, 11, 5, 6, 10)
"""Sixteenths of a turn, the right-hand side first: readers expect a name to the right of its dot."""
LEADER_FROM = 1.0
"""From this ring on a leader line joins label and mark."""
CELL = 120.0
"""Side of the grid's cells, in the unit of the boxes: a few labels a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An upright rectangle on paper; any unit, y upwards."""

    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two rectangles share an area."""
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )

    def within(self, outer: Box) -> bool:
        """Whether this rectangle lies inside `outer`."""
        return (
            outer.left <= self.left
            and outer.bottom <= self.bottom
            and self.right <= outer.right
            and self.top <= outer.top
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A label that should stand beside a mark: the mark's middle and radius, and the label's size."""

    x: float
    y: float
    radius: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a label goes, and whether a leader line must join it to its mark."""

    box: Box
    leader: bool


class _Grid:
    """Boxes by the cells that they touch, so that a placement looks only at its neighbours."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        for cell in self._touched(box):
            self._cells.setdefault(cell, []).append(box)

    def free(self, box: Box) -> bool:
        return not any(box.overlaps(other) for cell in self._touched(box) for other in self._cells.get(cell, ()))

    @staticmethod
    def _touched(box: Box) -> Iterable[tuple[int, int]]:
        for column in range(int(box.left // CELL), int(box.right // CELL) + 1):
            for row in range(int(box.bottom // CELL), int(box.top // CELL) + 1):
                yield column, row


def place_labels(
    wanted: Sequence[Wanted], *, inside: Box, obstacles: Iterable[Box] = (), avoided: Iterable[Box] = ()
) -> tuple[Placed | None, ...]:
    """Return a place for each label, in order; None where there is no room.

    Earlier labels are placed first: sort by importance. A label stays inside the sheet, covers no mark, no
    obstacle and no other label.

    Parameters
    ----------
    wanted
        The labels; all lengths in one unit.
    inside
        The rectangle that the labels must not leave.
    obstacles
        Rectangles that stay free: the scale bar.
    avoided
        Rectangles that stay free where that is possible: the shafts of arrows.
    """
    taken, shunned = _Grid(), _Grid()
    for obstacle in obstacles:
        taken.add(obstacle)
    for obstacle in avoided:
        shunned.add(obstacle)
    for one in wanted:
        taken.add(_around(one))
    placed: list[Placed | None] = []
    for one in wanted:
        free = [option for option in _options(one) if option.box.within(inside) and taken.free(option.box)]
        found = next((option for option in free if shunned.free(option.box)), free[0] if free else None)
        if found is not None:
            taken.add(found.box)
        placed.append(found)
    return tuple(placed)


def _around(one: Wanted) -> Box:
    return Box(left=one.x - one.radius, right=one.x + one.radius, bottom=one.y - one.radius, top=one.y + one.radius)


def _options(one: Wanted) -> Iterable[Placed]:
    for ring in RINGS:
        for sixteenth in DIRECTIONS:
            angle = sixteenth * pi / 8
            reach = one.radius + (ring - 0.6) * one.height
            x = one.x + cos(angle) * (reach + one.width / 2 * abs(cos(angle)))
            y = one.y + sin(angle) * (reach + one.height / 2)
            box = Box(
                left=x - one.width / 2, right=x + one.width / 2, bottom=y - one.height / 2, top=y + one.height / 2
            )
            yield Placed(box=box, leader=ring > LEADER_FROM)


def leader_end(placed: Placed, *, x: float, y: float) -> tuple[float, float]:
    """Return the point of the label's edge that is nearest to its mark's middle.

    >>> box = Box(left=10.0, bottom=0.0, right=20.0, top=4.0)
    >>> leader_end(Placed(box=box, leader=True), x=0.0, y=2.0)
    (10.0, 2.0)
    """
    box = placed.box
    return min(max(x, box.left), box.right), min(max(y, box.bottom), box.top)
