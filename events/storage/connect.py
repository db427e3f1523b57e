"""Open the store's file, and say in words what is wrong with one that cannot be opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from events.storage.schema import VERSION, StoreError, migrate, show_as_newest, version_of

WAIT_SECONDS = 10.0
"""How long a writer waits for another one."""

CACHE_KB = 65_536
"""How much of the file is kept in memory for each connection."""


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return a connection to the store at `path`, which is made or brought to the newest schema where it may be.

    Raises
    ------
    StoreError
        If the file is none of Dateline's, damaged, or made by a newer version.
    FileNotFoundError
        If there is none and it is opened for reading only.
    """
    if read_only and not path.is_file():
        raise FileNotFoundError(f"{path}: there is no store; make one with: dateline ingest PATH... --store {path}")
    with explained(path):
        return _readable(path) if read_only else _writable(path)


def identity_of(path: Path) -> str:
    """Return what tells a file from another that takes its name later; nothing where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_dev:x}-{found.st_ino:x}"


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ones that say what is wrong with which file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(f"{path}: {_reason(error)}") from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise
        raise StoreError(f"{path}: the file is damaged or is no store of Dateline ({error})") from error


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Write all or nothing of what happens inside."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _writable(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
    try:
        version = version_of(db, str(path))
        db.execute("PRAGMA journal_mode = WAL")
        if version < VERSION:
            migrate(db)
        return _tuned(db)
    except BaseException:
        db.close()
        raise


def _readable(path: Path) -> sqlite3.Connection:
    address = path.resolve().as_uri()
    db = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=WAIT_SECONDS, isolation_level=None)
    try:
        version = version_of(db, str(path))
    except sqlite3.OperationalError:
        # a folder that cannot be written to has no room for the shared memory of a WAL; nobody writes there either
        db.close()
        log = path.with_name(path.name + "-wal")
        if log.is_file() and log.stat().st_size:
            raise
        db = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
        version = version_of(db, str(path))
    if not version:
        db.close()
        raise StoreError(f"{path}: expected a store of Dateline, got an empty file")
    _tuned(db)
    if version < VERSION:
        show_as_newest(db, version)
    return db


def _tuned(db: sqlite3.Connection) -> sqlite3.Connection:
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute(f"PRAGMA cache_size = -{CACHE_KB}")
    return db


def _reason(error: sqlite3.OperationalError) -> str:
    said = str(error)
    if "locked" in said or "busy" in said:
        return f"another program is writing to this store; waited {WAIT_SECONDS:.0f} s"
    if "full" in said:
        return "the disk is full; the store is as it was before the last text"
    if "unable to open" in said:
        return "the file cannot be opened; does its folder exist, and may it be written to?"
    if "readonly" in said or "read-only" in said:
        return "the store may only be read"
    return f"the store could not be used ({said})"
