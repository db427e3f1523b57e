"""Read a curated gazetteer, and say exactly what is wrong with a row that cannot be used."""

from __future__ import annotations

import re
from pathlib import Path

from geo.place import FeatureClass, Place
from geo.table import Row, TableError, rows_in

REQUIRED = ("id", "title", "fclasses", "lon", "lat", "feature_code")
"""columns without which nothing can be put on the map"""
OPTIONAL = (
    "title_source",
    "attestation_year",
    "ccodes",
    "variants",
    "types",
    "parent_name",
    "parent_id",
    "geowkt",
    "geo_source",
    "geo_id",
    "approximation",
    "matches",
    "description",
    "admin1_iso",
    "population",
    "location_precision",
    "licence",
)
"""the other columns of Linked Places TSV v0.5 that are used here, and ours; see data/README.md"""
PRECISIONS = ("precise", "rough", "unlocated")
"""as Pleiades has them (https://pleiades.stoa.org/help/conceptual-overview)"""
OUTLINED = ("iso:", "adm:", "dl:")
"""how the ids begin that name an outline or a line among the borders"""
DEFAULT_APPROXIMATION_KM = 5.0
"""how far a place may lie from its point where the row does not say"""
GazetteerError = TableError
"""a gazetteer that cannot be read, with the file, the line, the column, what was expected and what came"""
_ID = re.compile(r"(?:gn:[1-9][0-9]*|iso:[A-Z]{2}(?:-[A-Z0-9]{1,3})?|[a-z][a-z0-9]*:[a-z0-9][a-z0-9-]*)")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,4}")
_ADMIN1 = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_COUNTRIES = re.compile(r"[A-Z]{2}(?:;[A-Z]{2})*")
_PEOPLE = re.compile(r"[0-9]{1,10}", re.ASCII)
_SHAPE = re.compile(r"[A-Z ]+\(.*\)")
_CLASS = re.compile("|".join(FeatureClass))
_PRECISION = re.compile("|".join(PRECISIONS))


def read_rows(path: Path) -> tuple[Place, ...]:
    """Return the places of a curated gazetteer, in the file's order.

    The file is CSV in UTF-8 with a header; `data/README.md` explains the columns.

    Raises
    ------
    GazetteerError
        At the first row that cannot be used: `gazetteer.csv:14: lat must be in [-90, 90], got 94.2`.
    FileNotFoundError
        If there is no such file.
    """
    places: list[Place] = []
    seen: dict[str, str] = {}
    for row in rows_in(path, required=REQUIRED, optional=OPTIONAL):
        place = _place(row)
        if place.id in seen:
            raise row.error("id", f"be unique and not that of {seen[place.id]}")
        seen[place.id] = row.where
        places.append(place)
    return tuple(places)


def _place(row: Row) -> Place:
    lon, lat = row.point()
    row.optional("geowkt", _SHAPE, "be well-known text or empty")
    row.optional("location_precision", _PRECISION, f"be one of {', '.join(PRECISIONS)}")
    countries = row.optional("ccodes", _COUNTRIES, "be ISO 3166-1 alpha-2 codes separated by ;") or ""
    outline = row.get("geo_id")
    return Place(
        id=row.matched("id", _ID, "be gn:<number>, iso:<code> or <prefix>:<slug>"),
        name=row.name("title"),
        feature_class=FeatureClass(row.matched("fclasses", _CLASS, f"be one of {', '.join(FeatureClass)}")),
        feature_code=row.matched("feature_code", _CODE, "be a GeoNames feature code such as PPL"),
        lon=lon,
        lat=lat,
        country=countries if len(countries) == 2 else None,
        admin1=row.optional("admin1_iso", _ADMIN1, "be an ISO 3166-2 code such as IQ-NI or empty"),
        population=int(row.optional("population", _PEOPLE, "be a whole number or empty") or 0) or None,
        geonameid=_geonameid(row),
        approximation_km=row.km("approximation", default=DEFAULT_APPROXIMATION_KM),
        names=row.names("variants"),
        outline=outline if outline.startswith(OUTLINED) else None,
    )


def _geonameid(row: Row) -> int | None:
    for match in (row.get("id"), *row.get("matches").split(";")):
        prefix, _, number = match.strip().partition(":")
        if prefix == "gn":
            if not re.fullmatch("[1-9][0-9]{0,9}", number):
                raise row.error("matches", "hold gn:<number>", match)
            return int(number)
    return None
