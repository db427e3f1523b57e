"""Verify a store: its pages, its hashes, its offsets and its counts; and copy one that is in use."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from math import inf
from pathlib import Path

from events.query import Query
from events.storage.connect import explained
from events.storage.marks import MARK
from events.storage.read import document_at, each_where
from events.storage.where import where_of
from texts.document import text_id

PAGES_A_STEP = 2_000
"""So many pages of a store that is in use are copied before others have their turn."""


def faults_in(db: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong with a store, in words; nothing where all is well."""
    for (line,) in db.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield f"the file's structure: {line}"
            return
    yield from _hashes(db)
    yield from _offsets(db)
    yield from _numbers(db)


def backup(db: sqlite3.Connection, out: Path) -> None:
    """Copy a store to a new file while others read and write it.

    Raises
    ------
    FileExistsError
        If there is something at `out`.
    """
    if out.exists():
        raise FileExistsError(f"{out}: there is something under this name already")
    growing = out.with_name(f".{out.name}.part")
    growing.unlink(missing_ok=True)
    copy = sqlite3.connect(growing)
    try:
        with explained(out):
            db.backup(copy, pages=PAGES_A_STEP)
            copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    growing.replace(out)


def _hashes(db: sqlite3.Connection) -> Iterator[str]:
    for number, sha256, size, content in db.execute("SELECT number, sha256, size, content FROM originals"):
        try:
            data = zlib.decompress(content)
        except zlib.error:
            data = b""
        if hashlib.sha256(data).digest() != sha256 or len(data) != size:
            yield f"file {number}: its bytes are not those that came in"
    for (id_,) in db.execute("SELECT id FROM documents ORDER BY number").fetchall():
        try:
            document = document_at(db, id_)
        except (zlib.error, ValueError, KeyError, TypeError) as error:
            yield f"text {id_}: its words are not those that came in ({type(error).__name__})"
            continue
        if document.held is None and text_id(document.text) != id_:  # of a stub only the excerpts are there
            yield f"text {id_}: its words are not those that came in"


def _offsets(db: sqlite3.Connection) -> Iterator[str]:
    lengths: dict[str, float] = {}
    try:
        for it in each_where(db, where_of(Query())):
            claim, id_ = it.claim, it.publication.id
            if id_ not in lengths:
                # of a text that is known by excerpts alone, the end is not known either
                document = document_at(db, id_)
                lengths[id_] = inf if document.held is not None else len(document.text)
            spans = (claim.excerpt.span, claim.trigger, *claim.cues, *(place.span for place in claim.places))
            if any(span.end > lengths[id_] for span in spans):
                yield f"claim {claim.id}: its words lie beyond the end of the text"
    except (zlib.error, ValueError, KeyError, IndexError, TypeError) as error:
        yield f"a claim cannot be read ({type(error).__name__}: {error})"


def _numbers(db: sqlite3.Connection) -> Iterator[str]:
    (claims,) = db.execute("SELECT count(*) FROM claims").fetchone()
    for what, sql in (
        ("claims by day", "SELECT coalesce(sum(claims), 0) FROM days"),
        ("claims with marks", "SELECT count(DISTINCT number >> 8) FROM marks"),
        ("claims of known texts", "SELECT count(*) FROM claims c JOIN documents d ON d.number = c.document"),
    ):
        (count,) = db.execute(sql).fetchone()
        if count != claims:
            yield f"{what}: expected {claims:,}, got {count:,}"
    (lost,) = db.execute(
        "SELECT count(*) FROM marks m LEFT JOIN places p ON p.number = m.place WHERE p.number IS NULL"
    ).fetchone()
    if lost:
        yield f"{lost:,} marks have no place"
    wrong = sum(MARK.unpack(blob)[0] != number >> 8 for number, blob in db.execute("SELECT number, packed FROM marks"))
    if wrong:
        yield f"{wrong:,} marks are another claim's"
