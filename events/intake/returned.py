"""Claims that come back from a file that this program exported."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from events.claim import Claim
from events.intake.sound import fault_in, mistyped
from events.intake.table import header_of, table_in
from events.record import claim_from, record_of
from events.record_parts import InvalidRecordError
from events.storage.document_record import dating_from_record, dating_record
from events.storage.stored import Publication, StoredClaim
from texts.limits import DEFAULT, Limits
from texts.rejection import Reason, Rejection

Record = dict[str, Any]
"""A JSON object; docs/formats.md says what its members are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A claim out of a file, with the text that it was taken from."""

    claim: Claim
    publication: Publication


def returning_record(it: StoredClaim) -> Record:
    """Return the JSON object of a claim with its publication: all that is needed to come back."""
    about = it.publication
    told = {
        "name": about.name,
        "title": about.title,
        "publisher": about.publisher,
        "url": about.url,
        "dating": dating_record(about.dating),
        "captured": about.captured,
    }
    return {**record_of(it.claim), "report": told}


def is_ours(text: str) -> bool:
    """Whether a file looks like one that this program exported: anything but a table with other columns.

    >>> is_ours('{"type": "FeatureCollection"}'), is_ours("id,leg,claim"), is_ours("event_date,notes")
    (True, True, False)
    """
    return text.lstrip()[:1] == "{" or {"leg", "claim"} <= header_of(text)


def returned_in(text: str, *, name: str, limits: Limits = DEFAULT) -> Iterator[Returned | Rejection]:
    """Yield the claims of a GeoJSON or CSV file that `dateline export` made, and what of it could not be read.

    Rejections name the feature, counted from 1, or the line.
    """
    records = _features(text) if text.lstrip()[:1] == "{" else _rows(text)
    for where, record in records:
        if isinstance(record, str):
            yield _refused(name, f"{where}{record}")
            continue
        try:
            yield returned_from(record, limits=limits)
        except InvalidRecordError as error:
            yield _refused(name, f"{where}{error}")


def returned_from(record: object, *, limits: Limits = DEFAULT) -> Returned:
    """Return the claim of one record.

    Raises
    ------
    InvalidRecordError
        If it is none, or its parts contradict one another.
    """
    if not isinstance(record, dict):
        raise InvalidRecordError(f"expected a claim of Dateline, got {repr(record)[:60]}")
    claim = claim_from(record)
    fault = fault_in(claim)
    if fault is not None:
        raise InvalidRecordError(fault)
    if claim.excerpt.span.end > limits.text_characters:
        most = f"{limits.text_characters:,}"
        raise InvalidRecordError(f"excerpt: a text may have {most} characters, got an end at {claim.excerpt.span.end}")
    return Returned(claim=claim, publication=_publication(record, claim))


def _publication(record: Record, claim: Claim) -> Publication:
    try:
        report = record["report"]
        told = {key: report[key] for key in ("title", "publisher", "url")}
        dating = dating_from_record(report["dating"])
        captured = report.get("captured")
        named = str(report["name"])
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise InvalidRecordError(
            f"report: a member is missing or not of the form that was expected: {error}"
        ) from error
    publication = Publication(id=claim.excerpt.document_id, name=named, dating=dating, captured=captured, **told)
    fault = mistyped(publication, Publication, "report")
    if fault is not None:
        raise InvalidRecordError(fault)
    return publication


def _features(text: str) -> Iterator[tuple[str, object]]:
    try:
        features = json.loads(text)["features"]
        if not isinstance(features, list):
            raise TypeError("features is no list")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        yield "", f"expected a GeoJSON file of Dateline, got something else ({error})"
        return
    for number, feature in enumerate(features, start=1):
        try:
            record = feature["properties"]["claim"]
        except (KeyError, TypeError):
            yield f"feature {number}: ", "it has no claim of Dateline"
            continue
        yield f"feature {number}: ", _object(record)


def _rows(text: str) -> Iterator[tuple[str, object]]:
    rows = table_in(text)
    try:
        for row in rows:
            where = f"line {rows.line_num}: "
            if row.get("leg") is None or row.get("claim") is None:
                yield where, "expected the columns 'leg' and 'claim' of Dateline"
            elif row["leg"] == "0":
                yield where, _parsed(row["claim"])
    except csv.Error as error:
        yield f"line {rows.line_num}: ", f"{error}; what follows was not read"


def _parsed(cell: str) -> object:
    try:
        return _object(json.loads(cell))
    except (ValueError, RecursionError) as error:
        return f"the claim's cell is no JSON ({error})"


def _object(value: object) -> object:
    return value if isinstance(value, dict) else f"expected a claim of Dateline, got {repr(value)[:60]}"


def _refused(name: str, message: str) -> Rejection:
    return Rejection(reason=Reason.INVALID, message=f"{name}: {message}", name=name)
