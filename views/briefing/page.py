"""Compose the sheets of a briefing: head, map, legend, source list, foot, and what the list runs on to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC
from unicodedata import bidirectional

from matplotlib.figure import Figure

from geo.basemap import Bounds
from views.briefing.core import frame_for
from views.briefing.face import drawable, settings, wrapped
from views.briefing.frame import Frame
from views.briefing.ground import window_of
from views.briefing.inset import corner_for_inset, draw_inset
from views.briefing.labels import Box
from views.briefing.leaf import Leaf, blank_leaf
from views.briefing.legend import draw_legend, entries_of
from views.briefing.marks import Outlines
from views.briefing.paper import Plan, Room, plan_of
from views.briefing.periods import periods_of, undated_in
from views.briefing.plate import Drawn, draw_plate, notes_on
from views.briefing.scene import Gate, Scene, Spot, point_of, scene_of
from views.briefing.sheet import Handling, Sheet
from views.briefing.source_list import ListSheet, list_beside, list_sheets
from views.briefing.underlay import Basemap
from views.briefing.words import (
    BANNER,
    NO_BREAK,
    UNDATED,
    Tally,
    cut_off_of,
    footer_lines,
    is_outdated,
    period_of,
    runs,
    source_line,
)
from views.cited import Cited

HANDLING_COLOURS = {
    Handling.CLEAR: "#FFFFFF",
    Handling.GREEN: "#33FF00",
    Handling.AMBER: "#FFC000",
    Handling.AMBER_STRICT: "#FFC000",
    Handling.RED: "#FF2B2B",
}
"""Letters on black, as TLP 2.0 asks (https://www.first.org/tlp/)."""
TITLE_SIZES = (24.0, 19.0, 15.0, 12.0, 9.5)
"""The largest at which the title fits two lines is taken; the smallest may take as many as it needs."""
TITLE_LINES = 2
LEGEND_SIZE = 9.0
COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2, 6: 3, 8: 4, 9: 3}
"""Maps side by side for each number of frames."""
BEYOND_NAMED = 5
"""Places beyond the edge that are named on the map; the list has them all."""
LEFT_TO_RIGHT = "\u200e"
"""Ends a title that is written from the right, so that the days after it do not join it."""
NOTES_WIDTH = 300.0
"""Room kept free of labels for the notes on the map, in points on the sheet of reference."""
INSET = 96.0
"""Side of the globe that shows where the area lies, in points on the sheet of reference."""


More = Callable[[int], str]
"""Says where the rest of a list stands, given how many sheets it takes."""
Progress = Callable[[int, int], None]
"""Is told how many sheets are written, and of how many."""


def next_sheet(sheets: int) -> str:
    """Say where the rest of a list stands that runs on over sheets of the same file."""
    return "on the next sheet" if sheets < 2 else f"on the next {sheets:,} sheets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a briefing is made of.

    `cited` is numbered from 1 in the order of the list and may be empty; `area` says in words what the map shows;
    `basemap` gives what lies under a box in degrees; `outlines` gives the geometry of an outline id in EPSG:4326, or
    None.
    """

    cited: tuple[Cited, ...]
    tally: Tally
    area: str
    basemap: Callable[[Bounds], Basemap]
    outlines: Outlines

    @property
    def lines(self) -> tuple[str, ...]:
        """The source list."""
        return tuple(source_line(one) for one in self.cited)


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
        return _title(self.contents, self.sheet).replace(NO_BREAK, " ").replace(LEFT_TO_RIGHT, "")

    @property
    def colour(self) -> str:
        """The colour of the handling label's letters, on black."""
        return HANDLING_COLOURS[self.sheet.handling]

    def surround(self, number: int | None = None) -> Leaf:
        """Return a new sheet with nothing but its head and foot; `number` counts from 1."""
        leaf = blank_leaf(self.plan, self.sheet.paper)
        _draw_surround(leaf, self.contents, self.sheet, projection=self.frame.name)
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
        plan = plan_of(sheet.paper, head=_head_height(contents, sheet))
        leaf = blank_leaf(plan, sheet.paper)
        frame, drawn = _draw_maps(leaf, contents, sheet)
        _draw_surround(leaf, contents, sheet, projection=frame.name)
        entries, row = entries_of(one.scene for one in drawn), 15 * plan.scale
        height = max(row * len(entries), 1.0)
        legend = Room(left=plan.side.left, bottom=plan.side.top - height, width=plan.side.width, height=height)
        draw_legend(leaf.axes(legend), entries, row=row, size=LEGEND_SIZE * plan.scale)
        lines, top = contents.lines, legend.bottom - 14 * plan.scale
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
            frame=frame,
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


