"""The store: one file that keeps every text, every claim and everything that was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from events.claim import Claim
from events.counts import Counts, Facets, Histogram
from events.marks import Marks
from events.query import Query
from events.storage import counts, read
from events.storage.file import StoreFile
from events.storage.receive import Received, claims_of, misfit, receive, unfold
from events.storage.runs import begin_run, end_run, run_of, runs
from events.storage.schema import StoreError
from events.storage.stored import KeptFile, Publication, Run, StoredClaim
from events.storage.story import note_story, same_story
from events.storage.where import where_of, where_undated
from events.storage.write import (
    clean,
    erase_claims,
    write_claims,
    write_dating,
    write_document,
    write_original,
    write_rejections,
)
from events.summary import Summary
from texts.dating import Dating
from texts.document import Document
from texts.original import Original
from texts.rejection import Reason, Rejection

__all__ = ["Store", "StoreError"]


class Store(StoreFile):
    """Texts with their claims and rejections in one SQLite file, which several may read while one writes.

    Threads may share a store; each has a connection of its own.
    """

    def add(
        self,
        document: Document,
        claims: Iterable[Claim] = (),
        rejections: Iterable[Rejection] = (),
        *,
        original: Original | KeptFile | None = None,
        run: int | None = None,
    ) -> bool:
        """Keep a document with its claims and rejections, and return whether it is new; `run` is what brings it.

        A text that is there already, but for white space and lines of dates, gets one more carrier and is otherwise
        left as it is; one of which excerpts alone are there is unfolded, and counts as new.
        """
        with self.writing():
            db = self._db()
            file = None if original is None else self.keep_file(original).number
            name = document.name if original is None else original.name
            row = db.execute("SELECT number FROM documents WHERE id = ?", (document.id,)).fetchone()
            told = same_story(db, document) if row is None else None
            if told is not None:
                self._carry(name, file, told)
                return False
            number = write_document(db, document, run=run) if row is None else int(row[0])
            if row is None:
                write_claims(db, number, document, claims)
            unfit = () if row is None else unfold(db, number, document, claims)
            if unfit is not None:
                left_out = [*rejections, *(misfit(claim, document.name) for claim in unfit)]
                write_rejections(db, left_out, document=number, original=file)
                note_story(db, document, number)
            self._carry(name, file, number)
        return unfit is not None

    def keep_file(self, original: Original | KeptFile) -> KeptFile:
        """Keep a file's exact bytes, once."""
        if isinstance(original, KeptFile):
            return original
        with self.writing():
            return KeptFile(name=original.name, number=write_original(self._db(), original))

    def receive(
        self, publication: Publication, claims: Iterable[Claim], *, file: KeptFile, run: int | None = None
    ) -> Received:
        """Keep claims of one text that came with their excerpts alone, and return what became of them."""
        with self.writing():
            number, received = receive(self._db(), publication, claims, run=run)
            if number:
                self._carry(file.name, file.number, number)
        return received

    def refuse(self, original: Original, rejections: Iterable[Rejection]) -> None:
        """Keep what could not be read of a file, once."""
        with self.writing():
            db = self._db()
            file = write_original(db, original)
            if self._carry(original.name, file, 0):
                write_rejections(db, rejections, document=None, original=file)

    def replace(self, document: Document, claims: Iterable[Claim], rejections: Iterable[Rejection]) -> None:
        """Put other claims and datings in the place of those that a document had.

        Claims that came with their document from elsewhere, of which it holds excerpts or a row of a table, stay as
        they are, since they cannot be read from it again: such a document gets other datings alone.

        Raises
        ------
        KeyError
            If the store has no such document.
        """
        with self.writing():
            db = self._db()
            row = db.execute("SELECT number FROM documents WHERE id = ?", (document.id,)).fetchone()
            if row is None:
                raise KeyError(document.id)
            if document.held is not None:
                claims, rejections = claims_of(db, row[0]), ()
            erase_claims(db, row[0], document.text)
            write_dating(db, document)
            write_claims(db, row[0], document, claims)
            write_rejections(db, rejections, document=row[0], original=None)

    def date_document(self, id_: str, dating: Dating) -> Document:
        """Return a document with the date that an analyst gives it, the former one kept behind it.

        The store is as it was: read the claims of the returned document again and `replace` those that it has.
        """
        document = self.document(id_)
        former = () if document.dating is None else (document.dating,)
        posts = document.posts
        if len(posts) == 1:
            posts = (replace(posts[0], dating=dating),)
        return replace(document, dating=dating, other_datings=(*former, *document.other_datings), posts=posts)

    def begin_run(self, run: Run) -> int:
        """Keep with which versions the program begins to read, and return the run's number."""
        with self.writing():
            return begin_run(self._db(), run)

    def end_run(self, number: int, summary: Summary, *, ended: str | None) -> None:
        """Keep when a run ended and what became of its files."""
        with self.writing():
            end_run(self._db(), number, summary, ended=ended)

    def runs(self) -> tuple[Run, ...]:
        """Return the runs that filled the store, in their order."""
        return runs(self._db())

    def run_of(self, id_: str) -> Run | None:
        """Return the run that brought a document; None where nobody kept it.

        Raises
        ------
        KeyError
            If the store has no such document.
        """
        return run_of(self._db(), id_)

    def has_file(self, name: str, sha256: str) -> bool:
        """Whether these bytes were read under this name before."""
        sql = "SELECT 1 FROM originals o JOIN carriers c ON c.original = o.number WHERE o.sha256 = ? AND c.name = ?"
        return self._db().execute(sql, (bytes.fromhex(sha256), clean(name))).fetchone() is not None

    def claims(self, query: Query | None = None, *, limit: int | None = None, offset: int = 0) -> list[StoredClaim]:
        """Return the claims of a selection by their first day, those without one last."""
        return read.claims_where(self._db(), where_of(query or Query()), limit=limit, offset=offset)

    def each_claim(self, query: Query | None = None) -> Iterator[StoredClaim]:
        """Yield the claims of a selection in the order of their ids, which no run of the program changes."""
        return read.each_where(self._db(), where_of(query or Query()))

    def undated(self, query: Query | None = None, *, limit: int | None = None, offset: int = 0) -> list[StoredClaim]:
        """Return the claims that pass every filter but have no date on the query's clock."""
        return read.claims_where(self._db(), where_undated(query or Query()), limit=limit, offset=offset)

    def claims_at(
        self, place_id: str, query: Query | None = None, *, limit: int | None = None, offset: int = 0
    ) -> list[StoredClaim]:
        """Return the claims of a selection that have a place with this id, by their first day."""
        asked = where_of(query or Query())
        return read.claims_at(self._db(), place_id, asked, limit=limit, offset=offset)

    def claim(self, number_or_id: int | str) -> StoredClaim:
        """Return one claim.

        Raises
        ------
        KeyError
            If the store has no such claim.
        """
        return read.claim_at(self._db(), number_or_id)

    def document(self, id_: str) -> Document:
        """Return one document, exactly as it was read.

        Raises
        ------
        KeyError
            If the store has no such document.
        """
        return read.document_at(self._db(), id_)

    def document_ids(self) -> tuple[str, ...]:
        """Return the ids of all documents, sorted."""
        return tuple(row[0] for row in self._db().execute("SELECT id FROM documents ORDER BY id"))

    def rejections(self, reason: Reason | None = None, *, limit: int | None = None) -> list[Rejection]:
        """Return what was left out, all of it or for one reason."""
        return read.rejections(self._db(), reason, limit=limit)

    def doubts(self) -> list[tuple[str, str]]:
        """Return the names of files whose encoding is a guess, each with why, sorted."""
        sql = (
            "SELECT DISTINCT c.name, o.doubt FROM originals o JOIN carriers c ON c.original = o.number"
            " WHERE o.doubt IS NOT NULL ORDER BY 1, 2"
        )
        return self._db().execute(sql).fetchall()

    def marks(self, query: Query | None = None) -> Marks:
        """Return what the map draws of a selection."""
        return read.marks(self._db(), query or Query())

    def counts(self, query: Query | None = None) -> Counts:
        """Return what became of every claim."""
        return counts.counts(self._db(), query or Query())

    def facets(self, query: Query | None = None) -> Facets:
        """Return the values that the claims of a selection have."""
        return counts.facets(self._db(), query or Query())

    def histogram(self, query: Query | None = None) -> Histogram:
        """Return how many claims of a selection begin on each day."""
        return counts.histogram(self._db(), query or Query())

    def _carry(self, name: str, file: int | None, document: int) -> bool:
        cursor = self._db().execute(
            "INSERT OR IGNORE INTO carriers (name, original, document) VALUES (?, ?, ?)",
            (clean(name), file or 0, document),
        )
        return cursor.rowcount > 0
