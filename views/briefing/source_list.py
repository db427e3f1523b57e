"""Write the numbered source list: beside the map as far as there is room, then over further sheets."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from views.briefing.leaf import Leaf

LIST_SIZE = 7.2
"""Height of the letters, in points on the sheet of reference."""
LEADING = 1.32
"""Height of a line, in letters."""
COLUMNS = 3
"""Columns of a sheet that holds nothing but the list."""


def begin_list(leaf: Leaf, lines: Sequence[str], *, top: float) -> list[str]:
    """Write as much of the list as the side of the map sheet holds, and return the rest.

    Parameters
    ----------
    top
        Where the list begins, in points.
    """
    plan, size = leaf.plan, LIST_SIZE * leaf.plan.scale
    step, left = size * LEADING, plan.side.left
    leaf.write((left, top), "Sources", size=size * 1.25, weight="bold", va="top")
    y = top - 2.2 * size
    for position, line in enumerate(lines):
        wrapped = _wrapped(line, leaf, plan.side.width)
        last = position == len(lines) - 1
        if y - step * (len(wrapped) + (0 if last else 1.5)) < plan.side.bottom:
            words = f"… {len(lines) - position} more on the next sheet"
            leaf.write((left, y), words, size=size, weight="bold", va="top")
            return list(lines[position:])
        y = _write_entry(leaf, wrapped, left=left, y=y)
    return []


def rest_of_list(lines: Sequence[str], next_leaf: Callable[[], Leaf]) -> list[Leaf]:
    """Write the rest of the list in columns over as many sheets as it needs, and return those."""
    leaves: list[Leaf] = []
    column, y = COLUMNS, 0.0
    for line in lines:
        if column < COLUMNS:
            plan = leaves[-1].plan
            needed = LIST_SIZE * plan.scale * LEADING * len(_wrapped(line, leaves[-1], _column_width(leaves[-1])))
            if y - needed < plan.map.bottom:
                column, y = column + 1, plan.map.top
        if column >= COLUMNS:
            leaves.append(next_leaf())
            column, y = 0, leaves[-1].plan.map.top
        leaf = leaves[-1]
        left = leaf.plan.head.left + column * leaf.plan.head.width / COLUMNS
        y = _write_entry(leaf, _wrapped(line, leaf, _column_width(leaf)), left=left, y=y)
    return leaves


def _column_width(leaf: Leaf) -> float:
    return leaf.plan.head.width / COLUMNS - 14 * leaf.plan.scale


def _wrapped(line: str, leaf: Leaf, width: float) -> list[str]:
    most = leaf.plan.letters_across(width, LIST_SIZE * leaf.plan.scale)
    return textwrap.wrap(line, most, subsequent_indent="     ")


def _write_entry(leaf: Leaf, wrapped: Sequence[str], *, left: float, y: float) -> float:
    size = LIST_SIZE * leaf.plan.scale
    for words in wrapped:
        leaf.write((left, y), words, size=size, va="top")
        y -= size * LEADING
    return y - size * LEADING * 0.35
