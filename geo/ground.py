"""The part of the earth that a place name stands for."""

from __future__ import annotations

from geo.place import FeatureClass, Ground, Place, Shape

LINES = frozenset({"STM", "CNL", "RD", "RR", "STMI", "WAD"})
"""Codes of places that are lines."""


def ground_of(place: Place) -> Ground:
    """Return the ground that a place covers when nothing around its name says otherwise.

    A country or province is its outline, a river its line where there is one, a region a ring, a town a disc.
    """
    code = place.feature_code
    outlines = (place.outline,) if place.outline else ()
    if place.feature_class is FeatureClass.ADMIN:
        shape = Shape.OUTLINE if outlines else Shape.RING
        acled, ucdp = (3, 6) if code.startswith("PCL") else (3, 4) if code == "ADM1" else (2, 3)
    elif code in LINES:
        shape, acled, ucdp = (Shape.LINE if outlines else Shape.RING), 3, 5
    elif place.feature_class is FeatureClass.WATER:
        shape, acled, ucdp = (Shape.OUTLINE if outlines else Shape.RING), 3, 7 if code in ("SEA", "OCN", "GULF") else 5
    elif place.feature_class in (FeatureClass.AREA, FeatureClass.RELIEF):
        shape, acled, ucdp = (Shape.OUTLINE if outlines else Shape.RING), 3 if place.approximation_km > 50 else 2, 5
    else:
        shape, acled, ucdp = Shape.POINT, 1, 1
        outlines = ()
    return Ground(
        shape=shape,
        lon=place.lon,
        lat=place.lat,
        radius_km=place.approximation_km,
        geo_precision=acled,
        ucdp_precision=ucdp,
        outlines=outlines,
    )
