"""Write a selection of claims into files that other programs read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from events.counts import Counts
from events.intake.returned import returning_record
from events.record_parts import day_of
from events.storage.stored import Publication, StoredClaim
from views.annotation import annotation_pieces
from views.export_csv import csv_lines
from views.export_form import Format
from views.export_html import html_pieces
from views.export_kml import kml_pieces
from views.export_tables import gpkg_pieces, parquet_pieces
from views.export_timemap import timemap_pieces
from views.headline import NOTICE, headline
from views.legs import legs_of
from views.whole_words import whole_row


def export(claims: Iterable[StoredClaim], form: Format, *, filters: dict[str, str], counts: Counts) -> Iterator[bytes]:
    """Yield the pieces of a file; the same claims and filters give the same bytes.

    Parameters
    ----------
    filters
        What the claims were selected by, as `views.selection.params_of` spells it.
    counts
        What became of the claims that are not in the file.
    """
    if form is Format.HTML:
        return html_pieces(claims, filters=filters, counts=counts)
    writer = WRITERS.get(form)
    if writer is not None:
        return writer(claims)
    return _geojson(claims, filters=filters, counts=counts)


WRITERS: dict[Format, Callable[[Iterable[StoredClaim]], Iterator[bytes]]] = {
    Format.CSV: csv_lines,
    Format.KML: kml_pieces,
    Format.GPKG: gpkg_pieces,
    Format.GEOPARQUET: parquet_pieces,
    Format.TIMEMAP: timemap_pieces,
    Format.ANNOTATIONS: annotation_pieces,
}
"""What writes each form that has no room for filters and counts."""


def _geojson(claims: Iterable[StoredClaim], *, filters: dict[str, str], counts: Counts) -> Iterator[bytes]:
    head = {"notice": NOTICE, "filters": filters, "counts": counts_record(counts)}
    yield b'{"type": "FeatureCollection", "dateline": ' + _json(head) + b', "features": ['
    for number, it in enumerate(claims):
        yield (b",\n" if number else b"\n") + _json(feature_of(it))
    yield b"\n]}\n"


def feature_of(it: StoredClaim) -> dict[str, Any]:
    """Return a claim as a GeoJSON feature: flat properties for a table, the whole claim beneath `claim`.

    A movement with legs is those straight legs, as the map draws them; any other claim is its place as a point, or its
    places as several. Coordinates are lon, lat in EPSG:4326.
    """
    claim, report = it.claim, it.publication
    points = [[place.ground.lon, place.ground.lat] for place in claim.places]
    legs = legs_of(claim)
    if legs:
        lines = [[list(leg.start), list(leg.end)] for leg in legs]
        geometry: dict[str, Any] = {"type": "MultiLineString", "coordinates": lines}
    elif len(points) == 1:
        geometry = {"type": "Point", "coordinates": points[0]}
    else:
        geometry = {"type": "MultiPoint", "coordinates": points}
    when = claim.when
    return {
        "type": "Feature",
        "id": claim.id,
        "geometry": geometry,
        "properties": whole_row(
            {
                "name": headline(it),
                "start": None if when is None else day_of(when.interval.start),
                "end": None if when is None else day_of(when.interval.last),
                "kind": claim.kind.value,
                "status": claim.status.value,
                "excerpt": claim.excerpt.text,
                "when": None if when is None else when.edtf,
                "said": None if claim.said is None else claim.said.edtf,
                "places": ", ".join(place.place.name for place in claim.places),
                "roles": ", ".join(place.role.value for place in claim.places),
                "sources": ", citing ".join(source.text for source in claim.sources),
                "geo_precision": max(place.ground.geo_precision for place in claim.places),
                **publication_record(report),
                "grade": GRADE,
            }
        )
        | {"claim": returning_record(it)},
    }


GRADE = "F6"
"""Admiralty code: reliability cannot be judged, truth cannot be judged. A machine writes no other."""


def publication_record(it: Publication) -> dict[str, Any]:
    """Return what an export tells about the text behind a claim."""
    dating = it.dating
    return {
        "title": it.title,
        "publisher": it.publisher,
        "url": it.url,
        "published": None if dating is None else dating.edtf,
        "published_basis": None if dating is None else dating.basis.value,
        "captured": it.captured,
        "file": it.name,
    }


def counts_record(counts: Counts) -> dict[str, Any]:
    """Return counts as a JSON object."""
    return {
        "total": counts.total,
        "shown": counts.shown,
        "filtered": counts.filtered,
        "undated": counts.undated,
        "unplaced": counts.unplaced,
        "not_yet_known": counts.not_yet_known,
        "rejections": {reason.value: count for reason, count in counts.rejections},
    }


def _json(value: object) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False).encode()
