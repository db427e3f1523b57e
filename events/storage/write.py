"""Write documents with their claims and rejections into the store."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import unicodedata
import zlib
from collections.abc import Iterable

from events.claim import Claim, ClaimPlace
from events.daytime import code_of
from events.record_parts import place_record
from events.storage.codec import KINDS, ROLES, STATUSES, claim_blob, packed, unpacked
from events.storage.days import UNDATED, day_number, days_of
from events.storage.document_record import dating_record, post_record
from events.storage.marks import MARK
from events.storage.schema import StoreError
from texts.document import Document
from texts.original import Original
from texts.rejection import Rejection

ACTOR, SOURCE = 1, 2
"""Sorts of terms."""

MAX_LEGS = 256
"""How many places of one claim are kept as marks; `Marks.leg` is a byte."""


def clean(text: str) -> str:
    r"""Return a text as SQLite can hold it: lone surrogates are written out.

    >>> print(clean("a" + chr(0xD800)))
    a\ud800
    """
    return text.encode("utf-8", "backslashreplace").decode()


def folded(name: str) -> str:
    """Return a name as names are compared: no case, no marks, one blank between words.

    >>> folded("Sarpol-e  Zahāb")
    'sarpol-e zahab'
    """
    plain = "".join(it for it in unicodedata.normalize("NFKD", name) if not unicodedata.combining(it))
    return " ".join(clean(plain).casefold().split())


def key_of(text: str) -> int:
    """Return 64 bits for an id: its own, where it is sixteen hexadecimal digits, else some of its hash."""
    if len(text) != 16 or not set(text) <= set("0123456789abcdef"):
        text = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    value = int(text, 16)
    return value - (1 << 64) if value >= 1 << 63 else value


def write_original(db: sqlite3.Connection, original: Original) -> int:
    """Keep a file's exact bytes, once, and return its number."""
    sha256 = hashlib.sha256(original.content).digest()
    row = db.execute("SELECT number FROM originals WHERE sha256 = ?", (sha256,)).fetchone()
    if row is not None:
        return int(row[0])
    cursor = db.execute(
        "INSERT INTO originals (sha256, size, encoding, doubt, content) VALUES (?, ?, ?, ?, ?)",
        (sha256, len(original.content), original.encoding, original.doubt, zlib.compress(original.content)),
    )
    return _number(cursor)


def write_document(db: sqlite3.Connection, document: Document, *, run: int | None = None) -> int:
    """Keep a document without its claims and return its number."""
    first, last = days_of(None if document.dating is None else document.dating.interval)
    cursor = db.execute(
        "INSERT INTO documents (id, name, title, publisher, url, language, first_day, last_day, captured, text, record,"
        " run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document.id,
            clean(document.name),
            *(None if it is None else clean(it) for it in (document.title, document.publisher, document.url)),
            document.language,
            first,
            last,
            document.captured,
            zlib.compress(document.text.encode("utf-8", "surrogatepass")),
            packed(_document_record(document)),
            run,
        ),
    )
    return _number(cursor)


def write_dating(db: sqlite3.Connection, document: Document) -> None:
    """Write a document's datings over those that the store has."""
    first, last = days_of(None if document.dating is None else document.dating.interval)
    db.execute(
        "UPDATE documents SET first_day = ?, last_day = ?, record = ? WHERE id = ?",
        (first, last, packed(_document_record(document)), document.id),
    )


def write_text(db: sqlite3.Connection, document: Document) -> None:
    """Write a document over what the store has of it: more of its words, or all of them."""
    db.execute(
        "UPDATE documents SET name = ?, title = ?, publisher = ?, url = ?, language = ?, text = ? WHERE id = ?",
        (
            clean(document.name),
            *(None if it is None else clean(it) for it in (document.title, document.publisher, document.url)),
            document.language,
            zlib.compress(document.text.encode("utf-8", "surrogatepass")),
            document.id,
        ),
    )
    write_dating(db, document)


def write_claims(db: sqlite3.Connection, number: int, document: Document, claims: Iterable[Claim]) -> int:
    """Keep the claims of a document and return how many there were.

    Raises
    ------
    StoreError
        If the words of a claim's excerpt are not those of the document.
    """
    report = days_of(None if document.dating is None else document.dating.interval)
    count = 0
    for claim in sorted(claims, key=lambda it: (it.excerpt.span, it.trigger, it.id)):
        if claim.excerpt.document_id != document.id or claim.excerpt.span.of(document.text) != claim.excerpt.text:
            raise StoreError(f"{document.name}: claim {claim.id}: its excerpt is not what the text has at its place")
        _write_claim(db, number, document, claim, report)
        count += 1
    return count


def write_rejections(
    db: sqlite3.Connection, rejections: Iterable[Rejection], *, document: int | None, original: int | None
) -> None:
    """Keep rejections with the document or the file that they belong to."""
    db.executemany(
        "INSERT INTO rejections (document, original, reason, message, name, start, end, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                document,
                original,
                it.reason.value,
                clean(it.message),
                clean(it.name),
                *((None, None) if it.span is None else (it.span.start, it.span.end)),
                None if it.text is None else it.text.encode("utf-8", "surrogatepass"),
            )
            for it in rejections
        ],
    )


