"""What else the names of a claim could have been is listed in words, the chosen place first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from streamlit.testing.v1 import AppTest

from events.claim import Claim
from events.extract import claims_in
from events.store import Store
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id
from texts.span import Span
from ui.considered import CONSIDERED, considered

TEXT = "Rebels shelled Tripoli, north of Beirut."
PAGE = """
from pathlib import Path
from events.store import Store
from ui.considered import show_considered
show_considered(Store.open(Path({path!r}), read_only=True))
"""


def read(gazetteer: Gazetteer) -> tuple[Document, Claim]:
    document = Document(id=text_id(TEXT), text=TEXT, name="a text")
    return document, claims_in(document, gazetteer).claims[0]


def test_the_chosen_place_comes_first_and_the_others_follow(gazetteer: Gazetteer) -> None:
    """Each with its score and reason."""
    document, claim = read(gazetteer)
    lines = considered(claim.places[0], document, gazetteer)
    assert lines[0].startswith("chosen: Tripoli (Lebanon), LB")
    assert any(line.startswith("Tripoli, LY") and " behind" in line for line in lines[1:])


def test_a_place_that_somebody_else_chose_comes_first_with_its_own_reason(gazetteer: Gazetteer) -> None:
    """What the geoparser would choose is then one among the others."""
    document, claim = read(gazetteer)
    (libya,) = [it for it in gazetteer.places_named("Tripoli") if it.country == "LY" and it.feature_code == "PPLC"]
    set_by_hand = replace(claim.places[0], place=libya, reason="set by an analyst")
    lines = considered(set_by_hand, document, gazetteer)
    assert lines[0] == f"chosen: {libya.name}, LY: set by an analyst"
    assert lines[1].startswith("Tripoli (Lebanon), LB")


def test_of_a_text_known_by_excerpts_alone_only_the_choice_is_told(gazetteer: Gazetteer) -> None:
    """What stood around the name is not known, so nothing is read again."""
    document, claim = read(gazetteer)
    stub = replace(document, held=(Span(start=0, end=len(TEXT)),))
    assert len(considered(claim.places[0], stub, gazetteer)) == 1


def test_the_list_opens_for_the_claim_that_was_asked_about(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """Nothing is shown before somebody asks."""
    document, claim = read(gazetteer)
    path = tmp_path / "s.sqlite"
    with Store.open(path) as store:
        store.add(document, (claim,))
        (stored,) = store.claims()
    page = AppTest.from_string(PAGE.format(path=str(path)), default_timeout=60).run()
    assert not page.text
    page.session_state[CONSIDERED] = stored.number
    page.run()
    assert not page.exception
    assert page.text[0].value.startswith("chosen: Tripoli (Lebanon), LB")
    assert [it.label for it in page.button] == ["Close the list"]
