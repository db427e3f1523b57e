"""Make claims up: as many as are wanted, of several theatres, every kind and status, the same for the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from events.claim import (
    BorderCrossing,
    Claim,
    ClaimPlace,
    ClaimTime,
    CrossingBasis,
    Kind,
    Movement,
    Role,
    Source,
    SourceKind,
    Status,
    TimeBasis,
    claim_id,
)
from events.marks import NO_CROSSING, NO_DAY, MarkedCrossing, MarkedPlace, Marks
from events.store import Store
from geo.place import FeatureClass, Ground, Place, Shape
from texts.dating import Basis, Dating, Interval, Precision
from texts.document import Document, text_id
from texts.span import Span

THEATRES: tuple[tuple[str, float, float, float], ...] = (
    ("Levant", 37.5, 34.2, 2.6),
    ("Mesopotamia", 43.8, 34.0, 2.8),
    ("Donbas", 37.6, 48.3, 2.0),
    ("Sahel", 0.5, 14.5, 4.0),
    ("Horn", 40.5, 9.0, 3.5),
    ("Andes", -75.0, 4.0, 3.0),
)
"""Name, longitude and latitude of the middle, and spread in degrees."""

GATES = 40
MOVING = 0.3
UNDATED = 0.04
VAGUE = 0.08
DAYS = 3650
START = date(2014, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    report: NDArray[np.int32]


def marks_of(claims: int, *, places: int = 900, seed: int = 1) -> Marks:
    """Return the marks of `claims` made-up claims at `places` made-up places over ten years."""
    rng = np.random.default_rng(seed)
    marked = _places(places, rng)
    gates = tuple(
        MarkedCrossing(name=f"Gate {i + 1}", lon=float(lon), lat=float(lat))
        for i, (lon, lat) in enumerate(zip(rng.normal(43, 3, GATES), rng.normal(35, 2, GATES), strict=True))
    )
    kind = rng.choice(len(Kind), size=claims, p=_shares(len(Kind), MOVING))
    legs = np.where(kind == list(Kind).index(Kind.MOVEMENT), rng.choice([1, 2, 2, 3], size=claims), 1)
    first_row = np.concatenate([[0], np.cumsum(legs)[:-1]])
    claim = np.repeat(np.arange(claims), legs)
    leg = (np.arange(len(claim)) - np.repeat(first_row, legs)).astype(np.uint8)
    days = _days(claims, rng)
    crossing = np.where((legs > 1) & (rng.random(claims) < 0.1), rng.integers(0, GATES, claims), NO_CROSSING)
    status = rng.choice(len(Status), size=claims, p=[0.55, 0.2, 0.08, 0.12, 0.05])
    columns = {
        "claim": claim + 1,
        "leg": leg,
        "role": _roles(leg, np.repeat(legs, legs)),
        "kind": np.repeat(kind, legs),
        "status": np.repeat(status, legs),
        "first_day": np.repeat(days.first, legs),
        "last_day": np.repeat(days.last, legs),
        "report_first_day": np.repeat(days.report, legs),
        "report_last_day": np.repeat(days.report, legs),
        "place": _chosen(np.repeat(rng.integers(0, len(THEATRES), claims), legs), places, rng),
        "reached": np.repeat(np.where(legs > 1, rng.choice([1, 0, -1], size=claims), -1), legs),
        "crossing": np.repeat(crossing, legs),
        "crossing_stated": np.repeat((crossing != NO_CROSSING) & (rng.random(claims) < 0.6), legs),
    }
    columns["daytime"] = np.zeros(len(claim))
    order = np.lexsort((columns["leg"], columns["claim"], columns["first_day"]))
    types = {"claim": np.int64, "first_day": np.int32, "last_day": np.int32, "report_first_day": np.int32}
    types |= {"report_last_day": np.int32, "place": np.int32, "reached": np.int8, "crossing": np.int32}
    typed = {name: values[order].astype(types.get(name, np.uint8)) for name, values in columns.items()}
    return Marks(**typed, places=marked, crossings=gates)


def _shares(kinds: int, first: float) -> list[float]:
    return [first] + [(1 - first) / (kinds - 1)] * (kinds - 1)


def _places(places: int, rng: np.random.Generator) -> tuple[MarkedPlace, ...]:
    made: list[MarkedPlace] = []
    for i in range(places):
        name, lon, lat, spread = THEATRES[i % len(THEATRES)]
        area = i % 45 == 44
        made.append(
            MarkedPlace(
                id=f"dl:made-up-{i}",
                name=f"{name} {i // len(THEATRES) + 1}",
                native_name=None,
                shape=Shape.RING if area else Shape.POINT,
                lon=float(np.clip(rng.normal(lon, spread), -179, 179)),
                lat=float(np.clip(rng.normal(lat, spread * 0.7), -80, 80)),
                radius_km=60.0 if area else 3.0,
                geo_precision=2 if area else 1,
            )
        )
    return tuple(made)


def _chosen(theatre: NDArray[np.int64], places: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Return a place of the theatre for each row; a few places hold most of the claims, as in the world."""
    each = places // len(THEATRES)
    rank = np.minimum((each * rng.random(len(theatre)) ** 2.2).astype(np.int64), each - 1)
    return rank * len(THEATRES) + theatre


