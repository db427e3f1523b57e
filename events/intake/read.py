"""Read one file into its documents and their claims."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from events.extract import claims_in
from events.reading import Reading
from geo.gazetteer import open_gazetteer
from texts.document import Document
from texts.folder import FoundFile
from texts.limits import DEFAULT, Limits
from texts.original import Parcel
from texts.read import parcel_of

RARELY = (50_000, 20, 100)
"""How often Python looks for objects that refer back to themselves (`gc.set_threshold`), where it may be seldom."""

ReadsDocument = Callable[[Document], Reading]
"""What turns a document into its claims and what was left out of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadParcel:
    """A file with the claims of its documents."""

    parcel: Parcel
    readings: tuple[Reading, ...]
    """one for each document of the parcel"""


def open_reader(curated: tuple[Path, ...] = (), *, progress: bool = False) -> ReadsDocument:
    """Return what reads the claims of a document, with further gazetteers on top of the built-in one."""
    return partial(claims_in, gazetteer=open_gazetteer(curated=curated, progress=progress))


def open_reader_alone(curated: tuple[Path, ...] = (), *, progress: bool = False) -> ReadsDocument:
    """Return the same for a process that does nothing but read.

    What is open by then stays until its end, and little of what reading makes refers back to itself: looking for
    cycles at Python's own pace would cost a tenth of the time.
    """
    read = open_reader(curated, progress=progress)
    gc.freeze()
    gc.set_threshold(*RARELY)
    return read


def read_found(
    found: FoundFile, read: ReadsDocument, *, encoding: str | None = None, limits: Limits = DEFAULT
) -> ReadParcel:
    """Return a file with the claims of its documents."""
    return read_parcel(parcel_of(found, encoding=encoding, limits=limits), read)


def read_parcel(parcel: Parcel, read: ReadsDocument) -> ReadParcel:
    """Return a file that was read already with the claims of its documents."""
    return ReadParcel(parcel=parcel, readings=tuple(read(document) for document in parcel.documents))
