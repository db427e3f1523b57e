"""Draw one map of a sheet: basemap, claims and their labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import hypot

from matplotlib.axes import Axes
from shapely.geometry.base import BaseGeometry

from geo.place import Shape
from views.briefing.arrows import FLOWS_MOST, draw_flows
from views.briefing.crowd import with_joined_spots
from views.briefing.frame import Frame
from views.briefing.ground import draw_basemap, projected, window_of
from views.briefing.labels import Box
from views.briefing.marks import Outlines, draw_marks
from views.briefing.names import draw_names
from views.briefing.pen import Pen, growth_for
from views.briefing.scale import draw_scale_bar
from views.briefing.scene import Gate, Scene, Spot
from views.briefing.tags import draw_tags
from views.briefing.underlay import Basemap

SHAFT_STEP = 8.0
"""Points between the squares that stand for an arrow while labels look for room: less than a letter's height."""
MARK_EVERY = 4_200.0
"""Square points of the map for each disc: more discs than that are joined with their neighbours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What a map shows after all, and what it had to leave out."""

    scene: Scene
    """with the discs of close neighbours joined"""
    flows_left_out: int = 0
    without_label: tuple[Spot | Gate, ...] = ()


def draw_plate(  # noqa: PLR0913 - a map has as many parts
    axes: Axes,
    frame: Frame,
    scene: Scene,
    *,
    basemap: Basemap,
    outlines: Outlines,
    scale: float,
    taken: Sequence[Box] = (),
    name: str = "map",
) -> Drawn:
    """Draw the map and return what it shows and what it had to leave out.

    Parameters
    ----------
    axes
        Fill their room, in printer's points; the frame's metres become their unit.
    scale
        Factor of letters, marks and strokes, 1 for a sheet of 19.2 by 10.8 inches.
    taken
        Rectangles that labels must not enter, in printer's points on the plate.
    name
        Begins the ids of what is drawn in an SVG.
    """
    across, up = axes.get_xlim()[1], axes.get_ylim()[1]
    axes.set_xlim(frame.left, frame.right)
    axes.set_ylim(frame.bottom, frame.top)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.axis("on")
    for side in axes.spines.values():
        side.set_color("#6b757d")
        side.set_linewidth(0.8 * scale)
    pen = Pen(axes=axes, frame=frame, point=(frame.right - frame.left) / across, scale=scale, name=name)
    bar = draw_scale_bar(pen, size=7 * scale)
    draw_basemap(pen, basemap, keep_free=[bar, *taken])
    window = window_of(frame)

    @cache
    def in_frame(key: str) -> BaseGeometry | None:
        geometry = outlines(key)
        return None if geometry is None else projected(geometry, frame, window)

    most = max(12, int(across * up / (MARK_EVERY * scale**2)))
    shown = with_joined_spots(scene, pen.on_plate, most=most, scale=scale)
    counts = [len(spot.numbers) for spot in shown.spots if spot.ground.shape is Shape.POINT]
    pen = replace(pen, growth=growth_for(counts, area=across * up / scale**2))
    flows_left_out = draw_flows(pen, shown)
    draw_marks(pen, shown, in_frame)
    without_label, covered = draw_tags(pen, shown, in_frame, taken=[bar, *taken], avoided=_shafts(pen, shown))
    known = frozenset(spot.name for spot in shown.spots)
    draw_names(pen, basemap.names, taken=covered, known=known, size=7 * scale)
    return Drawn(scene=shown, flows_left_out=flows_left_out, without_label=without_label)


def notes_on(drawn: Iterable[Drawn]) -> list[str]:
    """Return in words what the maps joined and left out; an empty list where nothing was."""
    maps = tuple(drawn)
    flows = max((one.flows_left_out for one in maps), default=0)
    unlabelled = sum(len(one.without_label) for one in maps)
    joined = any(spot.joined for one in maps for spot in one.scene.spots)
    marks = "1 mark has" if unlabelled == 1 else f"{unlabelled:,} marks have"
    notes = {
        f"The {FLOWS_MOST} largest movements are drawn; {flows:,} smaller ones are in the list only.": flows,
        "+n: n more places, at the dots near by, are counted with the disc; the list names them.": joined,
        f"{marks} no label for want of room; the list has what they stand for.": unlabelled,
    }
    return [words for words, needed in notes.items() if needed]


def _shafts(pen: Pen, scene: Scene) -> list[Box]:
    """Return small squares strung along every arrow, in points on the plate."""
    squares = []
    for flow in scene.flows[:FLOWS_MOST]:
        for leg in flow.legs:
            (ax, ay), (bx, by) = pen.on_plate(*leg.start), pen.on_plate(*leg.end)
            steps = int(hypot(bx - ax, by - ay) / SHAFT_STEP) + 1
            for step in range(steps + 1):
                x, y = ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps
                squares.append(Box(left=x - 2, bottom=y - 2, right=x + 2, top=y + 2))
    return squares
