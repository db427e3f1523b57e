"""Place labels beside their marks so that none covers another, and none stands far from its mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import merge
from math import cos, hypot, pi, sin

RINGS = (0.9, 2.0, 3.2, 4.6)
"""Distances from the mark that are tried, in label heights; further off, nobody finds the mark."""
RING_COSTS = (0.0, 3.0, 6.0, 9.0)
DIRECTIONS = (0, 15, 1, 14, 4, 12, 2, 13, 8, 7, 9, 3, 11, 5, 6, 10)
"""Sixteenths of a turn, the right-hand side first: readers expect a name to the right of its dot."""
DIRECTION_COST = 0.12
"""Of each step down that list."""
ANCHOR_COST = 0.25
"""Of each step down the list of places inside the area that a label names."""
SHUNNED_COST = 5.0
"""Of covering what should stay free where that is possible: the shafts of arrows."""
CROSSED_COST = 4.0
"""Of a leader line that runs over another mark, another leader or an arrow."""
LEADER_FROM = 1.0
"""Beyond this ring a leader line joins label and mark."""
SWEEPS = 2
"""How often every label is placed anew, now that the others stand."""
CELL = 60.0
"""Side of the grid's cells, in the unit of the boxes: a label a cell."""
STEP = 5.0
"""Distance of the points along a leader at which it is asked what lies there."""


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
class Form:
    """A size that a label can take, and what it costs to say no more than fits into it."""

    width: float
    height: float
    cost: float = 0.0
    anchors: tuple[tuple[float, float], ...] = ()
    """middles at which the label lies within what it names, the best first: it needs no leader there"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A label that should stand beside a mark: the mark's middle and radius, and the forms, the fullest first."""

    x: float
    y: float
    radius: float
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a label goes, in which of its forms, and whether a leader line must join it to its mark."""

    box: Box
    leader: bool
    form: int = 0


class _Grid:
    """Boxes by the cells that they touch, so that a placement looks only at its neighbours; each has an owner."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Box, int]]] = {}

    def add(self, box: Box, owner: int) -> None:
        for cell in _touched(box):
            self._cells.setdefault(cell, []).append((box, owner))

    def remove(self, box: Box, owner: int) -> None:
        for cell in _touched(box):
            self._cells[cell].remove((box, owner))

    def free(self, box: Box, *, but: int | None = None) -> bool:
        """Whether no box of another owner than `but` overlaps."""
        return not any(
            owner != but and box.overlaps(other) for cell in _touched(box) for other, owner in self._cells.get(cell, ())
        )


