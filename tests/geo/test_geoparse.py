"""Place names of a text and the places that they mean."""

from __future__ import annotations

from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from texts.document import Document, text_id


def read(text: str) -> Document:
    return Document(id=text_id(text), text=text, name="test")


def test_a_town_is_found_and_placed(gazetteer: Gazetteer) -> None:
    """Tikrit in Iraq is the one on the Tigris."""
    (tikrit, iraq) = resolutions_in(read("Troops left Tikrit, Iraq."), gazetteer)
    assert (tikrit.toponym.text, tikrit.place.geonameid if tikrit.place else None) == ("Tikrit", 90150)
    assert (iraq.place.id if iraq.place else None) == "iso:IQ"


def test_demonyms_only_on_request(gazetteer: Gazetteer) -> None:
    """A demonym is a toponym only where it is asked for."""
    document = read("The Iraqi army advanced.")
    assert resolutions_in(document, gazetteer) == ()
    assert [it.toponym.text for it in resolutions_in(document, gazetteer, demonyms=True)] == ["Iraqi"]
