"""Names that are only called after a place, or say where somebody is from, place nothing."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.events.claims import places_of


@pytest.mark.parametrize(
    "text",
    [
        "Beirut Street was blocked by the army.",
        "The Tikrit tribe's elder was shot.",
        "Hassan al-Basri's men attacked at dawn.",
        "The Doha-based channel reported clashes.",
        "The Aleppo-born poet was killed.",
        "The Mogadishu, a cargo ship, was seized by pirates.",
        "In his book on Grozny he attacked the generals.",
        "Damascus Gate clashes wounded ten.",
        "Two enemy Skyhawks fell.",
        "Liverpool attacked from the first whistle and captured the cup.",
        "The minister escaped unhurt in Basra.",
    ],
)
def test_what_is_called_after_a_place_is_none(gazetteer: Gazetteer, text: str) -> None:
    assert places_of(text, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The rebels managed to storm Kunduz.", "Kunduz"),
        ("Rebel-held Aleppo was shelled.", "Aleppo"),
        ("Soldiers killed ten men of a tribe in Tikrit.", "Tikrit"),
        ("Shells fell on the Aleppo road.", "Aleppo"),
    ],
)
def test_what_only_looks_like_it_is_kept(gazetteer: Gazetteer, text: str, place: str) -> None:
    assert places_of(text, gazetteer) == [place]
