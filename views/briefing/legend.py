"""Explain what is drawn, and nothing that is not."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Polygon, Rectangle

from events.claim import Kind, Status
from geo.place import Shape
from views.briefing.ink import INK, draw_wedge
from views.briefing.scene import Scene
from views.palette import KIND_COLOURS, STATUS_STROKES

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
FLOW_ENTRIES = {
    True: Entry(sign="arrow", words="movement, goal said to be reached"),
    False: Entry(sign="short", words="movement, goal not said to be reached"),
}
GATE_ENTRIES = {
    True: Entry(sign="stated", words="crossing, stated"),
    False: Entry(sign="inferred", words="crossing, inferred"),
}


def entries_of(scene: Scene) -> tuple[Entry, ...]:
    """Return the entries that the scene needs; none for an empty scene."""
    shares = [share for spot in scene.spots for share in spot.shares]
    kinds = {share.kind for share in shares} | {flow.kind for flow in scene.flows}
    statuses = {share.status for share in shares} | {flow.status for flow in scene.flows}
    shapes = {spot.ground.shape for spot in scene.spots}
    reached = {flow.reached is True for flow in scene.flows}
    stated = {gate.stated for gate in scene.gates}
    return (
        *(Entry(sign="kind", words=kind.value, kind=kind) for kind in Kind if kind in kinds),
        *(Entry(sign="status", words=STATUS_WORDS[one], status=one) for one in Status if one in statuses),
        *(entry for shape, entry in SHAPE_ENTRIES.items() if shape in shapes),
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
        axes.text(row * 1.9, y, entry.words, fontsize=size, color=INK, va="center")


def _draw_sign(axes: Axes, entry: Entry, y: float, half: float) -> None:
    x = half * 2.2
    if entry.kind is not None:
        axes.add_patch(Rectangle((x - half, y - half), 2 * half, 2 * half, facecolor=KIND_COLOURS[entry.kind]))
    elif entry.status is not None:
        draw_wedge(axes, (x - half, y), half, (0, 360), Kind.STATEMENT, entry.status)
        stroke = STATUS_STROKES[entry.status]
        line = (0, stroke.dashes) if stroke.dashes else "-"
        axes.plot(
            [x + half * 0.4, x + half * 2.4], [y, y], color=INK, linewidth=1.6, linestyle=line, alpha=stroke.opacity
        )
    elif entry.sign == "disc":
        axes.add_patch(Circle((x, y), half, facecolor="#6b757d", edgecolor=INK, linewidth=0.6))
    elif entry.sign == "ring":
        axes.add_patch(Circle((x, y), half, facecolor="#eef0f2", edgecolor="#6b757d", linewidth=1.4))
    elif entry.sign == "outline":
        corners = [
            (x - half, y - half),
            (x + half, y - half * 0.6),
            (x + half * 0.7, y + half),
            (x - half * 0.8, y + half),
        ]
        axes.add_patch(Polygon(corners, closed=True, facecolor="#eef0f2", edgecolor="#6b757d", linewidth=1.4))
    elif entry.sign == "line":
        axes.plot(
            [x - half * 1.4, x, x + half * 1.4], [y - half * 0.5, y + half * 0.4, y], color="#6b757d", linewidth=2.6
        )
    elif entry.sign in {"stated", "inferred"}:
        corners = [(x - half, y), (x, y + half), (x + half, y), (x, y - half)]
        fill = INK if entry.sign == "stated" else "white"
        axes.add_patch(Polygon(corners, closed=True, facecolor=fill, edgecolor=INK, linewidth=1.2))
    else:
        axes.plot([x - half * 1.4, x + half], [y, y], color="#6b757d", linewidth=2.2)
        wings = [(x + half * 0.4, y + half * 0.6), (x + half * 1.4, y), (x + half * 0.4, y - half * 0.6)]
        if entry.sign == "arrow":
            axes.add_patch(Polygon(wings, closed=True, facecolor="#6b757d"))
        else:
            axes.plot(*zip(*wings, strict=True), color="#6b757d", linewidth=2.0)
