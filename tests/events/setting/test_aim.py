"""Places of what a deed is done for are not where it is done."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They shelled Goma to punish Kenya and Uganda.", [("at", "Goma")]),
        ("The raid on Goma was meant to provoke a war against Rwanda and Uganda.", [("at", "Goma")]),
        ("They attacked Goma, aiming to provoke a war with Rwanda.", [("at", "Goma")]),
        ("They shelled a hill to open the road to Goma.", [("at", "Goma")]),
        ("The raid on Goma, and Goma alone, surprised Rwanda.", [("at", "Goma")]),
        ("They will act if fighters come within 100 kilometers, or 62 miles, from Goma.", [("to", "Goma")]),
        ("Fighters came from Goma.", [("from", "Goma")]),
    ],
)
def test_where_a_deed_is_and_whom_it_should_move(
    text: str, expected: list[tuple[str, str]], gazetteer: Gazetteer
) -> None:
    """A country that is to be punished or drawn in is not on the map; nearer ground on the way is."""
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    assert [(place.role.value, place.text) for claim in claims for place in claim.places] == expected
