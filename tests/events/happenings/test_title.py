"""Titles of works put nothing on the map."""

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
        "Her novel Siege of Vukovar won a prize.",
        "In “The Fall of Kabul”, a new play, nobody speaks.",
        "“Battle of Algiers” was shown twice.",
        "His film The Battle of Algiers ran for a year.",
    ],
)
def test_a_title_is_no_claim(gazetteer: Gazetteer, text: str) -> None:
    """What a work is called did not happen now, whatever marks stand around it."""
    assert claims_of(text, gazetteer) == ()


@pytest.mark.parametrize("text", ["The siege of Vukovar went on.", "“They shelled Vukovar all night,” he said."])
def test_what_is_told_is_kept(gazetteer: Gazetteer, text: str) -> None:
    """A plain sentence, and one that is quoted, are claims."""
    assert len(claims_of(text, gazetteer)) == 1
