"""Lay the cited claims out as things that can be drawn: discs, rings, outlines, arrows and crossings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from events.claim import ClaimPlace, CrossingBasis, Kind, Status
from geo.ground_name import name_of
from geo.native_name import native_name
from geo.place import FeatureClass, Ground
from views.cited import Cited
from views.legs import Leg, legs_of
from views.outlines import drawn_outlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The part of a spot's claims that have one kind and one status."""

    kind: Kind
    status: Status
    numbers: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many claims it is."""
        return len(self.numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place with the claims made about it, drawn once; degrees in EPSG:4326."""

    place_id: str
    name: str
    native_name: str | None
    feature_class: FeatureClass
    ground: Ground
    numbers: tuple[int, ...]
    """the claims' numbers in the source list"""
    shares: tuple[Share, ...]
    joined: tuple[Spot, ...] = ()
    """places so near that the discs would hide one another: they are counted here, and dots show where they lie"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Movements of the same places, status and outcome, drawn as one arrow."""

    legs: tuple[Leg, ...]
    status: Status
    kind: Kind
    reached: bool | None
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A border crossing that a movement of the scene passes; degrees in EPSG:4326."""

    name: str
    lon: float
    lat: float
    stated: bool
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything that a map of the cited claims draws."""

    spots: tuple[Spot, ...]
    flows: tuple[Flow, ...]
    gates: tuple[Gate, ...]

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Every (lon, lat) that must be on the sheet."""
        spots = [(spot.ground.lon, spot.ground.lat) for spot in self.spots]
        return tuple(sorted({*spots, *((gate.lon, gate.lat) for gate in self.gates)}))

    @property
    def weights(self) -> dict[tuple[float, float], int]:
        """How many claims name each (lon, lat)."""
        found: dict[tuple[float, float], int] = dict.fromkeys(self.points, 0)
        marks: tuple[Spot | Gate, ...] = (*self.spots, *self.gates)
        for mark in marks:
            found[point_of(mark)] += len(mark.numbers)
        return found

    def without(self, points: Collection[tuple[float, float]]) -> Scene:
        """Return the scene without the places and crossings at some points; arrows to them stay."""
        return replace(
            self,
            spots=tuple(spot for spot in self.spots if point_of(spot) not in points),
            gates=tuple(gate for gate in self.gates if point_of(gate) not in points),
        )


def point_of(mark: Spot | Gate) -> tuple[float, float]:
    """Return the (lon, lat) of a mark."""
    return (mark.lon, mark.lat) if isinstance(mark, Gate) else (mark.ground.lon, mark.ground.lat)


def scene_of(cited: Iterable[Cited]) -> Scene:
    """Return the scene of the claims; an empty selection gives an empty scene."""
    claims = tuple(cited)
    return Scene(spots=_spots(claims), flows=_flows(claims), gates=_gates(claims))


def _spots(claims: tuple[Cited, ...]) -> tuple[Spot, ...]:
    where: dict[tuple[str, Ground], list[tuple[ClaimPlace, Cited]]] = defaultdict(list)
    for one in claims:
        for place in one.claim.places:
            where[place.place.id, place.ground].append((place, one))
    spots = []
    for found in where.values():
        place = found[0][0]
        name = name_of(place.place, place.ground)
        parts: dict[tuple[Kind, Status], set[int]] = defaultdict(set)
        for _, one in found:
            parts[one.claim.kind, one.claim.status].add(one.number)
        spots.append(
            Spot(
                place_id=place.place.id,
                name=name,
                native_name=native_name(place.place) if name == place.place.name else None,
                feature_class=place.place.feature_class,
                ground=replace(place.ground, outlines=drawn_outlines(place.ground.shape, place.ground.outlines)),
                numbers=tuple(sorted({one.number for _, one in found})),
                shares=shares_of(parts),
            )
        )
    return tuple(sorted(spots, key=importance))


def importance(spot: Spot) -> tuple[int, str, str, float]:
    """Return the key that sorts spots: those of the most claims first."""
    return (-len(spot.numbers), spot.name, spot.place_id, spot.ground.radius_km)


def shares_of(parts: Mapping[tuple[Kind, Status], set[int]]) -> tuple[Share, ...]:
    """Return the shares of claims' numbers by kind and status, in the order in which a disc is cut."""
    return tuple(
        Share(kind=kind, status=status, numbers=tuple(sorted(parts[kind, status])))
        for status in Status
        for kind in Kind
        if (kind, status) in parts
    )


def _flows(claims: tuple[Cited, ...]) -> tuple[Flow, ...]:
    found: dict[tuple[tuple[Leg, ...], Status, Kind, bool | None], set[int]] = defaultdict(set)
    for one in claims:
        movement = one.claim.movement
        legs = legs_of(one.claim) if movement else ()
        if movement and legs:
            found[legs, one.claim.status, one.claim.kind, movement.reached].add(one.number)
    flows = [
        Flow(legs=legs, status=status, kind=kind, reached=reached, numbers=tuple(sorted(numbers)))
        for (legs, status, kind, reached), numbers in found.items()
    ]
    return tuple(sorted(flows, key=lambda flow: (-len(flow.numbers), flow.numbers)))


def _gates(claims: tuple[Cited, ...]) -> tuple[Gate, ...]:
    found: dict[tuple[str, float, float], list[tuple[int, bool]]] = defaultdict(list)
    for one in claims:
        crossing = one.claim.movement.crossing if one.claim.movement else None
        if crossing is not None:
            stated = crossing.basis is CrossingBasis.STATED
            found[crossing.name, crossing.lon, crossing.lat].append((one.number, stated))
    return tuple(
        Gate(
            name=name,
            lon=lon,
            lat=lat,
            stated=any(stated for _, stated in found[name, lon, lat]),
            numbers=tuple(sorted({number for number, _ in found[name, lon, lat]})),
        )
        for name, lon, lat in sorted(found)
    )
