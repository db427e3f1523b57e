"""Which version of the program this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def release() -> str:
    """Return the installed version; a checkout that is not installed says so."""
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "(not installed)"
