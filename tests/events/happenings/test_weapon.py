"""A weapon that is kept or moved is no blow."""

from __future__ import annotations

import pytest

from events.claim import Claim
from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


def claims_of(text: str, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    return claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Russia moved missiles to Kaliningrad.", ["movement"]),
        ("Missiles were deployed near Kaliningrad.", ["buildup"]),
        ("The plant near Isfahan makes missiles.", []),
        ("Missiles on Kyiv again.", ["attack"]),
        ("Two rockets exploded in Haifa.", ["attack"]),
    ],
)
def test_a_weapon_strikes_only_where_it_is_used(gazetteer: Gazetteer, text: str, kinds: list[str]) -> None:
    """What is done with a weapon decides; alone in a headline it strikes."""
    assert [claim.kind.value for claim in claims_of(text, gazetteer)] == kinds
