"""Make claims up: as many as are wanted, of several theatres, every kind and status, the same for the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from events.claim import Kind, Role, Status
from events.marks import NO_CROSSING, NO_DAY, MarkedCrossing, MarkedPlace, Marks
from geo.place import Shape

THEATRES: tuple[tuple[str, float, float, float], ...] = (
    ("Levant", 37.5, 34.2, 2.6),
    ("Mesopotamia", 43.8, 34.0, 2.8),
    ("Donbas", 37.6, 48.3, 2.0),
    ("Sahel", 0.5, 14.5, 4.0),
    ("Horn", 40.5, 9.0, 3.5),
    ("Andes", -75.0, 4.0, 3.0),
)
"""Name, longitude and latitude of the middle, and spread in degrees."""

GATES = 40
MOVING = 0.3
UNDATED = 0.04
VAGUE = 0.08
DAYS = 3650
START = date(2014, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    report: NDArray[np.int32]


def marks_of(claims: int, *, places: int = 900, seed: int = 1) -> Marks:
    """Return the marks of `claims` made-up claims at `places` made-up places over ten years."""
    rng = np.random.default_rng(seed)
    marked = _places(places, rng)
    gates = tuple(
        MarkedCrossing(name=f"Gate {i + 1}", lon=float(lon), lat=float(lat))
        for i, (lon, lat) in enumerate(zip(rng.normal(43, 3, GATES), rng.normal(35, 2, GATES), strict=True))
    )
    kind = rng.choice(len(Kind), size=claims, p=_shares(len(Kind), MOVING))
    legs = np.where(kind == list(Kind).index(Kind.MOVEMENT), rng.choice([1, 2, 2, 3], size=claims), 1)
    first_row = np.concatenate([[0], np.cumsum(legs)[:-1]])
    claim = np.repeat(np.arange(claims), legs)
    leg = (np.arange(len(claim)) - np.repeat(first_row, legs)).astype(np.uint8)
    days = _days(claims, rng)
    crossing = np.where((legs > 1) & (rng.random(claims) < 0.1), rng.integers(0, GATES, claims), NO_CROSSING)
    status = rng.choice(len(Status), size=claims, p=[0.55, 0.2, 0.08, 0.12, 0.05])
    columns = {
        "claim": claim + 1,
        "leg": leg,
        "role": _roles(leg, np.repeat(legs, legs)),
        "kind": np.repeat(kind, legs),
        "status": np.repeat(status, legs),
        "first_day": np.repeat(days.first, legs),
        "last_day": np.repeat(days.last, legs),
        "report_first_day": np.repeat(days.report, legs),
        "report_last_day": np.repeat(days.report, legs),
        "place": _chosen(np.repeat(rng.integers(0, len(THEATRES), claims), legs), places, rng),
        "reached": np.repeat(np.where(legs > 1, rng.choice([1, 0, -1], size=claims), -1), legs),
        "crossing": np.repeat(crossing, legs),
        "crossing_stated": np.repeat((crossing != NO_CROSSING) & (rng.random(claims) < 0.6), legs),
    }
    order = np.lexsort((columns["leg"], columns["claim"], columns["first_day"]))
    types = {"claim": np.int64, "first_day": np.int32, "last_day": np.int32, "report_first_day": np.int32}
    types |= {"report_last_day": np.int32, "place": np.int32, "reached": np.int8, "crossing": np.int32}
    typed = {name: values[order].astype(types.get(name, np.uint8)) for name, values in columns.items()}
    return Marks(**typed, places=marked, crossings=gates)


def _shares(kinds: int, first: float) -> list[float]:
    return [first] + [(1 - first) / (kinds - 1)] * (kinds - 1)


def _places(places: int, rng: np.random.Generator) -> tuple[MarkedPlace, ...]:
    made: list[MarkedPlace] = []
    for i in range(places):
        name, lon, lat, spread = THEATRES[i % len(THEATRES)]
        area = i % 45 == 44
        made.append(
            MarkedPlace(
                id=f"dl:made-up-{i}",
                name=f"{name} {i // len(THEATRES) + 1}",
                native_name=None,
                shape=Shape.RING if area else Shape.POINT,
                lon=float(np.clip(rng.normal(lon, spread), -179, 179)),
                lat=float(np.clip(rng.normal(lat, spread * 0.7), -80, 80)),
                radius_km=60.0 if area else 3.0,
                geo_precision=2 if area else 1,
            )
        )
    return tuple(made)


def _chosen(theatre: NDArray[np.int64], places: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Return a place of the theatre for each row; a few places hold most of the claims, as in the world."""
    each = places // len(THEATRES)
    rank = np.minimum((each * rng.random(len(theatre)) ** 2.2).astype(np.int64), each - 1)
    return rank * len(THEATRES) + theatre


def _days(claims: int, rng: np.random.Generator) -> _Columns:
    day = START + np.minimum(rng.beta(2.0, 1.4, claims) * DAYS, DAYS - 1).astype(np.int32)
    vague = rng.random(claims) < VAGUE
    last = day + np.where(vague, rng.choice([29, 89, 364], size=claims), 0)
    undated = rng.random(claims) < UNDATED
    report = np.where(rng.random(claims) < UNDATED, NO_DAY, day + rng.integers(0, 5, claims))
    return _Columns(first=np.where(undated, NO_DAY, day), last=np.where(undated, NO_DAY, last), report=report)


def _roles(leg: NDArray[np.uint8], legs: NDArray[np.int64]) -> NDArray[np.uint8]:
    roles = list(Role)
    at, start, via, goal = (roles.index(role) for role in (Role.AT, Role.FROM, Role.VIA, Role.TO))
    moving = np.where(leg == 0, start, np.where(leg == legs - 1, goal, via))
    return np.where(legs == 1, at, moving).astype(np.uint8)
