"""Claims, rejections and queries of every shape, for the laws."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

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
    claim_id,
)
from geo.place import FeatureClass, Ground, Place, Shape
from texts.dating import Basis, Dating, Interval, Precision
from texts.document import Document, Post, text_id
from texts.rejection import Reason, Rejection
from texts.span import Excerpt, Span

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
lines = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=12)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
odd = st.sampled_from(
    [
        "", " ", "\0", "\x1f", "\n", "\u2028", "\u202e", "\ufeff", "\ufffe", "\ud800", "\U0010ffff",
        "'", "=1+1", "|", "\\", "${x}", "$x_{", "</script>", "-", ":", "+", "a" * 3000,
        "dl:", "adm:", "iso:", "iso:IQ", "iso:IQ-NI", "dl:tigris", "border:IQ+IR", "border:++", "border:a:b+c:d",
    ]
)  # fmt: skip
"""What stands where a name, an id or a code is expected in files that others made."""
anything = odd | lines | words
sayable = anything.filter(lambda text: "\ud800" not in text)
"""Readers hand on no lone surrogates, and the columns of a store hold none."""
any_days = st.sampled_from([date.min, date(1, 1, 2), date(9999, 12, 30), date.max]) | st.dates()
distances = st.sampled_from([0, 1e-300, 0.5, 5, 20_038]) | st.integers(1, 500)
whole_numbers = st.sampled_from([0, 2**63, 10**300]) | st.integers(0, 10**7)
lons = st.sampled_from([-180.0, -179.99999, -0.0, 180.0]) | st.floats(-180, 180).map(lambda value: round(value, 5))
lats = st.sampled_from([-90.0, -0.0, 89.99999, 90.0]) | st.floats(-90, 90).map(lambda value: round(value, 5))
shares = st.floats(0, 1).map(lambda value: round(value, 3))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Closed ones, and ones with open sides, up to the ends of the calendar."""
    first, last = sorted([draw(any_days), draw(any_days)])
    end = None if last == date.max else date.fromordinal(last.toordinal() + 1)
    return draw(st.sampled_from([Interval(start=start, end=it) for start in (first, None) for it in (end, None)]))


