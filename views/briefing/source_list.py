"""Lay out the numbered source list: beside the map as far as there is room, then over further sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from views.briefing.face import wrapped
from views.briefing.paper import Plan

LIST_SIZE = 7.2
"""Height of the letters, in points on the sheet of reference."""
LEADING = 1.32
"""Height of a line, in letters."""
INDENT = 1.6
"""Of the second and further lines of an entry, in letters."""
COLUMN = 300.0
"""Width of a column of a sheet that holds nothing but the list, in points on the sheet of reference; as many as fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the list: its words and where its upper left corner stands, in printer's points."""

    left: float
    top: float
    words: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSheet:
    """A sheet that holds a part of the list, with the height of its letters in points."""

    rows: tuple[Row, ...]
    size: float


def list_beside(plan: Plan, lines: Sequence[str], *, top: float, more: str) -> tuple[ListSheet, list[str]]:
    """Return as much of the list as the side of the map sheet holds, and the lines that it does not.

    Parameters
    ----------
    top
        Where the list begins, in points.
    more
        Where the rest of the list stands, in words.
    """
    size = LIST_SIZE * plan.scale
    step, left = size * LEADING, plan.side.left
    rows = [Row(left=left, top=top, words="Sources", strong=True)] if lines else []
    y = top - 2.2 * size
    for position, line in enumerate(lines):
        entry = _entry(line, plan.side.width, size)
        last = position == len(lines) - 1
        if y - step * (len(entry) + (0 if last else 1.5)) < plan.side.bottom:
            words = f"… {len(lines) - position:,} more {more}"
            rows.append(Row(left=left, top=y, words=words, strong=True))
            return ListSheet(rows=tuple(rows), size=size), list(lines[position:])
        y = _add(rows, entry, left=left, y=y, size=size)
    return ListSheet(rows=tuple(rows), size=size), []


def list_sheets(plan: Plan, lines: Sequence[str]) -> tuple[ListSheet, ...]:
    """Return the rest of the list in columns over as many sheets as it needs; none where nothing is left."""
    size = LIST_SIZE * plan.scale
    columns = max(1, int(plan.head.width / (COLUMN * plan.scale)))
    pitch = plan.head.width / columns
    width = pitch - 14 * plan.scale
    sheets: list[ListSheet] = []
    rows: list[Row] = []
    column, y = 0, plan.map.top
    for line in lines:
        entry = _entry(line, width, size)
        if y - size * LEADING * len(entry) < plan.map.bottom:
            column, y = column + 1, plan.map.top
        if column >= columns:
            sheets.append(ListSheet(rows=tuple(rows), size=size))
            rows, column = [], 0
        y = _add(rows, entry, left=plan.head.left + column * pitch, y=y, size=size)
    return (*sheets, ListSheet(rows=tuple(rows), size=size)) if rows else tuple(sheets)


def _entry(line: str, width: float, size: float) -> list[str]:
    return wrapped(line, width, size, indent=INDENT * size)


def _add(rows: list[Row], entry: Sequence[str], *, left: float, y: float, size: float) -> float:
    for position, words in enumerate(entry):
        rows.append(Row(left=left + (INDENT * size if position else 0.0), top=y, words=words))
        y -= size * LEADING
    return y - size * LEADING * 0.35
