"""Read claims, documents and rejections back from the store."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from events.marks import Marks
from events.query import Query
from events.storage.codec import claim_of, unpacked
from events.storage.document_record import dating_from_record, post_from_record
from events.storage.marks import marks_from, place_at
from events.storage.stored import Publication, StoredClaim
from events.storage.where import Where, where_of
from events.storage.write import clean, key_of
from texts.document import Document
from texts.rejection import Reason, Rejection
from texts.span import Span

_COLUMNS = "c.number, c.document, c.kind, c.status, c.record"
_ORDER = "c.first_day, c.number"


class _Reader:
    """Turns rows of claims into claims; texts and places are fetched once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._place = cache(lambda number: place_at(db, number))
        self._text = lru_cache(maxsize=64)(self._fetch_text)

    def claim(self, row: tuple[Any, ...]) -> StoredClaim:
        number, document, kind, status, record = row
        publication, text = self._text(document)
        claim = claim_of(record, kind=kind, status=status, document_id=publication.id, text=text, place=self._place)
        return StoredClaim(number=number, claim=claim, publication=publication)

    def _fetch_text(self, document: int) -> tuple[Publication, str]:
        sql = "SELECT id, name, title, publisher, url, captured, text, record FROM documents WHERE number = ?"
        id_, name, title, publisher, url, captured, text, record = self._db.execute(sql, (document,)).fetchone()
        (carriers,) = self._db.execute("SELECT count(*) FROM carriers WHERE document = ?", (document,)).fetchone()
        kept = unpacked(record)
        publication = Publication(
            id=id_,
            name=name,
            title=title,
            publisher=publisher,
            url=url,
            dating=dating_from_record(kept["dating"]),
            home=kept.get("home"),
            theatre=kept.get("theatre"),
            captured=captured,
            carriers=carriers,
        )
        return publication, text_of(text)


def claims_where(
    db: sqlite3.Connection, where: Where, *, limit: int | None = None, offset: int = 0
) -> list[StoredClaim]:
    """Return the claims that meet conditions, by their first day, the undated last."""
    sql = f"SELECT {_COLUMNS} FROM claims c WHERE {where.sql()} ORDER BY {_ORDER} LIMIT ? OFFSET ?"
    rows = db.execute(sql, (*where.values, -1 if limit is None else limit, offset)).fetchall()
    reader = _Reader(db)
    return [reader.claim(row) for row in rows]


def each_where(db: sqlite3.Connection, where: Where) -> Iterator[StoredClaim]:
    """Yield the claims that meet conditions, by the ids of their documents and their places in them."""
    sql = (
        f"SELECT {_COLUMNS} FROM documents d JOIN claims c ON c.document = d.number"
        f" WHERE {where.sql()} ORDER BY d.id, c.number"
    )
    reader = _Reader(db)
    for row in db.execute(sql, where.values):
        yield reader.claim(row)


def claims_at(
    db: sqlite3.Connection, place_id: str, where: Where, *, limit: int | None = None, offset: int = 0
) -> list[StoredClaim]:
    """Return the claims at a place that meet conditions, by their first day, the undated last."""
    grounds = [row[0] for row in db.execute("SELECT number FROM places WHERE id = ?", (clean(place_id),))]
    sql = (
        f"SELECT {_COLUMNS} FROM marks m CROSS JOIN claims c ON c.number = m.number >> 8"
        f" WHERE m.place IN ({', '.join(map(str, grounds))}) AND {where.sql()} ORDER BY m.first_day, m.number"
    )
    reader = _Reader(db)
    seen: set[int] = set()
    found: list[StoredClaim] = []
    for row in db.execute(sql, where.values):
        if row[0] in seen:
            continue
        seen.add(row[0])
        if len(seen) > offset:
            found.append(reader.claim(row))
        if limit is not None and len(found) >= limit:
            break
    return found


def claim_at(db: sqlite3.Connection, number_or_id: int | str) -> StoredClaim:
    """Return one claim by its number or its id; KeyError where there is none."""
    by_id = isinstance(number_or_id, str)
    sql = f"SELECT {_COLUMNS} FROM claims c WHERE c.{'key' if by_id else 'number'} = ?"
    key = key_of(number_or_id) if isinstance(number_or_id, str) else number_or_id
    row = db.execute(sql, (key,)).fetchone()
    if row is None:
        raise KeyError(number_or_id)
    return _Reader(db).claim(row)


def document_at(db: sqlite3.Connection, id_: str) -> Document:
    """Return one document; KeyError where there is none."""
    sql = "SELECT id, name, title, publisher, url, language, text, record, captured FROM documents WHERE id = ?"
    row = db.execute(sql, (id_,)).fetchone()
    if row is None:
        raise KeyError(id_)
    record = unpacked(row[7])
    others = (dating_from_record(it) for it in record["others"])
    return Document(
        id=row[0],
        text=text_of(row[6]),
        name=row[1],
        title=row[2],
        publisher=row[3],
        url=row[4],
        language=row[5],
        captured=row[8],
        home=record.get("home"),
        theatre=record.get("theatre"),
        dating=dating_from_record(record["dating"]),
        other_datings=tuple(it for it in others if it is not None),
        posts=tuple(post_from_record(it) for it in record["posts"]),
        furniture=tuple(Span(start=start, end=end) for start, end in record["furniture"]),
        held=tuple(Span(start=start, end=end) for start, end in record["held"]) if "held" in record else None,
    )


def rejections(db: sqlite3.Connection, reason: Reason | None, *, limit: int | None = None) -> list[Rejection]:
    """Return what was left out, by name and place."""
    rows = db.execute(
        "SELECT reason, message, name, start, end, text FROM rejections WHERE ?1 IS NULL OR reason = ?1"
        " ORDER BY name, start, message, number LIMIT ?2",
        (None if reason is None else reason.value, -1 if limit is None else limit),
    )
    return [
        Rejection(
            reason=Reason(row[0]),
            message=row[1],
            name=row[2],
            span=None if row[3] is None else Span(start=row[3], end=row[4]),
            text=None if row[5] is None else row[5].decode("utf-8", "surrogatepass"),
        )
        for row in rows
    ]


def marks(db: sqlite3.Connection, query: Query) -> Marks:
    """Return what the map draws of a selection."""
    where = where_of(query)
    if not where.conditions:
        rows = db.execute("SELECT packed FROM marks").fetchall()
    else:
        rows = db.execute(
            "SELECT m.packed FROM claims c CROSS JOIN marks m"
            f" ON m.number >= c.number << 8 AND m.number < (c.number + 1) << 8 WHERE {where.sql()}",
            where.values,
        ).fetchall()
    return marks_from([row[0] for row in rows], db)


def text_of(blob: bytes) -> str:
    """Return a document's text."""
    return zlib.decompress(blob).decode("utf-8", "surrogatepass")
