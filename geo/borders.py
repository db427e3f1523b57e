"""Outlines of countries and provinces, and the lines between them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

FOLDER = Path(__file__).resolve().parent.parent / "data" / "borders"
"""where data/build/borders.py leaves its files"""
COAST_TOLERANCE_DEG = 0.1
"""how far off a simplified coast a point may lie and still count as of that country; about 10 km"""
SHARED_TOLERANCE_DEG = 0.005
"""how far two outlines may run apart and still count as one border; about 500 m"""

MEMORY = 65_536
"""of how many points the countries are remembered"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A country or a province: its names, its codes and a point inside it, but not its outline.

    `lon` and `lat` are degrees in EPSG:4326, inside the largest part of the area.
    """

    id: str
    """`iso:<ISO 3166 code>`, or `adm:<country>-<slug>` where no ISO code is known"""
    name: str
    lon: float
    lat: float
    code: str | None = None
    """ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a province"""
    country: str | None = None
    """ISO 3166-1 alpha-2 of the country that it is or belongs to"""
    names: tuple[tuple[str, str], ...] = ()
    """further names as (language tag, name); the tag is `und-Latn` where the source does not say"""
    geonames_code: str | None = None
    """GeoNames' first-level code, `XX.nn`, of a province"""
    geonameid: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Areas that do not overlap, with their outlines and an index over them."""

    areas: tuple[Area, ...]
    outlines: tuple[BaseGeometry, ...]
    tree: shapely.STRtree
    numbers: dict[str, int]
    """position of an area by its id"""


def _read(path: Path) -> Any:
    """Return the content of a gzipped JSON file; a missing one means a broken installation."""
    return json.loads(gzip.decompress(path.read_bytes()))


def _unpacked(content: dict[str, Any]) -> tuple[BaseGeometry, ...]:
    """Return the outlines of a file that data/build/borders.py packed: differences of whole numbers, and counts."""
    steps = np.array([content["x"], content["y"]], dtype=np.int64)
    coordinates = (np.cumsum(steps, axis=1) / content["scale"]).T.copy()
    offsets = tuple(np.concatenate([[0], np.cumsum(content[part])]) for part in ("points", "rings", "polygons"))
    return tuple(shapely.from_ragged_array(shapely.GeometryType.MULTIPOLYGON, coordinates, offsets))


def _coverage(path: Path) -> Coverage:
    content = _read(path)
    areas = tuple(
        Area(
            id=feature["id"],
            name=feature["name"],
            lon=feature["point"][0],
            lat=feature["point"][1],
            code=feature["code"],
            country=feature.get("country", feature["code"]),
            names=tuple((language, name) for language, name in feature["names"]),
            geonames_code=feature.get("gn_code"),
            geonameid=feature.get("geonameid"),
        )
        for feature in content["features"]
    )
    outlines = _unpacked(content)
    return Coverage(
        areas=areas,
        outlines=outlines,
        tree=shapely.STRtree(outlines),
        numbers={area.id: number for number, area in enumerate(areas)},
    )


@dataclass(frozen=True, kw_only=True)
class Borders:
    """The outlines of the world's countries and provinces; each level is read when it is first asked for.

    Coordinates are degrees in EPSG:4326. A place is named by its id: `iso:IQ`, `iso:IQ-NI`, `dl:tigris`.
    """

    folder: Path = field(default=FOLDER)
    _known: dict[tuple[float, float, float], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    """the countries of points that were asked for: news speaks of few places, and of those again and again"""

    @cached_property
    def _countries(self) -> Coverage:
        return _coverage(self.folder / "countries.json.gz")

    @cached_property
    def _provinces(self) -> Coverage:
        return _coverage(self.folder / "provinces.json.gz")

    @cached_property
    def _theatre(self) -> dict[str, BaseGeometry]:
        features = _read(self.folder / "theatre.json.gz")["features"]
        return {feature["id"]: shapely.from_geojson(json.dumps(feature["geometry"])) for feature in features}

    @property
    def countries(self) -> tuple[Area, ...]:
        """The countries of the world."""
        return tuple(area for area in self._countries.areas if area.code)

    def provinces(self, country: str | None = None) -> tuple[Area, ...]:
        """Return the first-level provinces of a country (ISO 3166-1 alpha-2), or of the world.

        >>> sorted(area.id for area in load_borders().provinces("SY"))[:3]
        ['adm:SY-undof', 'iso:SY-DI', 'iso:SY-DR']
        >>> load_borders().provinces("ZZ")
        ()
        """
        return tuple(area for area in self._provinces.areas if country in (None, area.country))

    def area(self, id: str) -> Area | None:  # noqa: A002 - the word of the gazetteer
        """Return the country or province of that id, or None.

        >>> load_borders().area("iso:IQ").name
        'Iraq'
        """
        coverage = self._level(id)
        return coverage.areas[coverage.numbers[id]] if coverage and id in coverage.numbers else None

    def outline(self, id: str) -> BaseGeometry | None:  # noqa: A002 - the word of the gazetteer
        """Return the outline of a country or province, or the line of a river; None where there is none.

        >>> load_borders().outline("iso:IQ").geom_type
        'MultiPolygon'
        >>> load_borders().outline("iso:ZZ") is None
        True
        """
        if id.startswith("dl:"):
            return self._theatre.get(id)
        coverage = self._level(id)
        return coverage.outlines[coverage.numbers[id]] if coverage and id in coverage.numbers else None

    def countries_at(self, lon: float, lat: float, *, tolerance_deg: float = 0.0) -> tuple[str, ...]:
        """Return the countries (ISO 3166-1 alpha-2, sorted) that a point lies in, or within a tolerance of.

        >>> load_borders().countries_at(44.4, 33.3)
        ('IQ',)
        >>> load_borders().countries_at(45.0, 34.0, tolerance_deg=1.0)
        ('IQ', 'IR')
        >>> load_borders().countries_at(0, 0)
        ()
        """
        known = self._known.get((lon, lat, tolerance_deg))
        if known is None:
            if len(self._known) >= MEMORY:
                self._known.clear()
            found = (self._countries.areas[number].code for number in _near(self._countries, lon, lat, tolerance_deg))
            known = self._known[lon, lat, tolerance_deg] = tuple(sorted(code for code in found if code))
        return known

    def country_of(self, lon: float, lat: float) -> str | None:
        """Return the country (ISO 3166-1 alpha-2) that a point lies in; just off a coast, the nearest one; else None.

        >>> load_borders().country_of(48.81, 29.68)  # at sea
        >>> load_borders().country_of(47.95, 30.03)  # Umm Qasr's quay
        'IQ'
        """
        return self._nearest(self._countries, lon, lat, attribute="code")

    def province_of(self, lon: float, lat: float) -> str | None:
        """Return the id of the province that a point lies in; just off a coast, the nearest one; else None.

        >>> load_borders().province_of(43.119, 36.335)
        'iso:IQ-NI'
        """
        return self._nearest(self._provinces, lon, lat, attribute="id")

    def shared_border(self, a: str, b: str) -> BaseGeometry | None:
        """Return the line that two outlines share, or None where they have none or one is unknown.

        A country and one of its own provinces share the part of the country's border that is the province's.

        >>> line = load_borders().shared_border("iso:IQ", "iso:SY")
        >>> line.geom_type, 5 < line.length < 9
        ('MultiLineString', True)
        >>> load_borders().shared_border("iso:IQ", "iso:FR") is None
        True
        """
        return _shared(self, *sorted((a, b)))

    def _level(self, id: str) -> Coverage | None:  # noqa: A002 - the word of the gazetteer
        if id.startswith("iso:") and "-" not in id:
            return self._countries
        return self._provinces if id.startswith(("iso:", "adm:")) else None

    def _nearest(self, coverage: Coverage, lon: float, lat: float, *, attribute: str) -> str | None:
        point = shapely.Point(lon, lat)
        near = _near(coverage, lon, lat, COAST_TOLERANCE_DEG)
        ranked = sorted(
            (coverage.outlines[number].distance(point), coverage.areas[number].id, number) for number in near
        )
        return getattr(coverage.areas[ranked[0][2]], attribute) if ranked else None


def _near(coverage: Coverage, lon: float, lat: float, tolerance_deg: float) -> Iterable[int]:
    found = coverage.tree.query(shapely.Point(lon, lat), predicate="dwithin", distance=tolerance_deg)
    return [int(number) for number in found]


@cache
def _shared(borders: Borders, a: str, b: str) -> BaseGeometry | None:
    first, second = borders.outline(a), borders.outline(b)
    if first is None or second is None or a == b or not first.dwithin(second, SHARED_TOLERANCE_DEG):
        return None
    mine, its = _pieces(first), _pieces(second)
    # only pieces that lie near one another are widened: the coasts of two large countries have a hundred times as many
    there, here = shapely.STRtree(mine).query(its, predicate="dwithin", distance=SHARED_TOLERANCE_DEG)
    edge = shapely.line_merge(shapely.union_all(mine[np.unique(here)]))
    other = shapely.line_merge(shapely.union_all(its[np.unique(there)]))
    line = shapely.intersection(edge, shapely.buffer(other, SHARED_TOLERANCE_DEG))
    parts = [part for part in shapely.get_parts(shapely.line_merge(line)) if part.length > 2 * SHARED_TOLERANCE_DEG]
    return shapely.MultiLineString(parts) if parts else None


def _pieces(outline: BaseGeometry) -> npt.NDArray[np.object_]:
    """Return the straight pieces of an area's edge, or of a line."""
    edge = shapely.get_parts(shapely.boundary(outline) if outline.area else outline)
    points, line = shapely.get_coordinates(edge, return_index=True)
    ends = np.stack([points[:-1], points[1:]], axis=1)
    return np.asarray(shapely.linestrings(ends[line[:-1] == line[1:]]))


@cache
def load_borders() -> Borders:
    """Return the borders of the world, which are read once."""
    return Borders()
