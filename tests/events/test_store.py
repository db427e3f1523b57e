import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from events.claim import Claim, ClaimPlace, ClaimTime, Kind, Role, Source, SourceKind, Status, TimeBasis, claim_id
from events.query import Box, Clock, Query
from events.storage.schema import VERSION
from events.store import Store, StoreError
from geo.place import FeatureClass, Ground, Place, Shape
from texts.dating import Basis, Precision
from texts.document import Document, Post, text_id
from texts.edtf import dating_from, span_of
from texts.original import Original
from texts.rejection import Reason, Rejection
from texts.span import Excerpt, Span

TEXT = "Troops reached Karbala on Thursday. Officials deny that Samarra fell."


def place_named(name: str, lon: float, lat: float, **more: object) -> tuple[Place, Ground]:
    place = Place(
        id=f"dl:{name.lower()}",
        name=name,
        feature_class=FeatureClass.SETTLEMENT,
        feature_code="PPL",
        lon=lon,
        lat=lat,
        **more,  # type: ignore[arg-type]  # further fields of Place
    )
    return place, Ground(shape=Shape.POINT, lon=lon, lat=lat, radius_km=5, geo_precision=1, ucdp_precision=1)


KARBALA = place_named("Karbala", 44.02, 32.61, names=(("ar", "كربلاء"),))
SAMARRA = place_named("Samarra", 43.87, 34.2)


def document_of(text: str = TEXT, published: str | None = "2014-06-13") -> Document:
    dating = None if published is None else dating_from(published, basis=Basis.STATED, source="front matter")
    return Document(
        id=text_id(text),
        text=text,
        name="a.txt",
        publisher="The Gazette",
        dating=dating,
        posts=(Post(span=Span(start=0, end=len(text)), dating=dating),),
    )


def claim_in(
    document: Document,
    words: str,
    at: tuple[Place, Ground],
    *,
    day: str | None = None,
    kind: Kind = Kind.MOVEMENT,
    status: Status = Status.ASSERTED,
) -> Claim:
    start = document.text.index(words)
    span = Span(start=start, end=start + len(words))
    where = document.text.index(at[0].name, start)
    place = Span(start=where, end=where + len(at[0].name))
    when = None
    if day is not None:
        interval, precision = span_of(day)
        when = ClaimTime(edtf=day, interval=interval, precision=precision, span=span, text=words, basis=TimeBasis.TEXT)
    return Claim(
        id=claim_id(document.id, trigger=span, kind=kind, places=(place,)),
        kind=kind,
        status=status,
        report_status=status,
        excerpt=Excerpt(document_id=document.id, span=span, text=words),
        trigger=span,
        cues=(),
        places=(
            ClaimPlace(
                role=Role.TO,
                span=place,
                text=at[0].name,
                place=at[0],
                ground=at[1],
                confidence=0.9,
                reason="only candidate",
            ),
        ),
        when=when,
        sources=(Source(text="The Gazette", kind=SourceKind.OUTLET),),
        actors=(),
        quantities=(),
        movement=None,
        extraction_quality=0.8,
    )


FIRST = "Troops reached Karbala on Thursday."
SECOND = "Officials deny that Samarra fell."
UNPLACED = Rejection(reason=Reason.UNPLACED, message="a.txt: 'the bridge' has no place", name="a.txt")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """One text with a dated movement to Karbala, an undated denial at Samarra, said a day before, and one unplaced."""
    document = document_of()
    denial = claim_in(document, SECOND, SAMARRA, day="2014-06-11", kind=Kind.CONTROL, status=Status.DENIED)
    claims = [
        claim_in(document, FIRST, KARBALA, day="2014-06-12"),
        replace(denial, when=None, said=denial.when),
    ]
    with Store.open(tmp_path / "s.sqlite") as opened:
        opened.add(document, claims, [UNPLACED])
        yield opened


