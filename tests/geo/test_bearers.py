"""Persons, groups, teams, firms, wares and works that bear a place's name are not on the map."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from geo.toponym import Usage
from texts.document import Document, text_id


def mapped(text: str, gazetteer: Gazetteer) -> list[str]:
    """Return the names of a text that a claim could be put at."""
    resolutions = resolutions_in(Document(id=text_id(text), text=text, name="test"), gazetteer)
    return [it.toponym.text for it in resolutions if it.place and it.toponym.usage is Usage.LITERAL]


@pytest.mark.parametrize(
    "text",
    [
        "Abu Omar al-Tikriti was wounded in the strike.",
        "Mohammed al-Baghdadi spoke for the tribes.",
        "His wife, Julia, fled with two sons.",
        "Her daughter, Asia, was six.",
        "Mrs Troy Hama said her house was gone.",
        "Andrew Jordan, who drove the truck, survived.",
        "Radio Damascus broadcast the order.",
        "Dynamo Kyiv cancelled the match.",
        "Air France stopped its flights.",
        "Operation Sinai ended long before.",
        "The Sons of Iraq manned the checkpoints.",
        "Voice of America aired the interview.",
        "United Russia won the vote in the district.",
        "The company Damascus Steel sold the plates to them.",
        "The Houston Rockets gave to the fund last week.",
        "The Aleppo Sword battalion joined the fight that day.",
        "Al-Qaeda in the Arabian Peninsula claimed it too.",
        "The men wore Panama hats and smoked Havana cigars.",
        "A Molotov cocktail was thrown at the gate.",
        "A Kiev-class carrier was sold for scrap.",
        "They drove a Hyundai Santa Fe to the front.",
        "El Nino brought the drought.",
        "The Dow Chemical Co. paid the fine on Nov. 5 and Jan. 6.",
        "They fired an AK-47 at the gate.",
    ],
)
def test_what_bears_a_name_is_not_the_place(gazetteer: Gazetteer, text: str) -> None:
    """Nothing in these sentences can be put on a map."""
    assert mapped(text, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Aleppo Sheikh Omar met the elders for an hour.", ["Aleppo"]),
        ("They held Aleppo City and the hills around it.", ["Aleppo"]),
        ("Rebels took Aleppo Monday after a long fight there.", ["Aleppo"]),
        ("About Mosul I cannot tell them much at all.", ["Mosul"]),
        ("Mosul Offensive Begins As Army Enters Tikrit", ["Mosul", "Tikrit"]),
        ("The air in Damascus was thick.", ["Damascus"]),
        ("A team from Baghdad arrived by noon.", ["Baghdad"]),
        ("The sons of Iraq's dead marched in Mosul.", ["Iraq", "Mosul"]),
    ],
)
def test_a_place_beside_capitals_stays_a_place(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    """Behind "in", before what stands there, before a day, and in headings."""
    assert mapped(text, gazetteer) == names
