"""Claims as the JSON objects that the terminal and the exports exchange, and back."""

from __future__ import annotations

from typing import Any

from events.claim import (
    Actor,
    ActorRole,
    BorderCrossing,
    Claim,
    ClaimPlace,
    ClaimTime,
    CrossingBasis,
    Kind,
    Movement,
    Quantity,
    Role,
    Source,
    SourceKind,
    Status,
    TimeBasis,
)
from events.daytime import is_clock
from events.record_parts import InvalidRecordError, day_of, interval_from, number, place_from, place_record, span_from
from texts.dating import Precision
from texts.span import Excerpt, Span

Record = dict[str, Any]
"""A JSON object; docs/formats.md says what its members are."""


def record_of(claim: Claim) -> Record:
    """Return the JSON object of a claim: the members of the terminal's CLAIM first, then what is needed to come back.

    Offsets are code points into the document's text, `first` and `last` are inclusive days, `null` where open.
    """
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "status": claim.status.value,
        "excerpt": {**_span(claim.excerpt.span), "text": claim.excerpt.text},
        "places": [_claim_place(place) for place in claim.places],
        "when": None if claim.when is None else _when(claim.when),
        "said": None if claim.said is None else _when(claim.said),
        "sources": [{"text": source.text, "kind": source.kind.value, **_span(source.span)} for source in claim.sources],
        "actors": [
            {"text": actor.text, "role": actor.role.value, **_span(actor.span), "name": actor.name}
            for actor in claim.actors
        ],
        "quantities": [
            {"value": it.value, "unit": it.unit, **_span(it.span), "upper": it.upper, "at_least": it.at_least}
            for it in claim.quantities
        ],
        "movement": None if claim.movement is None else _movement(claim.movement),
        "extraction_quality": claim.extraction_quality,
        "document": claim.excerpt.document_id,
        "report_status": claim.report_status.value,
        "trigger": [claim.trigger.start, claim.trigger.end],
        "cues": [[cue.start, cue.end] for cue in claim.cues],
    }


def brief_record(claim: Claim) -> Record:
    """Return the record of a claim without the further names of its places, as the terminal prints it."""
    record = record_of(claim)
    for place in record["places"]:
        place["names"] = []
    return record


def claim_from(record: Record) -> Claim:
    """Return the claim of a JSON object that `record_of` made.

    Law: `claim_from(record_of(claim)) == claim`.

    Raises
    ------
    InvalidRecordError
        If a member is missing or has not the form that was expected.
    """
    try:
        return _claim(record)
    except InvalidRecordError:
        raise
    except KeyError as error:
        raise InvalidRecordError(f"a claim must have the member {error}") from error
    except (TypeError, ValueError, AttributeError, IndexError) as error:
        raise InvalidRecordError(f"a claim's member has not the form that was expected: {error}") from error


def _claim(record: Record) -> Claim:
    excerpt = record["excerpt"]
    return Claim(
        id=str(record["id"]),
        kind=Kind(record["kind"]),
        status=Status(record["status"]),
        report_status=Status(record["report_status"]),
        excerpt=Excerpt(document_id=str(record["document"]), span=span_from(excerpt), text=str(excerpt["text"])),
        trigger=Span(start=record["trigger"][0], end=record["trigger"][1]),
        cues=tuple(Span(start=start, end=end) for start, end in record["cues"]),
        places=tuple(_claim_place_from(place) for place in record["places"]),
        when=None if record["when"] is None else _when_from(record["when"]),
        sources=tuple(
            Source(
                text=str(it["text"]),
                kind=SourceKind(it["kind"]),
                span=None if it["start"] is None else span_from(it),
            )
            for it in record["sources"]
        ),
        actors=tuple(
            Actor(text=str(it["text"]), role=ActorRole(it["role"]), span=span_from(it), name=it["name"])
            for it in record["actors"]
        ),
        quantities=tuple(
            Quantity(
                value=number(it["value"]),
                unit=str(it["unit"]),
                span=span_from(it),
                upper=None if it["upper"] is None else number(it["upper"]),
                at_least=bool(it["at_least"]),
            )
            for it in record["quantities"]
        ),
        movement=None if record["movement"] is None else _movement_from(record["movement"]),
        extraction_quality=number(record["extraction_quality"]),
        said=None if record.get("said") is None else _when_from(record["said"]),
    )


def _span(span: Span | None) -> Record:
    return {"start": None, "end": None} if span is None else {"start": span.start, "end": span.end}


def _claim_place(it: ClaimPlace) -> Record:
    return {
        "role": it.role.value,
        **_span(it.span),
        "text": it.text,
        **place_record(it.place, it.ground),
        "confidence": it.confidence,
        "reason": it.reason,
    }


def _claim_place_from(record: Record) -> ClaimPlace:
    place, ground = place_from(record)
    return ClaimPlace(
        role=Role(record["role"]),
        span=span_from(record),
        text=str(record["text"]),
        place=place,
        ground=ground,
        confidence=number(record["confidence"]),
        reason=str(record["reason"]),
    )


def _when(when: ClaimTime) -> Record:
    return {
        "edtf": when.edtf,
        "first": day_of(when.interval.start),
        "last": day_of(when.interval.last),
        "precision": when.precision.value,
        "text": when.text,
        "basis": when.basis.value,
        **_span(when.span),
        "anchor": when.anchor,
        **({} if when.clock is None else {"clock": when.clock}),
    }


def _clock_from(words: object) -> str | None:
    if words is not None and not is_clock(str(words)):
        raise InvalidRecordError(f"a time of day was expected, as in 15:40 or MO, got {words!r}")
    return None if words is None else str(words)


def _when_from(record: Record) -> ClaimTime:
    return ClaimTime(
        edtf=str(record["edtf"]),
        interval=interval_from(record["first"], record["last"]),
        precision=Precision(record["precision"]),
        span=span_from(record),
        text=str(record["text"]),
        basis=TimeBasis(record["basis"]),
        anchor=record["anchor"],
        clock=_clock_from(record.get("clock")),
    )


def _movement(movement: Movement) -> Record:
    crossing = movement.crossing
    return {
        "reached": movement.reached,
        "crossing": None
        if crossing is None
        else {
            "name": crossing.name,
            "lat": crossing.lat,
            "lon": crossing.lon,
            "basis": crossing.basis.value,
            "reason": crossing.reason,
        },
        "border": None if movement.border is None else list(movement.border),
    }


def _movement_from(record: Record) -> Movement:
    crossing, border = record["crossing"], record["border"]
    return Movement(
        reached=record["reached"],
        crossing=None
        if crossing is None
        else BorderCrossing(
            name=str(crossing["name"]),
            lon=number(crossing["lon"]),
            lat=number(crossing["lat"]),
            basis=CrossingBasis(crossing["basis"]),
            reason=str(crossing["reason"]),
        ),
        border=None if border is None else (str(border[0]), str(border[1])),
    )
