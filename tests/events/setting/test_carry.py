"""What a sentence leaves unsaid because the one before named the place."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.events.claims import told


@pytest.mark.parametrize(
    "text",
    [
        "Taiz is a town of half a million. Militiamen hold most of its old quarter and killed nine guards on Friday.",
        "In Taiz the streets are empty. Snipers shot two porters on Friday.",
        "Taiz was quiet on Tuesday. A day later shells killed nine people.",
    ],
)
def test_a_town_that_a_sentence_speaks_of_is_where_the_next_goes_on(gazetteer: Gazetteer, text: str) -> None:
    assert ("attack", [("at", "Taiz")]) in told(text, gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "Delegates met in Geneva. Nine people were killed last week.",
        "He compared it with Taiz. Nine people were killed last week.",
        "Officials in Taiz had no comment. The war has killed thousands.",
    ],
)
def test_a_town_that_is_only_mentioned_is_not(gazetteer: Gazetteer, text: str) -> None:
    assert not [it for it in told(text, gazetteer) if it[0] == "attack"]


@pytest.mark.parametrize(
    "text",
    [
        "Militiamen stormed Taiz on Friday. Hundreds of families fled towards the coast.",
        "Militiamen stormed Taiz on Friday. Hundreds of civilians were flown out by helicopter.",
        "Militiamen stormed Taiz on Friday. Foreigners were bussed out overnight.",
    ],
)
def test_who_flees_or_is_taken_away_starts_where_the_fight_was_told(gazetteer: Gazetteer, text: str) -> None:
    assert ("displacement", [("from", "Taiz")]) in told(text, gazetteer)


def test_who_has_just_arrived_had_not_fled_from_there(gazetteer: Gazetteer) -> None:
    text = "Hundreds of families arrived in Taiz this week. They had fled towards the coast first."
    assert told(text, gazetteer) == [("displacement", [("to", "Taiz")])]


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit Taiz on Friday. Reporters saw nobody there and said that three drones had been shot down.",
        "Shells hit Taiz on Friday. A nurse who lives there said that nine men were killed.",
    ],
)
def test_a_there_beside_the_deed_is_where_it_was_done(gazetteer: Gazetteer, text: str) -> None:
    assert told(text, gazetteer) == [("attack", [("at", "Taiz")])] * 2


def test_it_holds_talks_and_no_town(gazetteer: Gazetteer) -> None:
    text = "The delegation flew to Doha on Sunday. It is to hold talks with the rebels."
    assert not [it for it in told(text, gazetteer) if it[0] == "control"]


def test_a_town_beside_which_another_lies_is_not_taken_up(gazetteer: Gazetteer) -> None:
    text = "The village of Bucha lies north-west of Kyiv. Four hundred bodies were found there."
    assert told(text, gazetteer) == [("attack", [("at", "Bucha")])]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Shells hit Taiz on Friday. Militiamen threw grenades into cellars.", "attack"),
        ("Shells hit Taiz on Friday. Militiamen freed the inmates of the jail.", "control"),
        ("Shells hit Taiz on Friday. Trenches have been dug around the palace.", "buildup"),
        ("Shells hit Mount Sinjar on Friday. Nine men were killed.", "attack"),
        ("Shells hit Taiz in Yemen on Friday. Nine men were killed.", "attack"),
        ("Shells hit Taiz on Friday. Sanaa has condemned it. Nine men were killed.", "attack"),
    ],
)
def test_what_wants_a_place_is_told_where_the_fight_was(gazetteer: Gazetteer, text: str, kind: str) -> None:
    name = "Mount Sinjar" if "Sinjar" in text else "Taiz"
    assert told(text, gazetteer)[-1] == (kind, [("at", name)])


def test_a_toll_of_the_whole_war_is_not_that_of_the_town_named_last(gazetteer: Gazetteer) -> None:
    text = "Shells hit Taiz on Friday. More than 10,000 people have been killed."
    assert len(told(text, gazetteer)) == 1


def test_a_place_behind_a_semicolon_belongs_to_what_happens_there(gazetteer: Gazetteer) -> None:
    text = "In Kinshasa students stoned offices; in Bukavu shells fell on a market."
    assert told(text, gazetteer) == [
        ("statement", [("at", "Kinshasa")]),
        ("attack", [("at", "Bukavu")]),
    ]


def test_a_list_may_say_its_preposition_again(gazetteer: Gazetteer) -> None:
    assert told("They drove the army out of Goma and then out of Beni.", gazetteer) == [
        ("control", [("at", "Goma"), ("at", "Beni")])
    ]


def test_a_there_means_the_mountain_told_of_and_not_the_head_of_the_report(gazetteer: Gazetteer) -> None:
    text = "ERBIL, Iraq - Thousands are stranded on Mount Sinjar. Planes dropped 5,300 meals there before dawn."
    assert told(text, gazetteer)[-1] == ("support", [("at", "Mount Sinjar")])


def test_where_an_officer_speaks_nothing_has_happened(gazetteer: Gazetteer) -> None:
    text = "In Moscow a presidential aide hailed the capture of the bridge."
    assert told(text, gazetteer) == []


@pytest.mark.parametrize("who", ["People in Ibb", "A shopkeeper in Ibb", "Men from Ibb"])
def test_there_is_where_they_live_who_tell_of_it(gazetteer: Gazetteer, who: str) -> None:
    text = f"Troops entered Taiz. {who} said gunmen had killed two guards there."
    assert ("attack", [("at", "Ibb")]) in told(text, gazetteer)
