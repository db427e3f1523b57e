"""What else a name could have been is said beside why it was put where it is."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.geoparse import resolutions_in
from geo.reasons import rivals_of
from texts.document import Document, text_id


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def told(text: str, gazetteer: Gazetteer) -> list[str]:
    document = Document(id=text_id(text), text=text, name="a text")
    return [rivals_of(one) for one in resolutions_in(document, gazetteer)]


def test_a_name_of_several_places_names_the_others_and_the_distance(gazetteer: Gazetteer) -> None:
    """Beside Beirut, Tripoli is the Lebanese one; the Libyan one is the next."""
    tripoli, _ = told("Fighting broke out in Tripoli, north of Beirut.", gazetteer)
    assert tripoli.startswith("could also be Tripoli (LY)")
    assert tripoli.endswith(" behind")


def test_a_name_of_one_place_has_no_rival(gazetteer: Gazetteer) -> None:
    """There is nothing to say."""
    assert told("Shells fell on Sarpol-e Zahab.", gazetteer) == [""]
