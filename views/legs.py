"""The straight pieces of a movement, between the points that its text names."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from events.claim import Claim, ClaimPlace, Role
from geo.place import Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One straight piece of a movement, between two points that the text names; (lon, lat) in EPSG:4326."""

    start: tuple[float, float]
    end: tuple[float, float]
    final: bool
    """whether it is the movement's last piece, which alone bears a head"""


def legs_of(claim: Claim) -> tuple[Leg, ...]:
    """Return the straight pieces between the points of a movement, from each start through the stops to each goal.

    Two starts are not stops of one another, and neither are two goals ("Karbala and Najaf"). A crossing stands before
    the first stop in the country that it leads into. Without a start, a stop or a crossing there is no leg, and a
    claim that is no movement has none.
    """
    if claim.movement is None:
        return ()
    vias = _places(claim, Role.VIA)
    stops = [_point(place.ground) for place in vias]
    crossing = claim.movement.crossing
    if crossing is not None:
        stops.insert(_stops_before_border(claim, vias), (crossing.lon, crossing.lat))
    starts = [[_point(place.ground)] for place in _places(claim, Role.FROM)] or [[]]
    goals = [[_point(place.ground)] for place in _places(claim, Role.TO)] or [[]]
    legs: dict[Leg, None] = {}
    for start in starts:
        for goal in goals:
            chain = [(a, b) for a, b in pairwise([*start, *stops, *goal]) if a != b]
            legs |= {Leg(start=a, end=b, final=(a, b) == chain[-1]): None for a, b in chain}
    return tuple(legs)


def _places(claim: Claim, role: Role) -> list[ClaimPlace]:
    return [place for place in claim.places if place.role is role]


def _stops_before_border(claim: Claim, stops: list[ClaimPlace]) -> int:
    border = claim.movement.border if claim.movement else None
    if border is None:
        return len(stops)
    beyond = (position for position, stop in enumerate(stops) if stop.place.country == border[1])
    return next(beyond, len(stops))


def _point(ground: Ground) -> tuple[float, float]:
    return ground.lon, ground.lat
