"""How fast the store answers, and how large it is.

    python -m benchmarks.store [--claims 1000000] [--keep FILE]

Makes a store of claims over invented places, ten years and made-up words, each text with twenty claims, and prints the
median of seven warm answers for each kind of question, in milliseconds, and the bytes a claim beside the texts.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from events.claim import (
    Actor,
    ActorRole,
    Claim,
    ClaimPlace,
    ClaimTime,
    Kind,
    Movement,
    Role,
    Source,
    SourceKind,
    Status,
    TimeBasis,
    claim_id,
)
from events.query import Box, Query
from events.store import Store
from geo.place import FeatureClass, Ground, Place, Shape
from texts.dating import Basis, Dating, Interval, Precision
from texts.document import Document, Post, text_id
from texts.span import Excerpt, Span

FIRST_DAY = date(2014, 1, 1)
DAYS = 3650
PLACES = 2000
CLAIMS_A_TEXT = 20
REPEATS = 7


def places(chance: random.Random) -> list[tuple[Place, Ground]]:
    """Return invented places between 38 and 60 degrees east and 26 and 38 north."""
    made = []
    for number in range(PLACES):
        lon, lat = round(chance.uniform(38, 60), 4), round(chance.uniform(26, 38), 4)
        place = Place(
            id=f"gn:{number + 1}",
            name=f"Place{number}",
            feature_class=FeatureClass.SETTLEMENT,
            feature_code="PPL",
            lon=lon,
            lat=lat,
            country="IQ",
            geonameid=number + 1,
            names=(("ar", f"مكان{number}"),),
        )
        made.append(
            (place, Ground(shape=Shape.POINT, lon=lon, lat=lat, radius_km=5, geo_precision=1, ucdp_precision=1))
        )
    return made


def texts(count: int, chance: random.Random) -> Iterator[tuple[Document, list[Claim]]]:
    """Yield texts with `CLAIMS_A_TEXT` claims each, `count` claims in all."""
    known = places(chance)
    vocabulary = [f"word{number}" for number in range(5000)]
    for number in range(count // CLAIMS_A_TEXT):
        published = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        sentences = []
        for _ in range(CLAIMS_A_TEXT):
            here = known[min(int(chance.expovariate(1 / 200)), PLACES - 1)]
            words = " ".join(chance.choices(vocabulary, k=14))
            sentences.append((here, f"Report {number}: the source said units moved to {here[0].name} {words}."))
        text = "\n".join(sentence for _, sentence in sentences)
        dating = dated(published, "corpus.csv")
        document = Document(
            id=text_id(text),
            text=text,
            name=f"{number}.txt",
            title=f"Report {number}",
            publisher=f"Outlet {number % 40}",
            dating=dating,
            posts=(Post(span=Span(start=0, end=len(text)), dating=dating),),
        )
        yield document, list(claims(document, sentences, published, chance))


def dated(day: date, source: str) -> Dating:
    """Return the dating of one day."""
    interval = Interval(start=day, end=day + timedelta(days=1))
    return Dating(edtf=day.isoformat(), interval=interval, precision=Precision.DAY, basis=Basis.STATED, source=source)


def claims(
    document: Document, sentences: list[tuple[tuple[Place, Ground], str]], published: date, chance: random.Random
) -> Iterator[Claim]:
    """Yield one claim for each sentence; every seventh has no date, every fifth covers a month."""
    start = 0
    for number, ((place, ground), sentence) in enumerate(sentences):
        span = Span(start=start, end=start + len(sentence))
        start = span.end + 1
        at = span.start + sentence.index(place.name)
        named = Span(start=at, end=at + len(place.name))
        day = published - timedelta(days=chance.randrange(7))
        length = 30 if number % 5 == 0 else 1
        kind = chance.choice(list(Kind))
        unit = Span(start=at - 15, end=at - 10)
        yield Claim(
            id=claim_id(document.id, trigger=span, kind=kind, places=(named,)),
            kind=kind,
            status=chance.choice(list(Status)),
            report_status=Status.ASSERTED,
            excerpt=Excerpt(document_id=document.id, span=span, text=sentence),
            trigger=Span(start=span.start + 24, end=span.start + 30),
            cues=(Span(start=span.start + 10, end=span.start + 14),),
            places=(
                ClaimPlace(
                    role=Role.TO,
                    span=named,
                    text=place.name,
                    place=place,
                    ground=ground,
                    confidence=0.9,
                    reason="the largest of three places of the name, near others of the text",
                ),
            ),
            when=None
            if number % 7 == 0
            else ClaimTime(
                edtf=day.isoformat(),
                interval=Interval(start=day, end=day + timedelta(days=length)),
                precision=Precision.DAY,
                span=Span(start=span.start, end=span.start + 6),
                text=sentence[:6],
                basis=TimeBasis.TEXT,
                anchor=f"the report's date {published}",
            ),
            sources=(Source(text=f"Source {number % 300}", kind=SourceKind.PERSON, span=None),),
            actors=(Actor(text="units", role=ActorRole.AGENT, span=unit, name=f"Unit {number % 50}"),),
            quantities=(),
            movement=Movement(reached=True) if kind is Kind.MOVEMENT else None,
            extraction_quality=0.8,
        )  # fmt: skip


def milliseconds(ask: Callable[[], object]) -> float:
    """Return the median time of seven answers after a first one."""
    ask()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        ask()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Make the store and ask."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="where the store is made and kept; used again if it is there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder, "s.sqlite")
        if not path.exists():
            fill(path, options.claims)
        with Store.open(path, read_only=True) as store:
            report(store)


def fill(path: Path, count: int, *, quiet: bool = False) -> None:
    """Write the claims into a new store."""
    start = time.perf_counter()
    with Store.open(path) as store:
        made = texts(count, random.Random(1))  # noqa: S311 - invented data
        done = False
        while not done:
            with store.writing():
                for _ in range(200):
                    it = next(made, None)
                    if it is None:
                        done = True
                        break
                    store.add(*it)
    seconds = time.perf_counter() - start
    if not quiet:
        print(f"written: {count:,} claims in {seconds:.0f} s, {count / seconds:,.0f} a second")


def report(store: Store) -> None:
    """Print the figures."""
    day = FIRST_DAY + timedelta(days=DAYS // 2)
    box = Box(west=42, south=30, east=47, north=36)
    month = Query(start=day, end=day + timedelta(days=30), box=box)
    year = Query(start=day, end=day + timedelta(days=365), box=box)
    bare = Query(start=day, end=day + timedelta(days=365))
    questions: dict[str, Callable[[], object]] = {
        "30 days + box, facets": lambda: store.facets(month),
        "30 days + box, counts": lambda: store.counts(month),
        "30 days + box, marks": lambda: store.marks(month),
        "a year + box, facets": lambda: store.facets(year),
        "a year, marks": lambda: store.marks(bare),
        "by place, first 50": lambda: store.claims_at("gn:5", limit=50),
        "by place and 30 days": lambda: store.claims_at("gn:5", Query(start=month.start, end=month.end), limit=50),
        "histogram": store.histogram,
        "histogram, 30 days + box": lambda: store.histogram(month),
        "text, 2 words, first 50": lambda: store.claims(Query(text="word7 word19"), limit=50),
        "text, 1 word, first 50": lambda: store.claims(Query(text="word7"), limit=50),
        "counts of everything": store.counts,
        "marks of everything": store.marks,
    }
    for name, ask in questions.items():
        print(f"{name:28} {milliseconds(ask):9.1f} ms", flush=True)
    texts_size = store._db().execute("SELECT sum(length(text)) FROM documents").fetchone()[0]  # noqa: SLF001 - measured
    number = store.counts().total
    size = store.path.stat().st_size
    print(f"file {size / 1e6:.1f} MB, {(size - texts_size) / number:.0f} bytes a claim beside the texts")


if __name__ == "__main__":
    main()
