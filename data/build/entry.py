"""A row of the gazetteer before it is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from spelling import script_of

from geo.borders import load_borders

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
