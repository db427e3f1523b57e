"""States: who holds a place, where force stands, who was where, what is shut or ablaze."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.events.claims import told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mosul is still firmly in rebel hands.", "Mosul"),
        ("Aleppo, the second city of the land, remains under government control.", "Aleppo"),
        ("Half of Raqqa is in the hands of the alliance.", "Raqqa"),
        ("Homs is still under siege.", "Homs"),
        ("MOSUL IS OURS, SAYS THE ARMY", "MOSUL"),
        ("A new flag is up over Donetsk.", "Donetsk"),
        ("In Donetsk a new flag is up.", "Donetsk"),
        ("The road by Taiz is shut.", "Taiz"),
        ("Kobani still holds.", "Kobani"),
    ],
)
def test_who_holds_a_place(gazetteer: Gazetteer, text: str, place: str) -> None:
    """What a place is said to be in, under or held by is a claim of control there."""
    assert told(text, gazetteer) == [("control", [("at", place)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09:30 Taliban at the gates of Kabul.", ("movement", [("to", "Kabul")])),
        ("Fighters now inside Mosul, says a resident.", ("movement", [("to", "Mosul")])),
        ("Some 3,000 soldiers were inside Goma in April.", ("buildup", [("at", "Goma")])),
        ("There were 500 soldiers in Erbil.", ("buildup", [("at", "Erbil")])),
        ("Turkey has 900 soldiers in Bashiqa.", ("buildup", [("at", "Bashiqa")])),
        ("Tanks were seen near Melitopol.", ("buildup", [("at", "Melitopol")])),
        ("The garrison in Erbil was put on high alert.", ("buildup", [("at", "Erbil")])),
        ("The envoy was in Doha last week.", ("movement", [("to", "Doha")])),
        ("Some 500 families are in Goma.", ("displacement", [("at", "Goma")])),
    ],
)
def test_where_people_are(gazetteer: Gazetteer, text: str, expected: tuple[str, list[tuple[str, str]]]) -> None:
    """Force that is somewhere is gathered there, an envoy has travelled, families have taken refuge."""
    assert told(text, gazetteer) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The bank is in Basra.",
        "Baghdad is open to talks.",
        "The minister was born in Basra.",
        "Gold is on hand in Basra.",
        "The flag of the club hangs in a bar.",
        "Karbala-5 was an operation.",
    ],
)
def test_what_is_no_state_of_war(gazetteer: Gazetteer, text: str) -> None:
    """A bank, a willingness, a birthplace and the name of an operation make no claim."""
    assert told(text, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The two leaders shook hands in Algiers.", "diplomacy"),
        ("France closed its embassy in Tripoli.", "diplomacy"),
        ("The agency suspended its operations in Kassala.", "support"),
        ("Medics treated the wounded in Goma.", "support"),
        ("A crowd gathered outside the mosque in Najaf.", "statement"),
        ("The council declared autonomy in Benghazi.", "statement"),
        ("The army has laid mines near Basra.", "buildup"),
        ("The militia set up a base in Sinjar.", "buildup"),
    ],
)
def test_fixed_groups_with_words_between(gazetteer: Gazetteer, text: str, kind: str) -> None:
    """A group is found whatever stands in its gap, and its kind is its own."""
    assert [it for it, _ in told(text, gazetteer)] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Teachers went on strike in Basra.", [("statement", [("at", "Basra")])]),
        ("A mutiny broke out in Goma.", [("attack", [("at", "Goma")])]),
        ("Panic broke out in Goma.", []),
        ("Rebels 5 km from Damascus.", [("movement", [("to", "Damascus")])]),
        ("The rebels are three kilometres from Damascus.", [("movement", [("to", "Damascus")])]),
        ("The front line runs from Erbil to Kirkuk.", []),
        ("Guns and missiles are stationed near Mosul.", [("buildup", [("at", "Mosul")])]),
        ("Mass graves were found in Tikrit.", [("attack", [("at", "Tikrit")])]),
        ("Tripoli: militias fight over the airport.", [("attack", [("at", "Tripoli")])]),
        ("TRIPOLI: Militias fight over the airport.", []),
    ],
)
def test_lines_distances_and_groups_that_cover_their_words(
    gazetteer: Gazetteer, text: str, expected: list[tuple[str, list[tuple[str, str]]]]
) -> None:
    """A longer group decides over the words in it; a ticker's heading places its line, a dateline does not."""
    assert told(text, gazetteer) == expected
