"""Wordings of war that make a claim, and wordings like them that make none."""

from __future__ import annotations

import pytest

from events.claim import Claim
from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


def claims_of(text: str, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    return claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims


def told(claim: Claim) -> tuple[str, str, list[tuple[str, str]]]:
    words = claim.trigger.of(claim.excerpt.text) if claim.trigger else ""
    return claim.kind.value, words, [(it.role.value, it.text) for it in claim.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # headlines, where the tagger takes verbs for nouns
        ("Rebels enter Goma", ("movement", "enter", [("to", "Goma")])),
        ("Kyiv hit by wave of drones", ("attack", "hit", [("at", "Kyiv")])),
        ("Russia Sends Tanks to Retake Kherson", ("control", "Retake", [("at", "Kherson")])),
        ("Taliban Capture Kunduz After Weeks of Fighting", ("control", "Capture", [("at", "Kunduz")])),
        ("40 Killed in Shelling of Market in Taiz", ("attack", "Shelling", [("at", "Taiz")])),
        # what men and things are for is no fight
        ("Chad has combat troops in Gao.", ("buildup", "has", [("at", "Gao")])),
        ("Chad sent combat drones to Gao.", ("movement", "sent", [("to", "Gao")])),
        # a push is a noun behind its article, and what it is on is attacked
        ("A planned push on Tikrit was put off.", ("attack", "push on", [("at", "Tikrit")])),
        # the place itself, or a thing in it, is struck
        ("Basra was hit twice on Sunday.", ("attack", "hit", [("at", "Basra")])),
        ("Several houses were destroyed in Tikrit.", ("attack", "destroyed", [("at", "Tikrit")])),
        ("Shells fell on the old quarter of Aleppo.", ("attack", "Shells fell", [("at", "Aleppo")])),
        ("Rockets fired from Tyre landed near Haifa.", ("attack", "landed near", [("from", "Tyre"), ("at", "Haifa")])),
        ("Mosul came under heavy mortar fire.", ("attack", "under heavy mortar fire", [("at", "Mosul")])),
        # what is held is a road, a base, or a state that a place is in
        ("The road was cut near Tikrit.", ("control", "cut", [("at", "Tikrit")])),
        ("Fighters took a police station in Hama.", ("control", "took", [("at", "Hama")])),
        ("Hama remains in government hands.", ("control", "in government hands", [("at", "Hama")])),
        ("Homs is under full rebel control.", ("control", "under full rebel control", [("at", "Homs")])),
        # ways
        ("They took the women to Erbil.", ("displacement", "took the women", [("to", "Erbil")])),
        ("Families were going back to Kirkuk.", ("displacement", "going back", [("to", "Kirkuk")])),
        ("Thousands gathered in Cairo.", ("statement", "Thousands gathered", [("at", "Cairo")])),
        ("Militia expelled hundreds of people from Erbil.", ("displacement", "expelled", [("at", "Erbil")])),
        ("Mosul airport - still held by militia", ("control", "held", [("at", "Mosul airport")])),
        ("Not a single shell hit Basra.", ("attack", "hit", [("at", "Basra")])),
        ("The offensive against Raqqa goes on.", ("attack", "offensive", [("at", "Raqqa")])),
        ("Jets flying over the Black Sea struck Basra.", ("attack", "struck", [("at", "Basra")])),
        ("We were at home when Vukovar fell.", ("control", "fell", [("at", "Vukovar")])),
        ("The guards left for Basra.", ("movement", "left", [("to", "Basra")])),
        ("Columns of tanks are advancing on Baghdad.", ("movement", "advancing", [("to", "Baghdad")])),
        ("Soldiers were walking about in Basra.", ("movement", "walking", [("at", "Basra")])),
        ("The programme moved 900 people to Erbil.", ("displacement", "moved", [("to", "Erbil")])),
        ("Some 4,000 Syrians reached Amman.", ("displacement", "reached", [("to", "Amman")])),
        # what is noticed happened where it was noticed
        ("On Friday an attack was reported in Mosul.", ("attack", "attack", [("at", "Mosul")])),
        ("A curfew has been imposed in Basra.", ("control", "curfew", [("at", "Basra")])),
    ],
)
def test_wordings_of_war(gazetteer: Gazetteer, text: str, expected: tuple[str, str, list[tuple[str, str]]]) -> None:
    """Each wording makes one claim of its kind, with its places in their roles."""
    assert [expected] == [told(claim) for claim in claims_of(text, gazetteer)]


@pytest.mark.parametrize(
    "text",
    [
        "Basra was hit by floods.",
        "Prices fell on Monday in Basra.",
        "He took a room near Hama.",
        "She cut the cake in Basra.",
        "Gunmen of the Islamic State of Iraq and the Levant hit a convoy.",
        "Tourists were walking about in Basra.",
        "Trucks carried wounded men to a clinic.",
    ],
)
def test_wordings_that_only_look_like_it(gazetteer: Gazetteer, text: str) -> None:
    """Without a weapon, a place or ground that is held, the same verbs tell of no war."""
    assert claims_of(text, gazetteer) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked Homs. Nine people were killed.", [("at", "Homs"), ("at", "Homs")]),
        ("Rebels attacked Homs. The garrison had left before dawn.", [("at", "Homs"), ("from", "Homs")]),
        ("Rebels shelled Homs. They took all of it on Sunday.", [("at", "Homs"), ("at", "Homs")]),
        ("Rebels shelled Homs. A bus was burned.", [("at", "Homs"), ("at", "Homs")]),
        ("Rebels shelled Homs. The minister had left his office.", [("at", "Homs")]),
    ],
)
def test_the_next_breath(gazetteer: Gazetteer, text: str, expected: list[tuple[str, str]]) -> None:
    """A sentence that goes on telling of a place without its name takes it up, in the role that its verb gives."""
    assert expected == [(it.role.value, it.text) for claim in claims_of(text, gazetteer) for it in claim.places]
