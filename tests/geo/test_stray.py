"""A namesake far from everything else that its text names is no place of that text."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from geo.toponym import Resolution
from texts.document import Document, text_id

AROUND = "The column left Manbij for Deir Hafer at dawn. Others stayed near Aleppo. "


def named(text: str, name: str, gazetteer: Gazetteer) -> Resolution:
    """What was found for a name."""
    found = resolutions_in(Document(id=text_id(text), text=text, name="a text"), gazetteer)
    return next(it for it in found if it.toponym.text == name)


def test_a_small_namesake_on_another_continent_is_not_placed(gazetteer: Gazetteer) -> None:
    """There is an Arima in Trinidad, and one in northern Syria that the gazetteer lacks."""
    found = named(AROUND + "They will meet the army at Arima.", "Arima", gazetteer)
    assert found.place is None
    assert "far from every other place" in found.reason
    assert found.candidates[0].place.country == "TT"


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("They will meet the army at Arima in Trinidad.", "Arima", "TT"),
        ("Talks go on in Geneva.", "Geneva", "CH"),
        ("Bombers took off from Davos, Switzerland.", "Davos", "CH"),
    ],
)
def test_what_the_text_speaks_for_or_everybody_knows_is_placed(
    sentence: str, name: str, country: str, gazetteer: Gazetteer
) -> None:
    """By its country beside it, or by its fame."""
    found = named(AROUND + sentence, name, gazetteer)
    assert found.place is not None
    assert found.place.country == country


def test_a_text_that_names_nothing_else_doubts_nothing(gazetteer: Gazetteer) -> None:
    """One other name is too little to be far from."""
    assert named("The market of Arima burnt on Monday.", "Arima", gazetteer).place is not None
