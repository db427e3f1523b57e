"""Bring files into the store: each read once, each kept or refused with a reason."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from events.intake.claims import SUFFIXES, ingest_claims
from events.intake.columns import ColumnMap
from events.intake.jobs import Jobs, Opener
from events.intake.read import ReadParcel, ReadsDocument, read_found
from events.storage.stored import Run
from events.store import Store
from events.summary import Summary
from texts.folder import FoundFile, files_in
from texts.limits import DEFAULT, Limits
from texts.metadata import NOTHING, Metadata
from texts.original import Original, Parcel
from texts.read import refused
from texts.rejection import Reason

BATCH = 32
"""How many files are written at once; a run that is cut off reads at most so many again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How files are read."""

    encoding: str | None = None
    """how plain texts are encoded; None: as they say, or as is likely"""
    limits: Limits = DEFAULT
    columns: ColumnMap | None = None
    """what the columns of tables mean; a table that was passed over before is then read again"""
    about: Metadata = NOTHING
    """what is known of all the texts, such as their theatre; it wins over what a file or a manifest says of one"""
    jobs: int = 1
    """how many processes read at once; with 1 it is this one"""


PLAIN = Settings()
"""What holds where nothing else is said."""


def ingest(
    paths: Iterable[Path],
    store: Store,
    opener: Opener,
    *,
    settings: Settings = PLAIN,
    run: Run | None = None,
    clock: Callable[[], str] | None = None,
    passed: Callable[[], object] | None = None,
) -> Iterator[Summary]:
    """Bring files and folders into the store, and yield what became of each batch after it was written.

    A file whose bytes were read before under the same name is passed over, so that a run that was cut off goes on
    where it stopped. The store is the same whatever the number of jobs.

    Parameters
    ----------
    opener
        Opens what reads documents; called once in each process, and not at all where every file is known.
    run
        With which versions the program reads; it is kept, with what became of the files and, where there is a
        `clock`, when it began and ended. One that was cut off has no end.
    clock
        Tells the moment, in ISO 8601.
    passed
        Called for each file that is passed over since it is known, which may be very many between two batches.

    Raises
    ------
    FileNotFoundError
        If there is nothing at one of the paths.
    """
    number = None if run is None else store.begin_run(replace(run, started=None if clock is None else clock()))
    total = Summary()
    news = _News(store, settings, number, passed)
    parcels = (_read_here if settings.jobs == 1 else _read_elsewhere)(news.of(paths), opener, settings)
    while batch := list(islice(parcels, BATCH)):
        part = keep(store, batch, run=number).plus(news.taken())
        total = total.plus(part)
        yield part
    part = news.taken()
    if number is not None:
        store.end_run(number, total.plus(part), ended=None if clock is None else clock())
    yield part


class _News:
    """The files that are to be read: those that the store does not know and that hold texts."""

    def __init__(self, store: Store, settings: Settings, run: int | None, passed: Callable[[], object] | None) -> None:
        self._store = store
        self._limits = settings.limits
        self._columns = settings.columns
        self._about = settings.about
        self._run = run
        self._passed = passed
        self._done = Summary()

    def of(self, paths: Iterable[Path]) -> Iterator[FoundFile | Parcel]:
        for path in paths:
            for it in files_in(path):
                if isinstance(it, FoundFile) and it.path.suffix.lower() in SUFFIXES:
                    self._done = self._done.plus(self._keep_claims(it))
                elif isinstance(it, FoundFile) and self._knows(it):
                    self._done = self._done.plus(Summary(files=1, known=1))
                    if self._passed is not None:
                        self._passed()
                else:
                    yield it.told(self._about) if isinstance(it, FoundFile) else it

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

    def _keep_claims(self, found: FoundFile) -> Summary:
        name, store = found.name, self._store
        try:
            size = found.path.stat().st_size
            if size > self._limits.file_bytes:
                message = f"{name}: a file may have {self._limits.file_bytes:,} bytes, got {size:,}"
                return keep(store, [_unread(refused(name, Reason.TOO_LARGE, message))])
            original = Original(name=name, content=found.path.read_bytes(), encoding="utf-8")
        except OSError as error:
            message = f"{name}: {error.strerror or error}"
            return keep(store, [_unread(refused(name, Reason.UNREADABLE, message))])
        if self._columns is None and store.has_file(name, original.sha256):
            return Summary(files=1, known=1)
        it = ingest_claims(store, original, columns=self._columns, limits=self._limits, run=self._run)
        return Summary(
            files=1,
            documents=it.rows,
            claims=it.claims,
            stubs=it.stubs,
            known_claims=it.known,
            rejections=it.reasons,
        )


def _read_here(files: Iterator[FoundFile | Parcel], opener: Opener, settings: Settings) -> Iterator[ReadParcel]:
    read: ReadsDocument | None = None
    for it in files:
        if read is None:
            read = opener()
        yield (
            _unread(it)
            if isinstance(it, Parcel)
            else read_found(it, read, encoding=settings.encoding, limits=settings.limits)
        )


def _read_elsewhere(files: Iterator[FoundFile | Parcel], opener: Opener, settings: Settings) -> Iterator[ReadParcel]:
    first = next(files, None)
    if first is None:
        return
    processes = Jobs(settings.jobs, opener, encoding=settings.encoding, limits=settings.limits)
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


def keep(store: Store, parcels: Iterable[ReadParcel], *, run: int | None = None) -> Summary:
    """Write files with their claims, all or none, and return what became of them."""
    total = Summary()
    with store.writing():
        for it in parcels:
            total = total.plus(_keep_one(store, it, run))
    return total


def _keep_one(store: Store, it: ReadParcel, run: int | None) -> Summary:
    parcel, reasons = it.parcel, Counter(rejection.reason for rejection in it.parcel.rejections)
    documents = copies = claims = words = 0
    if parcel.rejections or not parcel.documents:
        store.refuse(parcel.original, parcel.rejections)
    for document, reading in zip(parcel.documents, it.readings, strict=True):
        if store.add(document, reading.claims, reading.rejections, original=parcel.original, run=run):
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
