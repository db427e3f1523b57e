"""How far places of the index are apart, remembered: texts name the same pairs again and again."""

from __future__ import annotations

from math import cos, exp, radians, sqrt

from geo.index import Index

MOST_PAIRS = 100_000
"""How many distances of two places are remembered before they are measured afresh."""

FARTHEST_KM = 1500.0
"""Places further apart say nothing of each other."""

Apart = tuple[float, float, float]
"""How far two places are apart in km, how much one speaks for the other, and what divides that close by."""


class Distances:
    """Measures how far places are apart; several threads may share one."""

    __slots__ = ("_count", "_index", "_known")

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[int, dict[int, Apart]] = {}
        self._count = 0

    def known_from(self, place: int) -> dict[int, Apart]:
        """Return what is known of how far others are from a place; `add` fills it."""
        if self._count > MOST_PAIRS:
            self._known.clear()
            self._count = 0
        return self._known.setdefault(place, {})

    def add(self, known: dict[int, Apart], place: int, other: int) -> Apart:
        """Measure how far two places are apart, and keep it; too far apart, neither speaks for the other."""
        km = self.km(place, other)
        found = known[other] = (km, exp(-km / 150), 1 + km / 30) if km < FARTHEST_KM else (km, 0.0, 1.0)
        self._count += 1
        return found

    def km(self, a: int, b: int) -> float:
        """Return about how far two places are apart, in km."""
        return self.km_from(a, (self._index.lon[b], self._index.lat[b]))

    def km_from(self, place: int, point: tuple[float, float]) -> float:
        """Return about how far a place is from a point (lon, lat), in km."""
        lat = self._index.lat[place]
        across = abs(self._index.lon[place] - point[0])
        return 111.2 * sqrt((min(across, 360 - across) * cos(radians(lat))) ** 2 + (lat - point[1]) ** 2)
