"""Forces that are had somewhere, gather to strike, are pulled back, and nobody who is left."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wagner Group has 900 men in Goma.", ["buildup at Goma"]),
        ("The bakery has 90 people in Goma.", []),
        ("The group is massing near Goma for an attack on Sake.", ["buildup at Goma", "attack at Sake"]),
        ("The group is massing near Goma for a prayer.", []),
        ("The army pulled its men back to Goma.", ["movement to Goma"]),
        ("The rebels said their men had crossed into Burundi.", ["movement to Burundi"]),
        ("Dozens of Syrians crossed into Turkey.", ["displacement to Turkey"]),
        ("In 1982 Iranian guards crossed into Turkey.", ["movement to Turkey"]),
        ("He was in Berlin. Moscow said it had taken Zhelanne Pershe; fighting for the village went on.", []),
        ("In Goma there were soldiers, openly.", ["buildup at Goma"]),
        ("In Goma there were markets and soldiers' graves.", []),
        ("Troops were on their way to Goma.", ["movement to Goma"]),
        ("The shop is on the way to Goma.", []),
        ("The army drew its men out of Goma.", ["movement from Goma"]),
        ("It pulled back to Goma, and the guards moved to Sake.", ["movement to Goma", "movement to Sake"]),
        ("Goma was shelled. There was nobody left to hold the line at Sake.", ["attack at Goma", "control at Sake"]),
        ("The general told reporters in Goma that Sake had been shelled.", ["attack at Sake"]),
        ('"Sake was shelled," the general told reporters in Goma.', ["attack at Sake"]),
    ],
)
def test_forces_and_their_places(text: str, expected: list[str], gazetteer: Gazetteer) -> None:
    """Each happening has its own places, and the place where somebody only speaks is none."""
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    assert [f"{c.kind.value} {' '.join(f'{p.role.value} {p.text}' for p in c.places)}" for c in claims] == expected
