"""The ends of ways that plain words give: lorries bound for a town, journeys by way of one, guns that stand in one."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.events.claims import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lorries are bound for Bukavu.", [("to", "Bukavu")]),
        ("A convoy bound for Bukavu left Goma on Monday.", [("to", "Bukavu"), ("from", "Goma")]),
        ("Troops were on their way from Goma to Bukavu.", [("from", "Goma"), ("to", "Bukavu")]),
        ("Troops went from Taiz to Aden by way of Lahij.", [("from", "Taiz"), ("to", "Aden"), ("via", "Lahij")]),
        ("Families took the road to Bukavu.", [("to", "Bukavu")]),
        ("Families from Goma found refuge in Bukavu.", [("from", "Goma"), ("at", "Bukavu")]),
        ("The arrival of tanks in Vukovar was reported on Monday.", [("to", "Vukovar")]),
        ("Artillery in Aleppo shelled Idlib.", [("from", "Aleppo"), ("at", "Idlib")]),
        ("An attack launched from Goma on Bukavu failed.", [("from", "Goma"), ("at", "Bukavu")]),
        ("A ship bound for Aden was seized near Bosaso.", [("at", "Bosaso")]),
        ("Goma was taken from the rebels.", [("at", "Goma")]),
        ("Rebels took the road to Bukavu.", [("at", "Bukavu")]),
    ],
)
def test_each_end_of_a_way_has_its_role(gazetteer: Gazetteer, text: str, expected: list[tuple[str, str]]) -> None:
    """Where a way begins, passes and ends, and from where one is struck, plain words say."""
    assert [expected] == [places for _, places in told(text, gazetteer)]
