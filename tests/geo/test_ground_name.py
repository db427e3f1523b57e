"""What is written beside a ground that the words around a name have moved, cut or widened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.ground import ground_of
from geo.ground_name import name_of
from geo.place import FeatureClass, Place
from geo.whereabouts import Shift, shift_before, shifted

KUFRA = Place(id="gn:1", name="Kufra", feature_class=FeatureClass.SETTLEMENT, feature_code="PPL", lon=23.3, lat=24.2)
SUDAN = Place(
    id="iso:SD",
    name="Sudan",
    feature_class=FeatureClass.ADMIN,
    feature_code="PCLI",
    lon=30.0,
    lat=15.0,
    approximation_km=900.0,
    outline="iso:SD",
)


@pytest.mark.parametrize(
    "place", [KUFRA, SUDAN, replace(SUDAN, outline=None), replace(KUFRA, feature_class=FeatureClass.AREA)]
)
def test_a_places_own_ground_has_its_name(place: Place) -> None:
    """Be it a point, an outline or a ring."""
    assert name_of(place, ground_of(place)) == place.name


@pytest.mark.parametrize(
    ("place", "words", "expected"),
    [
        (SUDAN, "in northern Sudan", "northern Sudan"),
        (SUDAN, "in south-western Sudan", "southwestern Sudan"),
        (KUFRA, "forty miles south of Kufra", "south of Kufra"),
        (KUFRA, "east of Kufra", "east of Kufra"),
        (KUFRA, "on the outskirts of Kufra", "near Kufra"),
        (KUFRA, "near Kufra", "near Kufra"),
    ],
)
def test_a_ground_beside_or_within_a_place_says_so(place: Place, words: str, expected: str) -> None:
    """Two rings of one country never bear its bare name."""
    shift = shift_before(words, words.index(place.name))
    assert isinstance(shift, Shift)
    assert name_of(place, shifted(ground_of(place), place, shift)) == expected
