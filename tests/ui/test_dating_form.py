"""A text without a date is given one in the page, which dates its relative expressions; it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from events.extract import claims_in
from events.store import Store
from geo.gazetteer import Gazetteer
from texts.dating import Basis
from texts.document import Document
from texts.edtf import dating_from
from texts.metadata import Metadata
from texts.plain import document_from
from texts.published import as_found, with_dates
from ui.opening import OWN

TEXT = "Rebels captured Hama on Thursday.\n\nThe army left Homs."
PAGE = """
import streamlit as st
from ui.dating_form import date_document, show_datings
store = st.session_state["own_store"]
date_document([it for it in store.claims()])
for id_ in store.document_ids():
    show_datings(store.document(id_))
"""


def read(text: str, metadata: Metadata | None = None) -> Document:
    found = document_from(text, name="a.txt", metadata=metadata or Metadata())
    assert isinstance(found, Document)
    return found


def page_of(store: Store) -> AppTest:
    page = AppTest.from_string(PAGE, default_timeout=60)
    page.session_state[OWN] = store
    return page.run()


def whens(store: Store) -> list[str | None]:
    return [it.claim.when.edtf if it.claim.when else None for it in sorted(store.claims(), key=lambda it: it.number)]


def test_a_date_dates_what_is_counted_from_it_and_can_be_taken_back(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """The text, its claims and its datings are afterwards what they were before."""
    document = read(TEXT)
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(document, claims_in(document, gazetteer).claims)
        before = store.document(document.id), [it.claim for it in store.claims()]
        page = page_of(store)
        page.text_input(key="dated_day").input("2014-06-13")
        page.button[0].click().run()
        assert not page.exception
        assert sorted(whens(store), key=str) == ["2014-06-12", None]
        dated = next(it.claim.when for it in store.claims() if it.claim.when)
        assert dated.anchor == "the report's date 2014-06-13"

        page.button(key="take_back").click().run()
        assert not page.exception
        assert before == (store.document(document.id), [it.claim for it in store.claims()])
        assert "take_back" not in {it.key for it in page.button}


def test_a_stretch_of_days_may_be_given_and_nonsense_is_refused(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """An uncertain date gives uncertain days; what is no date changes nothing and says what is expected."""
    document = read(TEXT)
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(document, claims_in(document, gazetteer).claims)
        page = page_of(store)
        page.text_input(key="dated_day").input("last week")
        page.button[0].click().run()
        assert "a date must be in EDTF" in page.error[0].value
        assert store.document(document.id).dating is None

        page.text_input(key="dated_day").input("1992-06-13/1992-06-14")
        page.button[0].click().run()
        assert sorted(whens(store), key=str) == ["1992-06-11", None]


def test_other_datings_are_listed_with_their_basis(tmp_path: Path) -> None:
    """Those that were found and not preferred stay to be read."""
    stated = dating_from("2014-06-12", basis=Basis.STATED, source="front matter")
    document = read("HAMA, 13 June 2014 (AFP) - Rebels entered the town.", Metadata(dating=stated))
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(document, ())
        page = page_of(store)
        assert [it.value.replace("\\", "") for it in page.caption] == ["Or: 13 June 2014 (stated: dateline)."]


@pytest.mark.parametrize("head", ["", "HAMA, 13 June 2014 (AFP) - ", "a [photo](1402600000.jpeg)\n"])
def test_taking_back_undoes_dating(head: str) -> None:
    """Whatever the text says itself, it is dated by that again."""
    found = read(head + TEXT)
    by_hand = dating_from("2015-01-01", basis=Basis.ANALYST, source="an analyst")
    former = () if found.dating is None else (found.dating,)
    posts = tuple(type(post)(span=post.span, dating=by_hand) for post in found.posts)
    dated = with_dates(
        Document(
            id=found.id,
            text=found.text,
            name=found.name,
            language=found.language,
            dating=by_hand,
            other_datings=(*former, *found.other_datings),
            posts=posts,
            furniture=found.furniture,
        )
    )
    assert dated.dating == by_hand
    assert as_found(dated) == found
