"""The part of the earth that a mention stands for."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from geo.place import Ground, Shape
from texts.document import Document, text_id


def ground(gazetteer: Gazetteer, text: str, name: str) -> Ground:
    found = resolutions_in(Document(id=text_id(text), text=text, name="test"), gazetteer)
    (only,) = {it.ground for it in found if it.toponym.text == name}
    assert only is not None
    return only


@pytest.mark.parametrize(
    ("text", "name", "shape", "acled", "ucdp"),
    [
        ("Shells hit Tikrit overnight.", "Tikrit", Shape.POINT, 1, 1),
        ("Fighting went on across Iraq.", "Iraq", Shape.OUTLINE, 3, 6),
        ("Tribes in Anbar province rose.", "Anbar", Shape.OUTLINE, 3, 4),
        ("A column passed north of Baghdad.", "Baghdad", Shape.RING, 2, 5),
        ("Guards fell back to the outskirts of Aleppo.", "Aleppo", Shape.RING, 2, 2),
        ("Smugglers crossed the Iraqi-Syrian border.", "Iraqi-Syrian border", Shape.LINE, 2, 5),
        ("Smugglers crossed the border between Iraq and Iran.", "border between Iraq and Iran", Shape.LINE, 2, 5),
    ],
)
def test_a_ground_has_the_shape_of_what_is_named(
    gazetteer: Gazetteer, text: str, name: str, shape: Shape, acled: int, ucdp: int
) -> None:
    """A town is a disc, a country its outline, a border a line, and "north of" an area."""
    found = ground(gazetteer, text, name)
    assert (shape, acled, ucdp) == (found.shape, found.geo_precision, found.ucdp_precision)


def test_a_distance_moves_the_ground(gazetteer: Gazetteer) -> None:
    """Fifty kilometres south of a town lies half a degree of latitude below it."""
    there = ground(gazetteer, "They camped in Tikrit.", "Tikrit")
    south = ground(gazetteer, "They camped fifty kilometres south of Tikrit.", "Tikrit")
    assert pytest.approx(0.45, abs=0.01) == there.lat - south.lat
    assert pytest.approx(there.lon) == south.lon


def test_between_two_towns_lies_the_ground_between_them(gazetteer: Gazetteer) -> None:
    """Both towns of "between X and Y" have the same ground, which reaches to both."""
    text = "A mine went off on the road between Mosul and Erbil."
    first, second = ground(gazetteer, text, "Mosul"), ground(gazetteer, text, "Erbil")
    assert first == second
    assert 30 < first.radius_km < 60


def test_one_named_country_borders_on_the_one_named_before(gazetteer: Gazetteer) -> None:
    """ "The Syrian border" in a text about Iraq is the line that the two share."""
    found = ground(gazetteer, "Iraq sent guards to the Syrian border.", "Syrian border")
    assert found.outlines == ("iso:IQ", "iso:SY")


def test_a_dam_is_not_the_town_it_is_named_for(gazetteer: Gazetteer) -> None:
    """The dam at Mosul is its own place."""
    found = ground(gazetteer, "Fighters took the Mosul dam.", "Mosul dam")
    assert (round(found.lon, 2), round(found.lat, 2)) == (42.82, 36.63)
