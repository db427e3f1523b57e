"""Claims made by hand, for tests that need to know what is in them."""

from __future__ import annotations

from datetime import date

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
from geo.place import FeatureClass, Ground, Place, Shape
from texts.dating import Basis, Dating, Interval, Precision
from texts.document import Document, Post, text_id
from texts.span import Excerpt, Span

TEXT = "An informed source said a convoy went through Sarpol-e Zahab towards Khanaqin on Friday."


def day(iso: str) -> Interval:
    """The interval of a single day."""
    start = date.fromisoformat(iso)
    return Interval(start=start, end=date.fromordinal(start.toordinal() + 1))


def town(name: str, lon: float, lat: float, country: str, native: str | None = None) -> Place:
    """A populated place."""
    return Place(
        id=f"dl:{name.lower()}",
        name=name,
        feature_class=FeatureClass.SETTLEMENT,
        feature_code="PPL",
        lon=lon,
        lat=lat,
        country=country,
        names=(("ar", native),) if native else (),
    )


MOSUL = town("Mosul", 43.13, 36.34, "IQ", "الموصل")
TIKRIT = town("Tikrit", 43.68, 34.60, "IQ", "تكريت")
KHANAQIN = town("Khanaqin", 45.39, 34.35, "IQ", "خانقين")
SARPOL = town("Sarpol-e Zahab", 45.86, 34.46, "IR", "سرپل ذهاب")
BAGHDAD = town("Baghdad", 44.39, 33.34, "IQ", "بغداد")
IRAQ = Place(
    id="iso:IQ",
    name="Iraq",
    feature_class=FeatureClass.ADMIN,
    feature_code="PCLI",
    lon=43.7,
    lat=33.0,
    country="IQ",
    outline="iso:IQ",
)
KHOSRAVI = BorderCrossing(name="Khosravi", lon=45.47, lat=34.38, basis=CrossingBasis.INFERRED, reason="nearest")


def at(place: Place, role: Role = Role.AT, *, shape: Shape = Shape.POINT, radius_km: float = 5.0) -> ClaimPlace:
    """A place of a claim, taken for a point unless said otherwise."""
    ground = Ground(
        shape=shape,
        lon=place.lon,
        lat=place.lat,
        radius_km=radius_km,
        geo_precision=1,
        ucdp_precision=1,
        outlines=(place.outline,) if place.outline else (),
    )
    span = Span(start=0, end=2)
    return ClaimPlace(
        role=role, span=span, text=span.of(TEXT), place=place, ground=ground, confidence=0.9, reason="the only one"
    )


def claim(
    kind: Kind,
    status: Status,
    *places: ClaimPlace,
    on: str | None = None,
    movement: Movement | None = None,
    number: int = 0,
) -> Claim:
    """A claim over the words of `TEXT`; `number` tells claims of the same places apart."""
    document_id = text_id(TEXT)
    span = Span(start=0, end=len(TEXT))
    trigger = Span(start=number, end=number + 1)
    ids = " ".join(one.place.id for one in places)
    when = None
    if on is not None:
        where = Span(start=81, end=87)
        when = ClaimTime(
            edtf=on,
            interval=day(on),
            precision=Precision.DAY,
            span=where,
            text=where.of(TEXT),
            basis=TimeBasis.TEXT,
        )
    return Claim(
        id=claim_id(f"{document_id} {on} {status} {ids}", trigger=trigger, kind=kind, places=()),
        kind=kind,
        status=status,
        report_status=status,
        excerpt=Excerpt(document_id=document_id, span=span, text=TEXT),
        trigger=trigger,
        cues=(),
        places=places,
        when=when,
        sources=(Source(text="An informed source", kind=SourceKind.ANONYMOUS, span=Span(start=0, end=18)),),
        actors=(),
        quantities=(),
        movement=movement,
        extraction_quality=0.5,
    )


CONVOY = claim(
    Kind.MOVEMENT,
    Status.UNCONFIRMED,
    at(SARPOL, Role.VIA),
    at(KHANAQIN, Role.TO),
    on="2014-08-22",
    movement=Movement(reached=None, crossing=KHOSRAVI, border=("IR", "IQ")),
)
RETAKEN = claim(Kind.CONTROL, Status.ASSERTED, at(TIKRIT), on="2014-06-12")
FEARED = claim(Kind.MOVEMENT, Status.PLANNED, at(MOSUL, Role.TO), at(TIKRIT, Role.TO), movement=Movement(reached=None))
REFUTED = claim(Kind.ATTACK, Status.DENIED, at(BAGHDAD), on="2014-06-20")
OFFERED = claim(Kind.SUPPORT, Status.HYPOTHETICAL, at(IRAQ, shape=Shape.OUTLINE, radius_km=500.0), on="2014-06-20")

DOCUMENT = Document(
    id=text_id(TEXT),
    text=TEXT,
    name="convoy.txt",
    title="A convoy",
    publisher="Example Wire",
    dating=Dating(
        edtf="2014-08-17/2014-08-24",
        interval=Interval(start=date(2014, 8, 17), end=date(2014, 8, 25)),
        precision=Precision.RANGE,
        basis=Basis.INFERRED,
        source="corpus.csv",
    ),
    posts=(Post(span=Span(start=0, end=len(TEXT))),),
)
