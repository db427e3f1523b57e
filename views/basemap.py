"""The basemap's data, as the claim layer reads it: a GeoJSON collection for each kind of line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data" / "basemap"
LAYERS = ("countries", "provinces", "rivers", "lakes", "disputed", "towns")


@cache
def basemap_json() -> bytes:
    """Return the collections in one JSON object; a layer that is not installed is left out."""
    parts = [
        f'"{name}":'.encode() + path.read_bytes().strip()
        for name in LAYERS
        if (path := FOLDER / f"{name}.geojson").is_file()
    ]
    return b"{" + b",".join(parts) + b"}"
