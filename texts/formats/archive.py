"""Archives: the files in them, as far as they keep within the limits."""

from __future__ import annotations

import io
import stat
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from texts.extracted import Enclosed, Refused
from texts.formats.burst import burst_of
from texts.formats.suffix import SUFFIXES, suffix_of
from texts.limits import Limits
from texts.rejection import Reason

READ = (*SUFFIXES, ".txt", ".md", ".markdown", ".text", "")
"""Suffixes of entries that are read."""


ENCRYPTED = 1
"""The flag of an entry that a password keeps."""


def entries_in(content: bytes, name: str, limits: Limits, depth: int = 0) -> Iterator[Refused | Enclosed]:
    """Yield an archive's files; nothing is ever written to the disk.

    Entries with absolute names, `..`, links and devices stay out, and so do archives inside more archives than the
    limits let through.
    """
    if depth >= limits.archive_depth:
        message = f"archives may lie in {limits.archive_depth - 1} others, got one more"
        yield Refused(name=name, reason=Reason.TOO_LARGE, message=message)
        return
    burst = burst_of(content, limits)
    if burst is not None:
        yield Refused(name=name, reason=Reason.TOO_LARGE, message=burst)
        return
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            entries = [it for it in archive.infolist() if not it.is_dir() and not _is_hidden(it.filename)]
            for entry in sorted(entries, key=lambda it: it.filename):
                yield _found(archive, entry, name, limits)
            if not entries:
                yield Refused(name=name, reason=Reason.EMPTY, message="there is no file in it")
    except BadZipFile as error:
        yield Refused(name=name, reason=Reason.UNREADABLE, message=f"expected a whole archive, got {error}")


def _found(archive: ZipFile, entry: ZipInfo, name: str, limits: Limits) -> Refused | Enclosed:
    inside = f"{name}/{entry.filename}"
    if not _is_safe(entry):
        message = "expected a file below the archive's root, got a link, a device or a name that leads out of it"
        return Refused(name=inside, reason=Reason.UNSUPPORTED, message=message)
    if suffix_of(entry.filename) not in READ:
        message = f"files of this kind ({suffix_of(entry.filename)}) are not read"
        return Refused(name=inside, reason=Reason.UNSUPPORTED, message=message)
    if entry.file_size > limits.file_bytes:
        message = f"a file may have {limits.file_bytes:,} bytes, got {entry.file_size:,}"
        return Refused(name=inside, reason=Reason.TOO_LARGE, message=message)
    if entry.flag_bits & ENCRYPTED:
        return Refused(name=inside, reason=Reason.UNREADABLE, message="expected an open file, got an encrypted one")
    try:
        with archive.open(entry) as file:
            return Enclosed(name=inside, content=file.read(entry.file_size + 1))
    except (BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError, zlib.error) as error:
        return Refused(name=inside, reason=Reason.UNREADABLE, message=f"it cannot be unpacked ({error})")


def _is_safe(entry: ZipInfo) -> bool:
    name = entry.filename
    kind = stat.S_IFMT(entry.external_attr >> 16)
    path = PurePosixPath(name.replace("\\", "/"))
    return not (
        path.is_absolute() or ".." in path.parts or PureWindowsPath(name).drive or kind not in {0, stat.S_IFREG}
    )


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") and part != ".." for part in PurePosixPath(name).parts) or name.startswith(
        "__MACOSX"
    )
