from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.claim import Claim
from events.query import Query
from events.store import Store
from tests.laws.test_selection import queries
from tests.strategies import claims_of, documents, rejections
from texts.document import Document
from texts.rejection import Rejection
from texts.story import story_key

Batch = tuple[Document, list[Claim], list[Rejection]]

few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@st.composite
def batches(draw: st.DrawFn) -> list[Batch]:
    """Up to three texts with their claims and rejections; ids are unique."""
    found = draw(st.lists(documents(), max_size=3, unique_by=story_key))
    return [
        (
            it,
            draw(st.lists(claims_of(it), max_size=3, unique_by=lambda claim: claim.id)),
            draw(st.lists(rejections(), max_size=2)),
        )
        for it in found
    ]


def filled(folder: str, given: list[Batch]) -> Store:
    store = Store.open(Path(folder, "s.sqlite"))
    for document, claims, left_out in given:
        store.add(document, claims, left_out)
    return store


@given(given_batches=batches())
@few
def test_everything_comes_back_as_it_went_in(given_batches: list[Batch]) -> None:
    """Documents, claims and rejections are equal to those that were added."""
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        for document, claims, _ in given_batches:
            assert document == store.document(document.id)
            for claim in claims:
                assert claim == store.claim(claim.id).claim
        all_claims = [claim.id for _, claims, _ in given_batches for claim in claims]
        assert sorted(all_claims) == sorted(it.claim.id for it in store.claims())
        left_out = [it for _, _, each in given_batches for it in each]
        assert sorted(map(repr, left_out)) == sorted(map(repr, store.rejections()))


@given(given_batches=batches(), query=queries())
@few
def test_the_counts_add_up_and_a_filter_only_narrows(given_batches: list[Batch], query: Query) -> None:
    """What is shown, filtered, undated, unplaced and not yet known is all there is; claims, marks, histogram agree."""
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        counts, everything = store.counts(query), {it.number for it in store.claims()}
        selected = {it.number for it in store.claims(query)}
        undated = {it.number for it in store.undated(query)}

        assert counts.total == len(everything) + counts.unplaced
        assert selected <= everything
        assert counts.shown == len(selected - undated)
        assert counts.undated == len(undated)
        if query.start is not None or query.end is not None:
            assert set() == selected & undated
        assert selected == set(store.marks(query).claim.tolist())
        assert sum(count for _, count in store.facets(query).kinds) == len(selected)
        assert store.histogram(query).counts.sum() <= counts.shown
        for number in sorted(selected)[:2]:
            place = store.claim(number).claim.places[0].place.id
            assert number in {it.number for it in store.claims_at(place, query)}


@given(given_batches=batches(), query=queries())
@few
def test_a_claim_is_selected_where_the_query_says_so(given_batches: list[Batch], query: Query) -> None:
    """The store's own language means what a plain reading of the window, kinds and statuses means."""
    plain = Query(start=query.start, end=query.end, kinds=query.kinds, statuses=query.statuses)

    def inside(claim: Claim) -> bool:
        if (plain.kinds and claim.kind not in plain.kinds) or (plain.statuses and claim.status not in plain.statuses):
            return False
        if plain.start is None and plain.end is None:
            return True
        first, end = (None, None) if claim.when is None else (claim.when.interval.start, claim.when.interval.end)
        if first is None and end is None:  # a date that is open on both sides is none
            return False
        return (plain.end is None or first is None or first < plain.end) and (
            plain.start is None or end is None or end - timedelta(days=1) >= plain.start
        )

    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        expected = sorted(claim.id for _, claims, _ in given_batches for claim in claims if inside(claim))
        assert expected == sorted(it.claim.id for it in store.claims(plain))


@given(given_batches=batches())
@few
def test_adding_again_changes_nothing(given_batches: list[Batch]) -> None:
    """The same texts a second time leave the store as it was."""
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        before = (store.claims(), store.rejections(), store.counts())
        for document, claims, left_out in given_batches:
            assert not store.add(document, claims, left_out)
        assert before == (store.claims(), store.rejections(), store.counts())


@given(given_batches=batches())
@few
def test_replacing_with_nothing_leaves_no_trace(given_batches: list[Batch]) -> None:
    """The claims of a text that was read anew are gone from every table."""
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        for document, _, _ in given_batches:
            store.replace(document, (), ())
        assert [] == store.claims() == store.rejections()
        assert len(store.marks().claim) == 0
        assert store.counts().total == 0
        for sql in (
            "SELECT sum(claims) FROM days WHERE claims != 0",
            "SELECT count(*) FROM links",
            "SELECT count(*) FROM marks",
        ):
            assert store._db().execute(sql).fetchone()[0] in {0, None}
