"""The store's file: a connection for each thread, what is written whole or not at all, its soundness and its copy."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from events.storage import check
from events.storage.connect import connect, explained, identity_of, transaction
from events.storage.revision import note_change, revision
from events.storage.schema import StoreError


class StoreFile:
    """A store's file as the threads of a program hold it; `events.store.Store` says what is in it."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._threads = threading.local()
        self._made = False

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open the store at `path`; where there is none, make one, unless it is opened for reading only.

        Raises
        ------
        StoreError
            If the file is none of Dateline's, damaged, or made by a newer version.
        FileNotFoundError
            If there is none and it is opened for reading only.
        """
        store = cls(path, read_only=read_only)
        store._db()
        store._made = True
        return store

    def close(self) -> None:
        """Close this thread's connection."""
        db: sqlite3.Connection | None = getattr(self._threads, "db", None)
        if db is not None:
            db.close()
            del self._threads.db

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def identity(self) -> str:
        """What tells the file that this thread reads from another that took its name."""
        self._db()
        return str(self._threads.identity)

    def revision(self) -> int:
        """Return a number that is another one after everything that was written, whoever wrote it."""
        return revision(self._db())

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all or nothing of what happens inside; several writes in one are faster than each alone.

        Raises
        ------
        StoreError
            If another program writes, the disk is full or the file is damaged; the store is then as it was before.
        """
        db = self._db()
        if db.in_transaction:
            yield
        else:
            with explained(self.path), transaction(db):
                before = db.total_changes
                yield
                if db.total_changes != before:
                    note_change(db)

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with the store, in words; nothing where all is well."""
        with explained(self.path):
            yield from check.faults_in(self._db())

    def backup(self, out: Path) -> None:
        """Copy the store to a new file while others read and write it."""
        check.backup(self._db(), out)

    def _db(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = getattr(self._threads, "db", None)
        if db is None:
            if self._made and not self.path.is_file():
                # another connection would make an empty store in its place
                raise StoreError(f"{self.path}: the store was removed")
            db = self._threads.db = connect(self.path, read_only=self.read_only)
            self._threads.identity = identity_of(self.path)
        return db
