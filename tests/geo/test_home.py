"""Where a text comes from decides what its names mean."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.geoparse import resolutions_in
from geo.home import home_at, theatre_of
from texts.document import Document


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


TEXT = "The council in Tripoli met on Monday."


def country(gazetteer: Gazetteer, *, publisher: str | None = None, theatre: tuple[str, ...] = ()) -> str | None:
    document = Document(id="x", text=TEXT, name="x", publisher=publisher)
    home = theatre_of(theatre, gazetteer) if theatre else None
    (found,) = resolutions_in(document, gazetteer, home=home)
    return found.candidates[0].place.country


def test_a_publisher_is_at_home_somewhere(gazetteer: Gazetteer) -> None:
    """Tripoli is Libya's by itself, and Lebanon's in a paper of Beirut."""
    assert country(gazetteer) == "LY"
    assert country(gazetteer, publisher="Beirut Observer") == "LB"


def test_a_theatre_is_preferred(gazetteer: Gazetteer) -> None:
    """A user who works on Lebanon means Lebanon's Tripoli."""
    assert country(gazetteer, theatre=("LB", "SY")) == "LB"


def test_a_theatre_must_be_of_countries(gazetteer: Gazetteer) -> None:
    """A code that is no country's is named in the message."""
    with pytest.raises(ValueError, match="got 'QQ'"):
        theatre_of(("QQ",), gazetteer)


def test_a_home_must_be_known(gazetteer: Gazetteer) -> None:
    """A home that no gazetteer has is named in the message."""
    assert home_at("Najaf", gazetteer).places
    with pytest.raises(ValueError, match="got 'Zzzyx'"):
        home_at("Zzzyx", gazetteer)