def texts(store: Store, query: Query) -> list[str]:
    return [it.claim.excerpt.text for it in store.claims(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(), [FIRST, SECOND]),
        (Query(start=date(2014, 6, 12), end=date(2014, 6, 13)), [FIRST]),
        (Query(start=date(2014, 6, 13)), []),
        (Query(end=date(2014, 6, 12)), []),
        (Query(start=date(2014, 6, 13), clock=Clock.REPORT), [FIRST, SECOND]),
        (Query(end=date(2014, 6, 13), clock=Clock.REPORT), []),
        (Query(start=date(2014, 6, 11), end=date(2014, 6, 12), clock=Clock.SAID), [SECOND]),
        (Query(start=date(2014, 6, 12), clock=Clock.SAID), []),
        (Query(end=date(2014, 6, 12), clock=Clock.SAID), [SECOND]),
        (Query(known_on=date(2014, 6, 13)), [FIRST, SECOND]),
        (Query(known_on=date(2014, 6, 12)), []),
        (Query(box=Box(west=44, south=32, east=45, north=33)), [FIRST]),
        (Query(box=Box(west=170, south=30, east=43.9, north=35)), [SECOND]),
        (Query(places=("dl:karbala",)), [FIRST]),
        (Query(places=("KARBALĀ", "nowhere")), [FIRST]),
        (Query(places=("كربلاء",)), [FIRST]),
        (Query(kinds=(Kind.CONTROL, Kind.ATTACK)), [SECOND]),
        (Query(statuses=(Status.DENIED,)), [SECOND]),
        (Query(sources=("gazette",)), [FIRST, SECOND]),
        (Query(sources=("gaz",)), []),
        (Query(sources=("100%",)), []),
        (Query(actors=("anybody",)), []),
        (Query(text="samarra DENY"), [SECOND]),
        (Query(text='"; DROP TABLE claims'), []),
        (Query(text="!!"), []),
    ],
)
def test_a_query_selects(store: Store, query: Query, expected: list[str]) -> None:
    assert expected == texts(store, query)


def test_counts_tell_what_became_of_every_claim(store: Store) -> None:
    counts = store.counts(Query(kinds=(Kind.MOVEMENT,)))

    assert (
        counts.total,
        counts.shown,
        counts.filtered,
        counts.undated,
        counts.unplaced,
        counts.not_yet_known,
    ) == (3, 1, 1, 0, 1, 0)
    assert counts.rejections == ((Reason.UNPLACED, 1),)
    assert store.counts().undated == 1
    assert (store.counts(Query(clock=Clock.SAID)).shown, store.counts(Query(clock=Clock.SAID)).undated) == (1, 1)
    assert [it.claim.excerpt.text for it in store.undated(Query(clock=Clock.SAID))] == [FIRST]
    assert store.counts(Query(known_on=date(2014, 6, 1))).not_yet_known == 2


def test_marks_are_the_drawable_numbers(store: Store) -> None:
    """Undated rows come first, with day 0; the native name is told beside the other."""
    marks = store.marks()

    assert [0, date(2014, 6, 12).toordinal()] == marks.first_day.tolist()
    assert [date(2014, 6, 13).toordinal()] * 2 == marks.report_last_day.tolist()
    assert [marks.places[it].name for it in marks.place] == ["Samarra", "Karbala"]
    assert {it.name: it.native_name for it in marks.places} == {"Samarra": None, "Karbala": "كربلاء"}
    assert [-1, -1] == marks.reached.tolist() == marks.crossing.tolist()


def test_facets_and_histogram_tell_the_selection(store: Store) -> None:
    facets, histogram = store.facets(), store.histogram()

    assert {kind: count for kind, count in facets.kinds if count} == {Kind.MOVEMENT: 1, Kind.CONTROL: 1}
    assert [(it.value, it.count) for it in facets.sources] == [("The Gazette", 2)]
    assert {"dl:karbala", "dl:samarra"} == {it.value for it in facets.places}
    assert ([date(2014, 6, 12).toordinal()], [1]) == (histogram.days.tolist(), histogram.counts.tolist())
    assert [date(2014, 6, 11).toordinal()] == store.histogram(Query(clock=Clock.SAID)).days.tolist()


def test_the_same_text_from_another_file_is_one_text_with_two_carriers(store: Store) -> None:
    added = store.add(document_of(), original=Original(name="copy.txt", content=TEXT.encode()))

    assert not added
    assert {2} == {it.publication.carriers for it in store.claims()}
    assert len(store.claims()) == 2


def test_a_claim_whose_words_are_not_in_the_text_is_refused(store: Store) -> None:
    document = document_of("Other words stand here: Karbala.")
    claim = claim_in(document, "Other words stand here: Karbala.", KARBALA)
    forged = replace(claim, excerpt=replace(claim.excerpt, text="Somebody else's words"))

    with pytest.raises(StoreError, match="is not what the text has at its place"):
        store.add(document, [forged])

    assert len(store.document_ids()) == 1


def test_an_analysts_date_keeps_the_former_one_behind_it(store: Store) -> None:
    dating = dating_from("2014-06-14", basis=Basis.ANALYST, source="analyst")
    document = store.date_document(document_of().id, dating)
    claims = [it.claim for it in store.claims()]
    store.replace(document, claims, [])

    assert [dating, dating] == [it.publication.dating for it in store.claims()]
    assert store.document(document.id).other_datings[0].edtf == "2014-06-13"
    assert texts(store, Query(known_on=date(2014, 6, 13))) == []


