"""What the map draws of claims that are at hand, without a store."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from events.claim import Claim
from events.daytime import code_of
from events.marks import NO_CROSSING, MarkedCrossing, Marks
from events.storage.codec import KINDS, ROLES, STATUSES
from events.storage.days import day_number, days_of
from events.storage.marks import ROW, flags_in, marked
from events.storage.stored import StoredClaim
from geo.place import Ground, Place


def marks_of(claims: Sequence[StoredClaim]) -> Marks:
    """Return the marks of claims, each numbered by its position; sorted by (`first_day`, `claim`, `leg`).

    >>> len(marks_of([]).claim)
    0
    """
    places: dict[tuple[Place, Ground], int] = {}
    crossings: dict[MarkedCrossing, int] = {}
    found = []
    for number, it in enumerate(claims):
        claim, dating = it.claim, it.publication.dating
        event = days_of(None if claim.when is None else claim.when.interval)
        report = days_of(None if dating is None else dating.interval)
        crossing, stated = _crossing_of(claim, crossings)
        reached = -1 if claim.movement is None or claim.movement.reached is None else int(claim.movement.reached)
        daytime = code_of(None if claim.when is None else claim.when.clock)
        days = [day_number(day) for day in (*event, *report)]
        for leg, place in enumerate(claim.places[:256]):
            at = places.setdefault((place.place, place.ground), len(places))
            codes = ROLES.index(place.role), KINDS.index(claim.kind), STATUSES.index(claim.status)
            found.append((days[0], (number, leg, *codes, *days, at, reached, crossing, stated | daytime << 1)))
    found.sort(key=lambda row: (row[0], row[1][:2]))
    rows = np.array([row for _, row in found], dtype=ROW)
    columns = {name: rows[name].astype(kind) for name, kind in _KINDS.items()}
    columns |= flags_in(rows)
    return Marks(**columns, places=tuple(marked(place, ground) for place, ground in places), crossings=tuple(crossings))


_KINDS = {name: np.int64 if name == "claim" else ROW[name] for name in ROW.names or ()}


def _crossing_of(claim: Claim, crossings: dict[MarkedCrossing, int]) -> tuple[int, int]:
    crossing = None if claim.movement is None else claim.movement.crossing
    if crossing is None:
        return NO_CROSSING, 0
    drawn = MarkedCrossing(name=crossing.name, lon=crossing.lon, lat=crossing.lat)
    return crossings.setdefault(drawn, len(crossings)), int(crossing.basis == "stated")
