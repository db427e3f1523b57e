"""Cut a sheet into its rooms: head, map, side, foot."""

from __future__ import annotations

from dataclasses import dataclass

from views.briefing.sheet import Paper

MAP_SHARE = 0.70
"""Share of the sheet's width that the map takes; legend and sources stand beside it."""
REFERENCE = 777.6
"""Height in points of the sheet for which the sizes of letters are given."""
HEAD = 50.0
"""Height in points of a head with a title of one line, on the sheet of reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A rectangle on the sheet, in printer's points from the lower left corner."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.bottom + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where everything stands on a sheet of `width` by `height` points; letters are scaled by `scale`."""

    width: float
    height: float
    scale: float
    head: Room
    map: Room
    side: Room
    foot: Room


def plan_of(paper: Paper, *, head: float = HEAD) -> Plan:
    """Return the rooms of a sheet; `head` is the height of its head in points on the sheet of reference.

    >>> plan = plan_of(Paper.A4)
    >>> round(plan.map.width / plan.width, 2)
    0.7
    """
    width, height = (inches * 72 for inches in paper.inches)
    scale = height / REFERENCE
    margin, strip = 14 * scale, 18 * scale
    over_map = Room(
        left=margin, bottom=height - strip - (head + 6) * scale, width=width - 2 * margin, height=head * scale
    )
    foot = Room(left=margin, bottom=strip + 5 * scale, width=width - 2 * margin, height=36 * scale)
    middle = over_map.bottom - foot.top - 10 * scale
    over = Room(left=margin, bottom=foot.top + 5 * scale, width=width * MAP_SHARE, height=middle)
    side_left = over.left + over.width + 12 * scale
    side = Room(left=side_left, bottom=over.bottom, width=width - margin - side_left, height=middle)
    return Plan(width=width, height=height, scale=scale, head=over_map, map=over, side=side, foot=foot)
