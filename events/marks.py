"""What the map draws of a selection: numbers in columns, one row a place of a claim."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.place import Shape

NO_DAY = 0
"""The day number that stands for an unknown date or an open side; proleptic ordinals start at 1."""

NO_CROSSING = -1
"""The crossing of a row whose claim names or implies none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPlace:
    """A place that at least one row of the marks stands on; degrees in EPSG:4326."""

    id: str
    name: str
    native_name: str | None
    shape: Shape
    lon: float
    lat: float
    radius_km: float
    geo_precision: int
    outlines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedCrossing:
    """A border crossing that at least one row of the marks passes; degrees in EPSG:4326."""

    name: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Marks:
    """The drawable numbers of a selection, sorted by (`first_day`, `claim`, `leg`).

    All arrays have shape `(rows,)`. Days are proleptic ordinals (`date.toordinal`), inclusive on both sides, or
    `NO_DAY`. `kind`, `status` and `role` are positions in the members of their enums.
    """

    claim: NDArray[np.int64]
    """the store's number of the claim"""
    leg: NDArray[np.uint8]
    """the place's position in the claim"""
    role: NDArray[np.uint8]
    kind: NDArray[np.uint8]
    status: NDArray[np.uint8]
    first_day: NDArray[np.int32]
    last_day: NDArray[np.int32]
    report_first_day: NDArray[np.int32]
    report_last_day: NDArray[np.int32]
    place: NDArray[np.int32]
    """position in `places`"""
    reached: NDArray[np.int8]
    """1 reached, 0 not reached, -1 not said"""
    crossing: NDArray[np.int32]
    """position in `crossings`, or `NO_CROSSING`"""
    crossing_stated: NDArray[np.uint8]
    """1 where the crossing is stated, 0 where it is inferred or there is none"""
    daytime: NDArray[np.uint8]
    """the time of the event's day, as events/daytime.py numbers it; 0 where none is given"""
    places: tuple[MarkedPlace, ...]
    crossings: tuple[MarkedCrossing, ...]
