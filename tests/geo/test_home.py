"""Where a text comes from and what it is about decide what its names mean."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from geo.home import home_from, home_read, theatre_from
from geo.toponym import Resolution
from texts.document import Document
from texts.rejection import Reason

TEXT = "The council in Tripoli met on Monday."


def read(
    gazetteer: Gazetteer,
    *,
    text: str = TEXT,
    publisher: str | None = None,
    home: str | None = None,
    theatre: str | None = None,
) -> Resolution:
    document = Document(id="x", text=text, name="x", publisher=publisher, home=home, theatre=theatre)
    (found,) = resolutions_in(document, gazetteer)
    return found


def country(found: Resolution) -> str | None:
    return found.candidates[0].place.country


def test_a_publisher_is_at_home_somewhere(gazetteer: Gazetteer) -> None:
    """Tripoli is Libya's by itself, and Lebanon's in a paper of Beirut."""
    assert country(read(gazetteer)) == "LY"
    observed = read(gazetteer, publisher="Beirut Observer")
    assert country(observed) == "LB"
    assert "near the home that the publisher's name tells" in observed.reason


@pytest.mark.parametrize("home", ["Beirut", "Beirut, Lebanon", "35.5,33.9"])
def test_a_home_that_was_set_is_preferred_and_said(home: str, gazetteer: Gazetteer) -> None:
    """By name, by name and country, or by lon,lat; over what the publisher's name tells."""
    found = read(gazetteer, home=home, publisher="Tunis Herald")
    assert country(found) == "LB"
    assert f"near the home that was set: {home}" in found.reason


@pytest.mark.parametrize("theatre", ["LB,SY", "lb", "Syria; Lebanon", "34.9,33,37,35", "IQ, 34.9,33,37,35"])
def test_a_theatre_that_was_set_is_preferred_and_said(theatre: str, gazetteer: Gazetteer) -> None:
    """A user who works on Lebanon means Lebanon's Tripoli, and the reason says whose preference it was."""
    found = read(gazetteer, theatre=theatre)
    assert country(found) == "LB"
    assert "in the theatre that was set: " in found.reason


def test_a_box_may_cross_the_line_where_the_date_changes(gazetteer: Gazetteer) -> None:
    """West of it is then a greater number than east."""
    theatre = theatre_from("170,-50,-170,-10", gazetteer)
    assert theatre.in_theatre(0, 178.0, -18.0)
    assert theatre.in_theatre(0, -175.0, -21.0)
    assert not theatre.in_theatre(0, 0.0, -18.0)


def test_a_theatre_leaves_no_other_place_out(gazetteer: Gazetteer) -> None:
    """A name that the theatre does not have stays where it is."""
    assert country(read(gazetteer, text="He flew to Helsinki on Monday.", theatre="LB")) == "FI"


@pytest.mark.parametrize(
    ("theatre", "got"),
    [
        ("QQ", "got 'QQ'"),
        ("Atlantis", "got 'Atlantis'"),
        ("Tripoli", "got 'Tripoli'"),
        ("1,2,3", "got '1,2,3'"),
        ("10,40,20,30", "got '10,40,20,30'"),
        ("10,0,10,5", "got '10,0,10,5'"),
        (" , ", "got ' , '"),
    ],
)
def test_a_theatre_must_be_of_countries_or_boxes(theatre: str, got: str, gazetteer: Gazetteer) -> None:
    """What is neither is named in the message."""
    with pytest.raises(ValueError, match=got):
        theatre_from(theatre, gazetteer)


@pytest.mark.parametrize("home", ["Zzzyx", "Najaf, Zzzyx", "200,10", "1,2,3", "44.3"])
def test_a_home_must_be_known(home: str, gazetteer: Gazetteer) -> None:
    """A home that no gazetteer has, and numbers that are no place of the earth, are named in the message."""
    with pytest.raises(ValueError, match=f"got '{home}'"):
        home_from(home, gazetteer)


def test_the_area_after_the_comma_chooses_among_homes_of_one_name(gazetteer: Gazetteer) -> None:
    """Paris in Texas is not the one in France."""
    (there,) = home_from("Paris, Texas", gazetteer).places
    (here,) = home_from("Paris", gazetteer).places
    assert gazetteer.place(there).country == "US"
    assert gazetteer.place(here).country == "FR"


def test_what_a_document_states_and_cannot_be_used_is_told(gazetteer: Gazetteer) -> None:
    """The text is read without it, and the message is among what was left out."""
    document = Document(id="x", text=TEXT, name="x.txt", home="Zzzyx", theatre="QQ")
    assert not home_read(document, gazetteer)[0].is_known
    refused = [it for it in claims_in(document, gazetteer).rejections if it.reason is Reason.INVALID]
    assert [it.message.split(":")[0] for it in refused] == ["home", "theatre"]
    assert country(read(gazetteer, home="Zzzyx", theatre="QQ")) == "LY"
