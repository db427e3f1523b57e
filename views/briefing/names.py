"""Write names for orientation, in grey and small, where the claims leave room."""

from __future__ import annotations

from collections.abc import Iterable

from matplotlib.patches import Circle

from views.briefing.face import drawable, width_of
from views.briefing.labels import Box, Form, Wanted, place_labels
from views.briefing.pen import Pen, write
from views.briefing.underlay import Name

NAMES_EVERY = 22_000.0
"""Square points of the map for each name: enough names to find one's way, few enough to stay behind the claims."""
GREY = "#7b858c"
HALO = "#f4f1ea"


def draw_names(pen: Pen, names: Iterable[Name], *, taken: Iterable[Box], known: frozenset[str], size: float) -> None:
    """Write the most important names that find room.

    Parameters
    ----------
    taken
        Rectangles that the claims' marks and labels cover, in printer's points on the plate.
    known
        Names that the claims' own labels bear already.
    size
        Height of the letters in points.
    """
    frame, point = pen.frame, pen.point
    sheet = Box(
        left=4, bottom=4, right=(frame.right - frame.left) / point - 4, top=(frame.top - frame.bottom) / point - 4
    )
    shown: list[tuple[Name, float, float]] = []
    for name in sorted(names, key=lambda name: (name.rank, name.words)):
        x, y = (
            (value - low) / point
            for value, low in zip(pen.at(name.lon, name.lat), (frame.left, frame.bottom), strict=True)
        )
        if sheet.left < x < sheet.right and sheet.bottom < y < sheet.top and name.words not in known:
            shown.append((name, x, y))
    shown = shown[: max(3, int(sheet.right * sheet.top / NAMES_EVERY))]
    wanted = [
        Wanted(
            x=x,
            y=y,
            radius=0.0 if name.country else 2.5,
            forms=(Form(width=width_of(_as_written(name), size) + 2, height=size * 1.3),),
        )
        for name, x, y in shown
    ]
    for (name, x, y), placed in zip(shown, place_labels(wanted, inside=sheet, obstacles=taken), strict=True):
        if placed is None or placed.leader:
            continue
        at = ((placed.box.left + placed.box.right) / 2, (placed.box.bottom + placed.box.top) / 2)
        if not name.country:
            middle = (frame.left + x * point, frame.bottom + y * point)
            pen.patch(Circle(middle, 1.1 * pen.scale * point, facecolor=GREY, edgecolor="none", zorder=11))
        spot = (frame.left + at[0] * point, frame.bottom + at[1] * point)
        write(pen.axes, spot, _as_written(name), size=size, colour=GREY, ha="center", va="center", halo=HALO, z=12)


def _as_written(name: Name) -> str:
    words = drawable(name.words)
    return " ".join(words.upper()) if name.country else words
