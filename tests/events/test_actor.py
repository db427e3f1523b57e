"""Who does what a claim tells, whom it is done to, and how many they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from events.claim import Claim
from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id

TABLE = Path(__file__).parent / "data" / "actor_cases.txt"


def _cases() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _last_claim(text: str, gazetteer: Gazetteer) -> Claim:
    return claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims[-1]


@pytest.mark.parametrize(("actors", "text", "numbers"), _cases())
def test_actors_and_numbers(gazetteer: Gazetteer, actors: str, text: str, numbers: str) -> None:
    """People are named as the text names them; ground, deeds and outlets are nobody; numbers have their unit."""
    claim = _last_claim(text, gazetteer)
    assert actors == (" | ".join(f"{it.role}: {it.text}" for it in claim.actors) or "-")
    assert numbers == (" | ".join(f"{it.value:g} {it.unit}" for it in claim.quantities) or "-")
