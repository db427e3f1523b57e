"""Tell whether a noun that came from outside is made of what it declares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from events.claim import Claim

MOST = 1e15
"""No number of a claim is larger."""

FARTHEST_KM = 20_038
"""No place on the earth is farther from another: half its girth."""

_ID = re.compile(r"[0-9a-f]{16}\Z")


def fault_in(claim: Claim) -> str | None:
    """Return what is wrong with a claim that was read from a file, or None.

    Types, finite numbers, ids, coordinates and distances of the earth, shares and offsets that fit their words are
    looked at; whether it is true is nobody's business here.
    """
    return mistyped(claim, Claim, "claim") or next(_faults_in(claim), None)


def _faults_in(claim: Claim) -> Iterator[str]:
    excerpt, crossing = claim.excerpt, None if claim.movement is None else claim.movement.crossing
    for name, id_ in (("id", claim.id), ("document", excerpt.document_id)):
        if _ID.match(id_) is None:
            yield f"{name}: expected 16 hexadecimal digits, got {id_[:40]!r}"
    if len(excerpt.span) != len(excerpt.text):
        yield f"excerpt: expected {len(excerpt.span)} characters between its offsets, got {len(excerpt.text)}"
    if not claim.places:
        yield "places: expected at least one, got none"
    for place in claim.places:
        yield from _off_the_earth("places", place.place.lon, place.place.lat)
        yield from _off_the_earth("places", place.ground.lon, place.ground.lat)
        if place.ground.geo_precision not in range(1, 4) or place.ground.ucdp_precision not in range(1, 8):
            yield "places: geo_precision must be 1 to 3 and ucdp_precision 1 to 7"
        yield from _beyond("places.radius_km", place.ground.radius_km, FARTHEST_KM)
        yield from _beyond("places.approximation_km", place.place.approximation_km, FARTHEST_KM)
        yield from _beyond("places.confidence", place.confidence, 1)
        if min(place.place.population or 0, place.place.geonameid or 0) < 0:
            yield "places: population and geonameid must be 0 or more"
    yield from _beyond("extraction_quality", claim.extraction_quality, 1)
    if crossing is not None:
        yield from _off_the_earth("crossing", crossing.lon, crossing.lat)


def _beyond(where: str, value: float, most: float) -> Iterator[str]:
    if not 0 <= value <= most:
        yield f"{where}: expected a number in [0, {most}], got {value}"


def _off_the_earth(where: str, lon: float, lat: float) -> Iterator[str]:
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        yield f"{where}: lat must be in [-90, 90] and lon in [-180, 180], got {lat}, {lon}"


def mistyped(value: object, kind: Any, where: str) -> str | None:
    """Return where `value` is not of the annotated type `kind`, or None.

    >>> mistyped((1, 2), tuple[int, ...], "cues"), mistyped((1, "2"), tuple[int, ...], "cues")
    (None, "cues[1]: expected int, got '2'")
    >>> mistyped(float("nan"), float, "lat")
    'lat: expected a finite number, got nan'
    """
    origin = get_origin(kind)
    if origin is UnionType:
        faults = [mistyped(value, one, where) for one in get_args(kind)]
        return None if None in faults else faults[0]
    if origin is tuple:
        return _mistyped_items(value, get_args(kind), where)
    if not _is_a(value, kind):
        expected = "null" if kind is NoneType else "a finite number" if kind is float else kind.__name__
        return f"{where}: expected {expected}, got {repr(value)[:60]}"
    parts = ((getattr(value, name), of, f"{where}.{name}") for name, of in _members(kind))
    return next((fault for part in parts if (fault := mistyped(*part))), None)


def _is_a(value: object, kind: type) -> bool:
    if isinstance(value, bool):
        return kind is bool
    if kind is float:
        return isinstance(value, int | float) and -MOST < value < MOST
    return isinstance(value, kind)


def _mistyped_items(value: object, kinds: tuple[Any, ...], where: str) -> str | None:
    if not isinstance(value, tuple):
        return f"{where}: expected a list, got {repr(value)[:60]}"
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(kinds) != len(value):
        return f"{where}: expected {len(kinds)} items, got {len(value)}"
    faults = (mistyped(item, kind, f"{where}[{at}]") for at, (item, kind) in enumerate(zip(value, kinds, strict=True)))
    return next((fault for fault in faults if fault), None)


@cache
def _members(kind: type) -> tuple[tuple[str, Any], ...]:
    if not is_dataclass(kind):
        return ()
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))
