"""Name the files that a selection can be written into: light, so that the terminal's help does not load what writes."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """The files that a selection can be written into."""

    GEOJSON = "geojson"
    CSV = "csv"
    KML = "kml"
    GPKG = "gpkg"
    GEOPARQUET = "geoparquet"
    TIMEMAP = "timemap"
    ANNOTATIONS = "annotations"
    HTML = "html"
