"""Tell an archive that would burst by its own account, before it is unpacked."""

from __future__ import annotations

import io
from zipfile import BadZipFile, ZipFile

from texts.limits import Limits

LARGE = 1_000_000
"""An entry that unpacks to less may be packed as tightly as it likes."""


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
