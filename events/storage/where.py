"""A query in the store's own language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from events.query import Box, Clock, Query
from events.storage.codec import KINDS, STATUSES
from events.storage.days import LONG, OPEN_END, UNDATED
from events.storage.write import ACTOR, SOURCE, clean, folded

Value = int | str

_WORD = re.compile(r"\w+")

_DOCUMENTS = "c.document IN (SELECT number FROM documents WHERE {})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Conditions over the rows of `claims AS c`, in SQL, with the values of their parameters."""

    conditions: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()

    def sql(self) -> str:
        """Return what stands behind WHERE."""
        return " AND ".join(f"({it})" for it in self.conditions) or "1"

    def and_(self, condition: str, *values: Value) -> Where:
        """Return these conditions and one more."""
        return Where(conditions=(*self.conditions, condition), values=(*self.values, *values))


def where_of(query: Query) -> Where:
    """Return the conditions of a query."""
    where = Where()
    if query.start is not None or query.end is not None:
        days = [f"{{}}first_day < {OPEN_END}"] if query.end is None else [f"{{}}first_day < {query.end.toordinal()}"]
        if query.start is not None:
            days.append(f"{{}}last_day >= {query.start.toordinal()}")
        where = _within(query, where, days)
    else:
        where = _in_box(where, query.box, "", None)
    return _filtered(query, where)


def where_undated(query: Query) -> Where:
    """Return the conditions that a claim passes every filter but the window, and has no date on the query's clock."""
    if query.clock is Clock.REPORT:
        where = _in_box(Where(), query.box, "", None).and_(_DOCUMENTS.format(f"first_day = {UNDATED}"))
    elif query.clock is Clock.SAID:
        where = _in_box(Where(), query.box, "", None).and_("c.said_first IS NULL")
    else:
        undated = f"{{}}first_day = {UNDATED}"
        where = _in_box(Where().and_(undated.format("c.")), query.box, undated, None)
    return _filtered(query, where)


def known_by(query: Query, where: Where) -> Where:
    """Return the condition that a claim's text was published by the day of `known_on`; none without such a day."""
    if query.known_on is None:
        return where
    return where.and_(_DOCUMENTS.format("last_day <= ?"), query.known_on.toordinal())


def dated(query: Query) -> str:
    """Return the condition that a claim has a date on the query's clock."""
    if query.clock is Clock.EVENT:
        return f"c.first_day < {UNDATED}"
    if query.clock is Clock.SAID:
        return "c.said_first IS NOT NULL"
    return _DOCUMENTS.format(f"first_day < {UNDATED}")


def _within(query: Query, where: Where, days: list[str]) -> Where:
    """Add the window: over the claims themselves, or over their marks where a box narrows those further."""
    plain = " AND ".join(days)
    if query.clock is Clock.REPORT:
        return _in_box(where.and_(_DOCUMENTS.format(plain.replace("{}", ""))), query.box, "", None)
    if query.clock is Clock.SAID:
        said = plain.replace("{}first_day", "c.said_first").replace("{}last_day", "c.said_last")
        return _in_box(where.and_(said), query.box, "", None)
    short: str | None = None
    if query.start is not None and query.end is not None:
        short = f"{plain} AND {{}}first_day >= {query.start.toordinal() - LONG}"
    if query.box is None:
        return where.and_(_either(plain, short, "c."))
    return _in_box(where, query.box, plain, short)


def _either(plain: str, short: str | None, alias: str) -> str:
    """Return the condition of a window in a form whose halves have an index each."""
    whole = plain.replace("{}", alias)
    if short is None:
        return whole
    return f"({short.replace('{}', alias)}) OR ({alias}last_day - {alias}first_day > {LONG} AND {whole})"


def _in_box(where: Where, box: Box | None, plain: str, short: str | None) -> Where:
    """Add that a place lies in the box, and what holds of the days of its mark."""
    if box is None:
        return where
    sides, values = _sides(box)
    marks = f"SELECT number >> 8 FROM marks WHERE place IN (SELECT place FROM spots WHERE {sides})"
    if short is not None:
        long = f"last_day - first_day > {LONG} AND {plain.replace('{}', '')}"
        sql = f"{marks} AND {short.replace('{}', '')} UNION {marks} AND {long}"
        return where.and_(f"c.number IN ({sql})", *values, *values)
    if plain:
        marks = f"{marks} AND {plain.replace('{}', '')}"
    return where.and_(f"c.number IN ({marks})", *values)


def _sides(box: Box) -> tuple[str, tuple[Value, ...]]:
    """Return the condition of one rectangle, or of the two of a box that crosses the antimeridian."""
    spans = [(box.west, box.east)] if box.west <= box.east else [(box.west, 180.0), (-180.0, box.east)]
    condition = "east >= ? AND west <= ? AND north >= ? AND south <= ?"
    sql = f" UNION SELECT place FROM spots WHERE {condition}".join([condition] + [""] * (len(spans) - 1))
    values = (it for west, east in spans for it in (west, east, box.south, box.north))
    return sql, tuple(round(it * 1e6) for it in values)


def _filtered(query: Query, where: Where) -> Where:
    """Add every filter that has nothing to do with days and boxes."""
    where = known_by(query, where)
    if query.kinds:
        where = where.and_(f"c.kind IN ({_marks(query.kinds)})", *(KINDS.index(it) for it in query.kinds))
    if query.statuses:
        where = where.and_(f"c.status IN ({_marks(query.statuses)})", *(STATUSES.index(it) for it in query.statuses))
    if query.places:
        where = where.and_(
            "c.number IN (SELECT number >> 8 FROM marks WHERE place IN ("
            f"SELECT number FROM places WHERE id IN ({_marks(query.places)}) UNION "
            f"SELECT place FROM place_names WHERE folded IN ({_marks(query.places)})))",
            *(clean(it) for it in query.places),
            *(folded(it) for it in query.places),
        )
    where = _naming(where, ACTOR, query.actors)
    where = _naming(where, SOURCE, query.sources)
    if query.text is None:
        return where
    words = _WORD.findall(query.text)
    if not words:
        return where.and_("0")
    match = " AND ".join(f'"{word}"' for word in words)
    return where.and_("c.number IN (SELECT rowid FROM excerpts WHERE excerpts MATCH ?)", match)


def _naming(where: Where, sort: int, names: tuple[str, ...]) -> Where:
    """Add that one of the actors or sources has one of the names, whole words of its own."""
    if not names:
        return where
    alternatives = " OR ".join("(' ' || folded || ' ') LIKE ? ESCAPE '\\'" for _ in names)
    return where.and_(
        "c.number IN (SELECT claim FROM links WHERE term IN ("
        f"SELECT number FROM terms WHERE sort = ? AND ({alternatives})))",
        sort,
        *(f"% {_escaped(folded(name))} %" for name in names),
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _marks(values: tuple[object, ...]) -> str:
    return ", ".join("?" for _ in values)
