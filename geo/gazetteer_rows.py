"""Read a curated gazetteer, and say exactly what is wrong with a row that cannot be used."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from geo.place import FeatureClass, Place

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
_ID = re.compile(r"(?:gn:[1-9][0-9]*|iso:[A-Z]{2}(?:-[A-Z0-9]{1,3})?|[a-z][a-z0-9]*:[a-z0-9][a-z0-9-]*)")
_VARIANT = re.compile(r"(?P<name>[^@;]*[^@;\s][^@;]*)@(?P<language>[a-z]{2,3})-(?P<script>[A-Z][a-z]{3})")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,4}")
_ADMIN1 = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
DEFAULT_APPROXIMATION_KM = 5.0
"""how far a place may lie from its point where the row does not say"""


class GazetteerError(ValueError):
    """A gazetteer that cannot be read, with the file, the line, the column, what was expected and what came."""


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
    name = path.name
    places: list[Place] = []
    seen: dict[str, int] = {}
    for line, row in _rows(path):
        place = _place(row, f"{name}:{line}")
        if place.id in seen:
            raise GazetteerError(
                f"{name}:{line}: id must be unique, got {place.id!r}, which is also on line {seen[place.id]}"
            )
        seen[place.id] = line
        places.append(place)
    return tuple(places)


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the rows with the number of the line on which each begins."""
    name = path.name
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GazetteerError(
            f"{name}: the file must be UTF-8, got byte 0x{error.object[error.start]:02x} at offset {error.start}"
        ) from error
    if "\0" in text:
        raise GazetteerError(
            f"{name}:{text.count(chr(10), 0, text.index(chr(0))) + 1}: text expected, got a NUL character"
        )
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    line = 1
    header: list[str] | None = None
    try:
        for fields in reader:
            begins, line = line, reader.line_num + 1
            if not any(field.strip() for field in fields):
                continue
            if header is None:
                header = _header(fields, f"{name}:{begins}")
                continue
            if len(fields) != len(header):
                raise GazetteerError(
                    f"{name}:{begins}: {len(header)} fields expected, as in the header, got {len(fields)}"
                )
            yield begins, dict(zip(header, (field.strip() for field in fields), strict=True))
    except csv.Error as error:
        raise GazetteerError(f"{name}:{line}: the row must be valid CSV, got: {error}") from error
    if header is None:
        raise GazetteerError(f"{name}: a header line expected, got an empty file")


def _header(fields: list[str], where: str) -> list[str]:
    header = [field.strip() for field in fields]
    missing = [column for column in REQUIRED if column not in header]
    if missing:
        raise GazetteerError(
            f"{where}: the header must have the columns {', '.join(REQUIRED)}; missing: {', '.join(missing)}"
        )
    doubled = sorted({column for column in header if header.count(column) > 1})
    if doubled:
        raise GazetteerError(f"{where}: each column once expected, got twice: {', '.join(doubled)}")
    unknown = [column for column in header if column not in REQUIRED and column not in OPTIONAL]
    if unknown:
        raise GazetteerError(f"{where}: unknown column {unknown[0]!r}; known are {', '.join(REQUIRED + OPTIONAL)}")
    return header


def _place(row: Mapping[str, str], where: str) -> Place:
    lon, lat = _point(row, where)
    geo_id = row.get("geo_id", "")
    _check(row, "geowkt", re.compile(r"[A-Z ]+\(.*\)"), "well-known text or empty", where)
    precision = row.get("location_precision", "") or "precise"
    if precision not in PRECISIONS:
        raise GazetteerError(f"{where}: location_precision must be one of {', '.join(PRECISIONS)}, got {precision!r}")
    countries = _countries(row.get("ccodes", ""), where)
    identity = _matched(row, "id", _ID, "gn:<number>, iso:<code> or <prefix>:<slug>", where)
    return Place(
        id=identity,
        name=_name(row["title"], "title", where),
        feature_class=_feature_class(row["fclasses"], where),
        feature_code=_matched(row, "feature_code", _CODE, "a GeoNames feature code such as PPL", where),
        lon=lon,
        lat=lat,
        country=countries[0] if len(countries) == 1 else None,
        admin1=_check(row, "admin1_iso", _ADMIN1, "an ISO 3166-2 code such as IQ-NI or empty", where) or None,
        population=int(_check(row, "population", re.compile(r"[0-9]{1,9}"), "a whole number or empty", where) or 0)
        or None,
        geonameid=_geonameid(identity, row.get("matches", ""), where),
        approximation_km=_approximation(row.get("approximation", ""), where),
        names=_variants(row.get("variants", ""), where),
        outline=geo_id if geo_id.startswith(OUTLINED) else None,
    )


