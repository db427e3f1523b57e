"""Count what a selection holds, and what became of the rest."""

from __future__ import annotations

import sqlite3
from typing import Any

import numpy as np

from events.counts import Counts, Facet, Facets, Histogram
from events.query import Clock, Query
from events.storage.codec import KINDS, STATUSES
from events.storage.days import OPEN_START, UNDATED
from events.storage.where import Where, dated, known_by, where_of, where_undated
from events.storage.write import ACTOR, SOURCE
from texts.rejection import Reason

UNPLACED = (Reason.UNPLACED, Reason.AMBIGUOUS_PLACE)
"""Reasons of rejections that would have been claims had their place been known."""

_CLAIMS = "chosen CROSS JOIN claims c ON c.number = chosen.number"
"""The claims of the selection; CROSS JOIN keeps SQLite from starting at the other end."""

MOST = 50
"""How many values of an open facet are told."""


def counts(db: sqlite3.Connection, query: Query) -> Counts:
    """Return what became of every claim."""
    claims = _count(db, Where())
    known = claims if query.known_on is None else _count(db, known_by(query, Where()))
    undated = _count(db, where_undated(query))
    shown = _count(db, where_of(query).and_(dated(query)))
    reasons = dict(db.execute("SELECT reason, count(*) FROM rejections GROUP BY reason"))
    unplaced = sum(reasons.get(it.value, 0) for it in UNPLACED)
    return Counts(
        total=claims + unplaced,
        shown=shown,
        filtered=known - shown - undated,
        undated=undated,
        unplaced=unplaced,
        not_yet_known=claims - known,
        rejections=tuple((it, reasons[it.value]) for it in Reason if reasons.get(it.value)),
    )


def facets(db: sqlite3.Connection, query: Query) -> Facets:
    """Return the values that the claims of a selection have, with their counts."""
    with_chosen(db, query)
    kinds = dict(_rows(db, f"SELECT c.kind, count(*) FROM {_CLAIMS} GROUP BY 1"))
    statuses = dict(_rows(db, f"SELECT c.status, count(*) FROM {_CLAIMS} GROUP BY 1"))
    places = _rows(
        db,
        "SELECT p.id, min(p.name), count(DISTINCT m.number >> 8) FROM chosen CROSS JOIN marks m"
        " ON m.number >= chosen.number << 8 AND m.number < (chosen.number + 1) << 8"
        f" CROSS JOIN places p ON p.number = m.place GROUP BY 1 ORDER BY 3 DESC, 2, 1 LIMIT {MOST}",
    )
    publishers = _rows(
        db,
        f"SELECT d.publisher, count(*) FROM {_CLAIMS} CROSS JOIN documents d"
        f" ON d.number = c.document WHERE d.publisher IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST}",
    )
    return Facets(
        kinds=tuple((kind, kinds.get(at, 0)) for at, kind in enumerate(KINDS)),
        statuses=tuple((status, statuses.get(at, 0)) for at, status in enumerate(STATUSES)),
        places=tuple(Facet(value=id_, label=name, count=count) for id_, name, count in places),
        sources=_terms(db, SOURCE),
        actors=_terms(db, ACTOR),
        publishers=tuple(Facet(value=name, label=name, count=count) for name, count in publishers),
    )


def histogram(db: sqlite3.Connection, query: Query) -> Histogram:
    """Return how many claims of a selection begin on each day of the query's clock; open starts are left out."""
    where = where_of(query)
    if not where.conditions and query.clock is Clock.EVENT:
        dated_days = f"first_day > {OPEN_START} AND first_day < {UNDATED} AND claims > 0"
        return _histogram(db.execute(f"SELECT first_day, claims FROM days WHERE {dated_days} ORDER BY 1").fetchall())
    day, join = _DAYS[query.clock]
    rows = db.execute(
        f"SELECT {day}, count(*) FROM claims c {join} WHERE {where.sql()} AND {day} > {OPEN_START}"
        f" AND {day} < {UNDATED} GROUP BY 1 ORDER BY 1",
        where.values,
    ).fetchall()
    return _histogram(rows)


def _histogram(rows: list[tuple[int, int]]) -> Histogram:
    days, numbers = ([row[0] for row in rows], [row[1] for row in rows])
    return Histogram(days=np.array(days, dtype=np.int32), counts=np.array(numbers, dtype=np.int64))


def with_chosen(db: sqlite3.Connection, query: Query) -> None:
    """Fill the temporary table `chosen` with the numbers of a selection's claims."""
    where = where_of(query)
    db.execute("CREATE TEMP TABLE IF NOT EXISTS chosen (number INTEGER PRIMARY KEY)")
    db.execute("DELETE FROM chosen")
    db.execute(f"INSERT INTO chosen SELECT c.number FROM claims c WHERE {where.sql()}", where.values)


_DAYS = {
    Clock.EVENT: ("c.first_day", ""),
    Clock.REPORT: ("d.first_day", "JOIN documents d ON d.number = c.document"),
    Clock.SAID: ("c.said_first", ""),
}
"""The column of the days of each clock, and the table that it is fetched from."""


def _terms(db: sqlite3.Connection, sort: int) -> tuple[Facet, ...]:
    rows = _rows(
        db,
        "SELECT t.name, count(*) FROM chosen CROSS JOIN links l ON l.claim = chosen.number"
        " CROSS JOIN terms t ON t.number = l.term"
        f" WHERE t.sort = {sort} GROUP BY t.number ORDER BY 2 DESC, 1 LIMIT {MOST}",
    )
    return tuple(Facet(value=name, label=name, count=count) for name, count in rows)


def _rows(db: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    return db.execute(sql).fetchall()


def _count(db: sqlite3.Connection, where: Where) -> int:
    sql = f"SELECT count(*) FROM claims c WHERE {where.sql()}"
    return int(db.execute(sql, where.values).fetchone()[0])
