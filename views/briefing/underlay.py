"""Read the basemap that lies under a frame."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import cos, radians
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.basemap import Bounds, basemap_layers, detail_in
from geo.borders import load_borders

DETAIL_DEGREES = 40.0
"""Frames wider than this are drawn from the world's coarse file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that may be written for orientation; (lon, lat) in EPSG:4326, the most important has the least `rank`."""

    lon: float
    lat: float
    words: str
    rank: float
    country: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Basemap:
    """The geometries under the claims; degrees in EPSG:4326."""

    land: tuple[BaseGeometry, ...] = ()
    lakes: tuple[BaseGeometry, ...] = ()
    coast: tuple[BaseGeometry, ...] = ()
    borders: tuple[BaseGeometry, ...] = ()
    disputed: tuple[BaseGeometry, ...] = ()
    """lines whose course is contested: drawn dashed"""
    provinces: tuple[BaseGeometry, ...] = ()
    rivers: tuple[BaseGeometry, ...] = ()
    names: tuple[Name, ...] = ()
    globe: tuple[BaseGeometry, ...] = ()
    """the world's land, coarse, for the inset"""


def underlay_of(bounds: Bounds) -> Basemap:
    """Return the basemap under a box in degrees; its west may lie below -180, its east above 180."""
    west, _, east, _ = bounds
    world = _world()
    text = "" if east - west > DETAIL_DEGREES else detail_in(bounds)
    near = _read(json.loads(text)) if text else world
    return Basemap(
        land=near.land,
        lakes=near.lakes,
        coast=near.coast,
        borders=near.borders,
        disputed=near.disputed,
        provinces=near.provinces,
        rivers=near.rivers,
        names=near.names,
        globe=world.land,
    )


@cache
def _world() -> Basemap:
    return _read(json.loads(basemap_layers()[0].text()))


def _read(content: dict[str, Any]) -> Basemap:
    scale = content["scale"]

    def lines(part: str) -> tuple[BaseGeometry, ...]:
        return tuple(shapely.LineString(_points(numbers, scale)) for numbers in content[part] if len(numbers) >= 4)

    def polygons(part: str) -> tuple[BaseGeometry, ...]:
        rings = ([_points(ring, scale) for ring in polygon] for polygon in content[part])
        return tuple(shapely.make_valid(shapely.Polygon(outer, holes)) for outer, *holes in rings if len(outer) >= 4)

    return Basemap(
        land=polygons("land"),
        lakes=polygons("lakes"),
        coast=lines("coast"),
        borders=lines("borders"),
        disputed=lines("disputed"),
        provinces=lines("provinces"),
        rivers=lines("rivers"),
        names=tuple(_names(content["labels"], content["towns"], scale)),
    )


def _points(numbers: Sequence[int], scale: int) -> list[tuple[float, float]]:
    xs, ys = accumulate(numbers[::2]), accumulate(numbers[1::2])
    return [(x / scale, y / scale) for x, y in zip(xs, ys, strict=True)]


def _names(labels: Iterable[list[Any]], towns: Iterable[list[Any]], scale: int) -> Iterable[Name]:
    for x, y, kind, name, *_ in labels:
        if kind == "country":
            yield Name(lon=x / scale, lat=y / scale, words=name, rank=-_extents().get(name, 0.0), country=True)
    for x, y, rank, name, *_ in towns:
        yield Name(lon=x / scale, lat=y / scale, words=name, rank=1.0 + rank, country=False)


@cache
def _extents() -> dict[str, float]:
    """Return how much of the globe each country takes, by name, so that the large ones are named first."""
    found = {}
    for area in load_borders().countries:
        outline = load_borders().outline(area.id)
        if outline is not None:
            found[area.name] = float(outline.area) * cos(radians(area.lat))
    return found
