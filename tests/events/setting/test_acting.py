"""Places that act, that go through something, and that belong to other words."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.events.claims import places_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ankara, which last year threatened to shut the bridge at Zakho, is silent.", ["Zakho"]),
        ("Kenya has sent more patrols after gunmen burned a bus.", []),
        ("Turkey, which shelled Afrin last week, was silent.", ["Afrin"]),
        ("Goma was shelled by rebels.", ["Goma"]),
        ("Goma, which was shelled by rebels, is empty.", ["Goma"]),
    ],
)
def test_who_acts_is_no_place_of_what_is_done(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    """A capital that threatens or a country that sends is not where the blow falls; what is struck is."""
    assert expected == places_of(text, gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "Mosul saw heavy fighting on Monday.",
        "Mosul came under rocket fire again.",
        "Mosul has endured months of bombardment.",
        "Mosul, which has witnessed weeks of clashes, is calm.",
    ],
)
def test_what_a_place_goes_through_happens_there(gazetteer: Gazetteer, text: str) -> None:
    """A place that sees, suffers or comes under something is where it happens, not who says so."""
    assert places_of(text, gazetteer) == ["Mosul"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shelling of Mosul raised fears in Erbil.", ["Mosul"]),
        ("The raid highlighted the weakness of the police in Erbil.", []),
        ("Soldiers born in Basra shelled Mosul.", ["Mosul"]),
        ("Rebels attacked an army base in Erbil.", ["Erbil"]),
        ("A strike on a wedding in Erbil killed nine.", ["Erbil"]),
        ("A company based in Erbil was shelled.", []),
    ],
)
def test_a_place_may_belong_to_other_words(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    """Where a judgement leads, and where somebody was born, is not where it happened."""
    assert expected == places_of(text, gazetteer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody wants another Grozny, and the rebels shelled Mosul.", ["Mosul"]),
        ("As in Grozny, houses were shelled.", []),
        ("It was the largest attack since Beslan.", []),
        ("Moscow's invasion has killed many.", []),
        ("The fall of Kabul ended the war.", ["Kabul"]),
        ("Guards at Baghdad's airport opened fire.", ["Baghdad"]),
        ("Militiamen from Misrata seized the port of Tripoli.", ["Tripoli"]),
        ("In 1980 Iraq shelled Abadan.", ["Abadan"]),
        ("Damascus sent soldiers to the town.", []),
        ("We, as the Islamic Republic of Iran, fight on.", []),
        ("Jets struck a camp of the Islamic State in Iraq and Syria near Mosul.", ["Mosul"]),
        ("He went to a meeting of Iran's National Security Council.", []),
        ("An official in Erbil wrote that Mosul was shelled.", ["Mosul"]),
        ("An official in Erbil was shot.", ["Erbil"]),
    ],
)
def test_names_that_only_compare_own_or_send(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    """A comparison, a capital before 's, a home and a government that sends are not where it happens."""
    assert expected == places_of(text, gazetteer)
