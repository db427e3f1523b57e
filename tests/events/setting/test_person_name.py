"""Persons who bear the names of towns are nowhere; towns with a part or a people before them stay."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.events.claims import places_of


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A mine killed Petro Luhansk, 41, near Lyman.", ["Lyman"]),
        ("Policemen arrested Aisha Homs and Tarek Latakia in Beirut.", ["Beirut"]),
        ("Captain Bristol and Sergeant Leeds were ambushed near Basra.", ["Basra"]),
        ("Gunmen shot Dallas, a civilian, in Kabul.", ["Kabul"]),
        ("They kidnapped Hebron, 52, in Gaza City.", ["Gaza City"]),
        ("The attack on Benazir Quetta, a student, took place in Lahore.", ["Lahore"]),
        ("Soldiers fired at Qorban Zaranj in Herat.", ["Herat"]),
    ],
)
def test_a_person_with_a_towns_name_is_no_place(gazetteer: Gazetteer, text: str, places: list[str]) -> None:
    assert places_of(text, gazetteer) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels shelled Greater Aleppo.", ["Aleppo"]),
        ("Jets bombed Kurdish Kobani.", ["Kobani"]),
        ("On Monday Homs was shelled.", ["Homs"]),
        ("Militiamen attacked Benghazi, a port, at dawn.", ["Benghazi"]),
        ("In Aleppo, a soldier, drunk, shot two men.", ["Aleppo"]),
        ("In April Mosul was bombed.", ["Mosul"]),
        ('He said: "Homs was shelled twice."', ["Homs"]),
    ],
)
def test_a_part_a_people_or_a_day_before_a_town_leaves_it_one(
    gazetteer: Gazetteer, text: str, places: list[str]
) -> None:
    assert places_of(text, gazetteer) == places
