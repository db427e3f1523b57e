"""Read the words around a place name that move or widen its ground: "north of", "ten kilometres from", "near"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from math import cos, hypot, radians, sin

from geo.place import FeatureClass, Ground, Place, Shape
from texts.lexicon import rows_of

LOOK_BACK = 64
"""Characters before a name that are read."""

KM_A_DEGREE = 111.2

NEAR_KM = 15.0
"""How far "near" reaches around a town."""

DIRECTED_KM = 25.0
"""How far off "north of" a town is taken to be, where no distance is given."""

KM_A_MILE = 1.609

_WIND = r"(?:north|south)(?:[- ]?(?:east|west))?|east|west"
_OF = r"(?:the )?(?:holy |northern |southern |eastern |western )?(?:(?:city|town|village|capital|port) (?:of )?)?$"
_AWAY = re.compile(
    rf"(?:(?P<number>\d{{1,4}}(?:[.,]\d)?|[a-z]{{1,8}})[ -]?(?P<unit>kms?|kilomet(?:er|re)s?|miles?|mi) )?"
    rf"(?:to the )?(?:(?P<wind>{_WIND})(?:ern (?:part|side|outskirts|edge|suburbs))? of|"
    rf"(?P<from>away from|from|outside(?: of)?|off)) {_OF}"
)
_ABOUT = re.compile(
    r"(?:(?:the )?(?P<edge>outskirts|suburbs|environs|vicinity|edge|approaches|countryside) (?:of|around)|"
    rf"(?P<near>near(?: to)?|close to|around|not far from|outside(?: of)?)) {_OF}"
)
_PART = re.compile(r"(?P<wind>north(?:[- ]?(?:east|west))?|south(?:[- ]?(?:east|west))?|east|west|central)(?:ern)? $")
_HEADS = frozenset(
    {"of", "from", "off", "near", "to", "around", "outside", "the", "city", "town", "village", "capital", "port"}
)
BEARINGS = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270,
    "northwest": 315,
}  # fmt: skip
"""Degrees clockwise from north."""
WINDS = frozenset(BEARINGS) | {"north-east", "north-west", "south-east", "south-west"}
"""The same, with what is written with a hyphen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How the words before a name move its ground."""

    bearing: float | None
    """degrees clockwise from north, None for any direction"""
    distance_km: float | None
    part: bool = False
    """whether it is a part of the place ("northern X") and not a place beyond it"""
    words: str = ""


def shift_before(text: str, start: int) -> Shift | None:
    """Return what the words before the name at `start` say of its ground, or None.

    >>> text = "a village ten kilometres south of Tikrit"
    >>> shift_before(text, text.index("Tikrit"))
    Shift(bearing=180, distance_km=10.0, part=False, words='ten kilometres south of')
    >>> shift_before("in Tikrit", 3) is None
    True
    """
    back = text[max(0, start - LOOK_BACK) : start].lower().replace("\u00a0", " ").replace("\n", " ")
    if not back.endswith(" "):
        return None
    last = back[:-1].rsplit(" ", 1)[-1]
    if last.endswith("ern") or last in WINDS | {"central"}:
        part = _PART.search(back)
        if part:
            return Shift(bearing=_bearing(part["wind"]), distance_km=None, part=True, words=part.group().strip())
    if last not in _HEADS:
        return None
    about = _ABOUT.search(back)
    away = _AWAY.search(back)
    if away is not None and (away["wind"] or away["number"]):
        distance = _distance(away["number"], away["unit"])
        if away["wind"] or distance is not None:
            said = away.group().strip()
            return Shift(bearing=_bearing(away["wind"]), distance_km=distance, words=said)
    if about is not None:
        return Shift(bearing=None, distance_km=None, words=about.group().strip())
    return None


def shifted(ground: Ground, place: Place, shift: Shift) -> Ground:
    """Return the ground that a shift makes of a place's: a ring, never a point."""
    if shift.part:
        if place.feature_class is FeatureClass.SETTLEMENT or shift.bearing is None:
            return ground
        lon, lat = moved(ground.lon, ground.lat, shift.bearing, ground.radius_km / 2)
        return replace(
            ground,
            shape=Shape.RING,
            lon=lon,
            lat=lat,
            radius_km=round(ground.radius_km / 2, 1),
            geo_precision=2,
            outlines=(),
        )
    distance = shift.distance_km
    if shift.bearing is None:
        radius = (distance * 1.2 if distance is not None else NEAR_KM) + ground.radius_km
        return _ring(ground, ground.lon, ground.lat, radius)
    out = distance if distance is not None else DIRECTED_KM + ground.radius_km
    lon, lat = moved(ground.lon, ground.lat, shift.bearing, out)
    return _ring(ground, lon, lat, max(3.0, out * (0.3 if distance is not None else 0.9)))


def between(first: Ground, second: Ground) -> Ground:
    """Return the ring that lies between two grounds and reaches to both."""
    width = cos(radians((first.lat + second.lat) / 2))
    apart = KM_A_DEGREE * hypot((first.lon - second.lon) * width, first.lat - second.lat)
    return _ring(first, (first.lon + second.lon) / 2, (first.lat + second.lat) / 2, max(3.0, apart / 2))


def apart_km(first: Ground, second: Ground) -> float:
    """Return about how far two grounds' points are apart, in km."""
    width = cos(radians((first.lat + second.lat) / 2))
    return KM_A_DEGREE * hypot((first.lon - second.lon) * width, first.lat - second.lat)


def moved(lon: float, lat: float, bearing: float, distance_km: float) -> tuple[float, float]:
    """Return the point (lon, lat) that lies `distance_km` off in the direction of `bearing`.

    >>> moved(44.0, 33.0, 0, 111.2)
    (44.0, 34.0)
    """
    far = distance_km / KM_A_DEGREE
    north, east = far * cos(radians(bearing)), far * sin(radians(bearing))
    new_lat = max(-89.0, min(89.0, lat + north))
    new_lon = (lon + east / max(0.05, cos(radians(lat))) + 180) % 360 - 180
    return round(new_lon, 5), round(new_lat, 5)


def _ring(ground: Ground, lon: float, lat: float, radius_km: float) -> Ground:
    return replace(
        ground,
        shape=Shape.RING,
        lon=round(lon, 5),
        lat=round(lat, 5),
        radius_km=round(radius_km, 1),
        geo_precision=max(2, ground.geo_precision),
        ucdp_precision=max(2 if radius_km <= 25 else 5, ground.ucdp_precision),
        outlines=(),
    )


def _bearing(wind: str | None) -> float | None:
    return None if wind is None else BEARINGS.get(wind.replace("-", "").replace(" ", ""))


def _distance(number: str | None, unit: str | None) -> float | None:
    if number is None or unit is None:
        return None
    value = _numbers().get(number)
    if value is None:
        try:
            value = float(number.replace(",", "."))
        except ValueError:
            return None
    return round(value * (KM_A_MILE if unit.startswith("mi") else 1.0), 1)


@cache
def _numbers() -> dict[str, float]:
    return {row[0]: float(row[1]) for row in rows_of("number_words")}
