"""Whether a place name means the place or something that bears its name."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from geo.toponym import Usage
from texts.document import Document, text_id


@pytest.mark.parametrize(
    ("text", "name", "usage"),
    [
        ("Perhaps Tehran will respond to the offer.", "Tehran", Usage.ASSOCIATIVE),
        ("Moscow denied the report.", "Moscow", Usage.ASSOCIATIVE),
        ("The frigate Odessa sank.", "Odessa", Usage.ASSOCIATIVE),
        ("The tanker “Limburg” burned.", "Limburg", Usage.ASSOCIATIVE),
        ("They broke the Minsk ceasefire.", "Minsk", Usage.ASSOCIATIVE),
        ("Under the Pretoria peace agreement they left.", "Pretoria", Usage.ASSOCIATIVE),
        ("A ceasefire in Minsk held.", "Minsk", Usage.LITERAL),
        ("Envoys returned to the Astana format.", "Astana", Usage.ASSOCIATIVE),
        ("Iran-backed groups left the town.", "Iran", Usage.ASSOCIATIVE),
        ("Relations between Tehran and Ankara soured.", "Ankara", Usage.ASSOCIATIVE),
        ("Damascus's allies sent help.", "Damascus", Usage.ASSOCIATIVE),
        ("Troops entered Tehran at dawn.", "Tehran", Usage.LITERAL),
        ("Officials in Baghdad said little.", "Baghdad", Usage.LITERAL),
        ("Mosul fell within days.", "Mosul", Usage.LITERAL),
        ("The convoy reached Damascus on Monday.", "Damascus", Usage.LITERAL),
    ],
)
def test_a_government_is_not_its_capital(gazetteer: Gazetteer, text: str, name: str, usage: Usage) -> None:
    """Who speaks, decides or deals is a government; where something happens is a place."""
    found = resolutions_in(Document(id=text_id(text), text=text, name="test"), gazetteer)
    assert [usage] == [it.toponym.usage for it in found if it.toponym.text == name]
