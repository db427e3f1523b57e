"""The border that is named, and words that it only qualifies."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from texts.document import Document, text_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops from Iraq stand along the Iranian border.", ["border:IQ+IR"]),
        ("Troops from Iraq stand along the Iranian border with rifles.", ["border:IQ+IR"]),
        ("Units of Iraq left the Iranian border provinces at night.", []),
        ("Iraq says that Syrian border guards fled.", []),
        ("They came from Iraq to a Syrian border town.", []),
    ],
)
def test_what_a_border_qualifies_is_not_the_line(text: str, expected: list[str], gazetteer: Gazetteer) -> None:
    """Provinces, towns and guards of a border are not the border."""
    found = resolutions_in(Document(id=text_id(text), text=text, name="a text"), gazetteer)
    assert expected == [it.place.id for it in found if it.place is not None and it.place.id.startswith("border:")]
