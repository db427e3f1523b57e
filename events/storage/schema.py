"""The tables of the store, and how an older store becomes a newer one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

APPLICATION = 0x444C4E45
"""`DLNE` in SQLite's header field for the program that a file belongs to."""

FIRST = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;

CREATE TABLE originals (          -- files as they came
    number INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    encoding TEXT, doubt TEXT,
    content BLOB NOT NULL         -- zlib
);
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, title TEXT, publisher TEXT, url TEXT, language TEXT,
    first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,   -- of publication; see store_days
    captured TEXT,                -- when the text was taken from where it stood, by whoever took it
    text BLOB NOT NULL,           -- zlib of UTF-8, lone surrogates passed
    record BLOB NOT NULL          -- zlib of JSON: datings, posts, furniture
);
CREATE INDEX documents_last_day ON documents (last_day);
CREATE TABLE carriers (           -- which file carried which text
    name TEXT NOT NULL, original INTEGER NOT NULL, document INTEGER,
    PRIMARY KEY (name, original, document)
);
CREATE INDEX carriers_document ON carriers (document);

CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    key INTEGER NOT NULL UNIQUE,  -- the id's 64 bits
    document INTEGER NOT NULL,
    kind INTEGER NOT NULL, status INTEGER NOT NULL,
    first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,   -- see store_days
    record BLOB NOT NULL          -- store_codec
);
CREATE INDEX claims_document ON claims (document);
CREATE INDEX claims_first_day ON claims (first_day, last_day);
CREATE INDEX claims_long ON claims (first_day, last_day) WHERE last_day - first_day > 45;
CREATE TABLE days (first_day INTEGER PRIMARY KEY, claims INTEGER NOT NULL);   -- how many claims begin on it

CREATE TABLE places (             -- a place with the ground that mentions of it stood for
    number INTEGER PRIMARY KEY,
    key INTEGER NOT NULL UNIQUE,
    id TEXT NOT NULL, name TEXT NOT NULL,
    record BLOB NOT NULL          -- zlib of JSON
);
CREATE INDEX places_id ON places (id);
CREATE TABLE place_names (folded TEXT, place INTEGER, PRIMARY KEY (folded, place)) WITHOUT ROWID;
CREATE VIRTUAL TABLE spots USING rtree_i32 (place, west, east, south, north);   -- millionths of degrees
CREATE TABLE crossings (number INTEGER PRIMARY KEY, name TEXT, lon REAL, lat REAL, UNIQUE (name, lon, lat));

CREATE TABLE marks (              -- number = claim << 8 | leg
    number INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
    packed BLOB NOT NULL          -- store_marks
);
CREATE INDEX marks_place ON marks (place, first_day);
CREATE INDEX marks_long ON marks (place, first_day) WHERE last_day - first_day > 45;

CREATE TABLE terms (number INTEGER PRIMARY KEY, sort INTEGER, name TEXT, folded TEXT, UNIQUE (sort, name));
CREATE TABLE links (claim INTEGER, term INTEGER, PRIMARY KEY (claim, term)) WITHOUT ROWID;
CREATE INDEX links_term ON links (term);
CREATE VIRTUAL TABLE excerpts USING fts5 (
    text, content='', detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 2'
);

CREATE TABLE rejections (
    number INTEGER PRIMARY KEY,
    document INTEGER, original INTEGER,
    reason TEXT NOT NULL, message TEXT NOT NULL, name TEXT NOT NULL,
    start INTEGER, end INTEGER, text BLOB
);
CREATE INDEX rejections_reason ON rejections (reason);
CREATE INDEX rejections_document ON rejections (document);
CREATE TABLE runs (
    number INTEGER PRIMARY KEY, program TEXT, gazetteer TEXT, lexicons TEXT, started TEXT
);
"""

SECOND = """
ALTER TABLE claims ADD COLUMN said_first INTEGER;   -- when it was said; see store_days; NULL where nothing says
ALTER TABLE claims ADD COLUMN said_last INTEGER;
CREATE INDEX claims_said ON claims (said_first, said_last) WHERE said_first IS NOT NULL;
ALTER TABLE documents ADD COLUMN run INTEGER;       -- that brought it
ALTER TABLE runs ADD COLUMN options TEXT;
ALTER TABLE runs ADD COLUMN ended TEXT;             -- NULL for one that goes on or was cut off
ALTER TABLE runs ADD COLUMN summary TEXT;           -- JSON
"""

MIGRATIONS = (FIRST, SECOND)
"""What leads from each version of the schema to the next; a released one is never changed."""

SEEN_FROM_FIRST = """
CREATE TEMP VIEW claims AS SELECT *, NULL AS said_first, NULL AS said_last FROM main.claims;
CREATE TEMP VIEW documents AS SELECT *, NULL AS run FROM main.documents;
CREATE TEMP VIEW runs AS SELECT *, NULL AS options, NULL AS ended, NULL AS summary FROM main.runs;
"""

VIEWS = {1: SEEN_FROM_FIRST}
"""How a store of an older version looks like one of the newest to a reader who may not change it."""

VERSION = len(MIGRATIONS)
"""The version of the schema that this program writes."""


class StoreError(ValueError):
    """A store that cannot be opened, read or written, with the reason and what can be done."""


def version_of(connection: sqlite3.Connection, path: str) -> int:
    """Return the version of a store's schema; 0 for a file without tables.

    Raises
    ------
    StoreError
        If the file is a database of another program, or a store of a newer version of this one.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != APPLICATION:
        raise StoreError(f"{path}: expected a store of Dateline, got another program's database")
    if version > VERSION:
        raise StoreError(
            f"{path}: this store was made by a newer version of Dateline (schema {version}; this one knows {VERSION}); "
            "nothing was changed"
        )
    return int(version)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a store to the newest version, all or nothing, however many do so at once."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # asked again now that nobody else writes: another program may have brought it there in the meantime
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for at, step in enumerate(MIGRATIONS, start=1):
            if at > version:
                for statement in statements_of(step):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {at}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def show_as_newest(connection: sqlite3.Connection, version: int) -> None:
    """Let this connection alone read an older store as one of the newest version; the file stays as it is."""
    for statement in statements_of(VIEWS[version]):
        connection.execute(statement)


def statements_of(script: str) -> Iterator[str]:
    r"""Yield the statements of a script; Python's own way to run one commits what was begun before.

    >>> list(statements_of("CREATE TABLE a (b); -- first; last\n\nCREATE TABLE c (\nd);"))
    ['CREATE TABLE a (b); -- first; last', 'CREATE TABLE c (\nd);']
    """
    lines: list[str] = []
    for line in script.splitlines():
        lines += [line] if lines or line.strip() else []
        if lines and sqlite3.complete_statement("\n".join(lines)):
            yield "\n".join(lines)
            lines = []
    assert not lines, f"the script ends within a statement: {lines}"
