"""A query in the store's own language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from events.query import Box, Clock, Query
from events.store_codec import KINDS, STATUSES
from events.store_write import ACTOR, SOURCE, folded

Value = int | str

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Conditions over the rows of `claims AS c`, in SQL, with the values of their parameters."""

    conditions: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()

    def sql(self) -> str:
        """Return what stands behind WHERE."""
        return " AND ".join(self.conditions) or "1"

    def and_(self, condition: str, *values: Value) -> Where:
        """Return these conditions and one more."""
        return Where(conditions=(*self.conditions, condition), values=(*self.values, *values))


@dataclass(slots=True)
class _Builder:
    where: Where = field(default_factory=Where)

    def add(self, condition: str, *values: Value) -> None:
        self.where = self.where.and_(condition, *values)


def where_of(query: Query, *, window: bool = True) -> Where:
    """Return the conditions of a query; without its window on request."""
    builder = _Builder()
    windowed = window and (query.start is not None or query.end is not None)
    if query.known_on is not None:
        builder.where = known_by(query, builder.where)
    if windowed and query.clock is Clock.REPORT:
        condition, values = _days(query)
        builder.add(f"c.document IN (SELECT number FROM documents WHERE {condition})", *values)
    if query.box is not None or (windowed and query.clock is Clock.EVENT):
        days = _days(query) if windowed and query.clock is Clock.EVENT else ("", ())
        _boxes(builder, query.box, *days)
    if query.kinds:
        builder.add(f"c.kind IN ({_marks(query.kinds)})", *(KINDS.index(it) for it in query.kinds))
    if query.statuses:
        builder.add(f"c.status IN ({_marks(query.statuses)})", *(STATUSES.index(it) for it in query.statuses))
    if query.places:
        builder.add(
            "c.number IN (SELECT number >> 8 FROM marks WHERE place IN ("
            f"SELECT number FROM places WHERE id IN ({_marks(query.places)}) UNION "
            f"SELECT place FROM place_names WHERE folded IN ({_marks(query.places)})))",
            *query.places,
            *(folded(it) for it in query.places),
        )
    _terms(builder, ACTOR, query.actors)
    _terms(builder, SOURCE, query.sources)
    if query.text is not None:
        words = _WORD.findall(query.text)
        if words:
            match = " AND ".join(f'"{word}"' for word in words)
            builder.add("c.number IN (SELECT rowid FROM excerpts WHERE excerpts MATCH ?)", match)
        else:
            builder.add("0")
    return builder.where


def known_by(query: Query, where: Where) -> Where:
    """Return the condition that a claim's text was published by the day of `known_on`; none without such a day."""
    if query.known_on is None:
        return where
    day = query.known_on.toordinal()
    return where.and_("c.document IN (SELECT number FROM documents WHERE last_day <= ?)", day)


def dated(query: Query) -> str:
    """Return the condition that a claim has a date on the query's clock."""
    if query.clock is Clock.EVENT:
        return "c.first_day IS NOT NULL"
    return "c.document IN (SELECT number FROM documents WHERE first_day IS NOT NULL)"


def _days(query: Query) -> tuple[str, tuple[Value, ...]]:
    conditions: list[str] = ["first_day >= 0"]
    values: list[Value] = []
    if query.end is not None:
        conditions.append("first_day < ?")
        values.append(query.end.toordinal())
    if query.start is not None:
        conditions.append("last_day >= ?")
        values.append(query.start.toordinal())
    return " AND ".join(conditions), tuple(values)


def _boxes(builder: _Builder, box: Box | None, days: str, values: tuple[Value, ...]) -> None:
    sides = [] if box is None else _sides(box)
    if len(sides) < 2:
        conditions = [it for it in (days, sides[0][0] if sides else "") if it]
        builder.add(
            f"c.number IN (SELECT mark >> 8 FROM boxes WHERE {' AND '.join(conditions)})",
            *values,
            *(sides[0][1] if sides else ()),
        )
        return
    parts = [" AND ".join(it for it in (days, side) if it) for side, _ in sides]
    builder.add(
        "c.number IN (" + " UNION ".join(f"SELECT mark >> 8 FROM boxes WHERE {part}" for part in parts) + ")",
        *(it for _, side in sides for it in (*values, *side)),
    )


def _sides(box: Box) -> list[tuple[str, tuple[Value, ...]]]:
    """Return the one rectangle of a box, or the two of one that crosses the antimeridian."""
    spans = [(box.west, box.east)] if box.west <= box.east else [(box.west, 180.0), (-180.0, box.east)]
    condition = "east >= ? AND west <= ? AND north >= ? AND south <= ?"
    return [(condition, tuple(round(it * 1e6) for it in (west, east, box.south, box.north))) for west, east in spans]


def _terms(builder: _Builder, sort: int, names: tuple[str, ...]) -> None:
    if not names:
        return
    alternatives = " OR ".join("(' ' || folded || ' ') LIKE ? ESCAPE '\\'" for _ in names)
    builder.add(
        "c.number IN (SELECT claim FROM links WHERE term IN ("
        f"SELECT number FROM terms WHERE sort = ? AND ({alternatives})))",
        sort,
        *(f"% {_escaped(folded(name))} %" for name in names),
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _marks(values: tuple[object, ...]) -> str:
    return ", ".join("?" for _ in values)
