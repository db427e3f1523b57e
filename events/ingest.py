"""Bring files into the store: each read once, each kept or refused with a reason."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from events.columns import ColumnMap
from events.ingest_claims import SUFFIXES, ingest_claims
from events.ingest_jobs import Jobs, Opener
from events.ingest_read import ReadParcel, ReadsDocument, read_found
from events.store import Store
from texts.folder import FoundFile, files_in
from texts.limits import DEFAULT, Limits
from texts.original import Original, Parcel
from texts.read import refused
from texts.rejection import Reason

BATCH = 32
"""How many files are written at once; a run that is cut off reads at most so many again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What became of the files of a run."""

    files: int = 0
    known: int = 0
    """files that had been read before, and were passed over"""
    documents: int = 0
    copies: int = 0
    """texts that the store had already, from another file"""
    claims: int = 0
    words: int = 0
    stubs: int = 0
    """texts of which a file of claims gave excerpts alone"""
    known_claims: int = 0
    """claims of such files that the store had already"""
    rejections: tuple[tuple[Reason, int], ...] = ()

    def plus(self, other: Summary) -> Summary:
        """Return the sum of two summaries."""
        reasons = Counter(dict(self.rejections)) + Counter(dict(other.rejections))
        return Summary(
            files=self.files + other.files,
            known=self.known + other.known,
            documents=self.documents + other.documents,
            copies=self.copies + other.copies,
            claims=self.claims + other.claims,
            words=self.words + other.words,
            stubs=self.stubs + other.stubs,
            known_claims=self.known_claims + other.known_claims,
            rejections=tuple((reason, reasons[reason]) for reason in Reason if reasons[reason]),
        )


def ingest(
    paths: Iterable[Path],
    store: Store,
    opener: Opener,
    *,
    encoding: str | None = None,
    limits: Limits = DEFAULT,
    columns: ColumnMap | None = None,
    jobs: int = 1,
) -> Iterator[Summary]:
    """Bring files and folders into the store, and yield what became of each batch after it was written.

    A file whose bytes were read before under the same name is passed over, so that a run that was cut off goes on
    where it stopped. The store is the same whatever the number of jobs.

    Parameters
    ----------
    opener
        Opens what reads documents; called once in each process, and not at all where every file is known.
    columns
        What the columns of tables mean; a table that was passed over before is then read again.
    jobs
        How many processes read at once; with 1 it is this one.

    Raises
    ------
    FileNotFoundError
        If there is nothing at one of the paths.
    """
    news = _News(store, limits, columns)
    parcels = _read_here(news.of(paths), opener, encoding, limits)
    if jobs > 1:
        parcels = _read_elsewhere(news.of(paths), opener, encoding, limits, jobs)
    while batch := list(islice(parcels, BATCH)):
        yield keep(store, batch).plus(news.taken())
    yield news.taken()


class _News:
    """The files that are to be read: those that the store does not know and that hold texts."""

    def __init__(self, store: Store, limits: Limits, columns: ColumnMap | None) -> None:
        self._store = store
        self._limits = limits
        self._columns = columns
        self._done = Summary()

    def of(self, paths: Iterable[Path]) -> Iterator[FoundFile | Parcel]:
        for path in paths:
            for it in files_in(path):
                if isinstance(it, FoundFile) and it.path.suffix.lower() in SUFFIXES:
                    self._done = self._done.plus(_keep_claims(self._store, it, self._limits, self._columns))
                elif isinstance(it, FoundFile) and self._knows(it):
                    self._done = self._done.plus(Summary(files=1, known=1))
                else:
                    yield it

    def taken(self) -> Summary:
        """Return what became, since the last time, of known files and of files that hold claims and no text."""
        done, self._done = self._done, Summary()
        return done

    def _knows(self, it: FoundFile) -> bool:
        try:
            if it.path.stat().st_size > self._limits.file_bytes:
                return False
            with it.path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return False  # the reader says what is wrong
        return self._store.has_file(it.name, digest)


def _read_here(
    files: Iterator[FoundFile | Parcel], opener: Opener, encoding: str | None, limits: Limits
) -> Iterator[ReadParcel]:
    read: ReadsDocument | None = None
    for it in files:
        if read is None:
            read = opener()
        yield read_found(it, read, encoding=encoding, limits=limits) if isinstance(it, FoundFile) else _unread(it)


def _read_elsewhere(
    files: Iterator[FoundFile | Parcel], opener: Opener, encoding: str | None, limits: Limits, jobs: int
) -> Iterator[ReadParcel]:
    first = next(files, None)
    if first is None:
        return
    processes = Jobs(jobs, opener, encoding=encoding, limits=limits)
    others: list[Parcel] = []

    def readable() -> Iterator[FoundFile]:
        for it in chain([first], files):
            if isinstance(it, FoundFile):
                yield it
            else:
                others.append(it)

    try:
        for parcel in processes.read(readable()):
            while others:
                yield _unread(others.pop(0))
            yield parcel
        yield from map(_unread, others)
    finally:
        processes.close()


def _unread(parcel: Parcel) -> ReadParcel:
    return ReadParcel(parcel=parcel, readings=())


def keep(store: Store, parcels: Iterable[ReadParcel], *, captured: str | None = None) -> Summary:
    """Write files with their claims, all or none, and return what became of them."""
    total = Summary()
    with store.writing():
        for it in parcels:
            total = total.plus(_keep_one(store, it, captured))
    return total


def _keep_claims(store: Store, found: FoundFile, limits: Limits, columns: ColumnMap | None) -> Summary:
    try:
        size = found.path.stat().st_size
        if size > limits.file_bytes:
            message = f"{found.name}: a file may have {limits.file_bytes:,} bytes, got {size:,}"
            return keep(store, [ReadParcel(parcel=refused(found.name, Reason.TOO_LARGE, message), readings=())])
        original = Original(name=found.name, content=found.path.read_bytes(), encoding="utf-8")
    except OSError as error:
        message = f"{found.name}: {error.strerror or error}"
        return keep(store, [ReadParcel(parcel=refused(found.name, Reason.UNREADABLE, message), readings=())])
    if columns is None and store.has_file(original.name, original.sha256):
        return Summary(files=1, known=1)
    it = ingest_claims(store, original, columns=columns, limits=limits)
    return Summary(
        files=1,
        documents=it.rows,
        claims=it.claims,
        stubs=it.stubs,
        known_claims=it.known,
        rejections=it.reasons,
    )


def _keep_one(store: Store, it: ReadParcel, captured: str | None) -> Summary:
    parcel, reasons = it.parcel, Counter(rejection.reason for rejection in it.parcel.rejections)
    documents = copies = claims = words = 0
    if parcel.rejections or not parcel.documents:
        store.refuse(parcel.original, parcel.rejections)
    for document, reading in zip(parcel.documents, it.readings, strict=True):
        if store.add(document, reading.claims, reading.rejections, original=parcel.original, captured=captured):
            documents += 1
            claims += len(reading.claims)
            words += len(document.text.split())
            reasons.update(rejection.reason for rejection in reading.rejections)
        else:
            copies += 1
    return Summary(
        files=1,
        documents=documents,
        copies=copies,
        claims=claims,
        words=words,
        rejections=tuple((reason, reasons[reason]) for reason in Reason if reasons[reason]),
    )
