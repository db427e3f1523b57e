"""Draw one map of a sheet: basemap, claims and their labels."""

from __future__ import annotations

from math import hypot

from matplotlib import patheffects
from matplotlib.axes import Axes
from shapely.geometry.base import BaseGeometry

from geo.place import Shape
from views.briefing.frame import Frame
from views.briefing.ground import draw_basemap, projected, window_of
from views.briefing.ink import FLOWS_MOST, INK, Outlines, Pen, disc_radius, draw_scene
from views.briefing.labels import Box, Wanted, leader_end, place_labels
from views.briefing.names import draw_names
from views.briefing.scale import draw_scale_bar
from views.briefing.scene import Scene, Spot
from views.briefing.underlay import Basemap
from views.briefing.words import runs

HALO = [patheffects.withStroke(linewidth=2.2, foreground="white")]
SHAFT_STEP = 8.0
"""Points between the squares that stand for an arrow while labels look for room: less than a letter's height."""
LABEL_SIZE = 8.5
LETTER_WIDTH = 0.58
"""Mean width of a letter of the face, in its height."""


def draw_plate(
    axes: Axes, frame: Frame, scene: Scene, *, basemap: Basemap, outlines: Outlines, scale: float
) -> list[str]:
    """Draw the map and return what it had to leave out, in words; an empty list where nothing was.

    Parameters
    ----------
    axes
        Fill their room, in printer's points; the frame's metres become their unit.
    scale
        Factor of all letters, 1 for a sheet of 19.2 by 10.8 inches.
    """
    across = axes.get_xlim()[1]
    axes.set_xlim(frame.left, frame.right)
    axes.set_ylim(frame.bottom, frame.top)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.axis("on")
    for side in axes.spines.values():
        side.set_color("#6b757d")
        side.set_linewidth(0.8)
    pen = Pen(axes=axes, frame=frame, point=(frame.right - frame.left) / across)
    draw_basemap(pen, basemap)
    window = window_of(frame)

    def in_frame(key: str) -> BaseGeometry | None:
        geometry = outlines(key)
        return None if geometry is None else projected(geometry, frame, window)

    flows_out = draw_scene(pen, scene, in_frame)
    labels_out, taken = _draw_labels(pen, scene, scale)
    known = frozenset(spot.name for spot in scene.spots)
    draw_names(pen, basemap.names, taken=taken, known=known, size=7 * scale)
    draw_scale_bar(pen, size=7 * scale)
    notes = []
    if flows_out:
        notes.append(f"The {FLOWS_MOST} largest movements are drawn; {flows_out} smaller ones are in the list only.")
    if labels_out:
        notes.append(f"{labels_out} marks stand without a label for want of room; the list has them.")
    return notes


def label_of(spot: Spot) -> str:
    """Return the words beside a mark: the names of the place and the numbers of its claims."""
    names = spot.name if spot.native_name is None else f"{spot.name}  {spot.native_name}"
    return f"{names}\n{runs(spot.numbers)}"


def _draw_labels(pen: Pen, scene: Scene, scale: float) -> tuple[int, list[Box]]:
    """Write the labels, those of the most claims first.

    Returns
    -------
    int
        How many found no room.
    list of Box
        What marks and labels cover, in printer's points on the plate.
    """
    size = LABEL_SIZE * scale
    wanted, words = [], []
    for spot in scene.spots:
        radius = disc_radius(len(spot.numbers)) + 3 if spot.ground.shape is Shape.POINT else 1.0
        words.append(label_of(spot))
        wanted.append(_wanted(_on_plate(pen, (spot.ground.lon, spot.ground.lat)), radius, words[-1], size))
    for gate in scene.gates:
        words.append(f"{gate.name} ({'stated' if gate.stated else 'inferred'})\n{runs(gate.numbers)}")
        wanted.append(_wanted(_on_plate(pen, (gate.lon, gate.lat)), 6.0, words[-1], size))
    frame, point = pen.frame, pen.point
    sheet = Box(left=0, bottom=0, right=(frame.right - frame.left) / point, top=(frame.top - frame.bottom) / point)
    bar = Box(left=sheet.right * 0.75, bottom=0, right=sheet.right, top=32)
    placed = place_labels(wanted, inside=sheet, obstacles=[bar], avoided=_shafts(pen, scene))
    for one, place, text in zip(wanted, placed, words, strict=True):
        if place is None:
            continue
        box = place.box
        if place.leader:
            end = leader_end(place, x=one.x, y=one.y)
            xs = [frame.left + one.x * point, frame.left + end[0] * point]
            ys = [frame.bottom + one.y * point, frame.bottom + end[1] * point]
            pen.axes.plot(xs, ys, color=INK, linewidth=0.6, zorder=34)
        name, _, numbers = text.partition("\n")
        x = frame.left + (box.left + box.right) / 2 * point
        middle = frame.bottom + (box.bottom + box.top) / 2 * point
        for line, weight, share in ((name, "bold", 0.25), (numbers, "normal", -0.25)):
            pen.axes.text(
                x,
                middle + share * (box.top - box.bottom) * point,
                line,
                fontsize=size if weight == "bold" else size * 0.9,
                fontweight=weight,
                color=INK,
                ha="center",
                va="center",
                path_effects=HALO,
                parse_math=False,
                zorder=50,
            )
    taken = [bar, *(place.box for place in placed if place)]
    taken += [Box(left=w.x - w.radius, bottom=w.y - w.radius, right=w.x + w.radius, top=w.y + w.radius) for w in wanted]
    return sum(place is None for place in placed), taken


def _on_plate(pen: Pen, point: tuple[float, float]) -> tuple[float, float]:
    """Return the place of (lon, lat) in printer's points from the plate's lower left corner."""
    x, y = pen.at(*point)
    return (x - pen.frame.left) / pen.point, (y - pen.frame.bottom) / pen.point


def _shafts(pen: Pen, scene: Scene) -> list[Box]:
    """Return small squares strung along every arrow, in points on the plate."""
    squares = []
    for flow in scene.flows[:FLOWS_MOST]:
        for leg in flow.legs:
            ends = [pen.at(*leg.start), pen.at(*leg.end)]
            (ax, ay), (bx, by) = [
                ((x - pen.frame.left) / pen.point, (y - pen.frame.bottom) / pen.point) for x, y in ends
            ]
            steps = int(hypot(bx - ax, by - ay) / SHAFT_STEP) + 1
            for step in range(steps + 1):
                x, y = ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps
                squares.append(Box(left=x - 2, bottom=y - 2, right=x + 2, top=y + 2))
    return squares


def _wanted(at: tuple[float, float], radius: float, words: str, size: float) -> Wanted:
    longest = max(len(line) for line in words.split("\n"))
    width = longest * size * LETTER_WIDTH + 4
    return Wanted(x=at[0], y=at[1], radius=radius, width=width, height=size * 2.4)
