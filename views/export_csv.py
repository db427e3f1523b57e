"""Claims as a table: one row for each place of a claim, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from events.claim import ClaimPlace
from events.intake.returned import returning_record
from events.record_parts import day_of
from events.storage.stored import StoredClaim

COLUMNS = (
    "id", "leg", "role", "place", "place_id", "lat", "lon", "geo_precision", "radius_km", "geonameid", "country",
    "kind", "status", "report_status", "when", "first", "last", "time_precision", "when_text", "said", "said_text",
    "excerpt", "sources", "actors", "quantities", "crossing", "title", "publisher", "url", "published",
    "published_basis", "captured", "file", "document", "extraction_quality", "grade", "claim",
)  # fmt: skip
"""The columns; docs/formats.md says what is in them."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""How a cell begins that a spreadsheet may run as a formula; the apostrophe is here so that guarding can be undone."""


def csv_lines(claims: Iterable[StoredClaim]) -> Iterator[bytes]:
    """Yield the lines of the table, in UTF-8 with a byte order mark, without which Excel takes another encoding."""
    yield b"\xef\xbb\xbf" + _line(COLUMNS)
    for it in claims:
        for leg, place in enumerate(it.claim.places):
            yield _line(_row(it, leg, place))


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe stands before what may begin one.

    >>> guarded("=1+1"), guarded("Tikrit"), guarded("")
    ("'=1+1", 'Tikrit', '')
    """
    return "'" + cell if cell.startswith(DANGEROUS) else cell


def unguarded(cell: str) -> str:
    """Return the cell that `guarded` was given.

    >>> unguarded(guarded("'=1"))
    "'=1"
    """
    return cell.removeprefix("'")


def _row(it: StoredClaim, leg: int, place: ClaimPlace) -> tuple[str | float | None, ...]:
    claim, report, when = it.claim, it.publication, it.claim.when
    crossing = None if claim.movement is None else claim.movement.crossing
    words = [
        None if when is None else when.edtf,
        None if when is None else day_of(when.interval.start),
        None if when is None else day_of(when.interval.last),
        None if when is None else when.precision.value,
        None if when is None else when.text,
        None if claim.said is None else claim.said.edtf,
        None if claim.said is None else claim.said.text,
        claim.excerpt.text,
        "; ".join(f"{source.text} ({source.kind})" for source in claim.sources),
        "; ".join(f"{actor.name or actor.text} ({actor.role})" for actor in claim.actors),
        "; ".join(f"{quantity.value:g} {quantity.unit}" for quantity in claim.quantities),
        None if crossing is None else f"{crossing.name} ({crossing.basis})",
        report.title,
        report.publisher,
        report.url,
        None if report.dating is None else report.dating.edtf,
        None if report.dating is None else report.dating.basis.value,
        report.captured,
        report.name,
    ]
    return (
        claim.id,
        leg,
        place.role.value,
        guarded(place.place.name),
        guarded(place.place.id),
        place.ground.lat,
        place.ground.lon,
        place.ground.geo_precision,
        place.ground.radius_km,
        place.place.geonameid,
        None if place.place.country is None else guarded(place.place.country),
        claim.kind.value,
        claim.status.value,
        claim.report_status.value,
        *(None if word is None else guarded(word) for word in words),
        claim.excerpt.document_id,
        claim.extraction_quality,
        "F6",
        json.dumps(returning_record(it), ensure_ascii=True) if leg == 0 else None,
    )


def _line(cells: Iterable[str | float | None]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode("utf-8", "backslashreplace")
