"""Rows of a CSV file, with checks that say where, what was expected and what came."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_VARIANT = re.compile(r"(?P<name>[^@;]*[^@;\s][^@;]*)@(?P<language>[a-z]{2,3})-(?P<script>[A-Z][a-z]{3})")
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_NUMBER = re.compile(r"[-+]?[0-9]{1,9}(?:\.[0-9]{0,20})?", re.ASCII)
NON_JOINER = "\u200c"
"""Persian spells some names with it; any other invisible character is a slip or a trap"""
EARTH_KM = 20_000.0
"""no two places lie farther apart"""


class TableError(ValueError):
    """A table that cannot be used, with the file, the line, the column, what was expected and what came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table, and where it stands: `gazetteer.csv:14`."""

    where: str
    fields: Mapping[str, str]

    def get(self, column: str) -> str:
        """Return a field without the white space around it; empty where there is no such column."""
        return self.fields.get(column, "")

    def error(self, column: str, expected: str, came: str | None = None) -> TableError:
        """Return the error that says what a field should have been."""
        value = self.get(column) if came is None else came
        return TableError(f"{self.where}: {column} must {expected}, got {repr(value[:80]) if value else 'nothing'}")

    def matched(self, column: str, pattern: re.Pattern[str], expected: str) -> str:
        """Return a field that must match a pattern as a whole."""
        if not pattern.fullmatch(self.get(column)):
            raise self.error(column, expected)
        return self.get(column)

    def optional(self, column: str, pattern: re.Pattern[str], expected: str) -> str | None:
        """Return a field that must match a pattern as a whole, or None where it is empty."""
        return self.matched(column, pattern, expected) if self.get(column) else None

    def name(self, column: str) -> str:
        """Return a field that must be a name: with a letter or digit, without invisible characters."""
        return self._checked_name(column, self.get(column))

    def names(self, column: str) -> tuple[tuple[str, str], ...]:
        """Return (language, name) of a field `name@language-Script;…`; the tag of `und` keeps its script."""
        found = []
        for variant in self.get(column).split(";") if self.get(column) else ():
            match = _VARIANT.fullmatch(variant.strip())
            if not match:
                raise self.error(column, "be name@language-Script separated by ;", variant or "''")
            language = match["language"] if match["language"] != "und" else f"und-{match['script']}"
            found.append((language, self._checked_name(column, match["name"].strip())))
        return tuple(found)

    def point(self) -> tuple[float, float]:
        """Return (lon, lat) in degrees of EPSG:4326."""
        lon, lat = self._degrees("lon", 180), self._degrees("lat", 90)
        if lon == 0 and lat == 0:
            raise TableError(f"{self.where}: lon and lat must be a place, got (0, 0), which stands for a missing one")
        return lon, lat

    def km(self, column: str, *, default: float) -> float:
        """Return a distance in kilometres, above 0; the default where the field is empty."""
        value = self.get(column)
        if not value:
            return default
        if not _NUMBER.fullmatch(value) or not 0 < float(value) <= EARTH_KM:
            raise self.error(column, "be kilometres above 0")
        return float(value)

    def _degrees(self, column: str, limit: int) -> float:
        value = self.get(column)
        if not _NUMBER.fullmatch(value):
            raise self.error(column, "be a number of degrees")
        number = float(value)
        if not -limit <= number <= limit:
            hint = "; are lon and lat swapped?" if column == "lat" and abs(number) <= 180 else ""
            raise TableError(f"{self.where}: {column} must be in [-{limit}, {limit}], got {value}{hint}")
        return number

    def _checked_name(self, column: str, value: str) -> str:
        if not any(letter.isalnum() for letter in value):
            raise self.error(column, "be a name", value)
        hidden = _INVISIBLE.search(value.replace(NON_JOINER, ""))
        if hidden:
            raise self.error(column, f"not hold invisible characters such as U+{ord(hidden.group()):04X}", value)
        return value


def rows_in(path: Path, *, required: Sequence[str], optional: Sequence[str] = ()) -> Iterator[Row]:
    """Yield the rows of a CSV file in UTF-8 with a header, each with the number of the line on which it begins.

    A byte order mark, Windows line ends, blank lines and any order of the columns are accepted.

    Raises
    ------
    TableError
        If the file is not UTF-8 or not CSV, or a column is missing, unknown or doubled, or a row has another length.
    FileNotFoundError
        If there is no such file.
    """
    name = path.name
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        came = f"byte 0x{error.object[error.start]:02x} at offset {error.start}"
        raise TableError(f"{name}: the file must be UTF-8, got {came}") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise TableError(f"{name}:{line}: text expected, got a NUL character")
    header: list[str] | None = None
    for begins, fields in _records(text, name):
        where = f"{name}:{begins}"
        if header is None:
            header = _header(fields, where, required=required, optional=optional)
        elif len(fields) != len(header):
            raise TableError(f"{where}: {len(header)} fields expected, as in the header, got {len(fields)}")
        else:
            yield Row(where=where, fields=dict(zip(header, fields, strict=True)))
    if header is None:
        raise TableError(f"{name}: a header line expected, got an empty file")


def _records(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for fields in reader:
            begins, line = line, reader.line_num + 1
            stripped = [field.strip() for field in fields]
            if any(stripped):
                yield begins, stripped
    except csv.Error as error:
        raise TableError(f"{name}:{line}: the row must be valid CSV, got: {error}") from error


def _header(header: list[str], where: str, *, required: Sequence[str], optional: Sequence[str]) -> list[str]:
    missing = [column for column in required if column not in header]
    if missing:
        wanted = ", ".join(required)
        raise TableError(f"{where}: the header must have the columns {wanted}; missing: {', '.join(missing)}")
    doubled = sorted({column for column in header if header.count(column) > 1})
    if doubled:
        raise TableError(f"{where}: each column once expected, got twice: {', '.join(doubled)}")
    known = (*required, *optional)
    unknown = [column for column in header if column not in known]
    if unknown:
        raise TableError(f"{where}: unknown column {unknown[0]!r}; known are {', '.join(known)}")
    return header
