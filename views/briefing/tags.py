"""Write the labels of a map: names, native names and the numbers that lead to the source list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from matplotlib.patches import Circle, FancyBboxPatch

from geo.place import Shape
from views.briefing.anchors import anchors_of
from views.briefing.face import drawable, missing_letters, width_of
from views.briefing.labels import Box, Form, Placed, Wanted, around, leader_end, place_labels
from views.briefing.marks import DOT, OutlinesInFrame
from views.briefing.pen import INK, Pen, write
from views.briefing.scene import Gate, Scene, Share, Spot
from views.briefing.shares import draw_shares
from views.briefing.words import runs

GREY = "#6b757d"
LABEL_SIZE = 8.5
NUMBERS_SIZE = 0.9
"""Of the numbers, in the height of the name."""
WITHOUT_NATIVE_COST, NUMBERS_COST, NAMELESS_COST = 1.5, 6.5, 11.0
"""What it costs to leave out the native name, all but the numbers beside a mark, and all but those of an area."""
FRAMED_HEIGHT, MARGIN = 2.75, 1.0
"""Height of a label in a frame, in letters; what stays free around the frame, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """What stands beside a mark: its names, its numbers, and for an area its shares, since it has no disc."""

    name: str
    native_name: str | None
    numbers: str
    shares: tuple[Share, ...] = ()

    def lines(self, form: int) -> tuple[str, str]:
        """Return the words of a form: the line of names, which may be empty, and that of the numbers."""
        if form == 2:
            return "", self.numbers
        return (self.name if form or not self.native_name else f"{self.name}  {self.native_name}"), self.numbers


def tag_of(spot: Spot) -> Tag:
    """Return the words beside a place's mark."""
    name = drawable(spot.name)
    native = drawable(spot.native_name) if spot.native_name and not missing_letters(spot.native_name) else None
    return Tag(
        name=f"{name} +{len(spot.joined)}" if spot.joined else name,
        native_name=native,
        numbers=runs(spot.numbers),
        shares=() if spot.ground.shape is Shape.POINT else spot.shares,
    )


def tag_of_gate(gate: Gate) -> Tag:
    """Return the words beside a crossing."""
    words = f"{drawable(gate.name)} ({'stated' if gate.stated else 'inferred'})"
    return Tag(name=words, native_name=None, numbers=runs(gate.numbers))


def draw_tags(
    pen: Pen, scene: Scene, outlines: OutlinesInFrame, *, taken: Iterable[Box], avoided: Iterable[Box]
) -> tuple[tuple[Spot | Gate, ...], list[Box]]:
    """Write the labels, those of the most claims first.

    Returns
    -------
    tuple of Spot and Gate
        What found no room for its label.
    list of Box
        What marks and labels cover, in printer's points on the plate.
    """
    size = LABEL_SIZE * pen.scale
    marks: list[Spot | Gate] = [*scene.spots, *scene.gates]
    tags = [tag_of(mark) if isinstance(mark, Spot) else tag_of_gate(mark) for mark in marks]
    frame, point = pen.frame, pen.point
    across, up = (frame.right - frame.left) / point, (frame.top - frame.bottom) / point
    sheet = Box(left=2, bottom=2, right=across - 2, top=up - 2)
    wanted = [_wanted(pen, mark, tag, size) for mark, tag in zip(marks, tags, strict=True)]
    for position, (mark, one) in enumerate(zip(marks, wanted, strict=True)):
        if isinstance(mark, Spot) and tags[position].shares:
            forms = tuple(
                replace(form, anchors=anchors_of(pen, mark, outlines, size=(form.width, form.height), inside=sheet))
                for form in one.forms
            )
            wanted[position] = replace(one, forms=forms)
    obstacles = list(taken)
    placed = place_labels(wanted, inside=sheet, obstacles=obstacles, avoided=avoided)
    for one, tag, place in zip(wanted, tags, placed, strict=True):
        if place is not None:
            _write(pen, one, tag, place, size)
    covered = [*obstacles, *(place.box for place in placed if place)]
    covered += [around(one) for one in wanted]
    return tuple(mark for mark, place in zip(marks, placed, strict=True) if place is None), covered