def _matched(row: Mapping[str, str], column: str, pattern: re.Pattern[str], expected: str, where: str) -> str:
    if not row[column]:
        raise GazetteerError(f"{where}: {column} must be {expected}, got nothing")
    return _check(row, column, pattern, expected, where)


def _check(row: Mapping[str, str], column: str, pattern: re.Pattern[str], expected: str, where: str) -> str:
    value = row.get(column, "")
    if value and not pattern.fullmatch(value):
        raise GazetteerError(f"{where}: {column} must be {expected}, got {value[:80]!r}")
    return value


def _name(value: str, column: str, where: str) -> str:
    if not any(letter.isalnum() for letter in value):
        raise GazetteerError(
            f"{where}: {column} must be a name, got {value!r}"
            if value
            else f"{where}: {column} must be a name, got nothing"
        )
    control = _CONTROL.search(value)
    # Persian spells some names with the zero-width non-joiner; any other invisible character is a slip or a trap.
    if control and value.replace("\u200c", "") != _CONTROL.sub("", value):
        raise GazetteerError(
            f"{where}: {column} must not hold invisible characters, got U+{ord(control.group()):04X} in {value!r}"
        )
    return value


def _number(row: Mapping[str, str], column: str, limit: int, where: str) -> float:
    value = row[column]
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise GazetteerError(
            f"{where}: {column} must be a number of degrees, got {value[:40]!r}"
            if value
            else f"{where}: {column} must be a number of degrees, got nothing"
        )
    if not -limit <= number <= limit:
        hint = "; are lon and lat swapped?" if column == "lat" and abs(number) <= 180 else ""
        raise GazetteerError(f"{where}: {column} must be in [-{limit}, {limit}], got {value}{hint}")
    return number


def _point(row: Mapping[str, str], where: str) -> tuple[float, float]:
    lon, lat = _number(row, "lon", 180, where), _number(row, "lat", 90, where)
    if lon == 0 and lat == 0:
        raise GazetteerError(f"{where}: lon and lat must be a place, got (0, 0), which stands for a missing one")
    return lon, lat


def _feature_class(value: str, where: str) -> FeatureClass:
    try:
        return FeatureClass(value)
    except ValueError as error:
        known = ", ".join(FeatureClass)
        raise GazetteerError(f"{where}: fclasses must be one of {known}, got {value!r}") from error


def _countries(value: str, where: str) -> tuple[str, ...]:
    codes = tuple(code.strip() for code in value.split(";")) if value else ()
    for code in codes:
        if not re.fullmatch("[A-Z]{2}", code):
            raise GazetteerError(f"{where}: ccodes must be ISO 3166-1 alpha-2 codes separated by ;, got {value!r}")
    return codes


def _approximation(value: str, where: str) -> float:
    if not value:
        return DEFAULT_APPROXIMATION_KM
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not 0 < number <= 20_000:
        raise GazetteerError(f"{where}: approximation must be kilometres above 0, got {value!r}")
    return number


def _variants(value: str, where: str) -> tuple[tuple[str, str], ...]:
    found = []
    for variant in value.split(";") if value else ():
        match = _VARIANT.fullmatch(variant.strip())
        if not match:
            raise GazetteerError(f"{where}: variants must be name@language-Script separated by ;, got {variant[:80]!r}")
        name = _name(match["name"].strip(), "variants", where)
        language = match["language"] if match["language"] != "und" else f"und-{match['script']}"
        found.append((language, name))
    return tuple(found)


def _geonameid(identity: str, matches: str, where: str) -> int | None:
    for match in (identity, *matches.split(";")):
        prefix, _, number = match.strip().partition(":")
        if prefix == "gn":
            if not re.fullmatch("[1-9][0-9]{0,9}", number):
                raise GazetteerError(f"{where}: matches must hold gn:<number>, got {match!r}")
            return int(number)
    return None
