"""The marks of a selection, straight from the store into columns."""

from __future__ import annotations

import sqlite3
import struct

import numpy as np
from numpy.typing import NDArray

from events.marks import NO_CROSSING, MarkedCrossing, MarkedPlace, Marks
from events.record_parts import place_from
from events.storage.codec import unpacked
from geo.ground_name import name_of
from geo.native_name import native_name
from geo.place import Ground, Place

MARK = struct.Struct("<qBBBBiiiiibiB")
"""One row of the marks: claim, leg, role, kind, status, four days, place, reached, crossing, whether it is stated.

The last byte's other bits hold the time of day as events/daytime.py numbers it: none in stores of earlier days.
"""

ROW = np.dtype(
    [
        ("claim", "<i8"), ("leg", "u1"), ("role", "u1"), ("kind", "u1"), ("status", "u1"),
        ("first_day", "<i4"), ("last_day", "<i4"), ("report_first_day", "<i4"), ("report_last_day", "<i4"),
        ("place", "<i4"), ("reached", "i1"), ("crossing", "<i4"), ("crossing_stated", "u1"),
    ]
)  # fmt: skip
"""The same as numpy reads it."""


def marks_from(blobs: list[bytes], db: sqlite3.Connection) -> Marks:
    """Return the marks of packed rows, sorted by (`first_day`, `claim`, `leg`)."""
    rows = np.frombuffer(b"".join(blobs), dtype=ROW)
    rows = rows[np.lexsort((rows["leg"], rows["claim"], rows["first_day"]))]
    place_numbers, place = np.unique(rows["place"], return_inverse=True)
    crossing_numbers = np.unique(rows["crossing"])
    crossing_numbers = crossing_numbers[crossing_numbers != NO_CROSSING]
    crossing = np.searchsorted(crossing_numbers, rows["crossing"])
    crossing = np.where(rows["crossing"] == NO_CROSSING, NO_CROSSING, crossing)
    return Marks(
        claim=rows["claim"].astype(np.int64),
        leg=rows["leg"].astype(np.uint8),
        role=rows["role"].astype(np.uint8),
        kind=rows["kind"].astype(np.uint8),
        status=rows["status"].astype(np.uint8),
        first_day=rows["first_day"].astype(np.int32),
        last_day=rows["last_day"].astype(np.int32),
        report_first_day=rows["report_first_day"].astype(np.int32),
        report_last_day=rows["report_last_day"].astype(np.int32),
        place=place.astype(np.int32),
        reached=rows["reached"].astype(np.int8),
        crossing=crossing.astype(np.int32),
        **flags_in(rows),
        places=tuple(marked(*place_at(db, int(it))) for it in place_numbers),
        crossings=tuple(_crossing_at(db, int(it)) for it in crossing_numbers),
    )


def place_at(db: sqlite3.Connection, number: int) -> tuple[Place, Ground]:
    """Return a place of the store with its ground."""
    (record,) = db.execute("SELECT record FROM places WHERE number = ?", (number,)).fetchone()
    return place_from(unpacked(record))


def flags_in(rows: NDArray[np.void]) -> dict[str, NDArray[np.uint8]]:
    """Return what the last byte of packed rows holds, as columns of the marks."""
    flags = rows["crossing_stated"].astype(np.uint8)
    return {"crossing_stated": flags & np.uint8(1), "daytime": flags >> np.uint8(1)}


def marked(place: Place, ground: Ground) -> MarkedPlace:
    """Return a place as the map draws it."""
    name = name_of(place, ground)
    return MarkedPlace(
        id=place.id,
        name=name,
        native_name=native_name(place) if name == place.name else None,
        shape=ground.shape,
        lon=ground.lon,
        lat=ground.lat,
        radius_km=ground.radius_km,
        geo_precision=ground.geo_precision,
        outlines=ground.outlines,
    )


def _crossing_at(db: sqlite3.Connection, number: int) -> MarkedCrossing:
    name, lon, lat = db.execute("SELECT name, lon, lat FROM crossings WHERE number = ?", (number,)).fetchone()
    return MarkedCrossing(name=name, lon=lon, lat=lat)
