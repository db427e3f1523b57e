"""What came of a deed is one claim with it, and keeps its day."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Gunmen burned two aircraft at Kismayo on 5 January 2020, killing three soldiers.", ["2020-01-05"]),
        ("Gunmen attacked Kidal, killing three.", [None]),
    ],
)
def test_a_participle_of_what_came_of_a_deed_keeps_its_day(
    gazetteer: Gazetteer, text: str, days: list[str | None]
) -> None:
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    assert [None if it.when is None else str(it.when.edtf) for it in claims] == days
