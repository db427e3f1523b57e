"""Cut a disc by kind and status: the colour is the kind, the filling the status."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Wedge

from events.claim import Kind, Status
from views.briefing.pen import INK
from views.briefing.scene import Share
from views.palette import KIND_COLOURS, STATUS_STROKES

SHARES_MOST = 10
"""Parts of a disc by kind and status; where there are more, the statuses that are not "asserted" are drawn as one."""
MIXED_HATCH = "---"


def draw_shares(
    axes: Axes, middle: tuple[float, float], radius: float, shares: Sequence[Share], *, scale: float, z: float = 31.0
) -> None:
    """Draw a disc cut by kind and status, from the top clockwise; a crowded one by kind and whether it is asserted."""
    parts: list[tuple[Kind, Status | None, int]] = [(share.kind, share.status, share.count) for share in shares]
    if is_crowded(shares):
        parts = [(kind, status, count) for (kind, status), count in _condensed(shares).items()]
    total = sum(count for *_, count in parts)
    start = 90.0
    for kind, status, count in parts:
        width = 360.0 * count / total
        axes.add_artist(wedge(middle, radius, (start - width, start), kind, status, scale=scale, z=z))
        start -= width


def is_crowded(shares: Sequence[Share]) -> bool:
    """Whether a disc would be cut into more parts than anybody can tell apart."""
    return len(shares) > SHARES_MOST


def _condensed(shares: Sequence[Share]) -> dict[tuple[Kind, Status | None], int]:
    counts: dict[tuple[Kind, Status | None], int] = {}
    for share in shares:
        key = (share.kind, share.status if share.status is Status.ASSERTED else None)
        counts[key] = counts.get(key, 0) + share.count
    return counts


def wedge(
    middle: tuple[float, float],
    radius: float,
    turn: tuple[float, float],
    kind: Kind,
    status: Status | None,
    *,
    scale: float,
    z: float = 31.0,
) -> Wedge:
    """Return the part of a disc between two angles in degrees: the colour is the kind, the filling the status.

    Without a status it stands for claims of several that are not asserted.
    """
    colour = KIND_COLOURS[kind]
    solid = status is Status.ASSERTED
    opacity = 1.0 if status is None else STATUS_STROKES[status].opacity
    return Wedge(
        middle,
        radius,
        *turn,
        facecolor=colour if solid else "white",
        edgecolor=(INK, max(opacity, 0.6)),
        hatch=MIXED_HATCH if status is None else STATUS_STROKES[status].hatch or None,
        hatchcolor=(colour, opacity),
        linewidth=0.6 * scale,
        zorder=z,
    )
