"""Archives: the files in them, as far as they keep within the limits."""

from __future__ import annotations

import io
import stat
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from texts.extracted import Found, Refused
from texts.formats.dispatch import SUFFIXES, found_in, suffix_of
from texts.limits import Limits
from texts.rejection import Reason

READ = (*SUFFIXES, ".txt", ".md", ".markdown", ".text", "")
"""Suffixes of entries that are read."""

LARGE = 1_000_000
"""An entry that unpacks to less may be packed as tightly as it likes."""


def entries_in(content: bytes, name: str, limits: Limits, depth: int = 0) -> Iterator[Found]:
    """Yield the texts of an archive's files; nothing is ever written to the disk.

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
                yield from _found(archive, entry, name, limits, depth)
            if not entries:
                yield Refused(name=name, reason=Reason.EMPTY, message="there is no file in it")
    except BadZipFile as error:
        yield Refused(name=name, reason=Reason.UNREADABLE, message=f"expected a whole archive, got {error}")


def burst_of(content: bytes, limits: Limits) -> str | None:
    """Return which limit an archive would break by its own account, or None."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return None  # whoever opens it says what is wrong
    if len(entries) > limits.archive_entries:
        return f"an archive may have {limits.archive_entries:,} entries, got {len(entries):,}"
    total = sum(entry.file_size for entry in entries)
    if total > limits.archive_bytes:
        return f"an archive may unpack to {limits.archive_bytes:,} bytes, got {total:,}"
    for entry in entries:
        if entry.file_size > max(LARGE, entry.compress_size * limits.archive_ratio):
            return f"an entry may unpack to {limits.archive_ratio} times its size, got more"
    return None


def _found(archive: ZipFile, entry: ZipInfo, name: str, limits: Limits, depth: int) -> Iterator[Found]:
    inside = f"{name}/{entry.filename}"
    if not _is_safe(entry):
        message = "expected a file below the archive's root, got a link, a device or a name that leads out of it"
        yield Refused(name=inside, reason=Reason.UNSUPPORTED, message=message)
    elif suffix_of(entry.filename) not in READ:
        message = f"files of this kind ({suffix_of(entry.filename)}) are not read"
        yield Refused(name=inside, reason=Reason.UNSUPPORTED, message=message)
    elif entry.file_size > limits.file_bytes:
        message = f"a file may have {limits.file_bytes:,} bytes, got {entry.file_size:,}"
        yield Refused(name=inside, reason=Reason.TOO_LARGE, message=message)
    else:
        try:
            with archive.open(entry) as file:
                content = file.read(entry.file_size + 1)
        except (BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
            yield Refused(name=inside, reason=Reason.UNREADABLE, message=f"it cannot be unpacked ({error})")
            return
        yield from found_in(content, inside, limits, depth + 1)


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