def _wanted(pen: Pen, mark: Spot | Gate, tag: Tag, size: float) -> Wanted:
    if isinstance(mark, Gate):
        at, radius = pen.on_plate(mark.lon, mark.lat), 6.0 * pen.scale
    else:
        at = pen.on_plate(mark.ground.lon, mark.ground.lat)
        radius = pen.radius(mark) + 1.5 * pen.scale if mark.ground.shape is Shape.POINT else 1.0
    numbers = width_of(tag.numbers, size * NUMBERS_SIZE)
    badge = size * 1.3 if tag.shares else 0.0

    def form(number: int, cost: float) -> Form:
        name = width_of(tag.lines(number)[0], size, bold=True) + badge
        height = size * (FRAMED_HEIGHT if tag.shares else 2.3)
        return Form(width=max(name, numbers) + 3 + badge * 0.8, height=height, cost=cost)

    full = form(0, 0.0)
    shorter = form(1, WITHOUT_NATIVE_COST if tag.native_name else 0.0)
    least = Form(width=numbers + badge + 2, height=size * 1.15, cost=NUMBERS_COST)
    if tag.shares:
        least = Form(width=numbers + badge * 1.6, height=size * 1.6, cost=NAMELESS_COST)
    return Wanted(x=at[0], y=at[1], radius=radius, forms=(full, shorter, least))


def _write(pen: Pen, one: Wanted, tag: Tag, place: Placed, size: float) -> None:
    frame, point, box = pen.frame, pen.point, place.box
    if place.leader:
        end = leader_end(place, x=one.x, y=one.y)
        xs = (frame.left + one.x * point, frame.left + end[0] * point)
        pen.line(xs, (frame.bottom + one.y * point, frame.bottom + end[1] * point), colour=INK, width=0.6, z=34)
        if tag.shares:
            # an area has no disc in which its leader could begin
            pen.patch(Circle((xs[0], frame.bottom + one.y * point), DOT * pen.scale * point, facecolor=INK, zorder=35))
    if tag.shares:
        # a frame tells the label of an area from a town's disc and name
        corner = (frame.left + (box.left + MARGIN) * point, frame.bottom + (box.bottom + MARGIN) * point)
        across, up = (box.right - box.left - 2 * MARGIN) * point, (box.top - box.bottom - 2 * MARGIN) * point
        style = f"round,pad=0,rounding_size={size * 0.4 * point}"
        pen.patch(
            FancyBboxPatch(
                corner, across, up, boxstyle=style, facecolor="#ffffffcc", edgecolor=GREY, linewidth=0.6, zorder=49
            )
        )
    middle, height = frame.bottom + (box.bottom + box.top) / 2 * point, (box.top - box.bottom) * point
    name, numbers = tag.lines(place.form)
    shift = 0.22 if tag.shares else 0.25
    rows = [(numbers, False, 0.0)] if not name else [(name, True, shift), (numbers, False, -shift)]
    side = _side_of(one, place, framed=bool(tag.shares))
    for position, (words, bold, share) in enumerate(rows):
        badge = size * 1.3 if tag.shares and position == 0 else 0.0
        middle_x = {"left": box.left + 1.5, "center": (box.left + box.right) / 2 + badge / 2, "right": box.right - 1.5}
        x = frame.left + middle_x[side] * point
        y = middle + share * height
        if badge:
            width = width_of(words, size if bold else size * NUMBERS_SIZE, bold=bold)
            disc = (x - (width / 2 + badge * 0.55) * point, y)
            draw_shares(pen.axes, disc, size * 0.45 * point, tag.shares, scale=pen.scale, z=51)
        write(
            pen.axes,
            (x, y),
            words,
            size=size if bold else size * NUMBERS_SIZE,
            bold=bold,
            ha=side,
            va="center",
            halo="white",
        )


def _side_of(one: Wanted, place: Placed, *, framed: bool) -> str:
    """Return the edge to which the words keep: the one at the mark, so that they begin or end there."""
    if framed or place.box.left < one.x < place.box.right:
        return "center"
    return "left" if place.box.left >= one.x else "right"
