"""What a sentence leaves unsaid the second time: places with a time of their own behind one verb."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


def dated(text: str, gazetteer: Gazetteer) -> set[tuple[str, str | None]]:
    """Return the places of the claims of a text, each with the words that date it."""
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    return {(place.text, None if claim.when is None else claim.when.text) for claim in claims for place in claim.places}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels took Homs on 2 May 2015, and on 5 May 2015 Hama.", {("Homs", "2 May 2015"), ("Hama", "5 May 2015")}),
        ("The army retook Homs in June 2016 and Hama in May 2017.", {("Homs", "June 2016"), ("Hama", "May 2017")}),
        (
            "On 4 March 2015 it took Homs, on 6 March 2015 Hama and Idlib.",
            {("Homs", "4 March 2015"), ("Hama", "6 March 2015"), ("Idlib", "6 March 2015")},
        ),
        ("The army retook Homs and Hama in May 2017.", {("Homs", "May 2017"), ("Hama", "May 2017")}),
    ],
)
def test_each_place_has_its_own_day(gazetteer: Gazetteer, text: str, expected: set[tuple[str, str | None]]) -> None:
    """A place behind a time of its own is a happening of its own; places that share a time are one."""
    assert expected == dated(text, gazetteer)


def test_a_verb_of_its_own_leaves_nothing_unsaid(gazetteer: Gazetteer) -> None:
    """Where the second place has a verb, that verb tells what happened there."""
    text = "The army retook Homs on Monday, and on Friday Hama was shelled."
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    assert [claim.kind.value for claim in claims] == ["control", "attack"]
