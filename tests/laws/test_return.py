"""What was exported comes back: export, ingest and export again is the identity on claims."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.claim import Claim
from events.intake.claims import Import, ingest_claims
from events.storage.stub import SHADE
from events.store import Store
from tests.laws.test_store import Batch, batches, few, filled
from texts.dating import Basis, Dating, Interval, Precision
from texts.original import Original
from texts.rejection import Reason
from views.export import export
from views.export_form import Format

BACK = (Format.GEOJSON, Format.CSV)


def exported(store: Store, form: Format) -> bytes:
    return b"".join(export(store.each_claim(), form, filters={}, counts=store.counts()))


def brought(store: Store, content: bytes, name: str) -> Import:
    return ingest_claims(store, Original(name=name, content=content))


def by_id(store: Store) -> dict[str, Claim]:
    return {it.claim.id: it.claim for it in store.claims()}


def features(content: bytes) -> list[Any]:
    return list(json.loads(content)["features"])


@pytest.mark.parametrize("form", BACK)
@given(given_batches=batches())
@few
def test_what_was_exported_comes_back(form: Format, given_batches: list[Batch]) -> None:
    """Ids, statuses, sources, offsets, excerpts and all else are equal, and so is what a second export writes."""
    with (
        TemporaryDirectory() as one,
        TemporaryDirectory() as two,
        filled(one, given_batches) as store,
        Store.open(Path(two, "back.sqlite")) as back,
    ):
        content = exported(store, form)
        done = brought(back, content, f"a.{form}")

        assert by_id(store) == by_id(back)
        assert (len(by_id(store)), 0, ()) == (done.claims, done.known, done.rejections)
        assert not list(back.faults())
        again = exported(back, form)
        assert content == again if form is Format.CSV else features(content) == features(again)


@given(given_batches=batches())
@few
def test_a_stub_holds_the_excerpts_and_nothing_else(given_batches: list[Batch]) -> None:
    """Each excerpt is what the stub has at its offsets; every other character is shaded."""
    with (
        TemporaryDirectory() as one,
        TemporaryDirectory() as two,
        filled(one, given_batches) as store,
        Store.open(Path(two, "back.sqlite")) as back,
    ):
        brought(back, exported(store, Format.GEOJSON), "a.geojson")
        for id_ in back.document_ids():
            stub, whole = back.document(id_), store.document(id_)
            assert stub.held is not None
            claims = [it.claim for it in back.claims() if it.claim.excerpt.document_id == id_]
            known = {at for claim in claims for at in range(claim.excerpt.span.start, claim.excerpt.span.end)}
            assert known == {at for span in stub.held for at in range(span.start, span.end)}
            shaded = (whole.text[at] if at in known else SHADE for at in range(len(stub.text)))
            assert stub.text == "".join(shaded)


@given(given_batches=batches(), half=st.integers(0, 3))
@few
def test_pieces_make_the_whole(given_batches: list[Batch], half: int) -> None:
    """Claims of one text that come in two files, with some in both, are all there once."""
    with (
        TemporaryDirectory() as one,
        TemporaryDirectory() as two,
        filled(one, given_batches) as store,
        Store.open(Path(two, "back.sqlite")) as back,
    ):
        every = features(exported(store, Format.GEOJSON))
        first, second = every[: half + 1], every[half:]
        for number, part in enumerate((first, second)):
            brought(back, json.dumps({"features": part}).encode(), f"{number}.geojson")

        assert by_id(store) == by_id(back)


@given(given_batches=batches())
@few
def test_the_whole_text_unfolds_its_stub(given_batches: list[Batch]) -> None:
    """Whoever reads the text later has all of it, with the claims that came before it."""
    with (
        TemporaryDirectory() as one,
        TemporaryDirectory() as two,
        filled(one, given_batches) as store,
        Store.open(Path(two, "back.sqlite")) as back,
    ):
        brought(back, exported(store, Format.CSV), "a.csv")
        for document, claims, _ in given_batches:
            assert back.add(document, claims)
            assert document == back.document(document.id)
            assert not back.add(document, claims)
        assert by_id(store) == by_id(back)
        assert store.counts().shown == back.counts().shown


@given(given_batches=batches())
@few
def test_a_claim_that_was_changed_does_not_replace_the_stores(given_batches: list[Batch]) -> None:
    """It is counted as left out, and the store is as it was."""
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        before = by_id(store)
        every = features(exported(store, Format.GEOJSON))
        for feature in every:
            claim = feature["properties"]["claim"]
            claim["extraction_quality"] = (claim["extraction_quality"] + 0.5) % 1
        done = brought(store, json.dumps({"features": every}).encode(), "a.geojson")

        assert before == by_id(store)
        assert dict(done.reasons) == ({Reason.DUPLICATE: len(every)} if every else {})


@given(given_batches=batches())
@few
def test_a_forged_excerpt_does_not_enter_a_known_text(given_batches: list[Batch]) -> None:
    """The words of a text that the store has cannot be made others from outside."""
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        before = by_id(store)
        texts = {document.id: document.text for document, _, _ in given_batches}
        every = features(exported(store, Format.GEOJSON))
        for number, feature in enumerate(every):
            claim = feature["properties"]["claim"]
            claim["id"] = f"{number:016x}"
            text = texts[claim["document"]]
            claim["excerpt"] = {"start": 0, "end": len(text), "text": ("a" if text[0] != "a" else "b") + text[1:]}
        done = brought(store, json.dumps({"features": every}).encode(), "a.geojson")

        assert before == by_id(store)
        assert dict(done.reasons) == ({Reason.INVALID: len(every)} if every else {})


@given(given_batches=batches())
@few
def test_dating_a_stub_keeps_its_claims(given_batches: list[Batch]) -> None:
    """They came from elsewhere and cannot be read from shaded words: only the report's date is another."""
    day = Interval(start=date(2031, 6, 12), end=date(2031, 6, 13))
    dating = Dating(edtf="2031-06-12", interval=day, precision=Precision.DAY, basis=Basis.ANALYST, source="an analyst")
    with (
        TemporaryDirectory() as one,
        TemporaryDirectory() as two,
        filled(one, given_batches) as store,
        Store.open(Path(two, "back.sqlite")) as back,
    ):
        brought(back, exported(store, Format.GEOJSON), "a.geojson")
        before = by_id(back)
        for id_ in back.document_ids():
            back.replace(back.date_document(id_, dating), (), ())

        assert before == by_id(back)
        assert {"2031-06-12"} >= {it.publication.dating.edtf for it in back.claims() if it.publication.dating}
        assert {date(2031, 6, 12).toordinal()} >= set(back.marks().report_first_day.tolist())
