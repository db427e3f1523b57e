"""Read the texts of files and folders."""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from texts.decoding import UndecodableError, decode
from texts.document import Document
from texts.extracted import Refused
from texts.folder import FoundFile, files_in
from texts.formats.suffix import SUFFIXES, suffix_of
from texts.front_matter import split_front_matter
from texts.limits import DEFAULT, Limits
from texts.metadata import Metadata, metadata_from
from texts.original import Original, Parcel
from texts.plain import document_from
from texts.published import with_dates
from texts.rejection import Reason, Rejection
from texts.sandbox import Sandbox

PLAIN = (".txt", ".md", ".markdown", ".text", "")
"""Suffixes of files that are text as they are."""


def documents_in(
    path: Path, *, encoding: str | None = None, limits: Limits = DEFAULT
) -> Iterator[Document | Rejection]:
    """Yield the documents of a file or a folder, and what could not be read, in the order of their names.

    Raises
    ------
    FileNotFoundError
        If there is nothing at `path`.
    """
    for parcel in parcels_in(path, encoding=encoding, limits=limits):
        yield from parcel.rejections
        yield from parcel.documents


def parcels_in(
    path: Path, *, encoding: str | None = None, limits: Limits = DEFAULT, about: Metadata | None = None
) -> Iterator[Parcel]:
    """Yield what is in each file of a folder, or in one file: its bytes, its documents, and what could not be read.

    What `about` says of all of them wins over what a file or a manifest says of one.

    Raises
    ------
    FileNotFoundError
        If there is nothing at `path`.
    """
    for it in files_in(path):
        found = it.told(about) if about and isinstance(it, FoundFile) else it
        yield parcel_of(found, encoding=encoding, limits=limits) if isinstance(found, FoundFile) else found


def parcel_of(found: FoundFile, *, encoding: str | None = None, limits: Limits = DEFAULT) -> Parcel:
    """Return what is in one file."""
    name = found.name
    try:
        size = found.path.stat().st_size
        if size > limits.file_bytes:
            message = f"{name}: a file may have {limits.file_bytes:,} bytes, got {size:,}"
            return refused(name, Reason.TOO_LARGE, message)
        suffix = suffix_of(name)
        if suffix not in (*PLAIN, *SUFFIXES):
            return refused(name, Reason.UNSUPPORTED, f"{name}: files of this kind ({suffix}) are not read")
        content = found.path.read_bytes()
    except OSError as error:
        return refused(name, Reason.UNREADABLE, f"{name}: {error.strerror or error}")
    if suffix in SUFFIXES:
        return parcel_of_parts(content, name=name, metadata=found.metadata, encoding=encoding, limits=limits)
    return parcel_from(content, name=name, metadata=found.metadata, encoding=encoding, limits=limits)


def parcel_from(
    content: bytes,
    *,
    name: str,
    metadata: Metadata | None = None,
    encoding: str | None = None,
    limits: Limits = DEFAULT,
) -> Parcel:
    """Return what is in the bytes of a file of plain text.

    >>> parcel_from(b"Tikrit fell.", name="a.txt").documents[0].text
    'Tikrit fell.'
    >>> parcel_from(b"", name="a.txt").rejections[0].message
    'a.txt: expected text, got none'
    """
    try:
        decoded = decode(content, declared=encoding)
    except UndecodableError as error:
        return refused(name, Reason.UNREADABLE, f"{name}: {error}", content=content)
    original = Original(name=name, content=content, encoding=decoded.encoding, doubt=decoded.doubt)
    fields, text = split_front_matter(decoded.text)
    own, dropped = metadata_from(fields, source="front matter")
    rejections = [Rejection(reason=Reason.INVALID, message=f"{name}: {it}", name=name) for it in dropped]
    found = document_from(
        text, name=name.rsplit("/", 1)[-1], metadata=(metadata or Metadata()).over(own), limits=limits
    )
    if isinstance(found, Rejection):
        return Parcel(original=original, rejections=(*rejections, _named(found, name)))
    return Parcel(original=original, documents=(found,), rejections=tuple(rejections))


def parcel_of_parts(
    content: bytes,
    *,
    name: str,
    metadata: Metadata | None = None,
    encoding: str | None = None,
    limits: Limits = DEFAULT,
) -> Parcel:
    """Return what is in the bytes of a file of another format, read in a child process."""
    documents: list[Document] = []
    rejections: list[Rejection] = []
    original = Original(name=name, content=content)
    for part in _sandbox(limits).found_in(content, name, encoding=encoding):
        if isinstance(part, Refused):
            message = f"{part.name}: {part.message}"
            rejections.append(Rejection(reason=part.reason, message=message, name=part.name))
            continue
        if part.encoding is not None and original.doubt is None:
            original = replace(original, encoding=part.encoding, doubt=part.doubt)
        own, dropped = metadata_from(part.fields, source=part.source)
        rejections += [Rejection(reason=Reason.INVALID, message=f"{part.name}: {it}", name=part.name) for it in dropped]
        known = (metadata or Metadata()).over(own)
        found = document_from(part.text, name=part.name.rsplit("/", 1)[-1], metadata=known, limits=limits)
        if isinstance(found, Rejection):
            rejections.append(_named(found, part.name))
        else:
            documents.append(found if part.captured is None else with_dates(replace(found, captured=part.captured)))
    return Parcel(original=original, documents=tuple(documents), rejections=tuple(rejections))


def _named(found: Rejection, name: str) -> Rejection:
    """Return a rejection with the file's name below the folder or archive: its last part alone may stand in many."""
    return replace(found, name=name, message=f"{name}{found.message.removeprefix(found.name or '')}")


@cache
def _sandbox(limits: Limits) -> Sandbox:
    """Return the child process of this program for these limits, started when the first file needs it."""
    sandbox = Sandbox(limits)
    atexit.register(sandbox.close)
    return sandbox


def refused(name: str, reason: Reason, message: str, *, content: bytes = b"") -> Parcel:
    """Return a parcel with nothing in it but the reason why."""
    rejection = Rejection(reason=reason, message=message, name=name)
    return Parcel(original=Original(name=name, content=content), rejections=(rejection,))
