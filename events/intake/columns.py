"""What the columns of other people's tables mean: one small file a source."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from events.claim import Kind, SourceKind, Status
from events.intake.sound import FARTHEST_KM
from events.intake.table import table_in
from texts.dating import Precision
from texts.lexicon import DATA

FOLDER = DATA / "columns"

TAKEN = frozenset(
    {"id", "text", "title", "url", "published", "place", "lat", "lon", "first", "last", "source", "agent", "target"}
    | {"quantity"}
)
"""Fields whose value is what the column has."""

READ: Mapping[str, frozenset[str] | None] = {
    "name": None,
    "unit": None,
    "radius_km": None,
    "source_kind": frozenset(SourceKind),
    "kind": frozenset(Kind),
    "status": frozenset(Status),
    "time_precision": frozenset(Precision),
    "geo_precision": frozenset("123"),
    "ucdp_precision": frozenset("1234567"),
}
"""Fields whose value is what the column's value means; the set holds the meanings that there are."""

NEEDED = ("name", "id", "place", "lat", "lon", "first", "kind")
"""Fields that no map can do without."""


class InvalidColumnsError(ValueError):
    """A column map that cannot be read, with its line, what was expected and what came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line of a column map: this column gives this field, or this value in it means that."""

    field: str
    column: str
    """empty where the field has the same meaning in every row"""
    value: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """Where a table of somebody else's has what a claim needs."""

    rules: tuple[Rule, ...]

    @property
    def name(self) -> str:
        """Whose table it is."""
        return next(rule.means for rule in self.rules if rule.field == "name")

    def columns_of(self, field: str) -> tuple[str, ...]:
        """Return the columns that give a field, best first."""
        return tuple(rule.column for rule in self.rules if rule.field == field and not rule.means)

    def column_in(self, row: Mapping[str, str], field: str) -> str | None:
        """Return the first column that gives a field and is not empty in a row."""
        return next((column for column in self.columns_of(field) if row.get(column, "").strip()), None)

    def rule_for(self, row: Mapping[str, str], field: str) -> Rule | None:
        """Return the first rule that says what a row means for a field."""
        meaning = (rule for rule in self.rules if rule.field == field and rule.means)
        return next((rule for rule in meaning if not rule.column or _says(row, rule)), None)

    def missing_in(self, header: frozenset[str]) -> tuple[str, ...]:
        """Return the columns that a table lacks for this map, one for each field that is needed."""
        wanted = [self.columns_of(field) for field in NEEDED]
        return tuple(columns[0] for columns in wanted if columns and not header & set(columns))


def _says(row: Mapping[str, str], rule: Rule) -> bool:
    return row.get(rule.column, "").strip().casefold() == rule.value.casefold()


def columns_from(path: Path) -> ColumnMap:
    """Read a column map: a table of `field`, `column`, `value` and `means`.

    Raises
    ------
    InvalidColumnsError
        If a line is not of that form, or a field that is needed is missing.
    OSError
        If there is no such file.
    """
    rules: list[Rule] = []
    try:
        rows = table_in(path.read_text(encoding="utf-8-sig"))
        if set(rows.fieldnames or ()) != {"field", "column", "value", "means"}:
            raise InvalidColumnsError(f"{path.name}:1: expected field,column,value,means, got {rows.fieldnames}")
        for row in rows:
            values = {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}
            values["column"] = values["column"].casefold()
            rule = Rule(**values)
            fault = _fault_in(rule)
            if fault is not None:
                raise InvalidColumnsError(f"{path.name}:{rows.line_num}: {fault}")
            rules.append(rule)
    except (UnicodeDecodeError, csv.Error) as error:
        raise InvalidColumnsError(f"{path.name}: {error}") from error
    lacking = [field for field in NEEDED if field not in {rule.field for rule in rules}]
    if lacking:
        raise InvalidColumnsError(f"{path.name}: expected a line for {', '.join(lacking)}, got none")
    return ColumnMap(rules=tuple(rules))


def _fault_in(rule: Rule) -> str | None:
    if rule.field in TAKEN:
        return None if rule.column and not rule.means else f"{rule.field}: expected a column and no meaning"
    if rule.field not in READ:
        return f"field: expected one of {', '.join(sorted({*TAKEN, *READ}))}, got {rule.field!r}"
    allowed = READ[rule.field]
    if allowed is not None and rule.means not in allowed:
        return f"{rule.field}: expected one of {', '.join(sorted(allowed))}, got {rule.means!r}"
    if not rule.means:
        return f"{rule.field}: expected a meaning, got none"
    if rule.field == "radius_km" and not _is_distance(rule.means):
        return f"radius_km: expected whole kilometres, at most half the earth's girth, got {rule.means!r}"
    return None


def _is_distance(words: str) -> bool:
    return words.isascii() and words.isdecimal() and len(words) < 6 and int(words) <= FARTHEST_KM


def column_map(name: str) -> ColumnMap:
    """Return the map that comes with the program under a name, or the one in a file of the user's own.

    Raises
    ------
    InvalidColumnsError
        If it cannot be read as one.
    OSError
        If there is neither.
    """
    own = FOLDER / f"{name.casefold()}.csv"
    return columns_from(own if name.isalnum() and own.is_file() else Path(name))


@cache
def known_columns() -> tuple[ColumnMap, ...]:
    """Return the column maps that come with the program.

    >>> [one.name for one in known_columns()]
    ['ACLED', 'UCDP GED']
    """
    return tuple(columns_from(path) for path in sorted(FOLDER.glob("*.csv")))
