"""What is only remembered puts nothing on the map."""

from __future__ import annotations

import pytest

from events.claim import Claim
from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


def claims_of(text: str, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    return claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims


@pytest.mark.parametrize(
    "text",
    [
        "A museum about the siege of Leningrad opened.",
        "The battle of Verdun is taught in every school.",
        "Ankara's streets are named after the battle of Manzikert.",
        "He told the history of the fall of Constantinople.",
        "They unveiled a memorial to the victims of the attack on Halabja.",
        "It was a repeat of the siege of Vukovar.",
    ],
)
def test_what_is_remembered_is_no_claim(gazetteer: Gazetteer, text: str) -> None:
    """A blow behind a word for what keeps its memory is not told of."""
    assert claims_of(text, gazetteer) == ()


def test_the_place_of_a_memory_is_not_that_of_what_happens(gazetteer: Gazetteer) -> None:
    """On the anniversary of a battle people gather elsewhere."""
    claims = claims_of("Veterans of the battle of Verdun rallied in Metz.", gazetteer)
    assert [[place.text for place in claim.places] for claim in claims] == [["Metz"]]


@pytest.mark.parametrize("text", ["The museum of Mosul was shelled.", "The fall of Verdun was told to the king."])
def test_what_stands_there_is_kept(gazetteer: Gazetteer, text: str) -> None:
    """A museum that is hit, and a plain fall, are claims."""
    assert len(claims_of(text, gazetteer)) == 1
