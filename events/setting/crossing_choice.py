"""Say which border a movement crosses, and at which crossing, where the text gives reason to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from events.claim import BorderCrossing, ClaimPlace, CrossingBasis, Role
from geo.borders import load_borders
from geo.crossings import Crossing, crossing_named, least_detour, load_crossings, nearest_crossing
from geo.distance import distance_km
from geo.place import Ground, Place, Shape

CROSSING_CODE = "PSTB"
"""GeoNames' code of a post on a border"""
CLOSE_KM = 45.0
"""How far a town that the text names may lie from a crossing for the way to lead over it."""
DETOUR_KM = 60.0
"""How much longer the way between two named towns may become by a crossing that is taken for theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a leg: where it lies and what the text calls it."""

    text: str
    name: str
    ground: Ground
    country: str | None


def end_of(text: str, place: Place, ground: Ground) -> End:
    """Return an end of a leg, with the country it lies in by outlines and not by its name."""
    if ground.shape is Shape.OUTLINE:
        return End(text=text, name=place.name, ground=ground, country=place.country)
    found = load_borders().countries_at(ground.lon, ground.lat)
    country = found[0] if len(found) == 1 else place.country
    return End(text=text, name=place.name, ground=ground, country=country)


def crossing_of(
    places: Sequence[ClaimPlace], others: Sequence[End], named: Sequence[str]
) -> tuple[BorderCrossing | None, tuple[str, str] | None]:
    """Return the crossing that a movement passes, and the two countries whose border that is, in its direction.

    `others` are the other places of the sentence, `named` all its place names. A crossing is stated where one of these
    is its name, or where the movement is said to pass it; it is inferred where a leg's ends lie in two countries and
    the text names a town, district or road by it; else there is none. Where an end is a whole country, a place in it
    that the sentence names stands for it.
    """
    passed = [it for it in places if it.role is Role.VIA and _is_crossing(it)]
    for start, end in _legs([it for it in places if it not in passed]):
        if start.country is None or end.country is None or start.country == end.country:
            continue
        if load_borders().shared_border(f"iso:{start.country}", f"iso:{end.country}") is None:
            continue
        border = (start.country, end.country)
        leg = (_nearer(start, others), _nearer(end, others))
        return _stated(border, named) or _said(passed) or _inferred(leg, border, named), border
    return _said(passed), _border_at(passed, places)


def _legs(places: Sequence[ClaimPlace]) -> Iterator[tuple[End, End]]:
    """Yield the legs from each start through the stops to each goal."""
    starts, stops, goals = (
        [end_of(it.text, it.place, it.ground) for it in places if it.role is role]
        for role in (Role.FROM, Role.VIA, Role.TO)
    )
    for start in starts or [stops[0]] if stops else []:
        yield from pairwise((start, *stops))
    for goal in goals:
        for start in starts if not stops else stops[-1:]:
            yield start, goal


def _is_crossing(place: ClaimPlace) -> bool:
    return place.place.feature_code == CROSSING_CODE or crossing_named(place.text) is not None


def _said(passed: Sequence[ClaimPlace]) -> BorderCrossing | None:
    """Return the crossing that a movement is said to pass, also where the list of crossings does not have it."""
    for it in passed:
        why = f"the text names it: {it.text}"
        known = crossing_named(it.text) or next((one for one in load_crossings() if one.id == it.place.id), None)
        if known is not None:
            return _made(known, CrossingBasis.STATED, why)
        return BorderCrossing(
            name=it.place.name, lon=it.ground.lon, lat=it.ground.lat, basis=CrossingBasis.STATED, reason=why
        )
    return None


def _border_at(passed: Sequence[ClaimPlace], places: Sequence[ClaimPlace]) -> tuple[str, str] | None:
    """Return the border at a known crossing, if one side of it is said to be left or entered."""
    known = {one.id: one for one in load_crossings()}
    for it in passed:
        crossing = crossing_named(it.text) or known.get(it.place.id)
        for end in places:
            country = end_of(end.text, end.place, end.ground).country
            if crossing is None or end is it or country not in crossing.countries:
                continue
            other = next(one for one in crossing.countries if one != country)
            if end.role in {Role.FROM, Role.TO}:
                return (country, other) if end.role is Role.FROM else (other, country)
    return None


def _nearer(end: End, others: Sequence[End]) -> End:
    if _is_spot(end.ground):
        return end
    return next((it for it in others if it.country == end.country and _is_spot(it.ground)), end)


def _stated(border: tuple[str, str], named: Sequence[str]) -> BorderCrossing | None:
    for words in named:
        crossing = crossing_named(words)
        if crossing is not None and set(crossing.countries) == set(border):
            return _made(crossing, CrossingBasis.STATED, f"the text names it: {words}")
    return None


def _inferred(leg: tuple[End, End], border: tuple[str, str], named: Sequence[str]) -> BorderCrossing | None:
    ends = [end for end in leg if _is_spot(end.ground)]
    if len(ends) == 2:
        start, end = ((it.ground.lon, it.ground.lat) for it in ends)
        best = least_detour(start, end, between=border)
        if best is not None and best[1] <= DETOUR_KM and any(_distance(it, best[0]) <= CLOSE_KM for it in ends):
            why = (
                f"between {ends[0].text} and {ends[1].text} the way by it is {best[1]:.0f} km longer, the least of all"
            )
            return _made(best[0], CrossingBasis.INFERRED, why)
        return None
    words = {name.casefold() for name in named} | {end.name.casefold() for end in leg}
    for crossing in load_crossings():
        town = next((it for it in crossing.nearby if it.casefold() in words), None)
        if town is not None and set(crossing.countries) == set(border) and _is_only(crossing, town, border):
            return _made(crossing, CrossingBasis.INFERRED, f"the text names {town}, which lies by it")
    for it in ends:
        nearest = nearest_crossing(it.ground.lon, it.ground.lat, between=border)
        if nearest is not None and nearest[1] <= CLOSE_KM:
            return _made(nearest[0], CrossingBasis.INFERRED, f"{nearest[1]:.0f} km from {it.text}, the nearest")
    return None


def _distance(end: End, crossing: Crossing) -> float:
    return distance_km(end.ground.lon, end.ground.lat, crossing.lon, crossing.lat)


def _is_only(crossing: Crossing, town: str, border: tuple[str, str]) -> bool:
    """Whether no other crossing of the border lies by the same town."""
    rivals = [it for it in load_crossings() if town in it.nearby and set(it.countries) == set(border)]
    return rivals == [crossing]


def _is_spot(ground: Ground) -> bool:
    return ground.shape is Shape.POINT or (ground.shape is Shape.RING and ground.radius_km <= CLOSE_KM)


def _made(crossing: Crossing, basis: CrossingBasis, reason: str) -> BorderCrossing:
    return BorderCrossing(name=crossing.name, lon=crossing.lon, lat=crossing.lat, basis=basis, reason=reason)
