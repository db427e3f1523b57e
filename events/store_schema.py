"""The tables of the store, and how an older store becomes a newer one."""

from __future__ import annotations

import sqlite3

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

MIGRATIONS = (FIRST,)
"""What leads from each version of the schema to the next; a released one is never changed."""

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


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a store from `version` to the newest, all or nothing."""
    steps = "".join(f"{step}\nPRAGMA user_version = {at};\n" for at, step in enumerate(MIGRATIONS, 1) if at > version)
    if steps:
        connection.executescript(f"BEGIN IMMEDIATE;\nPRAGMA application_id = {APPLICATION};\n{steps}COMMIT;")
