"""Read `corpus.csv`, which says what is known about the files beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from texts.decoding import UndecodableError, decode
from texts.metadata import Metadata, metadata_from
from texts.rejection import Reason, Rejection

if TYPE_CHECKING:
    from _csv import Reader

NAME = "corpus.csv"
"""The manifest's file name."""

MAX_BYTES = 20_000_000
"""A manifest larger than this is refused."""


MOST_REJECTIONS = 1_000
"""After so many things that are wrong with a manifest its rest is not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a folder's `corpus.csv` says about its files, and which of its rows could not be read."""

    entries: dict[str, Metadata]
    rejections: tuple[Rejection, ...] = ()

    def of(self, file: str) -> Metadata:
        """Return what is known about a file."""
        return self.entries.get(file, Metadata())


def manifest_in(folder: Path) -> Manifest:
    """Return the manifest of a folder; an empty one where there is none.

    Columns are `file` and any of title, author, publisher, url, published (EDTF), published_basis,
    language, home and theatre.
    """
    path = folder / NAME
    if not path.is_file():
        return Manifest(entries={})
    try:
        if path.stat().st_size > MAX_BYTES:
            return _refused(f"{NAME}: a manifest may have {MAX_BYTES:,} bytes, got {path.stat().st_size:,}")
        text = decode(path.read_bytes()).text
    except (OSError, UndecodableError) as error:
        return _refused(f"{NAME}: {error}")
    beside = {it.name for it in folder.iterdir()}
    rows = csv.reader(io.StringIO(text), strict=True)
    entries: dict[str, Metadata] = {}
    rejections: list[Rejection] = []
    try:
        header = [name.strip().lower() for name in next(rows, [])]
        if "file" not in header:
            return _refused(f"{NAME}:1: expected a column 'file', got {', '.join(header) or 'nothing'}")
        for row in _followed(rows, rejections):
            where = f"{NAME}:{rows.line_num}"
            if len(row) != len(header):
                rejections.append(_rejection(f"{where}: expected {len(header)} columns, got {len(row)}"))
                continue
            fields = dict(zip(header, row, strict=True))
            metadata, dropped = metadata_from(fields, source=NAME)
            rejections += [_rejection(f"{where}: {message}") for message in dropped]
            file = fields["file"].strip()
            if file not in beside:
                rejections.append(_rejection(f"{where}: there is no file {file!r} beside it"))
            entries[file] = metadata
    except csv.Error as error:
        rejections.append(_rejection(f"{NAME}:{rows.line_num}: {error}"))
    return Manifest(entries=entries, rejections=tuple(rejections))


def _followed(rows: Reader, rejections: list[Rejection]) -> Iterator[list[str]]:
    """Yield the rows that say something, as long as not too much of what was read is wrong."""
    for row in rows:
        if len(rejections) >= MOST_REJECTIONS:
            rejections.append(_rejection(f"{NAME}:{rows.line_num}: too much is wrong above; the rest is not read"))
            return
        if any(cell.strip() for cell in row):
            yield row


def _refused(message: str) -> Manifest:
    return Manifest(entries={}, rejections=(_rejection(message),))


def _rejection(message: str) -> Rejection:
    return Rejection(reason=Reason.INVALID, message=message, name=NAME)
