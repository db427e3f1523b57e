"""Count for each place that a name could mean how many of the other names could mean a place beside it.

What the other names mean is open too: the count does not ask it, so that "Paris" and "Henry County" find each other
before either is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log, sqrt

from geo.candidates import SLOT, Naming
from geo.index import Index

CELL_DEG = 0.5
"""Side of a cell, in degrees; places in one cell or in two that touch are beside each other."""

MOST_PLACES = 30
"""Of a name with more places only the first so many keep company."""

_COMPANY, _MOST = SLOT["company"], SLOT["most_company"]


Cell = tuple[int, int]


def keep_company(namings: Sequence[Naming], index: Index, kinds: Sequence[str]) -> None:
    """Fill in how much company each place has, and whether it has the most of its name's."""
    if len(namings) < 2:
        return
    cells: dict[Cell, dict[int, float]] = {}
    where = [_spots(naming, index, kinds) for naming in namings]
    for naming, spots in zip(namings, where, strict=True):
        worth = naming.weight / sqrt(len(naming.options) or 1)
        for cell in spots:
            if cell is not None:
                held = cells.setdefault(cell, {})
                held[naming.name] = max(worth, held.get(naming.name, 0.0))
    around: dict[Cell, dict[int, float]] = {}
    for naming, spots in zip(namings, where, strict=True):
        totals = [0.0 if cell is None else _company(naming.name, cell, cells, around) for cell in spots]
        most, second = (*sorted(totals, reverse=True), 0.0, 0.0)[:2]
        for option, total in zip(naming.options, totals, strict=False):
            option.values[_COMPANY] = log(1 + total)
            option.values[_MOST] = (total - second) / total if 0.0 < total == most else 0.0


def _spots(naming: Naming, index: Index, kinds: Sequence[str]) -> list[Cell | None]:
    """Return the cells of a name's places; none for countries, first-level areas and regions."""
    return [
        None
        if kinds[index.code[option.place]] in "car"
        else (floor(index.lon[option.place] / CELL_DEG), floor(index.lat[option.place] / CELL_DEG))
        for option in naming.options[:MOST_PLACES]
    ]


def _company(name: int, cell: Cell, cells: dict[Cell, dict[int, float]], around: dict[Cell, dict[int, float]]) -> float:
    held = around.get(cell)
    if held is None:
        held = around[cell] = _around(cell, cells)
    return max(0.0, sum(held.values()) - held.get(name, 0.0))


def _around(cell: Cell, cells: dict[Cell, dict[int, float]]) -> dict[int, float]:
    """Return the names in a cell and the eight around it, each with the most that it is worth."""
    found: dict[int, float] = {}
    across, up = cell
    for x in (across - 1, across, across + 1):
        for y in (up - 1, up, up + 1):
            for name, worth in cells.get((x, y), {}).items():
                if worth > found.get(name, 0.0):
                    found[name] = worth
    return found
