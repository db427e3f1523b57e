"""Wordings of reports from the ground: who may not leave, who waits where, what is found, put and taken in."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from tests.events.claims import told
from texts.document import Document, text_id


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Nobody can leave Taiz.", "control", "Taiz"),
        ("In Taiz no one can go out after dark.", "control", "Taiz"),
        ("Checkpoints have gone up in Aden.", "control", "Aden"),
        ("Gunmen stopped a bus near Djibo.", "control", "Djibo"),
        ("The rebels have the upper hand in Hama.", "control", "Hama"),
        ("Hama went over to the rebels.", "control", "Hama"),
        ("Bodies were dumped outside Djibo.", "attack", "Djibo"),
        ("Hospitals in Khartoum received 60 bodies.", "attack", "Khartoum"),
        ("Nine drones over Odesa.", "attack", "Odesa"),
        ("The rebels answered with mortars on Donetsk.", "attack", "Donetsk"),
        ("Both sides traded mortar rounds around Taiz.", "attack", "Taiz"),
        ("The gangs planted mines around Hodeidah.", "buildup", "Hodeidah"),
        ("Guns have been placed on the heights above Sarajevo.", "buildup", "Sarajevo"),
        ("Security has been stepped up in Baghdad.", "buildup", "Baghdad"),
        ("Some 3,000 refugees waited at the border near Nazran.", "displacement", "Nazran"),
        ("Goma has taken in 60,000.", "displacement", "Goma"),
        ("Only the elderly remain in Stepanakert.", "displacement", "Stepanakert"),
        ("The truce collapsed in Aden.", "diplomacy", "Aden"),
        ("Prisoners were swapped at Marib.", "diplomacy", "Marib"),
        ("Some 97 wounded were admitted to a hospital in Adre.", "support", "Adre"),
        ("Planes dropped food over Gao.", "support", "Gao"),
        ("Crowds filled the streets of Sanaa.", "statement", "Sanaa"),
    ],
)
def test_wordings_that_name_a_happening_in_a_group_of_words(
    gazetteer: Gazetteer, text: str, kind: str, place: str
) -> None:
    """A family of words tells what happens where no single verb does."""
    assert told(text, gazetteer) == [(kind, [("at", place)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Gao, most have left.", ("displacement", [("from", "Gao")])),
        ("Half of the people of Gao have fled.", ("displacement", [("from", "Gao")])),
        ("Rebels stormed Gao. Their foes withdrew from it at dawn.", ("movement", [("from", "Gao")])),
        ("Talks were held in Gitarama, where the cabinet has fled.", ("displacement", [("to", "Gitarama")])),
        ("The convoy is making for Kirkuk.", ("movement", [("to", "Kirkuk")])),
        ("Families are driving out of Tyre.", ("displacement", [("from", "Tyre")])),
        ("Rebels kidnapped a priest on the road between Homs and Hama.", ("attack", [("at", "Homs"), ("at", "Hama")])),
        ("The bridge at Mosul was blown up.", ("attack", [("at", "Mosul")])),
    ],
)
def test_who_leaves_and_what_lies_where(
    gazetteer: Gazetteer, text: str, expected: tuple[str, list[tuple[str, str]]]
) -> None:
    """A place before a verb is left or reached, "it" is the place told of, "where" may be where a journey ended."""
    assert expected in told(text, gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "My uncle moved to Erbil in 2009.",
        "I want to go to Addis Ababa.",
        "Her sister flew to Dubai last week.",
        "He flew to Beirut on holiday.",
        "The lights went out in Goma.",
        "The army ordered shops in Harare to stay calm.",
        "The Sudanese Armed Forces have offices in Cairo.",
    ],
)
def test_private_journeys_and_things_that_only_sound_alike_are_left_out(gazetteer: Gazetteer, text: str) -> None:
    """Nobody watches a war for the journeys of an uncle, for lights that go out or for the name of an army."""
    assert told(text, gazetteer) == []


def test_who_leaves_a_place_by_his_own_account_is_displaced(gazetteer: Gazetteer) -> None:
    """A relative's departure is that of a civilian."""
    assert told("My sister left Mosul yesterday.", gazetteer) == [("displacement", [("from", "Mosul")])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beirut airport was closed.", ("control", ["Beirut airport"])),
        ("The border post at Rafah reopened.", ("control", ["Rafah"])),
        ("All roads to Ramadi are cut.", ("control", ["Ramadi"])),
        ("Soldiers have blocked all roads leading into Kano.", ("control", ["Kano"])),
        ("Clashes between the army and the rebels continued in Nyala.", ("attack", ["Nyala"])),
        ("Some 30 people were killed and 62 injured across Gaza.", ("attack", ["Gaza"])),
        ("French troops evacuate foreigners to Libreville.", ("displacement", ["Libreville"])),
        ("Families driven from Pristina reached Kukes.", ("displacement", ["Kukes"])),
        ("A platoon was in contact 2 km E of Ghazni.", ("attack", ["Ghazni"])),
        ("IED strike vic Ghazni, two vehicles damaged.", ("attack", ["Ghazni"])),
        ("More than 3,000 crossed into Arsal.", ("displacement", ["Arsal"])),
        ("Christians were driven out of Mosul.", ("displacement", ["Mosul"])),
        ("Grads on Gorlovka.", ("attack", ["Gorlovka"])),
        ("In Ghazni province militants attacked Waghez on Monday.", ("attack", ["Waghez"])),
        ("The army withdrew to Ghazni. Its men had pulled out of Waghez.", ("movement", ["Waghez"])),
    ],
)
def test_what_stands_between_a_happening_and_its_place(
    gazetteer: Gazetteer, text: str, expected: tuple[str, list[str]]
) -> None:
    """Roads, posts, sides and second verbs do not cut a happening off from its place; nor does a log's shorthand."""
    kind, names = expected
    found = [(kind, [name for _, name in places]) for kind, places in told(text, gazetteer)]
    assert any(one == kind and set(names) <= set(places) for one, places in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Google entered the market in Iraq in 2016.",
        "Coca-Cola pulled out of Aleppo.",
        "Tourists are flocking to Beirut again.",
        "Prices in Aleppo have exploded.",
        "Born in Tikrit, he fled to Damascus in 1959.",
    ],
)
def test_business_tourists_and_lives_are_no_news(gazetteer: Gazetteer, text: str) -> None:
    """Markets, travellers, prices and the courses of lives tell of no happening in a war."""
    assert told(text, gazetteer) == []