def _title(contents: Contents, sheet: Sheet) -> str:
    about = sheet.title or contents.area
    if not contents.cited:
        about = f"{sheet.title}: no claim to show" if sheet.title else "none to show"
    if any(bidirectional(letter) in {"R", "AL"} for letter in about):
        about += LEFT_TO_RIGHT
    period = period_of(contents.cited, contents.tally)
    return f"Reported claims: {about}" + (f", {period}" if period != UNDATED or contents.cited else "")


def _title_lines(words: str, plan: Plan) -> tuple[float, list[str]]:
    size, lines = TITLE_SIZES[0], [words]
    for size in TITLE_SIZES:
        lines = wrapped(words, plan.head.width, size * plan.scale, bold=True)
        if len(lines) <= TITLE_LINES:
            break
    return size * plan.scale, lines


def _head_height(contents: Contents, sheet: Sheet) -> float:
    """Return the height of the head in points on the sheet of reference."""
    plan = plan_of(sheet.paper)
    size, lines = _title_lines(_title(contents, sheet), plan)
    return (len(lines) * size * 1.2) / plan.scale + 20.0


def _draw_surround(leaf: Leaf, contents: Contents, sheet: Sheet, *, projection: str) -> None:
    """Draw what every sheet carries: handling at top and bottom, title, banner, as-of, small print."""
    plan, strip = leaf.plan, 15 * leaf.plan.scale
    for y in (plan.height - strip / 2 - 3 * plan.scale, strip / 2 + 2 * plan.scale):
        leaf.figure.text(
            0.5,
            y / plan.height,
            f" {sheet.handling.value} ",
            fontsize=10 * plan.scale,
            fontweight="bold",
            color=HANDLING_COLOURS[sheet.handling],
            backgroundcolor="black",
            ha="center",
            va="center",
        )
    size, lines = _title_lines(_title(contents, sheet), plan)
    top = plan.head.top
    for line in lines:
        leaf.write((plan.head.left, top), line, size=size, bold=True, va="top")
        top -= size * 1.2
    reports = f", reports up to {cut_off_of(contents.cited)}" if contents.cited else ""
    if is_outdated(contents.cited, sheet.as_of.astimezone(UTC).date()):
        reports += ": some are later than that"
    beneath = f"{BANNER}.  As of {sheet.date_time_group} (UTC){reports}."
    leaf.write((plan.head.left, plan.head.bottom + 4 * plan.scale), beneath, size=11 * plan.scale, va="bottom")
    small = footer_lines(sheet, contents.tally, projection=projection, cited=contents.cited)
    for position, line in enumerate(small):
        y = plan.foot.top - (position + 0.5) * plan.foot.height / len(small)
        leaf.write((plan.foot.left, y), line, size=7.2 * plan.scale, va="center", colour="#4a5560")


