"""Bring files into the store: each read once, each kept or refused with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from events.columns import ColumnMap
from events.ingest_claims import SUFFIXES, ingest_claims
from events.reading import Reading
from events.store import Store
from texts.document import Document
from texts.folder import FoundFile, files_in
from texts.limits import DEFAULT, Limits
from texts.original import Original, Parcel
from texts.read import parcel_of, refused
from texts.rejection import Reason

ReadsDocument = Callable[[Document], Reading]
"""What turns a document into its claims and what was left out of it."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadParcel:
    """A file with the claims of its documents."""

    parcel: Parcel
    readings: tuple[Reading, ...]
    """one for each document of the parcel"""


def ingest(
    paths: Iterable[Path],
    store: Store,
    read: ReadsDocument,
    *,
    encoding: str | None = None,
    limits: Limits = DEFAULT,
    captured: str | None = None,
    columns: ColumnMap | None = None,
) -> Iterator[Summary]:
    """Bring files and folders into the store, and yield what became of each batch after it was written.

    A file whose bytes were read before under the same name is passed over, so that a run that was cut off goes on
    where it stopped.

    Parameters
    ----------
    columns
        What the columns of tables mean; a table that was passed over before is then read again.

    Raises
    ------
    FileNotFoundError
        If there is nothing at one of the paths.
    """
    found = (it for path in paths for it in files_in(path))
    while batch := list(islice(found, BATCH)):
        total = Summary()
        news: list[ReadParcel] = []
        for it in batch:
            if isinstance(it, FoundFile) and it.path.suffix.lower() in SUFFIXES:
                total = total.plus(_keep_claims(store, it, limits, columns))
                continue
            parcel = parcel_of(it, encoding=encoding, limits=limits) if isinstance(it, FoundFile) else it
            if store.has_file(parcel.original.name, parcel.original.sha256):
                total = total.plus(Summary(files=1, known=1))
            else:
                news.append(read_parcel(parcel, read))
        yield total.plus(keep(store, news, captured=captured))


def read_parcel(parcel: Parcel, read: ReadsDocument) -> ReadParcel:
    """Return a file with the claims of its documents."""
    return ReadParcel(parcel=parcel, readings=tuple(read(document) for document in parcel.documents))


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
