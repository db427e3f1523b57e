"""Claims as tables with geometry: GeoPackage and GeoParquet."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import geopandas
import pyogrio
import shapely

from events.storage.stored import StoredClaim
from views.headline import NOTICE, headline
from views.whole_words import whole_row

LAYER = "claims"
COLUMNS = [
    "claim", "name", "kind", "status", "role", "place", "geo_precision", "radius_km", "start", "end", "edtf", "said",
    "source", "publisher", "published", "captured", "excerpt", "notice", "geometry",
]  # fmt: skip
"""The columns, of an empty table too; docs/formats.md says what is in them."""
PIECE = 1 << 20
"""Bytes that are handed on at once."""


def table_of(claims: Iterable[StoredClaim]) -> geopandas.GeoDataFrame:
    """Return one row a place of a claim.

    Geometry is the point of the place's ground in EPSG:4326; `radius_km` says how much ground it stands for. `start`
    is the first and `end` the last day on which the event may have happened, as QGIS's temporal controller wants them;
    both are missing where nothing dates it.
    """
    rows = [
        whole_row(
            {
                "claim": it.claim.id,
                "name": headline(it),
                "kind": it.claim.kind.value,
                "status": it.claim.status.value,
                "role": place.role.value,
                "place": place.place.name,
                "geo_precision": place.ground.geo_precision,
                "radius_km": place.ground.radius_km,
                "start": it.claim.when.interval.start if it.claim.when else None,
                "end": it.claim.when.interval.last if it.claim.when else None,
                "edtf": it.claim.when.edtf if it.claim.when else None,
                "said": it.claim.said.edtf if it.claim.said else None,
                "source": ", citing ".join(source.text for source in it.claim.sources),
                "publisher": it.publication.publisher,
                "published": it.publication.dating.edtf if it.publication.dating else None,
                "captured": it.publication.captured,
                "excerpt": it.claim.excerpt.text,
                "notice": NOTICE,
                "geometry": shapely.Point(place.ground.lon, place.ground.lat),
            }
        )
        for it in claims
        for place in it.claim.places
    ]
    return geopandas.GeoDataFrame(rows, columns=COLUMNS, geometry="geometry", crs="EPSG:4326")


def gpkg_pieces(claims: Iterable[StoredClaim]) -> Iterator[bytes]:
    """Yield the bytes of a GeoPackage with one layer, `claims`."""
    return _through_file(claims, "gpkg")


def parquet_pieces(claims: Iterable[StoredClaim]) -> Iterator[bytes]:
    """Yield the bytes of a GeoParquet file."""
    return _through_file(claims, "parquet")


def _through_file(claims: Iterable[StoredClaim], suffix: str) -> Iterator[bytes]:
    """Write the table to a file of its own, since neither format can be written to a stream, and yield its bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"claims.{suffix}"
        table = table_of(claims)
        if suffix == "gpkg":
            # the file notes when it was written: the same claims must give the same bytes
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": "1980-01-01T00:00:00Z"})
            table.to_file(path, layer=LAYER, driver="GPKG")
        else:
            table.to_parquet(path)
        with path.open("rb") as file:
            yield from iter(lambda: file.read(PIECE), b"")
