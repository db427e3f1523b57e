"""Lay curated gazetteers over the world's places: their entries win."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import cos, hypot, radians

from geo.keys import keys_of
from geo.place import FeatureClass, Place
from geo.world import Row

SAME_TOWN_KM = 25.0
"""Two towns of one name this close are one town."""


TOWNS = (FeatureClass.SETTLEMENT, FeatureClass.ADMIN)


def laid_over(world: Iterable[Row], curated: tuple[Place, ...]) -> Iterator[Row]:
    """Yield the world's rows and the curated ones; of a place that both have, the curated one with both's names.

    A country or a great region keeps GeoNames' point, which stands for it in other data sets; its ground is its
    outline anyhow.
    """
    entries = {place.id: _row(place) for place in curated}
    same = {place.id: place.id for place in curated}
    same.update({f"gn:{place.geonameid}": place.id for place in curated if place.geonameid})
    towns = _towns(curated)
    regions = {key: place.id for place in curated if place.feature_class not in TOWNS for key in keys_of(place.name)}
    for row in world:
        number = f"gn:{row.geonameid}" if row.geonameid else row.id
        target = same.get(row.id) or same.get(number)
        if target is None and row.code.startswith("PPL"):
            target = _twin(row, towns)
        elif target is None and row.id.startswith("dl:world-"):
            target = regions.get(keys_of(row.name)[0])
        if target is None:
            yield row
        else:
            entries[target] = _joined(entries[target], row)
    yield from entries.values()


def _row(place: Place) -> Row:
    return Row(
        id=place.id,
        name=place.name,
        code=place.feature_code,
        lon=place.lon,
        lat=place.lat,
        country=place.country,
        admin1=place.admin1,
        population=place.population or 0,
        geonameid=place.geonameid,
        radius_km=place.approximation_km,
        outline=place.outline,
        names=(place.name, *(name for _, name in place.names)),
        curated=True,
    )


def _joined(entry: Row, row: Row) -> Row:
    country = entry.code in ("PCLI", "RGN", "CONT")
    return replace(
        entry,
        code=row.code if entry.code == "PPL" and row.code.startswith("PPL") else entry.code,
        lon=row.lon if country else entry.lon,
        lat=row.lat if country else entry.lat,
        population=max(entry.population, row.population),
        geonameid=entry.geonameid or row.geonameid,
        outline=entry.outline or row.outline,
        names=tuple(dict.fromkeys((*entry.names, *row.names))),
        abbreviations=row.abbreviations,
        demonyms=row.demonyms,
    )


def _towns(curated: tuple[Place, ...]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in curated:
        if place.feature_class is FeatureClass.SETTLEMENT:
            for name in (place.name, *(name for _, name in place.names)):
                for key in keys_of(name):
                    found.setdefault(key, []).append(place)
    return found


def _twin(row: Row, towns: dict[str, list[Place]]) -> str | None:
    for name in row.names[:1]:
        for key in keys_of(name):
            for place in towns.get(key, ()):
                across = (row.lon - place.lon) * cos(radians(place.lat))
                if 111.2 * hypot(across, row.lat - place.lat) < SAME_TOWN_KM:
                    return place.id
    return None
