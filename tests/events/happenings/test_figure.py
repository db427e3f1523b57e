"""Figures of speech put nothing on the map."""

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
        "The senator attacked his rivals in Dayton.",
        "The opposition leader attacked the new budget in Abuja.",
        "President Lula attacked Bolsonaro in Recife.",
        "Nurses fight measles in Juba.",
        "Crews battled a wildfire near Izmir.",
        "The party captured nine seats in Multan.",
        "The Conservatives seized control of the council in Leeds.",
        "The airline moved its headquarters to Almaty.",
        "A tremor struck Bam and killed sixty.",
        "Crocodiles attacked two bathers in Kariba.",
        "Kassala was hit by floods.",
        "He had a heart attack in Sochi.",
        "A fire at a mill in Karachi killed twelve.",
        "The row exploded in Brussels.",
    ],
)
def test_a_figure_of_speech_is_no_claim(gazetteer: Gazetteer, text: str) -> None:
    """Words, diseases, votes, business, weather and beasts are no force used by people."""
    assert claims_of(text, gazetteer) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the mayor in Basra.",
        "Rebels attacked a newspaper in Abuja.",
        "The party's militia captured Multan.",
        "Soldiers seized control of the parliament in Tbilisi.",
        "Sniper fire killed two in Karachi.",
        "Police dogs and tanks attacked the crowd in Bam.",
        "President Saleh attacked Taiz.",
    ],
)
def test_force_is_kept_beside_the_same_words(gazetteer: Gazetteer, text: str) -> None:
    """Armed people, and a place that is attacked, make the same words a claim."""
    assert len(claims_of(text, gazetteer)) == 1