def _touched(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // CELL), int(box.right // CELL) + 1):
        for row in range(int(box.bottom // CELL), int(box.top // CELL) + 1):
            yield column, row


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What lies on the sheet while labels are placed."""

    inside: Box
    marks: _Grid
    labels: _Grid
    leaders: _Grid
    shunned: _Grid


def place_labels(
    wanted: Sequence[Wanted], *, inside: Box, obstacles: Iterable[Box] = (), avoided: Iterable[Box] = ()
) -> tuple[Placed | None, ...]:
    """Return a place for each label, in order; None where there is no room near its mark.

    Earlier labels are placed first: sort by importance. A label stays inside the sheet, covers no mark, no
    obstacle and no other label. Each takes the place and the form that cost least; then each is placed once more,
    now that the others are known.

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
    table = _Table(inside=inside, marks=_Grid(), labels=_Grid(), leaders=_Grid(), shunned=_Grid())
    for obstacle in obstacles:
        table.marks.add(obstacle, -1)
    for obstacle in avoided:
        table.shunned.add(obstacle, -1)
    for owner, one in enumerate(wanted):
        table.marks.add(around(one), owner)
    placed: list[Placed | None] = [None] * len(wanted)
    for sweep in range(1 + SWEEPS):
        changed = False
        for owner, one in enumerate(wanted):
            old = placed[owner]
            if old is not None:
                if sweep and _cost_at(one, old, owner, table) == 0.0:
                    continue
                _lift(old, one, owner, table)
            new = _best(one, owner, table)
            if new is not None:
                _lay(new, one, owner, table)
            changed |= new != old
            placed[owner] = new
        if not changed:
            break
    return tuple(placed)


def _lay(placed: Placed, one: Wanted, owner: int, table: _Table) -> None:
    table.labels.add(placed.box, owner)
    for part in _leader_parts(placed, one):
        table.leaders.add(part, owner)


def _lift(placed: Placed, one: Wanted, owner: int, table: _Table) -> None:
    table.labels.remove(placed.box, owner)
    for part in _leader_parts(placed, one):
        table.leaders.remove(part, owner)


def _best(one: Wanted, owner: int, table: _Table) -> Placed | None:
    best, least = None, float("inf")
    for base, option in _options(one):
        if base >= least:
            break
        box = option.box
        if not (box.within(table.inside) and table.marks.free(box) and table.labels.free(box)):
            continue
        cost = base + _extra(option, one, owner, table)
        if cost < least:
            best, least = option, cost
    return best


def _cost_at(one: Wanted, placed: Placed, owner: int, table: _Table) -> float:
    """Return 0 where a label in full stands at its mark and costs nothing more: it need not move."""
    if placed.form or placed.leader:
        return 1.0
    return _extra(placed, one, owner, table)


def _extra(option: Placed, one: Wanted, owner: int, table: _Table) -> float:
    cost = 0.0 if table.shunned.free(option.box) and table.leaders.free(option.box, but=owner) else SHUNNED_COST
    for part in _leader_parts(option, one):
        if not table.labels.free(part, but=owner):
            return float("inf")
        others = table.marks.free(part, but=owner) and table.leaders.free(part, but=owner)
        if not (others and table.shunned.free(part)):
            cost += CROSSED_COST
    return cost


def _leader_parts(placed: Placed, one: Wanted) -> list[Box]:
    """Return small boxes strung along the leader between the mark's edge and the label."""
    if not placed.leader:
        return []
    end_x, end_y = leader_end(placed, x=one.x, y=one.y)
    length = hypot(end_x - one.x, end_y - one.y)
    parts = []
    at = one.radius + STEP / 2
    while at < length - STEP / 2:
        x, y = one.x + (end_x - one.x) * at / length, one.y + (end_y - one.y) * at / length
        parts.append(Box(left=x - 0.8, bottom=y - 0.8, right=x + 0.8, top=y + 0.8))
        at += STEP
    return parts


def around(one: Wanted) -> Box:
    """Return the square that holds a mark."""
    return Box(left=one.x - one.radius, right=one.x + one.radius, bottom=one.y - one.radius, top=one.y + one.radius)


@cache
def _order(costs: tuple[float, ...]) -> tuple[tuple[float, int, int, int], ...]:
    """Return (cost, form, ring, sixteenth) of every option, the cheapest first."""
    return tuple(
        sorted(
            (cost + ring_cost + DIRECTION_COST * rank, form, ring, sixteenth)
            for form, cost in enumerate(costs)
            for ring, ring_cost in enumerate(RING_COSTS)
            for rank, sixteenth in enumerate(DIRECTIONS)
        )
    )


def _options(one: Wanted) -> Iterator[tuple[float, Placed]]:
    """Yield the places that a label can take, the cheapest first, with their costs."""
    return merge(_anchored(one), _around(one), key=lambda option: option[0])


def _anchored(one: Wanted) -> Iterator[tuple[float, Placed]]:
    ways = (
        (form.cost + ANCHOR_COST * rank, number, rank)
        for number, form in enumerate(one.forms)
        for rank in range(len(form.anchors))
    )
    for cost, number, rank in sorted(ways):
        form = one.forms[number]
        x, y = form.anchors[rank]
        yield cost, Placed(box=_box(x, y, form), leader=False, form=number)


def _around(one: Wanted) -> Iterator[tuple[float, Placed]]:
    for cost, number, ring, sixteenth in _order(tuple(form.cost for form in one.forms)):
        form = one.forms[number]
        angle = sixteenth * pi / 8
        reach = one.radius + (RINGS[ring] - 0.75) * one.forms[0].height
        x = one.x + cos(angle) * (reach + form.width / 2 * abs(cos(angle)))
        y = one.y + sin(angle) * (reach + form.height / 2)
        yield cost, Placed(box=_box(x, y, form), leader=RINGS[ring] > LEADER_FROM, form=number)


def _box(x: float, y: float, form: Form) -> Box:
    """Return the rectangle of a form around its middle."""
    across, up = form.width / 2, form.height / 2
    return Box(left=x - across, right=x + across, bottom=y - up, top=y + up)


def leader_end(placed: Placed, *, x: float, y: float) -> tuple[float, float]:
    """Return the point of the label's edge that is nearest to its mark's middle.

    >>> box = Box(left=10.0, bottom=0.0, right=20.0, top=4.0)
    >>> leader_end(Placed(box=box, leader=True), x=0.0, y=2.0)
    (10.0, 2.0)
    """
    box = placed.box
    return min(max(x, box.left), box.right), min(max(y, box.bottom), box.top)
