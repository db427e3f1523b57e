"""Words that go on with what was told before: "X was next", "so did X", "the same happened in X", "X too"."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


def told(text: str, gazetteer: Gazetteer) -> list[tuple[str, str, list[str]]]:
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    return [(it.kind.value, it.status.value, [place.text for place in it.places]) for it in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels seized Baiji. Tikrit was next.", ("control", "asserted", ["Tikrit"])),
        ("Rebels seized Baiji. Tikrit followed hours later.", ("control", "asserted", ["Tikrit"])),
        ("Rebels seized Baiji. Tikrit is next.", ("control", "planned", ["Tikrit"])),
        ("Rebels seized Baiji. Tikrit could be next.", ("control", "hypothetical", ["Tikrit"])),
        ("Rebels seized Baiji. Is Tikrit next?", ("control", "hypothetical", ["Tikrit"])),
        ("Rebels seized Baiji. Next up Tikrit, I bet.", ("control", "planned", ["Tikrit"])),
        ("Shells rained down on Donetsk. The same happened in Horlivka.", ("attack", "asserted", ["Horlivka"])),
        ("Shells rained down on Donetsk. In Horlivka too.", ("attack", "asserted", ["Horlivka"])),
        ("Donetsk came under heavy air attack, and so did Horlivka.", ("attack", "asserted", ["Horlivka"])),
        ("Jets bombed Idlib. Also in Hama.", ("attack", "asserted", ["Hama"])),
    ],
)
def test_what_goes_on_is_of_the_kind_before(
    gazetteer: Gazetteer, text: str, expected: tuple[str, str, list[str]]
) -> None:
    """The place that comes next or goes the same way has the blow or the taking that was told before it."""
    claims = told(text, gazetteer)
    assert len(claims) == 2
    assert claims[1] == expected


@pytest.mark.parametrize(
    "text",
    ["We toured Paris. Vienna was next.", "The band will play Berlin too.", "Lyon won on Monday. Nantes followed."],
)
def test_nothing_goes_on_where_no_blow_was_told(gazetteer: Gazetteer, text: str) -> None:
    """A tour and a league go on with no blow."""
    assert told(text, gazetteer) == []


def test_a_word_beside_a_verb_echoes_nothing(gazetteer: Gazetteer) -> None:
    """ "Too" in a sentence with a verb of its own belongs to that verb."""
    assert told("Jets bombed Idlib. He lives in Homs too.", gazetteer) == [("attack", "asserted", ["Idlib"])]
