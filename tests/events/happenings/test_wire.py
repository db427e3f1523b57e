"""Wordings of agencies and situation reports: nominal happenings behind light verbs, and whole families of phrases."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.events.claims import told


@pytest.mark.parametrize(
    "text",
    [
        "Aid groups spoke of killings near Kharkiv.",
        "A wave of bombings shook Kharkiv.",
        "Mass shootings at Kharkiv came to light.",
        "Grenades were hurled into a bar in Kharkiv.",
        "A jet was downed above Kharkiv.",
        "Wreckage came down near Kharkiv.",
        "The rebels opened a second front near Kharkiv.",
        "Kharkiv lies in ruins.",
        "The attack, in which nine men died, occurred at a shop in Kharkiv.",
        "The latest clash, the third this week, took place near Kharkiv.",
        "The army was routed near Kharkiv.",
        "The victory at Kharkiv cost the army 900 men.",
        "Warplanes struck rebel-held parts of Kharkiv.",
    ],
)
def test_blows(gazetteer: Gazetteer, text: str) -> None:
    assert told(text, gazetteer) == [("attack", [("at", "Kharkiv")])]


@pytest.mark.parametrize(
    "text",
    [
        "Talks were held in Geneva on Monday.",
        "A truce was declared in Geneva.",
        "Mediators brought both sides together in Geneva.",
    ],
)
def test_talks_behind_light_verbs(gazetteer: Gazetteer, text: str) -> None:
    assert told(text, gazetteer) == [("diplomacy", [("at", "Geneva")])]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Joint exercises are being held in Kaunas.", "buildup"),
        ("Drills began in Kaunas.", "buildup"),
        ("Missile batteries were stationed in Kaunas.", "buildup"),
        ("The alliance keeps warplanes at Kaunas.", "buildup"),
        ("A new base is under construction in Kaunas.", "buildup"),
        ("Two ships have taken up station off Kaunas.", "buildup"),
        ("Only a few hundred people remain in Kaunas.", "displacement"),
        ("The agency has positioned 300 tonnes of food at Kaunas.", "support"),
        ("Volunteers are setting up tents near Kaunas.", "support"),
        ("The general addressed his troops in Kaunas.", "statement"),
        ("The army has regained the governor's palace in Kaunas.", "control"),
        ("The garrison of Kaunas surrendered.", "control"),
        ("The defenders of Kaunas will surrender by Sunday.", "control"),
    ],
)
def test_other_kinds(gazetteer: Gazetteer, text: str, kind: str) -> None:
    assert told(text, gazetteer) == [(kind, [("at", "Kaunas")])]


@pytest.mark.parametrize(
    "text",
    [
        "The firm keeps a branch in Kaunas.",
        "He threw a party in Kaunas.",
        "The team was beaten at Kaunas.",
        "Her victory at Kaunas was her third.",
        "The wedding took place in Kaunas.",
        "A defeat in Kaunas cost the club its lead.",
        "The committee positioned itself against Kaunas.",
        "The story about Kaunas lies in a drawer.",
    ],
)
def test_peace(gazetteer: Gazetteer, text: str) -> None:
    assert told(text, gazetteer) == []


def test_an_inverted_condition_does_not_make_the_town_act(gazetteer: Gazetteer) -> None:
    """Nor is the deed placed where it is threatened."""
    assert ("attack", [("at", "Goma")]) in told(
        "Ministers in London threatened sanctions should Goma be attacked.", gazetteer
    )


@pytest.mark.parametrize("people", ["Tutsis", "Hutus", "Hemas"])
def test_a_people_is_no_place(gazetteer: Gazetteer, people: str) -> None:
    assert told(f"The army says it is in the hills to protect {people}.", gazetteer) == []


@pytest.mark.parametrize(
    "text",
    ["Some 50,000 fled fighting in Uvira.", "Hundreds of families have fled the shelling of Uvira."],
)
def test_who_flees_a_fight_leaves_its_place(gazetteer: Gazetteer, text: str) -> None:
    assert ("displacement", [("from", "Uvira")]) in told(text, gazetteer)


def test_what_was_hit_may_be_listed_behind(gazetteer: Gazetteer) -> None:
    text = "Among the places hit were a school in Zaporizhzhia, a clinic in Nikopol and a silo outside Odesa."
    assert told(text, gazetteer) == [("attack", [("at", "Zaporizhzhia"), ("at", "Nikopol"), ("at", "Odesa")])]


def test_heights_beside_a_town_are_held_there(gazetteer: Gazetteer) -> None:
    text = "The rebels took Goma on Monday. Its defenders hold the hills east of the town."
    assert told(text, gazetteer) == [("control", [("at", "Goma")])] * 2


def test_two_readings_of_one_word_make_one_way(gazetteer: Gazetteer) -> None:
    text = "Some 12,300 people were displaced from Babanusa to Muglad."
    assert told(text, gazetteer) == [("displacement", [("from", "Babanusa"), ("to", "Muglad")])]


def test_a_hyphen_makes_no_offensive_a_describing_word(gazetteer: Gazetteer) -> None:
    text = "A large counter-offensive near Palmyra began on Friday."
    assert told(text, gazetteer) == [("attack", [("at", "Palmyra")])]


def test_back_opens_a_sentence(gazetteer: Gazetteer) -> None:
    text = "Back in Tal Afar, some forty shopkeepers demonstrated at noon."
    assert told(text, gazetteer) == [("statement", [("at", "Tal Afar")])]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Trucks brought flour to besieged Mariupol.", ("movement", [("to", "Mariupol")])),
        ("Hundreds fled from occupied Kherson.", ("displacement", [("from", "Kherson")])),
        ("Nine men were killed in besieged Aleppo.", ("attack", [("at", "Aleppo")])),
    ],
)
def test_what_describes_a_name_parts_it_from_no_preposition(
    gazetteer: Gazetteer, text: str, first: tuple[str, list[tuple[str, str]]]
) -> None:
    claims = told(text, gazetteer)
    assert claims[0] == first
    assert claims[1:] == [] or claims[1:] == [("control", [("at", first[1][0][1])])]


def test_a_name_behind_a_modal_may_end_the_text(gazetteer: Gazetteer) -> None:
    """Text without a full stop has nothing behind its last name."""
    assert told("They will not attack, nor will London", gazetteer) == []
