"""Name the part of the earth that a mention stands for, where that is not the whole place that it names."""

from __future__ import annotations

from geo.distance import bearing, distance_km
from geo.place import FeatureClass, Ground, Place, Shape

_WINDS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_HERE_KM = 1.0
"""Nearer than this a ring lies around the place's own point."""


def name_of(place: Place, ground: Ground) -> str:
    """Return what to write beside a ground: a ring in the north of a country is not that country.

    A place's own ground has its name. A ring that the words around the name made of it says how it lies to it:
    "northern Sudan" where it is a part, "south of Kufra" where it lies beside, "near Kufra" where it lies around.
    """
    settled = place.feature_class in (FeatureClass.SETTLEMENT, FeatureClass.SPOT)
    if ground.shape is not Shape.RING or (not settled and ground.radius_km == place.approximation_km):
        return place.name
    away = distance_km(place.lon, place.lat, ground.lon, ground.lat)
    if away < _HERE_KM:
        return f"part of {place.name}" if ground.radius_km < place.approximation_km else f"near {place.name}"
    wind = _WINDS[round(bearing(place.lon, place.lat, ground.lon, ground.lat) / 45) % len(_WINDS)]
    inside = not settled and away < place.approximation_km and ground.radius_km < place.approximation_km
    return f"{wind}ern {place.name}" if inside else f"{wind} of {place.name}"
