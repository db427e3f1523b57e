"""Say which border a movement crosses, and at which crossing, where the text gives reason to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.claim import BorderCrossing, ClaimPlace, CrossingBasis, Role
from geo.borders import load_borders
from geo.crossings import Crossing, crossing_named, least_detour, load_crossings, nearest_crossing
from geo.place import Ground, Shape

CLOSE_KM = 45.0
"""How far a town that the text names may lie from a crossing for the way to lead over it."""
DETOUR_KM = 60.0
"""How much longer the way between two named towns may become by a crossing that is taken for theirs."""


def crossing_of(
    places: Sequence[ClaimPlace], named: Sequence[str]
) -> tuple[BorderCrossing | None, tuple[str, str] | None]:
    """Return the crossing that a movement passes, and the two countries whose border that is, in its direction.

    `named` are the place names of the sentence. A crossing is stated where one of them is its name; it is inferred
    where a leg's ends lie in two countries and the text names a town, district or road by it; else there is none.
    """
    way = [place for place in places if place.role is not Role.AT]
    for start, end in pairwise(way):
        one, other = country_of(start), country_of(end)
        if one is None or other is None or one == other:
            continue
        if load_borders().shared_border(f"iso:{one}", f"iso:{other}") is None:
            continue
        border = (one, other)
        return _stated(border, named) or _inferred(start, end, border, named), border
    return None, None


def country_of(place: ClaimPlace) -> str | None:
    """Return the country that a place lies in, by outlines and not by its name; None on or beyond every border."""
    if place.ground.shape is Shape.OUTLINE:
        return place.place.country
    found = load_borders().countries_at(place.ground.lon, place.ground.lat)
    return found[0] if len(found) == 1 else place.place.country


def _stated(border: tuple[str, str], named: Sequence[str]) -> BorderCrossing | None:
    for words in named:
        crossing = crossing_named(words)
        if crossing is not None and set(crossing.countries) == set(border):
            return _made(crossing, CrossingBasis.STATED, f"the text names it: {words}")
    return None


def _inferred(
    start: ClaimPlace, end: ClaimPlace, border: tuple[str, str], named: Sequence[str]
) -> BorderCrossing | None:
    words = {name.casefold() for name in named} | {place.place.name.casefold() for place in (start, end)}
    for crossing in load_crossings():
        town = next((it for it in crossing.nearby if it.casefold() in words), None)
        if town is not None and set(crossing.countries) == set(border) and _is_only(crossing, town, border):
            return _made(crossing, CrossingBasis.INFERRED, f"the text names {town}, which lies by it")
    ends = [place for place in (start, end) if _is_spot(place.ground)]
    if len(ends) == 2:
        best = least_detour(
            (ends[0].ground.lon, ends[0].ground.lat), (ends[1].ground.lon, ends[1].ground.lat), between=border
        )
        if best is not None and best[1] <= DETOUR_KM and _near(best[0], ends, border):
            why = f"between {start.text} and {end.text} it makes the way {best[1]:.0f} km longer, the least of all"
            return _made(best[0], CrossingBasis.INFERRED, why)
        return None
    for place in ends:
        nearest = nearest_crossing(place.ground.lon, place.ground.lat, between=border)
        if nearest is not None and nearest[1] <= CLOSE_KM:
            return _made(nearest[0], CrossingBasis.INFERRED, f"{nearest[1]:.0f} km from {place.text}, the nearest")
    return None


def _is_only(crossing: Crossing, town: str, border: tuple[str, str]) -> bool:
    """Whether no other crossing of the border lies by the same town."""
    rivals = [it for it in load_crossings() if town in it.nearby and set(it.countries) == set(border)]
    return rivals == [crossing]


def _near(crossing: Crossing, ends: Sequence[ClaimPlace], border: tuple[str, str]) -> bool:
    distances = [nearest_crossing(it.ground.lon, it.ground.lat, between=border) for it in ends]
    return any(found is not None and found[1] <= CLOSE_KM for found in distances) and crossing is not None


def _is_spot(ground: Ground) -> bool:
    return ground.shape is Shape.POINT or (ground.shape is Shape.RING and ground.radius_km <= CLOSE_KM)


def _made(crossing: Crossing, basis: CrossingBasis, reason: str) -> BorderCrossing:
    return BorderCrossing(name=crossing.name, lon=crossing.lon, lat=crossing.lat, basis=basis, reason=reason)
