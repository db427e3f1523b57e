"""Find the files that may hold texts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from texts.manifest import NAME as MANIFEST
from texts.manifest import manifest_in
from texts.metadata import Metadata
from texts.original import Original, Parcel
from texts.rejection import Reason, Rejection

NOT_TEXTS = ("readme", "license", "licence", "copying", "notice")
"""Files of a folder whose names begin so tell about the folder and are no texts of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file that may hold texts, and what the manifest beside it says about it."""

    path: Path
    name: str
    """its path below the folder that was given, with `/`, or the file's name alone"""
    metadata: Metadata

    def told(self, about: Metadata) -> FoundFile:
        """Return the file with what somebody says of it now, which wins over what the manifest says."""
        return replace(self, metadata=about.over(self.metadata))


def files_in(path: Path) -> Iterator[FoundFile | Parcel]:
    """Yield the files of a folder that may hold texts, sorted by name, or the one file that was given.

    Hidden files, `README*` and `LICENSE*` are passed over; links are not followed and come as parcels that say so, as
    do the rows of a `corpus.csv` that could not be read.

    Raises
    ------
    FileNotFoundError
        If there is nothing at `path`.
    """
    if path.is_dir():
        yield from _walked(path)
    elif path.exists() and not path.is_file():
        yield _no_file(path.name)
    elif path.exists():
        yield FoundFile(path=path, name=path.name, metadata=manifest_in(path.parent).of(path.name))
    else:
        raise FileNotFoundError(f"{path}: there is no such file or folder")


def _walked(root: Path) -> Iterator[FoundFile | Parcel]:
    for at, folders, files in os.walk(root):
        folder = Path(at)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        manifest = manifest_in(folder)
        if manifest.rejections:
            name = (folder / MANIFEST).relative_to(root).as_posix()
            yield Parcel(original=Original(name=name, content=b""), rejections=manifest.rejections)
        for file in sorted(files):
            path, lowered = folder / file, file.lower()
            name = path.relative_to(root).as_posix()
            if file.startswith(".") or file == MANIFEST or lowered.startswith(NOT_TEXTS):
                continue
            if path.is_symlink() or not path.is_file():
                yield _no_file(name)
            else:
                yield FoundFile(path=path, name=name, metadata=manifest.of(file))


def _no_file(name: str) -> Parcel:
    message = f"{name}: expected a file, got a link or a device, which are not followed"
    rejection = Rejection(reason=Reason.UNSUPPORTED, message=message, name=name)
    return Parcel(original=Original(name=name, content=b""), rejections=(rejection,))