def _days(claims: int, rng: np.random.Generator) -> _Columns:
    day = START + np.minimum(rng.beta(2.0, 1.4, claims) * DAYS, DAYS - 1).astype(np.int32)
    vague = rng.random(claims) < VAGUE
    last = day + np.where(vague, rng.choice([29, 89, 364], size=claims), 0)
    undated = rng.random(claims) < UNDATED
    report = np.where(rng.random(claims) < UNDATED, NO_DAY, day + rng.integers(0, 5, claims))
    return _Columns(first=np.where(undated, NO_DAY, day), last=np.where(undated, NO_DAY, last), report=report)


def _roles(leg: NDArray[np.uint8], legs: NDArray[np.int64]) -> NDArray[np.uint8]:
    roles = list(Role)
    at, start, via, goal = (roles.index(role) for role in (Role.AT, Role.FROM, Role.VIA, Role.TO))
    moving = np.where(leg == 0, start, np.where(leg == legs - 1, goal, via))
    return np.where(legs == 1, at, moving).astype(np.uint8)


CLAIMS_A_TEXT = 200


def stored(claims: int, path: Path) -> Path:
    """Write the same made-up claims with texts of their own into a store at `path`, and return it."""
    marks = marks_of(claims)
    by_claim = np.lexsort((marks.leg, marks.claim))
    rows = np.split(by_claim, np.flatnonzero(np.diff(marks.claim[by_claim])) + 1)
    with Store.open(path) as store:
        for start in range(0, len(rows), CLAIMS_A_TEXT * 50):
            with store.writing():
                for first in range(start, min(start + CLAIMS_A_TEXT * 50, len(rows)), CLAIMS_A_TEXT):
                    document, made = _text(marks, rows[first : first + CLAIMS_A_TEXT], number=first)
                    store.add(document, made)
    return path


def _text(marks: Marks, rows: list[NDArray[np.intp]], *, number: int) -> tuple[Document, list[Claim]]:
    sentences = [_sentence(marks, legs, number + i) for i, legs in enumerate(rows)]
    text = "\n".join(sentences)
    day = int(max(marks.report_last_day[legs[0]] for legs in rows))
    interval = Interval(start=date.fromordinal(day), end=date.fromordinal(day + 1)) if day != NO_DAY else None
    dating = interval and Dating(
        edtf=str(interval.start), interval=interval, precision=Precision.DAY, basis=Basis.STATED, source="made up"
    )
    document = Document(id=text_id(text), text=text, name=f"made-up-{number}.txt", dating=dating)
    made: list[Claim] = []
    start = 0
    for sentence, legs in zip(sentences, rows, strict=True):
        made.append(_claim(marks, legs, document, Span(start=start, end=start + len(sentence))))
        start += len(sentence) + 1
    return document, made


def _sentence(marks: Marks, legs: NDArray[np.intp], number: int) -> str:
    names = ", ".join(marks.places[marks.place[row]].name for row in legs)
    return f"Source {number % 97} reports item {number} at {names}."


def _claim(marks: Marks, legs: NDArray[np.intp], document: Document, span: Span) -> Claim:
    row = legs[0]
    kind = list(Kind)[marks.kind[row]]
    status = list(Status)[marks.status[row]]
    trigger = Span(start=span.start + 7, end=span.start + 9)
    places = tuple(_place(marks, int(leg), Span(start=span.end - 2, end=span.end - 1)) for leg in legs)
    first, last = int(marks.first_day[row]), int(marks.last_day[row])
    when = None
    if first != NO_DAY:
        interval = Interval(start=date.fromordinal(first), end=date.fromordinal(last + 1))
        precision = Precision.DAY if first == last else Precision.RANGE
        when = ClaimTime(
            edtf=str(interval.start),
            interval=interval,
            precision=precision,
            span=trigger,
            text="",
            basis=TimeBasis.TEXT,
        )
    movement = None
    if len(legs) > 1:
        gate = None
        if marks.crossing[row] != NO_CROSSING:
            it = marks.crossings[marks.crossing[row]]
            basis = CrossingBasis.STATED if marks.crossing_stated[row] else CrossingBasis.INFERRED
            gate = BorderCrossing(name=it.name, lon=it.lon, lat=it.lat, basis=basis, reason="made up")
        movement = Movement(reached={1: True, 0: False, -1: None}[int(marks.reached[row])], crossing=gate)
    return Claim(
        id=claim_id(document.id, trigger=span, kind=kind, places=()),
        kind=kind,
        status=status,
        report_status=status,
        excerpt=document.excerpt(span),
        trigger=trigger,
        cues=(),
        places=places,
        when=when,
        sources=(Source(text=f"Source {int(marks.claim[row]) % 97}", kind=SourceKind.ORGANISATION),),
        actors=(),
        quantities=(),
        movement=movement,
        extraction_quality=1.0,
    )


def _place(marks: Marks, row: int, span: Span) -> ClaimPlace:
    it = marks.places[marks.place[row]]
    place = Place(
        id=it.id, name=it.name, feature_class=FeatureClass.SETTLEMENT, feature_code="PPL", lon=it.lon, lat=it.lat
    )
    ground = Ground(
        shape=it.shape,
        lon=it.lon,
        lat=it.lat,
        radius_km=it.radius_km,
        geo_precision=it.geo_precision,
        ucdp_precision=it.geo_precision,
    )
    return ClaimPlace(
        role=list(Role)[marks.role[row]],
        span=span,
        text=".",
        place=place,
        ground=ground,
        confidence=1.0,
        reason="made up",
    )
