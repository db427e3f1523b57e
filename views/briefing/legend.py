"""Explain what is drawn, and nothing that is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle

from events.claim import Kind, Status
from geo.place import Shape
from views.briefing.arrows import FLOWS_MOST
from views.briefing.pen import INK
from views.briefing.scene import Scene
from views.briefing.shares import is_crowded, wedge
from views.palette import KIND_COLOURS, STATUS_STROKES

GREY, PALE = "#6b757d", "#eef0f2"
STATUS_WORDS = {
    Status.ASSERTED: "asserted by its source",
    Status.UNCONFIRMED: "unconfirmed",
    Status.DENIED: "denied",
    Status.PLANNED: "planned, ordered or threatened",
    Status.HYPOTHETICAL: "hypothetical",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the legend: what stands at its left, and its words."""

    sign: str
    words: str
    kind: Kind | None = None
    status: Status | None = None


SHAPE_ENTRIES = {
    Shape.POINT: Entry(sign="disc", words="a town or site; size by number of claims"),
    Shape.RING: Entry(sign="ring", words="an area known by a centre and a radius"),
    Shape.OUTLINE: Entry(sign="outline", words="a country or province: no point is claimed"),
    Shape.LINE: Entry(sign="line", words="a border, river or road"),
}
MIXED_ENTRY = Entry(sign="mixed", words="in a crowded disc: not asserted, of several statuses")
NEAR_ENTRY = Entry(sign="near", words="near the place, not at it")
DOT_ENTRY = Entry(sign="dot", words="a place counted with the disc beside it (+n)")
FLOW_ENTRIES = {
    True: Entry(sign="arrow", words="movement, goal said to be reached"),
    False: Entry(sign="short", words="movement, goal not said to be reached"),
}
GATE_ENTRIES = {
    True: Entry(sign="stated", words="crossing, stated"),
    False: Entry(sign="inferred", words="crossing, inferred"),
}


def entries_of(scenes: Iterable[Scene]) -> tuple[Entry, ...]:
    """Return the entries that the scenes need together; none for empty ones."""
    maps = tuple(scenes)
    spots = [spot for scene in maps for spot in scene.spots]
    flows = [flow for scene in maps for flow in scene.flows[:FLOWS_MOST]]
    gates = [gate for scene in maps for gate in scene.gates]
    shares = [share for spot in spots for share in spot.shares]
    kinds = {share.kind for share in shares} | {flow.kind for flow in flows}
    statuses = {share.status for share in shares} | {flow.status for flow in flows}
    shapes = {spot.ground.shape for spot in spots}
    near = any(spot.ground.shape is Shape.POINT and spot.ground.geo_precision > 1 for spot in spots)
    reached = {flow.reached is True for flow in flows}
    stated = {gate.stated for gate in gates}
    return (
        *(Entry(sign="kind", words=kind.value, kind=kind) for kind in Kind if kind in kinds),
        *(Entry(sign="status", words=STATUS_WORDS[one], status=one) for one in Status if one in statuses),
        *([MIXED_ENTRY] if any(is_crowded(spot.shares) for spot in spots) else []),
        *(entry for shape, entry in SHAPE_ENTRIES.items() if shape in shapes),
        *([NEAR_ENTRY] if near else []),
        *([DOT_ENTRY] if any(spot.joined for spot in spots) else []),
        *(entry for outcome, entry in FLOW_ENTRIES.items() if outcome in reached),
        *(entry for said, entry in GATE_ENTRIES.items() if said in stated),
    )


def draw_legend(axes: Axes, entries: tuple[Entry, ...], *, row: float, size: float) -> None:
    """Draw the entries from the top of the axes downwards; the axes' unit is a printer's point.

    Parameters
    ----------
    row
        Height of a line, in points.
    size
        Size of the letters, in points.
    """
    top = axes.get_ylim()[1]
    for position, entry in enumerate(entries):
        y = top - (position + 0.5) * row
        _draw_sign(axes, entry, y, row * 0.36)
        axes.text(row * 2.05, y, entry.words, fontsize=size, color=INK, va="center")


