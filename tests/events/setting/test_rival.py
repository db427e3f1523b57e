"""Whose a place is where several happenings stand in a sentence."""

from __future__ import annotations

import pytest

from events.claim import Status
from events.extract import claims_in
from geo.gazetteer import Gazetteer
from tests.events.claims import told
from texts.document import Document, text_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Commander killed near Samarra, curfew imposed in Goma", [("attack", "Samarra"), ("control", "Goma")]),
        ("Mortars hit Goma, curfew imposed in Bukavu", [("attack", "Goma"), ("control", "Bukavu")]),
        ("Mayor abducted in Gao and soldiers killed in Menaka", [("attack", "Gao"), ("attack", "Menaka")]),
        ("Troops deployed to Kirkuk, depot torched in Hawija", [("movement", "Kirkuk"), ("attack", "Hawija")]),
    ],
)
def test_each_clause_of_a_headline_has_its_own_place(
    gazetteer: Gazetteer, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(kind, *(name for _, name in places)) for kind, places in told(text, gazetteer)] == expected


def test_a_place_before_a_semicolon_is_not_where_the_next_clause_starts(gazetteer: Gazetteer) -> None:
    text = "Drones launched from Iraq fell near Baalbek; a militia said it had struck a target in Haifa."
    assert ("attack", [("at", "Haifa")]) in told(text, gazetteer)


def test_who_mediates_is_not_where_others_meet(gazetteer: Gazetteer) -> None:
    text = "Chad, which mediates between the sides, said their ministers would meet in Doha."
    document = Document(id=text_id(text), text=text, name="a text")
    (claim,) = claims_in(document, gazetteer).claims
    assert claim.status is Status.PLANNED