def test_who_only_wants_is_no_source_of_what_another_tells(gazetteer: Gazetteer) -> None:
    """An official who tells what others want is the one to ask."""
    text = "The Iranians want to send troops to Karbala, a minister said."
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    assert [[source.text for source in claim.sources] for claim in claims] == [["a minister"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Armed men shot a judge in Benghazi.", [("attack", [("at", "Benghazi")])]),
        ("A car bomb went off in Aden. The rebels claimed the blast.", [("attack", [("at", "Aden")])]),
        ("The minister arrived in Erbil for talks.", [("movement", [("to", "Erbil")])]),
        ("Martial law was declared in Mindanao.", [("control", [("at", "Mindanao")])]),
    ],
)
def test_what_only_describes_or_refers_back_makes_no_second_claim(
    gazetteer: Gazetteer, text: str, expected: list[tuple[str, list[tuple[str, str]]]]
) -> None:
    """Arms that men bear, a blast that is claimed, talks that a journey is for: each is told once."""
    assert told(text, gazetteer) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jets hit barracks in Homs, an airfield at Hama and a depot near Idlib.",
            ("attack", ["Homs", "Hama", "Idlib"]),
        ),
        ("Guerrillas killed the mayor of Caloto.", ("attack", ["Caloto"])),
        ("The emir of Kano was abducted on Sunday.", ("attack", ["Kano"])),
        ("Gunmen dragged a man from a clinic in Navolato.", ("attack", ["Navolato"])),
        ("A youth was picked up in Srinagar.", ("control", ["Srinagar"])),
        ("Traffic was halted at Qazigund.", ("control", ["Qazigund"])),
        ("The general gave himself up at Stalingrad.", ("control", ["Stalingrad"])),
        ("Two explosions tore through a crowd in Kerman.", ("attack", ["Kerman"])),
    ],
)
def test_lists_of_things_and_wronged_officers_have_their_places(
    gazetteer: Gazetteer, text: str, expected: tuple[str, list[str]]
) -> None:
    """Each thing of a list stands somewhere, and who holds an office was wronged where he holds it."""
    assert [(kind, [name for _, name in places]) for kind, places in told(text, gazetteer)] == [expected]
