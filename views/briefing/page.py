"""Compose the sheets of a briefing: head, map, legend, source list, foot, and what the list runs on to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from views.briefing.contents import Contents
from views.briefing.face import settings, wrapped
from views.briefing.frame import Frame
from views.briefing.leaf import Leaf, blank_leaf
from views.briefing.legend import draw_legend, entries_of
from views.briefing.maps import draw_maps
from views.briefing.paper import Plan, Room, plan_of
from views.briefing.sheet import Sheet
from views.briefing.source_list import ListSheet, list_beside, list_sheets
from views.briefing.surround import HANDLING_COLOURS, LEFT_TO_RIGHT, draw_surround, head_height, title_of
from views.briefing.words import NO_BREAK

LEGEND_SIZE = 9.0
NOTE_SIZE = 8.0
"""Of what the maps leave out, beneath the legend."""

More = Callable[[int], str]
"""Says where the rest of a list stands, given how many sheets it takes."""
Progress = Callable[[int, int], None]
"""Is told how many sheets are written, and of how many."""


def next_sheet(sheets: int) -> str:
    """Say where the rest of a list stands that runs on over sheets of the same file."""
    return "on the next sheet" if sheets < 2 else f"on the next {sheets:,} sheets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The sheets of a briefing: the map, and the rest of its list with what every sheet carries around it."""

    map: Figure
    plan: Plan
    rest: tuple[ListSheet, ...]
    contents: Contents
    sheet: Sheet
    frame: Frame

    @property
    def count(self) -> int:
        """How many sheets there are in all."""
        return 1 + len(self.rest)

    @property
    def title(self) -> str:
        """The title as it stands on every sheet."""
        return title_of(self.contents, self.sheet).replace(NO_BREAK, " ").replace(LEFT_TO_RIGHT, "")

    @property
    def colour(self) -> str:
        """The colour of the handling label's letters, on black."""
        return HANDLING_COLOURS[self.sheet.handling]

    def surround(self, number: int | None = None) -> Leaf:
        """Return a new sheet with nothing but its head and foot; `number` counts from 1."""
        leaf = blank_leaf(self.plan, self.sheet.paper)
        draw_surround(leaf, self.contents, self.sheet, projection=self.frame.name)
        if number is not None:
            _draw_number(leaf, number, self.count)
        return leaf

    def further(self, position: int) -> Figure:
        """Draw one of the sheets after the map; `position` counts from 0."""
        with settings():
            leaf = self.surround(position + 2)
            _write_list(leaf, self.rest[position])
        return leaf.figure


def pages_of(contents: Contents, sheet: Sheet, *, more: More = next_sheet) -> Pages:
    """Return the sheets of the briefing: the map, and as many more as the source list needs.

    Parameters
    ----------
    more
        Says where the rest of the list stands, given how many sheets it takes.
    """
    with settings():
        plan = plan_of(sheet.paper, head=head_height(contents, sheet))
        leaf = blank_leaf(plan, sheet.paper)
        maps = draw_maps(leaf, contents, sheet)
        draw_surround(leaf, contents, sheet, projection=maps.frame.name)
        entries, row = entries_of(maps.scenes), 15 * plan.scale
        height = max(row * len(entries), 1.0)
        legend = Room(left=plan.side.left, bottom=plan.side.top - height, width=plan.side.width, height=height)
        draw_legend(leaf.axes(legend), entries, row=row, size=LEGEND_SIZE * plan.scale)
        lines, top = contents.lines, _write_notes(leaf, maps.notes, top=legend.bottom - 14 * plan.scale)
        _, rest = list_beside(plan, lines, top=top, more="")
        further = list_sheets(plan, rest)
        beside, _ = list_beside(plan, lines, top=top, more=more(len(further)))
        _write_list(leaf, beside)
        pages = Pages(
            map=leaf.figure,
            plan=plan,
            rest=further,
            contents=contents,
            sheet=sheet,
            frame=maps.frame,
        )
        _draw_number(leaf, 1, pages.count)
    return pages


def _write_list(leaf: Leaf, part: ListSheet) -> None:
    for row in part.rows:
        size = part.size * 1.15 if row.strong else part.size
        leaf.write((row.left, row.top), row.words, size=size, bold=row.strong, va="top")


def _draw_number(leaf: Leaf, number: int, count: int) -> None:
    plan = leaf.plan
    at = (plan.foot.left + plan.foot.width, 11 * plan.scale)
    leaf.write(at, f"Sheet {number:,} of {count:,}", size=7.2 * plan.scale, va="center", ha="right", colour="#4a5560")


def _write_notes(leaf: Leaf, notes: Sequence[str], *, top: float) -> float:
    """Write what the maps leave out beneath the legend, and return where the list may begin, in points."""
    side, size = leaf.plan.side, NOTE_SIZE * leaf.plan.scale
    for note in notes:
        for line in wrapped(note, side.width, size, bold=True):
            leaf.write((side.left, top), line, size=size, bold=True, va="top")
            top -= size * 1.32
        top -= size * 0.4
    return top - (size if notes else 0.0)