def _draw_sign(axes: Axes, entry: Entry, y: float, half: float) -> None:
    x = half * 2.2
    stroke = half / 5.4
    if entry.status is not None:
        _draw_status(axes, entry.status, y, half)
    elif entry.kind is not None or entry.sign == "mixed":
        _draw_filling(axes, entry, y, half)
    elif entry.sign in {"disc", "near", "dot"}:
        radius = {"disc": half, "near": half * 0.6, "dot": half * 0.35}[entry.sign]
        fill = INK if entry.sign == "dot" else GREY
        axes.add_artist(Circle((x, y), radius, facecolor=fill, edgecolor=INK, linewidth=0.6 * stroke))
        if entry.sign == "near":
            axes.add_artist(Circle((x, y), half, facecolor="none", edgecolor=INK, linewidth=0.7 * stroke))
    elif entry.sign == "ring":
        axes.add_artist(Circle((x, y), half, facecolor=PALE, edgecolor=GREY, linewidth=1.4 * stroke))
    elif entry.sign == "outline":
        corners = [(-1.0, -1.0), (1.0, -0.6), (0.7, 1.0), (-0.8, 1.0)]
        _draw_shape(axes, [(x + half * a, y + half * b) for a, b in corners], fill=PALE, line=GREY, width=1.4 * stroke)
    elif entry.sign == "line":
        ends = [x - half * 1.4, x, x + half * 1.4], [y - half * 0.5, y + half * 0.4, y]
        axes.add_artist(Line2D(*ends, color=GREY, linewidth=2.6 * stroke))
    elif entry.sign in {"stated", "inferred"}:
        corners = [(x - half, y), (x, y + half), (x + half, y), (x, y - half)]
        _draw_shape(axes, corners, fill=INK if entry.sign == "stated" else "white", line=INK, width=1.2 * stroke)
    else:
        axes.add_artist(Line2D([x - half * 1.4, x + half], [y, y], color=GREY, linewidth=2.2 * stroke))
        wings = [(x + half * 0.4, y + half * 0.6), (x + half * 1.4, y), (x + half * 0.4, y - half * 0.6)]
        if entry.sign == "arrow":
            _draw_shape(axes, wings, fill=GREY, line=GREY, width=stroke)
        else:
            axes.add_artist(Line2D(*zip(*wings, strict=True), color=GREY, linewidth=2.0 * stroke))


def _draw_filling(axes: Axes, entry: Entry, y: float, half: float) -> None:
    x = half * 2.2
    if entry.kind is None:
        axes.add_artist(wedge((x, y), half, (0, 360), Kind.STATEMENT, None, scale=half / 5.4))
    else:
        colour = KIND_COLOURS[entry.kind]
        axes.add_artist(Rectangle((x - half, y - half), 2 * half, 2 * half, facecolor=colour))


def _draw_shape(axes: Axes, corners: list[tuple[float, float]], *, fill: str, line: str, width: float) -> None:
    axes.add_artist(Polygon(corners, closed=True, facecolor=fill, edgecolor=line, linewidth=width))


def _draw_status(axes: Axes, status: Status, y: float, half: float) -> None:
    """Draw a disc and a line as the status has them."""
    stroke, scale = STATUS_STROKES[status], half / 5.4
    axes.add_artist(wedge((half * 1.1, y), half, (0, 360), Kind.STATEMENT, status, scale=scale))
    axes.add_artist(
        Line2D(
            [half * 2.5, half * 4.9],
            [y, y],
            color=INK,
            linewidth=1.8 * scale,
            linestyle=(0, stroke.dashes) if stroke.dashes else "-",
            dash_capstyle="round",
            solid_capstyle="butt",
            alpha=stroke.opacity,
        )
    )
    if stroke.crossed:
        middle, arm = half * 3.7, half * 0.6
        for sign in (1, -1):
            ends = [middle - arm, middle + arm], [y - sign * arm, y + sign * arm]
            axes.add_artist(Line2D(*ends, color=INK, linewidth=1.4 * scale))