def test_a_file_that_could_not_be_read_is_kept_once(store: Store) -> None:
    original = Original(name="b.pdf", content=b"%PDF")
    rejection = Rejection(reason=Reason.UNREADABLE, message="b.pdf: no", name="b.pdf")
    for _ in range(2):
        store.refuse(original, [rejection])

    assert [rejection] == store.rejections(Reason.UNREADABLE)
    assert store.has_file("b.pdf", original.sha256)
    assert not store.has_file("c.pdf", original.sha256)


def test_what_fails_in_the_middle_leaves_the_store_as_it_was(store: Store) -> None:
    def half() -> None:
        with store.writing():
            store.add(document_of("Words that must not stay. Karbala."))
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        half()

    assert len(store.document_ids()) == 1


def test_readers_go_on_while_one_writes(store: Store) -> None:
    with Store.open(store.path, read_only=True) as reader, store.writing():
        store.add(document_of("More words. Karbala."))

        assert len(reader.document_ids()) == 1
    with Store.open(store.path, read_only=True) as reader:
        assert len(reader.document_ids()) == 2


def test_a_second_writer_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("events.storage.connect.WAIT_SECONDS", 0.05)
    with (
        Store.open(store.path) as other,
        store.writing(),
        pytest.raises(StoreError, match="another program is writing"),
    ):
        other.add(document_of("More words. Karbala."))


def test_a_store_that_is_only_read_is_not_written(store: Store) -> None:
    with Store.open(store.path, read_only=True) as reader, pytest.raises(StoreError, match="only be read"):
        reader.add(document_of("More words. Karbala."))


def test_what_is_no_store_is_left_alone(tmp_path: Path) -> None:
    """Each message names the file and what came; the bytes stay as they were."""
    text = tmp_path / "text.sqlite"
    text.write_bytes(b"This is not a database, " * 100)
    foreign = tmp_path / "foreign.sqlite"
    with sqlite3.connect(foreign) as db:
        db.execute("CREATE TABLE cheese (name)")
    db.close()
    newer = tmp_path / "newer.sqlite"
    Store.open(newer).close()
    with sqlite3.connect(newer) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    expected = {text: "damaged or is no store", foreign: "another program's database", newer: "a newer version"}
    for path, message in expected.items():
        before = path.read_bytes()
        for read_only in (True, False):
            with pytest.raises(StoreError, match=message) as caught:
                Store.open(path, read_only=read_only)
            assert str(path) in str(caught.value)
        assert before == path.read_bytes()


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="dateline ingest"):
        Store.open(tmp_path / "none.sqlite", read_only=True)
    with pytest.raises(StoreError, match="does its folder exist"):
        Store.open(tmp_path / "no folder" / "s.sqlite")


def test_a_store_without_a_writable_folder_can_be_read(store: Store, tmp_path: Path) -> None:
    """A copy on a read-only medium has no write-ahead log beside it."""
    store.close()
    folder = tmp_path / "medium"
    folder.mkdir()
    shutil.copy(store.path, folder)
    folder.chmod(0o500)
    try:
        with Store.open(folder / store.path.name, read_only=True) as reader:
            assert len(reader.claims()) == 2
    finally:
        folder.chmod(0o700)


def test_claims_are_found_by_place_number_and_id(store: Store) -> None:
    (found,) = store.claims_at("dl:karbala")

    assert found == store.claim(found.number) == store.claim(found.claim.id)
    assert store.claims_at("dl:karbala", Query(kinds=(Kind.CONTROL,))) == []
    with pytest.raises(KeyError):
        store.claim(99)
    with pytest.raises(KeyError):
        store.document("nothing")


def test_precision_survives(store: Store) -> None:
    (found,) = store.claims_at("dl:karbala")

    assert found.claim.when is not None
    assert Precision.DAY is found.claim.when.precision


def test_the_revision_changes_with_what_is_written_and_with_nothing_else(tmp_path: Path) -> None:
    """The page keeps what it has made of a store for as long as the revision stands."""
    document = document_of()
    with Store.open(tmp_path / "s.sqlite") as store:
        first = store.revision()
        store.add(document)
        second = store.revision()
        store.add(document)
        assert store.revision() == second

    with Store.open(tmp_path / "s.sqlite") as other:
        assert other.revision() == second
        other.counts()
        assert other.revision() == second
        other.replace(document, [], [])
        assert len({first, second, other.revision()}) == 3
