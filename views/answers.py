"""Answers of the terminal's filters: one text in, one JSON object out."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from texts.dating import Basis, Dating
from texts.document import Document, Post, text_id
from texts.edtf import dating_from
from texts.span import Span
from views.lines import BadLineError, Request

if TYPE_CHECKING:
    from geo.toponym import Candidate, Resolution

CANDIDATES = 5
"""How many candidates of a toponym are told."""


def document_of(request: Request) -> Document:
    """Return the document that a request is about: an article with a single post.

    Raises
    ------
    BadLineError
        If its date of publication is not EDTF.
    """
    dating: Dating | None = None
    if request.published is not None:
        try:
            dating = dating_from(request.published, basis=Basis.STATED, source="the request")
        except ValueError as error:
            raise BadLineError(str(error)) from error
    return Document(
        id=text_id(request.text),
        text=request.text,
        name=str(request.id),
        dating=dating,
        posts=(Post(span=Span(start=0, end=len(request.text)), dating=dating),) if request.text else (),
    )


def located(request: Request, gazetteer: Any, *, demonyms: bool = False) -> dict[str, Any]:
    """Return the toponyms of a text with the places that they were taken for."""
    found = _part("geo.geoparse", "resolutions_in")(
        document_of(request), gazetteer, demonyms=demonyms, spans=request.spans
    )
    return {"id": request.id, "toponyms": [_toponym(it) for it in found]}


def timed(request: Request) -> dict[str, Any]:
    """Return the time expressions of a text, relative ones against the day in `dct`."""
    found = _part("events.timex", "timexes_in")(request.text, anchor=document_of(request).dating)
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
    """Return who says what in a text."""
    return {
        "id": request.id,
        "attr": [
            {"source": _pairs(it.source), "cue": _pairs(it.cue), "content": _pairs(it.content)}
            for it in _part("events.attribution", "attributions_in")(request.text)
        ],
    }


def moved(request: Request) -> dict[str, Any]:
    """Return the movements of a text; with `triggers`, the events that exactly those name."""
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
            for it in _part("events.movement", "moves_in")(request.text, triggers=request.spans)
        ],
    }


def _part(module: str, name: str) -> Callable[..., Any]:
    """Return a stage's function; stages are loaded when they are asked for, so that a filter starts fast."""
    return getattr(importlib.import_module(module), name)  # type: ignore[no-any-return]  # stages land one by one


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
