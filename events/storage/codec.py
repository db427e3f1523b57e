"""Claims, documents and places as the store keeps them: compact, and compressed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from datetime import date
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
from geo.place import Ground, Place
from texts.dating import Interval, Precision
from texts.document import Document
from texts.span import Excerpt, Span

KINDS, STATUSES, ROLES = tuple(Kind), tuple(Status), tuple(Role)
"""The members of the enums in the order by which they are numbered."""

_DICTIONARY = (
    b'[[null,"anonymous","organisation","person","outlet","author","agent","target","context","analyst","range","year"'
    b',"month","the report\'s date 20","day","text",null],["militants","troops","people","forces"],false,true,null,null'
    b',"only candidate","population","near other places","country","inferred","stated",0.9],[],[],null,0.8,0.75,"2024-'
)
"""What compressed records have in common; part of the format, so never changed."""


def packed(value: object, *, dictionary: bool = False) -> bytes:
    """Return JSON, compressed."""
    data = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()
    if not dictionary:
        return zlib.compress(data, 6)
    squeeze = zlib.compressobj(6, wbits=-15, zdict=_DICTIONARY)
    return squeeze.compress(data) + squeeze.flush()


def unpacked(blob: bytes, *, dictionary: bool = False) -> Any:
    """Return the value that `packed` was given."""
    if not dictionary:
        return json.loads(zlib.decompress(blob))
    swell = zlib.decompressobj(wbits=-15, zdict=_DICTIONARY)
    return json.loads(swell.decompress(blob) + swell.flush())


def claim_blob(claim: Claim, document: Document, place_numbers: list[int]) -> bytes:
    """Return a claim without the words that the document has and the places that the store has."""

    def words(span: Span | None, text: str) -> str | None:
        return None if span is not None and span.of(document.text) == text else text

    movement = claim.movement
    crossing = None if movement is None else movement.crossing
    return packed(
        [
            [
                claim.id,
                STATUSES.index(claim.report_status),
                claim.excerpt.span.start,
                claim.excerpt.span.end,
                claim.trigger.start,
                claim.trigger.end,
            ],
            [offset for cue in claim.cues for offset in (cue.start, cue.end)],
            [
                [
                    it.span.start,
                    it.span.end,
                    number,
                    ROLES.index(it.role),
                    it.confidence,
                    it.reason,
                    *_last(words(it.span, it.text)),
                ]
                for it, number in zip(claim.places, place_numbers, strict=True)
            ],
            None if claim.when is None else _when_list(claim.when, document.text),
            [
                [it.kind, *([] if it.span is None else [it.span.start, it.span.end]), *_last(words(it.span, it.text))]
                for it in claim.sources
            ],
            [[it.role, it.span.start, it.span.end, it.name, *_last(words(it.span, it.text))] for it in claim.actors],
            [[it.value, it.unit, it.span.start, it.span.end, it.upper, it.at_least] for it in claim.quantities],
            None
            if movement is None
            else [
                movement.reached,
                None
                if crossing is None
                else [crossing.name, crossing.lon, crossing.lat, crossing.basis, crossing.reason],
                movement.border,
            ],
            claim.extraction_quality,
            *([] if claim.said is None else [_when_list(claim.said, document.text)]),
        ],
        dictionary=True,
    )


def claim_of(
    blob: bytes, *, kind: int, status: int, document_id: str, text: str, place: Callable[[int], tuple[Place, Ground]]
) -> Claim:
    """Return the claim that `claim_blob` was given."""
    head, cues, places, when, sources, actors, quantities, movement, quality, *said = unpacked(blob, dictionary=True)
    id_, report_status, start, end, first, last = head

    def words(record: list[Any], at: int) -> str:
        return str(record[at]) if len(record) > at else text[record[0] : record[1]]

    excerpt = Span(start=start, end=end)
    return Claim(
        id=id_,
        kind=KINDS[kind],
        status=STATUSES[status],
        report_status=STATUSES[report_status],
        excerpt=Excerpt(document_id=document_id, span=excerpt, text=excerpt.of(text)),
        trigger=Span(start=first, end=last),
        cues=tuple(Span(start=cues[at], end=cues[at + 1]) for at in range(0, len(cues), 2)),
        places=tuple(
            ClaimPlace(
                role=ROLES[it[3]],
                span=Span(start=it[0], end=it[1]),
                text=words(it, 6),
                place=place(it[2])[0],
                ground=place(it[2])[1],
                confidence=it[4],
                reason=it[5],
            )
            for it in places
        ),
        when=None if when is None else _when(when, text),
        sources=tuple(_source(it, text) for it in sources),
        actors=tuple(
            Actor(
                text=it[4] if len(it) > 4 else text[it[1] : it[2]],
                role=ActorRole(it[0]),
                span=Span(start=it[1], end=it[2]),
                name=it[3],
            )
            for it in actors
        ),
        quantities=tuple(
            Quantity(value=it[0], unit=it[1], span=Span(start=it[2], end=it[3]), upper=it[4], at_least=it[5])
            for it in quantities
        ),
        movement=None if movement is None else _movement(movement),
        extraction_quality=quality,
        said=_when(said[0], text) if said else None,
    )


def _when_list(when: ClaimTime, text: str) -> list[Any]:
    start, end = when.interval.start, when.interval.end
    return [
        when.edtf,
        None if start is None else start.toordinal(),
        None if end is None else end.toordinal(),
        when.precision,
        when.span.start,
        when.span.end,
        when.basis,
        when.anchor,
        *([] if when.span.of(text) == when.text and when.clock is None else [when.text]),
        *_last(when.clock),
    ]


def _last(words: str | None) -> list[str]:
    return [] if words is None else [words]


def _when(it: list[Any], text: str) -> ClaimTime:
    return ClaimTime(
        edtf=it[0],
        interval=interval_of(it[1], it[2]),
        precision=Precision(it[3]),
        span=Span(start=it[4], end=it[5]),
        text=it[8] if len(it) > 8 else text[it[4] : it[5]],
        basis=TimeBasis(it[6]),
        anchor=it[7],
        clock=it[9] if len(it) > 9 else None,
    )


def interval_of(start: int | None, end: int | None) -> Interval:
    """Return the half-open interval between two proleptic ordinals; None is an open side."""
    return Interval(
        start=None if start is None else date.fromordinal(start), end=None if end is None else date.fromordinal(end)
    )


def _source(it: list[Any], text: str) -> Source:
    spanned = len(it) >= 3
    span = Span(start=it[1], end=it[2]) if spanned else None
    if span is None:
        return Source(text=it[1], kind=SourceKind(it[0]))
    return Source(text=it[3] if len(it) > 3 else span.of(text), kind=SourceKind(it[0]), span=span)


def _movement(it: list[Any]) -> Movement:
    reached, crossing, border = it
    return Movement(
        reached=reached,
        crossing=None
        if crossing is None
        else BorderCrossing(
            name=crossing[0],
            lon=crossing[1],
            lat=crossing[2],
            basis=CrossingBasis(crossing[3]),
            reason=crossing[4],
        ),
        border=None if border is None else (border[0], border[1]),
    )
