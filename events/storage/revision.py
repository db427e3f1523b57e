"""The store's revision: what tells one state of it from the next."""

from __future__ import annotations

import sqlite3

_NAME = "revision"


def revision(db: sqlite3.Connection) -> int:
    """Return the revision of a store; 0 where nothing was written since stores have one."""
    row = db.execute("SELECT CAST(value AS INTEGER) FROM facts WHERE name = ?", (_NAME,)).fetchone()
    return 0 if row is None else int(row[0] or 0)


def note_change(db: sqlite3.Connection) -> None:
    """Raise the revision by one, within the transaction that changes the rest."""
    sql = "INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)"
    db.execute(sql, (_NAME, str(revision(db) + 1)))
