"""One movement is one claim, by whatever words it is told."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from tests.events.claims import told
from texts.document import Document, text_id


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A convoy from Kosti had reached El Obeid on Saturday.", [("from", "Kosti"), ("to", "El Obeid")]),
        ("A patrol from Kidal returned to Gao.", [("from", "Kidal"), ("to", "Gao")]),
        ("They dispatched a column from Basra to Amara.", [("from", "Basra"), ("to", "Amara")]),
    ],
)
def test_who_is_on_the_way_and_what_they_do_is_one_movement(
    gazetteer: Gazetteer, text: str, places: list[tuple[str, str]]
) -> None:
    assert told(text, gazetteer) == [("movement", places)]


def test_a_convoy_that_was_not_sent_is_nowhere_asserted(gazetteer: Gazetteer) -> None:
    text = "The army denied sending a convoy to El Obeid."
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    assert [it.status.value for it in claims] == ["denied"]


def test_a_convoy_that_no_verb_moves_is_a_movement_of_its_own(gazetteer: Gazetteer) -> None:
    found = told("A convoy from Goma was ambushed near Sake.", gazetteer)
    assert ("movement", [("from", "Goma")]) in found
    assert ("attack", [("at", "Sake")]) in found
