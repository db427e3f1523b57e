"""Compose the sheets of a briefing: head, map, legend, source list, foot, and what the list runs on to."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from matplotlib.figure import Figure

from views.briefing.frame import frame_of
from views.briefing.ink import Outlines
from views.briefing.inset import draw_inset
from views.briefing.leaf import Leaf, blank_leaf
from views.briefing.legend import draw_legend, entries_of
from views.briefing.paper import Room, plan_of
from views.briefing.plate import draw_plate
from views.briefing.scene import scene_of
from views.briefing.sheet import Handling, Sheet
from views.briefing.source_list import begin_list, rest_of_list
from views.briefing.underlay import Basemap
from views.briefing.words import BANNER, Tally, cut_off_of, footer_lines, period_of, periods_of, source_line
from views.cited import Cited

HANDLING_COLOURS = {
    Handling.CLEAR: "#FFFFFF",
    Handling.GREEN: "#33FF00",
    Handling.AMBER: "#FFC000",
    Handling.AMBER_STRICT: "#FFC000",
    Handling.RED: "#FF2B2B",
}
"""Letters on black, as TLP 2.0 asks (https://www.first.org/tlp/)."""
TITLE_SIZES = (24.0, 19.0, 15.0, 12.0)
"""The largest at which the title fits two lines is taken."""
LEGEND_SIZE = 9.0
COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2, 6: 3, 8: 4, 9: 3}
"""Maps side by side for each number of frames."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a briefing is made of.

    `cited` is numbered from 1 in the order of the list and may be empty; `area` says in words what the map shows;
    `outlines` gives the geometry of an outline id in EPSG:4326, or None.
    """

    cited: tuple[Cited, ...]
    tally: Tally
    area: str
    basemap: Basemap
    outlines: Outlines


def pages_of(contents: Contents, sheet: Sheet) -> tuple[Figure, ...]:
    """Return the sheets of the briefing: the map, and as many more as the source list needs."""
    plan = plan_of(sheet.paper)
    leaf = blank_leaf(plan, sheet.paper)
    scene = scene_of(contents.cited)
    projection = frame_of(scene.points, ratio=plan.map.width / plan.map.height).name
    _draw_surround(leaf, contents, sheet, projection=projection)
    for position, words in enumerate(_draw_maps(leaf, contents, sheet)):
        at = (plan.map.left + 16 * plan.scale, plan.map.bottom + (16 + 11 * position) * plan.scale)
        leaf.write(at, words, size=8 * plan.scale, weight="bold")
    entries, row = entries_of(scene), 15 * plan.scale
    height = max(row * len(entries), 1.0)
    legend = Room(left=plan.side.left, bottom=plan.side.top - height, width=plan.side.width, height=height)
    draw_legend(leaf.axes(legend), entries, row=row, size=LEGEND_SIZE * plan.scale)
    rest = begin_list(leaf, [source_line(one) for one in contents.cited], top=legend.bottom - 14 * plan.scale)

    def next_leaf() -> Leaf:
        following = blank_leaf(plan, sheet.paper)
        _draw_surround(following, contents, sheet, projection=projection)
        return following

    return (leaf.figure, *(further.figure for further in rest_of_list(rest, next_leaf)))


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
    size, lines = _title_lines(f"Reported claims: {sheet.title or contents.area}, {period_of(contents.cited)}", leaf)
    top = plan.head.top
    for line in lines:
        leaf.write((plan.head.left, top), line, size=size, weight="bold", va="top")
        top -= size * 1.2
    cut_off = cut_off_of(contents.cited)
    beneath = f"{BANNER}.  As of {sheet.date_time_group} (UTC), reports up to {cut_off}."
    leaf.write((plan.head.left, plan.head.bottom + 4 * plan.scale), beneath, size=11 * plan.scale, va="bottom")
    small = footer_lines(sheet, contents.tally, projection=projection, cited=contents.cited)
    for position, line in enumerate(small):
        y = plan.foot.top - (position + 0.5) * plan.foot.height / len(small)
        leaf.write((plan.foot.left, y), line, size=7.2 * plan.scale, va="center", colour="#4a5560")


def _title_lines(words: str, leaf: Leaf) -> tuple[float, list[str]]:
    plan = leaf.plan
    for size in TITLE_SIZES:
        lines = textwrap.wrap(words, plan.letters_across(plan.head.width, size * plan.scale * 1.1))
        if len(lines) <= 2:
            break
    return size * plan.scale, lines


def _draw_maps(leaf: Leaf, contents: Contents, sheet: Sheet) -> list[str]:
    """Draw the map, or the same area over several periods, and return in words what had to be left out."""
    plan, single = leaf.plan, sheet.frames == 1
    columns = COLUMNS[sheet.frames]
    rows = -(-sheet.frames // columns)
    gap = 0.0 if single else 16 * plan.scale
    width, height = plan.map.width / columns - gap, plan.map.height / rows - gap
    frame = frame_of(scene_of(contents.cited).points, ratio=width / height)
    notes: dict[str, None] = {}
    for position, period in enumerate(periods_of(contents.cited, frames=sheet.frames)):
        column, row = position % columns, position // columns
        left, bottom = plan.map.left + column * (width + gap), plan.map.top - (row + 1) * (height + gap)
        room = Room(left=left, bottom=bottom, width=width, height=height)
        scale = plan.scale * (1.0 if single else 0.8)
        scene = scene_of(period.cited)
        left_out = draw_plate(
            leaf.axes(room), frame, scene, basemap=contents.basemap, outlines=contents.outlines, scale=scale
        )
        notes |= dict.fromkeys(left_out)
        leaf.write((left, room.top + 3 * plan.scale), period.title, size=9 * plan.scale, weight="bold")
        if not period.cited:
            at = (left + width * 0.4, bottom + height * 0.5)
            leaf.write(at, "No claim to show", size=13 * plan.scale, weight="bold")
    if single and not frame.world:
        side = 96 * plan.scale
        room = Room(left=plan.map.left + 8, bottom=plan.map.top - side - 8, width=side, height=side)
        draw_inset(leaf.axes(room), frame, contents.basemap.globe)
    return list(notes)
