"""Names that no gazetteer has: taken up where only a place can stand, and put in the area that is spoken of."""

from __future__ import annotations

import pytest

from events.claim import Claim
from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id
from texts.rejection import Reason


def claims_of(text: str, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    return claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims


@pytest.mark.parametrize(
    ("text", "name", "area"),
    [
        ("Rebels captured Dorvashan in Nineveh province.", "Dorvashan", "Nineveh"),
        ("Jets bombed the village of Dorvashan, north of Mosul, Iraq.", "Dorvashan", "Iraq"),
        ("Shells fell near Dorvashan. Iraq said that nobody was hurt.", "Dorvashan", "Iraq"),
        ("Dorvashan fell on Monday, the governor of Anbar province said.", "Dorvashan", "Anbar"),
    ],
)
def test_a_name_that_is_not_listed_stands_for_its_area(gazetteer: Gazetteer, text: str, name: str, area: str) -> None:
    """The words stay as the text has them; the ground is that of the area, with the reason and less trust."""
    places = [place for claim in claims_of(text, gazetteer) for place in claim.places if place.text == name]
    assert [place.span.of(text) for place in places] == [name]
    assert places[0].place.name.startswith(area)
    assert "in no gazetteer" in places[0].reason
    assert places[0].confidence < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured Colonel Harun Dorvash in Mosul.",
        "Soldiers of the Dorvash Brigade shelled Mosul.",
        "The minister said in Parliament that Mosul had been shelled.",
        "Rebels Take Over Big Old Mosul In Surprise Attack Near Dawn",
    ],
)
def test_people_units_and_titles_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    """A capital alone makes no place."""
    assert {"Mosul"} >= {place.text for claim in claims_of(text, gazetteer) for place in claim.places}


def test_a_name_without_an_area_is_left_out_by_name(gazetteer: Gazetteer) -> None:
    """Where a text speaks of no area at all the name is counted among what could not be placed."""
    text = "Rebels captured Dorvashan."
    reading = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer)
    assert reading.claims == ()
    assert [it.reason for it in reading.rejections] == [Reason.UNPLACED, Reason.NAME_UNRESOLVED]
    assert all("Dorvashan" in it.message for it in reading.rejections)


def test_two_names_in_one_area_are_two_happenings(gazetteer: Gazetteer) -> None:
    """That two names stand for the same area does not make one claim a part of the other."""
    text = "In Anbar province rebels seized Dorvashan on Monday and took Qelmarez on Friday."
    assert [[p.text for p in c.places] for c in claims_of(text, gazetteer)] == [["Dorvashan"], ["Qelmarez"]]


@pytest.mark.parametrize(
    ("text", "name", "area"),
    [
        ("Iraq said on Monday that jets struck twice in the Dorvash Hills.", "Dorvash Hills", "Iraq"),
        (
            (
                "The garrison in El Fasher is all but surrounded. Some 1,200 families made it out to Tawila."
                " A ceasefire never took hold in Darfur."
            ),
            "Tawila",
            "Sudan",
        ),
    ],
)
def test_hills_and_towns_that_are_listed_in_other_lands_alone(
    gazetteer: Gazetteer, text: str, name: str, area: str
) -> None:
    """Hills may have an article; a name that was left open between other countries lies in the one spoken of."""
    places = [place for claim in claims_of(text, gazetteer) for place in claim.places if place.text == name]
    assert {place.place.name for place in places} == {area}