def erase_claims(db: sqlite3.Connection, number: int, text: str) -> None:
    """Remove the claims and rejections of a document, so that others can take their place."""
    sql = "SELECT number, first_day, record FROM claims WHERE document = ?"
    for claim, first_day, blob in db.execute(sql, (number,)).fetchall():
        start, end = unpacked(blob, dictionary=True)[0][2:4]
        db.execute(
            "INSERT INTO excerpts (excerpts, rowid, text) VALUES ('delete', ?, ?)", (claim, clean(text[start:end]))
        )
        legs = (claim << 8, (claim << 8) + MAX_LEGS)
        db.execute("DELETE FROM marks WHERE number >= ? AND number < ?", legs)
        db.execute("DELETE FROM links WHERE claim = ?", (claim,))
        db.execute("UPDATE days SET claims = claims - 1 WHERE first_day = ?", (first_day,))
    db.execute("DELETE FROM claims WHERE document = ?", (number,))
    db.execute("DELETE FROM rejections WHERE document = ?", (number,))


def _write_claim(
    db: sqlite3.Connection, number: int, document: Document, claim: Claim, report: tuple[int, int]
) -> None:
    first, last = days_of(None if claim.when is None else claim.when.interval)
    places = [_place_number(db, it) for it in claim.places]
    kind, status = KINDS.index(claim.kind), STATUSES.index(claim.status)
    said = days_of(None if claim.said is None else claim.said.interval)
    cursor = db.execute(
        "INSERT INTO claims (key, document, kind, status, first_day, last_day, said_first, said_last, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (key_of(claim.id), number, kind, status, first, last, *_known(said), claim_blob(claim, document, places)),
    )
    claim_number = _number(cursor)
    crossing, stated = _crossing_number(db, claim)
    reached = -1 if claim.movement is None or claim.movement.reached is None else int(claim.movement.reached)
    flags = int(stated) | code_of(None if claim.when is None else claim.when.clock) << 1
    days = tuple(day_number(day) for day in (first, last, *report))
    for leg, (it, place) in enumerate(zip(claim.places[:MAX_LEGS], places, strict=False)):
        blob = MARK.pack(
            claim_number, leg, ROLES.index(it.role), kind, status, *days, place, reached, crossing, flags
        )  # fmt: skip
        db.execute(
            "INSERT INTO marks (number, place, first_day, last_day, packed) VALUES (?, ?, ?, ?, ?)",
            (claim_number << 8 | leg, place, first, last, blob),
        )
    db.execute("INSERT INTO days VALUES (?, 1) ON CONFLICT (first_day) DO UPDATE SET claims = claims + 1", (first,))
    db.execute("INSERT INTO excerpts (rowid, text) VALUES (?, ?)", (claim_number, clean(claim.excerpt.text)))
    terms = {(ACTOR, it.name or it.text) for it in claim.actors} | {(SOURCE, it.text) for it in claim.sources}
    for sort, name in sorted(terms):
        db.execute("INSERT OR IGNORE INTO links VALUES (?, ?)", (claim_number, _term_number(db, sort, clean(name))))


def _known(days: tuple[int, int]) -> tuple[int, int] | tuple[None, None]:
    """Return days as a column that most claims leave empty has them."""
    return days if days[0] < UNDATED else (None, None)


def _place_number(db: sqlite3.Connection, it: ClaimPlace) -> int:
    record = place_record(it.place, it.ground)
    key = key_of(json.dumps(record, sort_keys=True))
    row = db.execute("SELECT number FROM places WHERE key = ?", (key,)).fetchone()
    if row is not None:
        return int(row[0])
    cursor = db.execute(
        "INSERT INTO places (key, id, name, record) VALUES (?, ?, ?, ?)",
        (key, clean(it.place.id), clean(it.place.name), packed(record)),
    )
    number = _number(cursor)
    lon, lat = round(it.ground.lon * 1e6), round(it.ground.lat * 1e6)
    db.execute("INSERT INTO spots VALUES (?, ?, ?, ?, ?)", (number, lon, lon, lat, lat))
    names = {folded(name) for name in (it.place.name, *(name for _, name in it.place.names))}
    db.executemany("INSERT OR IGNORE INTO place_names VALUES (?, ?)", [(name, number) for name in sorted(names)])
    return number


def _crossing_number(db: sqlite3.Connection, claim: Claim) -> tuple[int, int]:
    crossing = None if claim.movement is None else claim.movement.crossing
    if crossing is None:
        return -1, 0
    values = (clean(crossing.name), crossing.lon, crossing.lat)
    db.execute("INSERT OR IGNORE INTO crossings (name, lon, lat) VALUES (?, ?, ?)", values)
    row = db.execute("SELECT number FROM crossings WHERE name = ? AND lon = ? AND lat = ?", values).fetchone()
    return int(row[0]), int(crossing.basis == "stated")


def _term_number(db: sqlite3.Connection, sort: int, name: str) -> int:
    row = db.execute("SELECT number FROM terms WHERE sort = ? AND name = ?", (sort, name)).fetchone()
    if row is not None:
        return int(row[0])
    return _number(db.execute("INSERT INTO terms (sort, name, folded) VALUES (?, ?, ?)", (sort, name, folded(name))))


def _document_record(document: Document) -> dict[str, object]:
    return {
        "dating": dating_record(document.dating),
        "others": [dating_record(it) for it in document.other_datings],
        "posts": [post_record(it) for it in document.posts],
        "furniture": [[it.start, it.end] for it in document.furniture],
        **{name: said for name, said in (("home", document.home), ("theatre", document.theatre)) if said},
        **({} if document.held is None else {"held": [[it.start, it.end] for it in document.held]}),
    }


def _number(cursor: sqlite3.Cursor) -> int:
    assert cursor.lastrowid is not None
    return cursor.lastrowid
