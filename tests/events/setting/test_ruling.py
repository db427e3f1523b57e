"""States that fight, side, strike back and are drawn in are who rules them, and no ground."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.events.claims import places_of


@pytest.mark.parametrize(
    "text",
    [
        "Havana, Luanda and Pretoria intervened on the side of the government.",
        "Six states, among them Angola, Chad and Namibia, were drawn into the fighting.",
        "Kampala struck first.",
        "Nobody should be surprised that Kampala attacked.",
        "Baku hit back within hours.",
        "The war in which Eritrea and Ethiopia fought was long.",
        "The soldiers South Africa lost in the fighting are not spoken of.",
        "Everything Kampala gained in the war it lost again.",
        "Why did Kampala attack?",
        "Why is Kampala at war? The roots of the fighting go back to 1994.",
        "Kampala was silent. Its troops had attacked at dawn.",
        "In this war Iran and Saudi Arabia fight each other.",
        "As Baku and Yerevan fight, civilians die.",
        "Harare and Luanda came in on the side of the government.",
        "Kampala fights in the east, Harare in the north.",
        "The regime in Eritrea has bombed its own people.",
        "Djibouti took Eritrea's side in the war.",
        "Ethiopia took Eritrea to the world court over the invasion.",
        "To end the war, one must talk to Eritrea.",
        "China is arming Thailand for war.",
        "Uganda has turned to Kenya for help in the war.",
        "The war, in which Eritrea, Sudan and Djibouti fought, has killed millions.",
        "The fighting, into which Eritrea and Sudan were drawn, has killed thousands.",
        "Those who attacked, Serbia, Albania and Greece, were named.",
        "Eritrea attacked, then Sudan, then Djibouti.",
        "The rebels and their sponsors in Eritrea and Sudan launched an offensive.",
        "An attack that Harare blames on Kampala killed nine.",
        "He accuses Uganda and Rwanda of attacks.",
    ],
)
def test_states_that_act_are_no_ground(gazetteer: Gazetteer, text: str) -> None:
    """Alone, in lists and in clauses of all kinds: no claim is put at the capital of who fights."""
    assert places_of(text, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the DRC, Rwanda and Uganda fight over gold.", ["DRC"]),
        ("With the attack on Vukovar, Serbia has crossed a line.", ["Vukovar"]),
        ("Troops of North Korea fought in Kursk, and Iran, whose planes they use, was silent.", ["Kursk"]),
        ("The army trains soldiers in Mogadishu, the UAE paid others.", ["Mogadishu"]),
        ("On Monday strikes in Syria, Iraq and Yemen killed ten.", ["Syria", "Iraq", "Yemen"]),
        ("Kabul bombed again", ["Kabul"]),
        ("The clashes of Eritrea and Sudan in Axum killed hundreds.", ["Axum"]),
        ("The rebels captured the capital, Bangui, on Wednesday.", ["Bangui"]),
        ("The battle of Kyiv was long.", ["Kyiv"]),
        ("Kabul was bombed by Kampala.", ["Kabul"]),
        ("What happened in Kabul? Nine were killed.", ["Kabul"]),
        ("The regime in Kabul was overthrown.", ["Kabul"]),
        ("Syria saw heavy fighting.", ["Syria"]),
    ],
)
def test_the_ground_of_a_war_stays(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    """What is struck, what goes through a fight and where it is fought are places, states or not."""
    assert expected == places_of(text, gazetteer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since the capture of Donetsk last year, the separatists have taxed the trade.", ["Donetsk"]),
        ("Since the invasion of Chad in 1983 prices have doubled.", []),
        ("He went to school in Donetsk.", []),
        ("The parade evoked the siege of Vukovar.", []),
    ],
)
def test_what_only_dates_or_is_remembered(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    """A taking behind "since" is earlier news; an old war, a life and a memory are background."""
    assert expected == places_of(text, gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "Attacks by armed groups hostile to Rwanda, Uganda and Burundi have risen.",
        "Rebels shelled the positions of troops from Rwanda, Uganda and Burundi.",
        "The militia fights the governments in Rwanda, Uganda and Burundi.",
    ],
)
def test_states_that_only_say_whose_people_are_meant_are_no_ground(gazetteer: Gazetteer, text: str) -> None:
    assert places_of(text, gazetteer) == []


def test_what_is_fired_from_a_state_starts_there(gazetteer: Gazetteer) -> None:
    assert places_of("Rockets fired from Lebanon hit Haifa.", gazetteer) == ["Lebanon", "Haifa"]
