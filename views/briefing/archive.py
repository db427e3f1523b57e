"""Give every member of an office file the same time, so that the same contents give the same bytes."""

from __future__ import annotations

import io
import zipfile

ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip file can hold."""


def with_fixed_times(archive: bytes) -> bytes:
    """Return the archive with the same members, each bearing the same time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in sorted(old.namelist()):
            info = zipfile.ZipInfo(member, date_time=ZIP_MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(member))
    return out.getvalue()
