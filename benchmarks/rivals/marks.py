"""The made-up claims as a FeatureCollection that TimestampedGeoJson takes."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from benchmarks.claims import marks_of
from events.marks import NO_DAY

WINDOW_DAYS = 31
"""How long the window is that is moved, in days."""


def features_of(claims: int) -> dict[str, Any]:
    """Return the first place of each dated claim as a point with its day."""
    marks = marks_of(claims)
    leading = np.unique(marks.claim, return_index=True)[1]
    features = []
    for row in leading:
        if marks.first_day[row] == NO_DAY:
            continue
        place = marks.places[marks.place[row]]
        day = date.fromordinal(int(marks.first_day[row])).isoformat()
        features.append(
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
                "properties": {"time": day, "icon": "circle", "iconstyle": {"radius": 4}},
            }
        )
    return {"type": "FeatureCollection", "features": features}