def _draw_maps(leaf: Leaf, contents: Contents, sheet: Sheet) -> tuple[Frame, list[Drawn]]:
    """Draw the map, or the same area over several periods, and note on them what they leave out."""
    plan, single = leaf.plan, sheet.frames == 1
    columns = COLUMNS[sheet.frames]
    rows = -(-sheet.frames // columns)
    gap = 0.0 if single else 16 * plan.scale
    width, height = plan.map.width / columns - gap, plan.map.height / rows - gap
    everything = scene_of(contents.cited)
    frame, beyond = frame_for(everything.weights, ratio=width / height)
    scene = everything.without(beyond)
    west, south, east, north = window_of(frame)
    basemap = contents.basemap((frame.lon + west, south, frame.lon + east, north))
    scale = plan.scale * (1.0 if single else 0.75)
    # the lower left is kept free for the notes on what the map leaves out
    notes = Box(left=0.0, bottom=0.0, right=(NOTES_WIDTH + 16) * plan.scale, top=52 * plan.scale)
    taken = [notes] if single else []
    side = INSET * plan.scale
    corner = corner_for_inset(frame, scene, width=width, height=height, side=side) if single else None
    if corner is not None:
        taken.append(Box(left=corner[0], bottom=corner[1], right=corner[0] + side, top=corner[1] + side))
    drawn = []
    for position, period in enumerate(periods_of(contents.cited, contents.tally, frames=sheet.frames)):
        column, row = position % columns, position // columns
        left, bottom = plan.map.left + column * (width + gap), plan.map.top - (row + 1) * (height + gap)
        room = Room(left=left, bottom=bottom, width=width, height=height)
        shown = scene if single else scene_of(period.cited).without(beyond)
        ink = draw_plate(
            leaf.axes(room),
            frame,
            shown,
            basemap=basemap,
            outlines=contents.outlines,
            scale=scale,
            taken=taken,
            name=f"map{position + 1}",
        )
        drawn.append(ink)
        leaf.write((left, room.top + 3 * plan.scale), period.title, size=9 * plan.scale, bold=True)
        if not period.cited:
            at = (left + width / 2, bottom + height / 2)
            leaf.write(at, "No claim to show", size=13 * scale, bold=True, ha="center", halo=True)
    if corner is not None:
        room = Room(left=plan.map.left + corner[0], bottom=plan.map.bottom + corner[1], width=side, height=side)
        draw_inset(leaf.axes(room), frame, basemap.globe, scale=plan.scale)
    _write_notes(leaf, [*notes_on(drawn), *_beyond_note(everything, beyond), *_undated_note(contents, sheet)])
    return frame, drawn


def _beyond_note(scene: Scene, beyond: Collection[tuple[float, float]]) -> list[str]:
    """Return what lies beyond the map's edge, in words."""
    every: tuple[Spot | Gate, ...] = (*scene.spots, *scene.gates)
    marks = [mark for mark in every if point_of(mark) in beyond]
    if not marks:
        return []
    named = [f"{drawable(mark.name)} ({runs(mark.numbers)})" for mark in marks[:BEYOND_NAMED]]
    more = f" and {len(marks) - BEYOND_NAMED} more places" if len(marks) > BEYOND_NAMED else ""
    return [f"Beyond the edge: {', '.join(named)}{more}."]


def _undated_note(contents: Contents, sheet: Sheet) -> list[str]:
    undated = undated_in(contents.cited, contents.tally) if sheet.frames > 1 else 0
    if not undated:
        return []
    claims = "1 claim has" if undated == 1 else f"{undated:,} claims have"
    return [f"{claims} no date and stand{'s' if undated == 1 else ''} on none of these maps; the list has them."]


def _write_notes(leaf: Leaf, notes: Sequence[str]) -> None:
    plan, size = leaf.plan, 8 * leaf.plan.scale
    lines = [line for words in notes for line in wrapped(words, NOTES_WIDTH * plan.scale, size, bold=True)]
    for position, line in enumerate(reversed(lines)):
        at = (plan.map.left + 12 * plan.scale, plan.map.bottom + (18 + 11 * position) * plan.scale)
        leaf.write(at, line, size=size, bold=True, halo=True)
