"""Places that only say where others lie."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen raided Boufarik, south of Algiers, on Friday.", ["Boufarik"]),
        ("Shells fell on Baiji, 40 km from Tikrit.", ["Baiji"]),
        ("Shells fell south of Tikrit.", ["Tikrit"]),
        ("Rebels took Khanaqin, Diyala.", ["Khanaqin"]),
        ("The army shelled Nyala and Zalingei in Darfur.", ["Nyala", "Zalingei"]),
        ("Clashes broke out in Darfur and in Kosti.", ["Darfur", "Kosti"]),
        ("The army shelled Khanaqin and Jalawla in Diyala, killing nine people.", ["Khanaqin", "Jalawla"]),
    ],
)
def test_a_place_that_says_where_another_lies_is_not_where_it_happens(
    gazetteer: Gazetteer, text: str, expected: list[str]
) -> None:
    """A side or a distance behind a name leads to no second place, alone it does."""
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    assert [[place.text for place in claim.places] for claim in claims] == [expected]
