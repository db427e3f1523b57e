"""One sheet of paper under the pen: words and axes at places given in printer's points."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from views.briefing.paper import Plan, Room
from views.briefing.pen import INK, write
from views.briefing.sheet import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A sheet with its figure and the plan of its rooms."""

    figure: Figure
    plan: Plan

    def axes(self, room: Room) -> Axes:
        """Return axes without frame that fill the room; their unit is a printer's point."""
        width, height = self.plan.width, self.plan.height
        axes = self.figure.add_axes((room.left / width, room.bottom / height, room.width / width, room.height / height))
        axes.set_xlim(0, room.width)
        axes.set_ylim(0, room.height)
        axes.axis("off")
        return axes

    def write(  # noqa: PLR0913 - where, what, and how it looks
        self,
        at: tuple[float, float],
        words: str,
        *,
        size: float,
        bold: bool = False,
        va: str = "baseline",
        ha: str = "left",
        colour: str = INK,
        halo: bool = False,
    ) -> None:
        """Write words at a point given in printer's points; `$` stays a dollar sign."""
        spot = (at[0] / self.plan.width, at[1] / self.plan.height)
        write(
            self.figure,
            spot,
            words,
            size=size,
            colour=colour,
            bold=bold,
            ha=ha,
            va=va,
            halo="white" if halo else None,
        )


def blank_leaf(plan: Plan, paper: Paper) -> Leaf:
    """Return an empty white sheet."""
    size = (plan.width / 72, plan.height / 72)
    return Leaf(figure=Figure(figsize=size, dpi=paper.dpi, facecolor="white"), plan=plan)
