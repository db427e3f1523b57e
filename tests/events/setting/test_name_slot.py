"""Where a capital can only be that of a place, though no gazetteer has the name or nobody took it for one."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.events.claims import told


@pytest.mark.parametrize(
    "text",
    [
        "In Anbar the hill of Qelmarez, where a garrison sits, was shelled on Monday.",
        "Troops left Ramadi. Qelmarez, where a garrison sits, was shelled on Monday.",
        "Troops left Ramadi. Qelmarez, a farming village, was shelled on Monday.",
        "Troops left Ramadi. Qelmarez, 30 km north of it, was shelled on Monday.",
        "Troops left Ramadi. Jets bombed the streets of Qelmarez on Monday.",
        "Troops left Ramadi. Near Qelmarez militiamen killed nine shepherds.",
        "Troops left Ramadi. Nine shepherds were killed at al-Qelmarez.",
    ],
)
def test_what_is_said_of_a_name_tells_that_it_is_a_place(gazetteer: Gazetteer, text: str) -> None:
    assert any(kind == "attack" and "Qelmarez" in places[0][1] for kind, places in told(text, gazetteer))


def test_a_name_goes_on_behind_a_clause_between_commas(gazetteer: Gazetteer) -> None:
    text = "Troops left Ramadi. Qelmarez, which had held out for weeks, fell on Monday."
    assert ("control", [("at", "Qelmarez")]) in told(text, gazetteer)


def test_the_end_of_a_way_is_a_place_where_its_start_is_one(gazetteer: Gazetteer) -> None:
    """Even where the name is a family's too."""
    text = "Troops left Ramadi. They moved a base from Tal Dibs to Kafr Gong."
    assert ("movement", [("from", "Tal Dibs"), ("to", "Kafr Gong")]) in told(text, gazetteer)


def test_a_capital_tells_the_country_where_no_other_town_is_named(gazetteer: Gazetteer) -> None:
    text = "Rain fell in Port-au-Prince. Armed men stormed a police station in Qelmarez, residents said."
    assert told(text, gazetteer) == [("attack", [("at", "Qelmarez")])]


def test_where_a_report_was_written_tells_no_country(gazetteer: Gazetteer) -> None:
    text = "BEIRUT, May 3 - Armed men stormed a police station in Qelmarez, residents said."
    assert told(text, gazetteer) == []


def test_towns_tell_the_country_where_governments_act(gazetteer: Gazetteer) -> None:
    """Countries that send soldiers do not hide that the towns of a text all lie in one of them."""
    text = "Mortars fell on Sake and Goma. South Africa lost two men. Burundi withdrew a battalion sent to Qelmarez."
    assert ("movement", [("to", "Qelmarez")]) in told(text, gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "Troops left Ramadi. Qelmarez, besieged since May, fell on Monday.",
        "Troops left Ramadi. Qelmarez, long held by militiamen, was shelled on Monday.",
        "Troops left Ramadi. Qelmarez, which had been recaptured in May, was shelled on Monday.",
    ],
)
def test_what_was_taken_before_is_a_place(gazetteer: Gazetteer, text: str) -> None:
    assert "Qelmarez" in {name for _, places in told(text, gazetteer) for _, name in places}


def test_who_has_lost_men_is_none(gazetteer: Gazetteer) -> None:
    text = "Troops left Ramadi. Dorvash, having lost 40 men, withdrew on Monday."
    assert "Dorvash" not in {name for _, places in told(text, gazetteer) for _, name in places}


@pytest.mark.parametrize(
    "text",
    [
        "Troops left Ramadi. Militiamen killed Harun Dorvash, a teacher, on Monday.",
        "Troops left Ramadi. Dorvash, who had held out for weeks, was shot on Monday.",
    ],
)
def test_people_of_whom_the_same_is_said_are_none(gazetteer: Gazetteer, text: str) -> None:
    assert not any("Dorvash" in name for _, places in told(text, gazetteer) for _, name in places)


def test_a_there_behind_a_noun_is_in_the_town_before_it(gazetteer: Gazetteer) -> None:
    """In "a post there was" somebody is somewhere; in "there was a post" nobody need be."""
    text = "Nine hundred shells fell on Ramadi in a day; a post there was vacated."
    assert ("movement", [("from", "Ramadi")]) in told(text, gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "Troops left Ramadi. The assault on Qelma Hill began at dusk.",
        "Troops left Ramadi. Nine families were taken from Qelmarez and shot.",
        "Troops left Ramadi. Militiamen shelled the hamlets of Qelmarez and Dorvash.",
        "Troops left Ramadi. Shells fell in the Qelmarez sector.",
    ],
)
def test_hills_hamlets_and_where_people_were_taken_from_are_places(gazetteer: Gazetteer, text: str) -> None:
    assert any("Qelma" in name for kind, places in told(text, gazetteer) if kind == "attack" for _, name in places)
