"""Cut a sheet into its rooms: head, map, side, foot."""

from __future__ import annotations

from dataclasses import dataclass

from views.briefing.sheet import Paper

MAP_SHARE = 0.70
"""Share of the sheet's width that the map takes; legend and sources stand beside it."""
REFERENCE = 777.6
"""Height in points of the sheet for which the sizes of letters are given."""
LETTER = 0.55
"""Mean width of a letter of the face, in its height, for wrapping."""


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

    def letters_across(self, width: float, size: float) -> int:
        """Return how many letters of a size, in points, stand side by side on a width, in points."""
        return max(12, int(width / (size * LETTER)))


def plan_of(paper: Paper) -> Plan:
    """Return the rooms of a sheet.

    >>> plan = plan_of(Paper.A4)
    >>> round(plan.map.width / plan.width, 2)
    0.7
    """
    width, height = (inches * 72 for inches in paper.inches)
    scale = height / REFERENCE
    margin, strip = 14 * scale, 18 * scale
    head = Room(left=margin, bottom=height - strip - 78 * scale, width=width - 2 * margin, height=72 * scale)
    foot = Room(left=margin, bottom=strip + 5 * scale, width=width - 2 * margin, height=36 * scale)
    middle = head.bottom - foot.top - 10 * scale
    over = Room(left=margin, bottom=foot.top + 5 * scale, width=width * MAP_SHARE, height=middle)
    side_left = over.left + over.width + 12 * scale
    side = Room(left=side_left, bottom=over.bottom, width=width - margin - side_left, height=middle)
    return Plan(width=width, height=height, scale=scale, head=head, map=over, side=side, foot=foot)
