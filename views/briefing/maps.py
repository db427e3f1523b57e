"""Draw the map of a sheet, or the same area over several periods, and say what the maps leave out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import log

from views.briefing.contents import Contents
from views.briefing.core import frame_for
from views.briefing.face import drawable
from views.briefing.frame import Frame
from views.briefing.ground import window_of
from views.briefing.inset import corner_for_inset, draw_inset
from views.briefing.labels import Box
from views.briefing.leaf import Leaf
from views.briefing.paper import Room
from views.briefing.periods import periods_of, undated_in
from views.briefing.plate import draw_plate, notes_on
from views.briefing.scene import Gate, Scene, Spot, point_of, scene_of
from views.briefing.sheet import Sheet
from views.briefing.words import runs

BEYOND_NAMED = 5
"""Places beyond the edge that are named on the sheet; the list has them all."""
INSET = 96.0
"""Side of the globe that shows where the area lies, in points on the sheet of reference."""
BEST_RATIO = 1.4
"""Width of a map over its height that several maps side by side come near to."""
SMALLER = 0.75
"""Factor of letters and marks on maps side by side."""
GAP = 16.0
"""Between maps side by side, in points on the sheet of reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maps:
    """What was drawn: the frame, the scenes with the discs of neighbours joined, and in words what is left out."""

    frame: Frame
    scenes: tuple[Scene, ...]
    notes: tuple[str, ...]


def columns_for(frames: int, *, ratio: float) -> int:
    """Return how many of several maps stand side by side in a room, so that rows are full and maps well cut.

    Parameters
    ----------
    ratio
        Width of the room over its height.

    >>> columns_for(1, ratio=1.5), columns_for(4, ratio=1.5), columns_for(6, ratio=1.05), columns_for(6, ratio=1.5)
    (1, 2, 2, 3)
    """
    fitting = [columns for columns in range(1, frames + 1) if frames % columns == 0]
    return min(fitting, key=lambda columns: abs(log(ratio * (frames // columns) / columns / BEST_RATIO)))


def draw_maps(leaf: Leaf, contents: Contents, sheet: Sheet) -> Maps:
    """Draw the map, or the same area over several periods; the area is that of the claims that are drawn."""
    plan, single = leaf.plan, sheet.frames == 1
    columns = columns_for(sheet.frames, ratio=plan.map.width / plan.map.height)
    rows = sheet.frames // columns
    gap = 0.0 if single else GAP * plan.scale
    width, height = plan.map.width / columns - gap, plan.map.height / rows - gap
    periods = periods_of(contents.cited, contents.tally, frames=sheet.frames)
    # the area is that of the maps: what stands on none of them would only make them smaller
    everything = scene_of({one.number: one for period in periods for one in period.cited}.values())
    frame, beyond = frame_for(everything.weights, ratio=width / height)
    west, south, east, north = window_of(frame)
    basemap = contents.basemap((frame.lon + west, south, frame.lon + east, north))
    side = INSET * plan.scale
    corner = None
    if single:
        corner = corner_for_inset(frame, everything.without(beyond), width=width, height=height, side=side)
    taken = []
    if corner is not None:
        taken.append(Box(left=corner[0], bottom=corner[1], right=corner[0] + side, top=corner[1] + side))
    drawn = []
    for position, period in enumerate(periods):
        column, row = position % columns, position // columns
        left, bottom = plan.map.left + column * (width + gap), plan.map.top - (row + 1) * (height + gap)
        room = Room(left=left, bottom=bottom, width=width, height=height)
        scale = plan.scale * (1.0 if single else SMALLER)
        plate = draw_plate(
            leaf.axes(room),
            frame,
            scene_of(period.cited).without(beyond),
            basemap=basemap,
            outlines=contents.outlines,
            scale=scale,
            taken=taken,
            name=f"map{position + 1}",
        )
        drawn.append(plate)
        leaf.write((left, room.top + 3 * plan.scale), period.title, size=9 * plan.scale, bold=True)
        if not period.cited:
            at = (left + width / 2, bottom + height / 2)
            leaf.write(at, "No claim to show", size=13 * scale, bold=True, ha="center", halo=True)
    if corner is not None:
        room = Room(left=plan.map.left + corner[0], bottom=plan.map.bottom + corner[1], width=side, height=side)
        draw_inset(leaf.axes(room), frame, basemap.globe, scale=plan.scale)
    notes = (*notes_on(drawn), *_beyond_note(everything, beyond), *_undated_note(contents, sheet))
    return Maps(frame=frame, scenes=tuple(one.scene for one in drawn), notes=notes)


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
