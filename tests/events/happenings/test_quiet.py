"""Lives, votes, seasons and stories put nothing on the map; armed people in the same words do."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


def _places(text: str, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    return [(place.role.value, place.text) for claim in claims for place in claim.places]


@pytest.mark.parametrize(
    "text",
    [
        "Life has returned to Mosul.",
        "Cholera reached Aden.",
        "Night fell over Mosul.",
        "Silence fell on Homs.",
        "The idea came from Geneva.",
        "The denial came from Asmara.",
        "The call came from Riyadh.",
        "The party won Erbil.",
        "The party lost Basra to its rivals.",
        "He won Aleppo by a thousand votes.",
        "He took a job in Nairobi.",
        "He moved to Paris in 1962 and taught at a school in Lyon.",
        "She came to Vienna as a girl.",
        "As a young man he was sent to Moscow.",
        "The N2, which runs from Goma to Butembo, is the main supply line.",
        "The river flows from Kariba to Tete.",
        "The legend has it that the prince fled to Axum.",
        "In the film they cross from Serbia into Hungary.",
        "The song tells of a soldier who left Homs.",
    ],
)
def test_what_is_quiet(text: str, gazetteer: Gazetteer) -> None:
    """A life, a vote, a thought, the weather and what a film tells are no happening."""
    assert _places(text, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels have returned to Mosul.", [("to", "Mosul")]),
        ("A convoy reached Aden.", [("to", "Aden")]),
        ("Mosul fell overnight.", [("at", "Mosul")]),
        ("The order to withdraw from Homs came at noon.", [("from", "Homs")]),
        ("The rebels lost Basra.", [("at", "Basra")]),
        ("The rebels won Aleppo.", [("at", "Aleppo")]),
        ("The opposition took Idlib.", [("at", "Idlib")]),
        ("Soldiers took a hill in Nairobi.", [("at", "Nairobi")]),
        ("As a young man he was sent to Moscow with troops.", [("to", "Moscow")]),
        ("The column, which ran from Goma to Sake, was shelled in Sake.", [("at", "Sake")]),
        ("In the video they cross from Serbia into Hungary.", [("from", "Serbia"), ("to", "Hungary")]),
        ("The train to Aleppo has left.", [("to", "Aleppo")]),
        ("The rebels from the north have left Aleppo.", [("from", "Aleppo")]),
    ],
)
def test_what_is_not(text: str, expected: list[tuple[str, str]], gazetteer: Gazetteer) -> None:
    """Who is armed, what moves and what falls stays, and a train is on its way to where it goes."""
    assert [it for it in _places(text, gazetteer) if it in expected] == expected
