"""What a briefing is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from geo.basemap import Bounds
from views.briefing.marks import Outlines
from views.briefing.underlay import Basemap
from views.briefing.words import Tally, source_line
from views.cited import Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a briefing is made of.

    `cited` is numbered from 1 in the order of the list and may be empty; `area` says in words what the map shows;
    `basemap` gives what lies under a box in degrees; `outlines` gives the geometry of an outline id in EPSG:4326, or
    None.
    """

    cited: tuple[Cited, ...]
    tally: Tally
    area: str
    basemap: Callable[[Bounds], Basemap]
    outlines: Outlines

    @property
    def lines(self) -> tuple[str, ...]:
        """The source list."""
        return tuple(source_line(one) for one in self.cited)
