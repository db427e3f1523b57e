"""Answers of the terminal's filters: one text in, one JSON object out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from events.record import brief_record
from events.record_parts import rejection_record
from texts.dating import Basis, Dating
from texts.document import Document, Post, text_id
from texts.edtf import dating_from
from texts.metadata import NOTHING, Metadata
from texts.plain import document_from
from texts.rejection import Rejection
from texts.span import Span
from views.lines import BadLineError, Request

if TYPE_CHECKING:
    from events.intake.read import ReadsDocument
    from geo.gazetteer import Gazetteer
    from geo.toponym import Candidate, Resolution

CANDIDATES = 5
"""How many candidates of a toponym are told."""


def document_of(request: Request, *, about: Metadata = NOTHING) -> Document:
    """Return the document that a request is about: an article with a single post.

    What `about` says of every text wins over what the request says of its own.

    Raises
    ------
    BadLineError
        If its date of publication is not EDTF.
    """
    dating = _dating(request)
    return Document(
        id=text_id(request.text),
        text=request.text,
        name=str(request.id),
        publisher=request.publisher,
        home=about.home or request.home,
        theatre=about.theatre or request.theatre,
        dating=dating,
        posts=(Post(span=Span(start=0, end=len(request.text)), dating=dating),) if request.text else (),
    )


def claimed(request: Request, read: ReadsDocument, *, about: Metadata = NOTHING) -> dict[str, Any]:
    """Return the claims of a text and what was left out of it."""
    own = Metadata(publisher=request.publisher, dating=_dating(request), home=request.home, theatre=request.theatre)
    document = document_from(request.text, name=str(request.id), metadata=about.over(own))
    if isinstance(document, Rejection):
        return {"id": request.id, "claims": [], "rejections": [rejection_record(document)]}
    reading = read(document)
    return {
        "id": request.id,
        "claims": [brief_record(claim) for claim in reading.claims],
        "rejections": [rejection_record(it) for it in reading.rejections],
    }


def located(
    request: Request, gazetteer: Gazetteer, *, demonyms: bool = False, about: Metadata = NOTHING
) -> dict[str, Any]:
    """Return the toponyms of a text with the places that they were taken for.

    Raises
    ------
    BadLineError
        If the request's home or theatre is not understood.
    """
    from geo.geoparse import resolutions_in
    from geo.home import home_read

    document = document_of(request, about=about)
    home, refused = home_read(document, gazetteer)
    if refused:
        raise BadLineError("; ".join(refused))
    found = resolutions_in(document, gazetteer, demonyms=demonyms, spans=request.spans, home=home)
    return {"id": request.id, "toponyms": [_toponym(it) for it in found]}


def timed(request: Request) -> dict[str, Any]:
    """Return the time expressions of a text, relative ones against the day in `dct`."""
    from events.timex import timexes_in

    found = timexes_in(request.text, anchor=document_of(request).dating)
    return {
        "id": request.id,
        "timex": [
            {
                "start": it.span.start,
                "end": it.span.end,
                "text": it.text,
                "value": it.value,
                "first": None if it.interval is None or it.interval.start is None else it.interval.start.isoformat(),
                "last": None if it.interval is None or it.interval.last is None else it.interval.last.isoformat(),
                "precision": None if it.precision is None else it.precision.value,
                "anchor": it.anchor,
            }
            for it in found
        ],
    }


def attributed(request: Request) -> dict[str, Any]:
    """Return who says what in a text; what is said inside that is left out, as PolNeAR leaves it out."""
    from events.attribution import attributions_in

    return {
        "id": request.id,
        "attr": [
            {"source": _pairs(it.source), "cue": _pairs(it.cue), "content": _pairs(it.content)}
            for it in attributions_in(request.text)
            if it.parent is None
        ],
    }


def moved(request: Request) -> dict[str, Any]:
    """Return the movements of a text; with `triggers`, the events that exactly those name."""
    from events.movement import moves_in

    return {
        "id": request.id,
        "events": [
            {
                "trigger": [it.trigger.start, it.trigger.end],
                "origin": _pairs(it.origin),
                "destination": _pairs(it.destination),
                "via": _pairs(it.via),
                "at": _pairs(it.at),
            }
            for it in moves_in(request.text, triggers=request.spans)
        ],
    }


def _dating(request: Request) -> Dating | None:
    if request.published is None:
        return None
    try:
        return dating_from(request.published, basis=Basis.STATED, source="the request")
    except ValueError as error:
        raise BadLineError(str(error)) from error


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _toponym(it: Resolution) -> dict[str, Any]:
    return {
        "start": it.toponym.span.start,
        "end": it.toponym.span.end,
        "text": it.toponym.text,
        "lat": None if it.ground is None else it.ground.lat,
        "lon": None if it.ground is None else it.ground.lon,
        "geonameid": None if it.place is None else it.place.geonameid,
        "name": None if it.place is None else it.place.name,
        "usage": it.toponym.usage.value,
        "confidence": it.confidence,
        "candidates": [_candidate(candidate) for candidate in it.candidates[:CANDIDATES]],
    }


def _candidate(it: Candidate) -> dict[str, Any]:
    return {
        "id": it.place.id,
        "name": it.place.name,
        "lat": it.place.lat,
        "lon": it.place.lon,
        "geonameid": it.place.geonameid,
        "score": it.score,
        "reasons": list(it.reasons),
    }
