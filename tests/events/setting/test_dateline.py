"""The place at the head of a report, and what "the city" in it means."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id

LONG = "Nobody knows how long this will last, and the price of bread has gone up by half since the spring began. " * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GOMA, Congo (AP) — Rebels entered the city on Monday.", [("entered", ["GOMA"])]),
        ("MARIUPOL, April 16 - Shells hit the town at dawn.", [("Shells hit", ["MARIUPOL"])]),
        (f"GOMA (AP) — The market is open. {LONG} Rebels entered the city on Monday.", [("entered", ["GOMA"])]),
        ("GOMA (AP) — Kigali denied it. Bukavu was quiet. Rebels entered the city.", [("entered", ["Bukavu"])]),
        ("A resident of Goma said rebels had entered the town.", [("entered", ["Goma"])]),
        ("Two doctors in Goma said rebels had shelled the city.", [("shelled", ["Goma"])]),
        ("Officials in Washington said rebels had shelled the city.", []),
        ("BEIRUT (AP) — Rebels entered Hama on Monday.", [("entered", ["Hama"])]),
        ("BEIRUT (AP) — Rebels entered the province on Monday.", []),
    ],
)
def test_the_city_of_the_report(text: str, expected: list[tuple[str, list[str]]], gazetteer: Gazetteer) -> None:
    """The dateline's place is taken up where no other was named, and is no place of its own accord."""
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    assert expected == [(it.trigger.of(text), [place.text for place in it.places]) for it in claims]