@st.composite
def datings(draw: st.DrawFn) -> Dating:
    """Any, without a span."""
    return Dating(
        edtf=draw(sayable),
        interval=draw(intervals()),
        precision=draw(st.sampled_from(Precision)),
        basis=draw(st.sampled_from(Basis)),
        source=draw(sayable),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A text with one post."""
    text = draw(st.text(st.characters(codec="utf-8"), min_size=20, max_size=120))
    dating = draw(st.none() | datings())
    return Document(
        id=text_id(text),
        text=text,
        name=draw(sayable),
        title=draw(st.none() | sayable),
        publisher=draw(st.none() | sayable),
        dating=dating,
        posts=(Post(span=Span(start=0, end=len(text)), author=draw(st.none() | sayable), dating=dating),),
    )


@st.composite
def spans(draw: st.DrawFn, within: int = 20) -> Span:
    """A span inside `[0, within)`."""
    start, end = sorted([draw(st.integers(0, within)), draw(st.integers(0, within))])
    return Span(start=start, end=end)


@st.composite
def grounded_places(draw: st.DrawFn) -> tuple[Place, Ground]:
    """A place and the ground of a mention of it."""
    lon, lat = draw(lons), draw(lats)
    place = Place(
        id=draw(anything | lines.map("dl:{}".format)),
        name=draw(anything),
        feature_class=draw(st.sampled_from(FeatureClass)),
        feature_code=draw(anything),
        lon=lon,
        lat=lat,
        country=draw(st.none() | st.sampled_from(["IQ", "IR"]) | anything),
        population=draw(st.none() | whole_numbers),
        geonameid=draw(st.none() | whole_numbers),
        approximation_km=draw(distances),
        outline=draw(st.none() | anything),
        names=tuple(draw(st.lists(st.tuples(st.sampled_from(["ar", "fa", "ku"]) | anything, anything), max_size=2))),
    )
    ground = Ground(
        shape=draw(st.sampled_from(Shape)),
        lon=draw(st.just(lon) | lons),
        lat=lat,
        radius_km=draw(distances),
        geo_precision=draw(st.integers(1, 3)),
        ucdp_precision=draw(st.integers(1, 7)),
        outlines=tuple(draw(st.lists(anything, max_size=4))),
    )
    return place, ground


@st.composite
def claims_of(draw: st.DrawFn, document: Document) -> Claim:
    """A claim over words of `document`."""
    size = len(document.text)
    span = draw(spans(size))
    trigger = draw(spans(size))
    kind = draw(st.sampled_from(Kind))
    places = draw(st.lists(st.tuples(grounded_places(), spans(size)), min_size=1, max_size=3))
    return Claim(
        id=claim_id(document.id, trigger=trigger, kind=kind, places=tuple(it[1] for it in places)),
        kind=kind,
        status=draw(st.sampled_from(Status)),
        report_status=draw(st.sampled_from(Status)),
        excerpt=Excerpt(document_id=document.id, span=span, text=span.of(document.text)),
        trigger=trigger,
        cues=tuple(draw(st.lists(spans(size), max_size=2))),
        places=tuple(
            ClaimPlace(
                role=draw(st.sampled_from(Role)),
                span=where,
                text=where.of(document.text),
                place=place,
                ground=ground,
                confidence=draw(shares),
                reason=draw(anything),
            )
            for (place, ground), where in places
        ),
        when=draw(st.none() | claim_times(document)),
        sources=tuple(draw(st.lists(claim_sources(document), max_size=2))),
        actors=tuple(draw(st.lists(claim_actors(document), max_size=2))),
        quantities=tuple(draw(st.lists(quantities(document), max_size=2))),
        movement=draw(st.none() | movements()),
        extraction_quality=draw(shares),
        said=draw(st.none() | claim_times(document)),
    )


@st.composite
def claim_times(draw: st.DrawFn, document: Document) -> ClaimTime:
    """A time of a claim."""
    span = draw(spans(len(document.text)))
    return ClaimTime(
        edtf=draw(anything),
        interval=draw(intervals()),
        precision=draw(st.sampled_from(Precision)),
        span=span,
        text=span.of(document.text),
        basis=draw(st.sampled_from(TimeBasis)),
        anchor=draw(st.none() | anything),
        clock=draw(st.none() | st.sampled_from(["00:00", "15:40", "23:59", "MO", "NI"])),
    )


@st.composite
def claim_sources(draw: st.DrawFn, document: Document) -> Source:
    """A source, named in the text or not."""
    span = draw(st.none() | spans(len(document.text)))
    text = draw(anything) if span is None else span.of(document.text)
    return Source(text=text, kind=draw(st.sampled_from(SourceKind)), span=span)


@st.composite
def claim_actors(draw: st.DrawFn, document: Document) -> Actor:
    """An actor of the text."""
    span = draw(spans(len(document.text)))
    return Actor(
        text=span.of(document.text),
        role=draw(st.sampled_from(ActorRole)),
        span=span,
        name=draw(st.none() | anything),
    )


@st.composite
def quantities(draw: st.DrawFn, document: Document) -> Quantity:
    """A number with a unit."""
    return Quantity(
        value=draw(st.integers(0, 10**6) | distances),
        unit=draw(anything),
        span=draw(spans(len(document.text))),
        upper=draw(st.none() | st.integers(0, 10**6)),
        at_least=draw(st.booleans()),
    )


@st.composite
def movements(draw: st.DrawFn) -> Movement:
    """A movement with or without a crossing."""
    crossing = BorderCrossing(
        name=draw(anything),
        lon=draw(lons),
        lat=draw(lats),
        basis=draw(st.sampled_from(CrossingBasis)),
        reason=draw(anything),
    )
    return Movement(
        reached=draw(st.sampled_from([True, False, None])),
        crossing=draw(st.sampled_from([None, crossing])),
        border=draw(st.sampled_from([None, ("IR", "IQ")]) | st.tuples(anything, anything)),
    )


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim over some document."""
    return draw(claims_of(draw(documents())))


@st.composite
def rejections(draw: st.DrawFn) -> Rejection:
    """A rejection."""
    return Rejection(
        reason=draw(st.sampled_from(Reason)),
        message=draw(sayable),
        name=draw(sayable),
        span=draw(st.none() | spans()),
        text=draw(st.none() | words),
    )
