"""What questions make of a happening."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Has Kherson fallen?", ["hypothetical"]),
        ("Someone said tanks have entered Afrin, can anybody confirm?", ["unconfirmed"]),
        ("Can anyone verify explosions in Bryansk?", ["unconfirmed"]),
        ("Explosions in Bryansk. Anyone else hearing this?", ["unconfirmed"]),
        ("Were you at home when Vukovar fell?", ["asserted"]),
        ("Q: Were you hurt?\nA: No, I had left Grozny a week before.", ["asserted"]),
        ("The ministry said no troops would return to Abyei.", ["denied"]),
        ("The ministry said that troops would return to Abyei.", ["planned"]),
    ],
)
def test_status_of_what_is_asked(gazetteer: Gazetteer, text: str, statuses: list[str]) -> None:
    """Whether is open, whoever asks around has heard it, and what a question takes for granted stands."""
    reading = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer)
    assert [claim.status.value for claim in reading.claims] == statuses


def test_the_marks_of_an_interview_are_nobody(gazetteer: Gazetteer) -> None:
    """ "Q:" and "A:" are neither sources nor actors."""
    text = "Q: Did you fight in Vukovar?\nA: Yes, we fought in Vukovar until November."
    reading = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer)
    assert {it.text for claim in reading.claims for it in (*claim.sources, *claim.actors)}.isdisjoint({"Q", "A"})
