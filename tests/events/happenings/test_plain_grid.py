"""Plain sentences of many wordings: the kind, the places' roles and who is named as doing it."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


def _told(text: str, gazetteer: Gazetteer) -> list[str]:
    """Return the claims of a text, each in one line."""
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    return [
        f"{it.kind} "
        + " ".join(f"{place.role} {place.text}" for place in it.places)
        + "".join(f", {actor.role} {actor.text}" for actor in it.actors)
        for it in claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between envoys and the rebels opened in Goma.", "diplomacy at Goma, agent envoys, agent the rebels"),
        ("Rebels set houses in Goma on fire.", "attack at Goma, agent Rebels, target houses"),
        ("Air strikes by Russia hit Idlib.", "attack at Idlib, agent Russia"),
        ("Three attacks on Goma were thrown back.", "attack at Goma"),
        ("The army subjected Goma to heavy bombardment.", "attack at Goma, agent The army"),
        ("Goma took a pounding.", "attack at Goma"),
        ("Rebels control every road into Goma.", "control at Goma, agent Rebels"),
        ("The army drove a police patrol out of Goma.", "control at Goma, agent The army, target a police patrol"),
        ("Malian army denies losing Menaka.", "control at Menaka, agent Malian army"),
        ("Residents saw a convoy of rebels enter Goma.", "movement to Goma, agent a convoy of rebels"),
        ("Reinforcements from Idlib have reached Kunduz.", "movement from Idlib to Kunduz, agent Reinforcements"),
        ("Rebels passed through Goma on the way to Bunia.", "movement via Goma to Bunia, agent Rebels"),
        ("The army evacuated its base in Goma.", "movement from Goma, agent The army"),
        ("Two battalions were on the move near Goma.", "movement at Goma, agent Two battalions"),
        ("The presence of Chadian troops in Gao is growing.", "buildup at Gao, agent Chadian troops"),
        ("The army beefed up security in Gao.", "buildup at Gao, agent The army"),
        ("Rebels hid weapons in Gao.", "buildup at Gao, agent Rebels"),
        ("Some 400 people from Goma were bussed to Bukavu.", "displacement from Goma to Bukavu, agent Some 400 people"),
        ("Refugees were taken by bus to Bukavu.", "displacement to Bukavu, agent Refugees"),
        ("The army drove villagers out of Goma.", "displacement from Goma, agent The army, target villagers"),
        ("Mortar fire from Donetsk killed a woman in Toretsk.", "attack from Donetsk at Toretsk, target a woman"),
        ("A patrol met an enemy force near Gao.", "attack at Gao, agent A patrol, target an enemy force"),
        ("Most Malians sought refuge in Niamey.", "displacement at Niamey, agent Most Malians"),
        ("A bomber struck a checkpoint at the entrance to Gao.", "attack at Gao, agent A bomber, target a checkpoint"),
        ("A company of the army took over Gao.", "control at Gao, agent A company of the army"),
        ("The army will bring home its men from Gao.", "movement from Gao, agent The army, target its men"),
        ("A truce between clans is holding in Kismayo.", "diplomacy at Kismayo"),
        ("Weapons were delivered to Goma.", "support to Goma, target Weapons"),
    ],
)
def test_a_plain_sentence_is_read_whole(gazetteer: Gazetteer, text: str, expected: str) -> None:
    """Kind, places and people of a sentence are those that its words give."""
    assert [expected] == _told(text, gazetteer)


def test_who_enters_and_who_leaves_are_two(gazetteer: Gazetteer) -> None:
    """A town that some enter while others leave it has two movements."""
    expected = ["movement to Goma, agent Rebels", "movement from Goma, agent army"]
    assert expected == _told("Rebels enter Goma as army withdraws.", gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "The exhibition opened in Goma.",
        "People mourning a singer lit candles in Goma.",
        "The death of a footballer in Goma was confirmed.",
        "The film captures life in Goma.",
        "The company moved its office from Lyon to Paris.",
        "Volunteers fed residents in Leeds at a street party.",
        "A column of figures was printed in Goma.",
    ],
)
def test_what_only_sounds_like_it_makes_no_claim(gazetteer: Gazetteer, text: str) -> None:
    """Words of the same families in peace are no happening."""
    assert not _told(text, gazetteer)
