"""Border crossings: where a road, a railway or a ferry passes from one country to another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from geo.distance import distance_km
from geo.table import Row, rows_in

CROSSINGS = Path(__file__).resolve().parent.parent / "data" / "crossings.csv"
"""the crossings that are known"""
REQUIRED = ("id", "kind", "country_a", "name_a", "country_b", "name_b", "lon", "lat")
"""columns without which a crossing cannot be used"""
OPTIONAL = ("variants", "approximation", "nearby", "description", "geo_source", "licence")
"""the other columns; data/README.md explains them"""
DEFAULT_APPROXIMATION_KM = 5.0
"""how far a crossing may lie from its point where the row does not say"""


class CrossingKind(StrEnum):
    """What passes at a crossing."""

    ROAD = "road"
    RAIL = "rail"
    WATER = "water"
    """boats, or a floating bridge"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """A place where one passes from one country to another; each side has a name of its own for it.

    Coordinates are degrees in EPSG:4326, on the border that the two countries share.
    """

    id: str
    """`dl:crossing-<slug>`"""
    kind: CrossingKind
    countries: tuple[str, str]
    """ISO 3166-1 alpha-2, sorted"""
    sides: tuple[str, str]
    """its name on the side of each of `countries`"""
    lon: float
    lat: float
    approximation_km: float = DEFAULT_APPROXIMATION_KM
    """how far the true place may lie from the point"""
    names: tuple[tuple[str, str], ...] = ()
    """further names as (language tag, name)"""
    nearby: tuple[str, ...] = ()
    """towns, districts and roads by which texts speak of it"""
    description: str | None = None

    @property
    def name(self) -> str:
        """Both sides' names, or the one that they share.

        >>> crossing_named("Khosravi").name
        'Mundhiriya–Khosravi'
        """
        return self.sides[0] if self.sides[0] == self.sides[1] else "–".join(self.sides)


_ID = re.compile("[a-z][a-z0-9]*:[a-z0-9][a-z0-9-]*")
_KIND = re.compile("|".join(CrossingKind))
_COUNTRY = re.compile("[A-Z]{2}")


def read_crossings(path: Path) -> tuple[Crossing, ...]:
    """Return the crossings of a file, in its order.

    Raises
    ------
    geo.table.TableError
        At the first row that cannot be used: `crossings.csv:3: kind must be one of road, rail, water, got 'air'`.
    """
    found: dict[str, Crossing] = {}
    for row in rows_in(path, required=REQUIRED, optional=OPTIONAL):
        crossing = _crossing(row)
        if crossing.id in found:
            raise row.error("id", "be unique")
        found[crossing.id] = crossing
    return tuple(found.values())


def _crossing(row: Row) -> Crossing:
    lon, lat = row.point()
    a, b = (row.matched(f"country_{side}", _COUNTRY, "be an ISO 3166-1 alpha-2 code") for side in "ab")
    if a == b:
        raise row.error("country_b", "be another country than country_a")
    (first, name_a), (second, name_b) = sorted([(a, row.name("name_a")), (b, row.name("name_b"))])
    return Crossing(
        id=row.matched("id", _ID, "be <prefix>:<slug>"),
        kind=CrossingKind(row.matched("kind", _KIND, f"be one of {', '.join(CrossingKind)}")),
        countries=(first, second),
        sides=(name_a, name_b),
        lon=lon,
        lat=lat,
        approximation_km=row.km("approximation", default=DEFAULT_APPROXIMATION_KM),
        names=row.names("variants"),
        nearby=tuple(name.strip() for name in row.get("nearby").split(";") if name.strip()),
        description=row.get("description") or None,
    )


@cache
def load_crossings() -> tuple[Crossing, ...]:
    """Return the crossings that are known, which are read once."""
    return read_crossings(CROSSINGS)


def crossing_named(name: str) -> Crossing | None:
    """Return the first crossing that bears a name on either side or as a variant, letter case aside.

    >>> crossing_named("al-Mundhiriyah").countries
    ('IQ', 'IR')
    >>> crossing_named("Dover") is None
    True
    """
    return _by_name().get(name.casefold())


@cache
def _by_name() -> Mapping[str, Crossing]:
    found: dict[str, Crossing] = {}
    for crossing in load_crossings():
        for own in (*crossing.sides, *(variant for _, variant in crossing.names)):
            found.setdefault(own.casefold(), crossing)
    return found


def nearest_crossing(
    lon: float, lat: float, *, between: tuple[str, str] | None = None, kind: CrossingKind | None = None
) -> tuple[Crossing, float] | None:
    """Return the crossing nearest to a point and how far off it is in kilometres, or None where there is none.

    Parameters
    ----------
    lon, lat
        Degrees in EPSG:4326.
    between
        Two countries (ISO 3166-1 alpha-2, in either order) that it must join.
    kind
        What must pass there.

    Examples
    --------
    >>> crossing, km = nearest_crossing(45.391, 34.348, between=("IR", "IQ"))  # from Khanaqin
    >>> crossing.name, round(km)
    ('Mundhiriya–Khosravi', 6)
    >>> nearest_crossing(45.391, 34.348, between=("FR", "IQ")) is None
    True
    """
    joined = tuple(sorted(between)) if between else None
    fitting = [c for c in load_crossings() if joined in (None, c.countries) and kind in (None, c.kind)]
    ranked = ((distance_km(lon, lat, crossing.lon, crossing.lat), crossing.id, crossing) for crossing in fitting)
    nearest = min(ranked, default=None, key=lambda item: item[:2])
    return (nearest[2], nearest[0]) if nearest else None


def least_detour(
    start: tuple[float, float], end: tuple[float, float], *, between: tuple[str, str], kind: CrossingKind | None = None
) -> tuple[Crossing, float] | None:
    """Return the crossing over which the way from `start` to `end` is shortest, and how much longer it makes it.

    Points are (lon, lat) in degrees of EPSG:4326, `between` the two countries (ISO 3166-1 alpha-2, in either order);
    the detour is in kilometres, along great circles. It is what could be inferred where a text names two towns and
    no crossing; the crossing nearest to one town alone is often another.

    >>> crossing, km = least_detour((45.863, 34.461), (45.391, 34.348), between=("IR", "IQ"))
    >>> crossing.name, round(km)  # from Sarpol-e Zahab to Khanaqin
    ('Mundhiriya–Khosravi', 0)
    >>> least_detour((45.863, 34.461), (45.391, 34.348), between=("IR", "FR")) is None
    True
    """
    joined = tuple(sorted(between))
    direct = distance_km(*start, *end)
    ways = (
        (distance_km(*start, c.lon, c.lat) + distance_km(c.lon, c.lat, *end) - direct, c.id, c)
        for c in load_crossings()
        if c.countries == joined and kind in (None, c.kind)
    )
    best = min(ways, default=None, key=lambda way: way[:2])
    return (best[2], max(0.0, best[0])) if best else None
