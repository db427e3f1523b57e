"""A place, and the ground that a mention of it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FeatureClass(StrEnum):
    """What a place is, by the classes of GeoNames (https://www.geonames.org/export/codes.html)."""

    ADMIN = "A"
    """a country, province or district"""
    WATER = "H"
    """a river, lake, sea, canal, dam's reservoir"""
    AREA = "L"
    """a region, park or zone without a government of its own"""
    SETTLEMENT = "P"
    """a city, town or village"""
    ROUTE = "R"
    """a road or railway"""
    SPOT = "S"
    """a building, shrine, base, dam, airport, crossing"""
    RELIEF = "T"
    """a mountain, valley, desert, island"""
    UNDERSEA = "U"
    VEGETATION = "V"


class Shape(StrEnum):
    """How the ground of a mention is drawn."""

    POINT = "point"
    """a settlement or a spot: a disc"""
    RING = "ring"
    """an area known by a centre and a radius: a hollow ring"""
    OUTLINE = "outline"
    """a country or province: its shape"""
    LINE = "line"
    """a river, road or border: its line"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An entry of the gazetteer: one place of the world with its names.

    Coordinates are degrees in EPSG:4326.
    """

    id: str
    """`gn:<geonameid>`, `iso:<ISO 3166 code>`, or `dl:<slug>` for entries of our own"""
    name: str
    feature_class: FeatureClass
    feature_code: str
    lon: float
    lat: float
    country: str | None = None
    """ISO 3166-1 alpha-2"""
    admin1: str | None = None
    """ISO 3166-2 where it is known, else GeoNames' first-level code, `XX.nn`"""
    population: int | None = None
    geonameid: int | None = None
    approximation_km: float = 1.0
    """how far the true place may lie from the point"""
    names: tuple[tuple[str, str], ...] = ()
    """further names as (language tag, name)"""
    outline: str | None = None
    """id of its outline or line among the borders, where there is one"""

    @property
    def is_capital(self) -> bool:
        """Whether it is the seat of a country's government."""
        return self.feature_code == "PPLC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The part of the earth that a mention stands for; never a dot for a country.

    Coordinates are degrees in EPSG:4326; `radius_km` covers the whole ground from the point.
    """

    shape: Shape
    lon: float
    lat: float
    radius_km: float
    geo_precision: int
    """ACLED: 1 exact, 2 near or part of a region, 3 region or country"""
    ucdp_precision: int
    """UCDP GED `where_prec`: 1 exact, 2 within 25 km, 3 district, 4 province, 5 line or area, 6 country, 7 sea"""
    outlines: tuple[str, ...] = ()
    """ids of the outlines that it is; two for a border that they share"""
