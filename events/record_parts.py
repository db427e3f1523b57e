"""The parts of a claim's JSON object that other records share: places, days, spans, rejections."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from geo.place import FeatureClass, Ground, Place, Shape
from texts.dating import Interval
from texts.rejection import Rejection
from texts.span import Span

Record = dict[str, Any]
"""A JSON object; docs/formats.md says what its members are."""


class InvalidRecordError(ValueError):
    """A JSON object that has not the form that was expected."""


def place_record(place: Place, ground: Ground) -> Record:
    """Return the members that tell a place and the ground that a mention of it stands for.

    `lon` and `lat` are the ground's, degrees in EPSG:4326; the place's own point is told where it differs.
    """
    return {
        "name": place.name,
        "lat": ground.lat,
        "lon": ground.lon,
        "geonameid": place.geonameid,
        "geo_precision": ground.geo_precision,
        "radius_km": ground.radius_km,
        "place": place.id,
        "country": place.country,
        "admin1": place.admin1,
        "feature_class": place.feature_class.value,
        "feature_code": place.feature_code,
        "population": place.population,
        "approximation_km": place.approximation_km,
        "names": [[language, name] for language, name in place.names],
        "outline": place.outline,
        "point": None if (place.lon, place.lat) == (ground.lon, ground.lat) else [place.lon, place.lat],
        "shape": ground.shape.value,
        "ucdp_precision": ground.ucdp_precision,
        "outlines": list(ground.outlines),
    }


def place_from(record: Record) -> tuple[Place, Ground]:
    """Return the place and the ground that `place_record` told."""
    lon, lat = number(record["lon"]), number(record["lat"])
    point = (lon, lat) if record["point"] is None else (number(record["point"][0]), number(record["point"][1]))
    place = Place(
        id=str(record["place"]),
        name=str(record["name"]),
        feature_class=FeatureClass(record["feature_class"]),
        feature_code=str(record["feature_code"]),
        lon=point[0],
        lat=point[1],
        country=record["country"],
        admin1=record["admin1"],
        population=record["population"],
        geonameid=record["geonameid"],
        approximation_km=number(record["approximation_km"]),
        names=tuple((str(language), str(name)) for language, name in record["names"]),
        outline=record["outline"],
    )
    ground = Ground(
        shape=Shape(record["shape"]),
        lon=lon,
        lat=lat,
        radius_km=number(record["radius_km"]),
        geo_precision=int(record["geo_precision"]),
        ucdp_precision=int(record["ucdp_precision"]),
        outlines=tuple(str(it) for it in record["outlines"]),
    )
    return place, ground


def rejection_record(rejection: Rejection) -> Record:
    """Return the JSON object of a rejection."""
    span = rejection.span
    return {
        "reason": rejection.reason.value,
        "message": rejection.message,
        "name": rejection.name,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "text": rejection.text,
    }


def span_from(record: Record) -> Span:
    """Return the span between a record's `start` and `end`."""
    return Span(start=record["start"], end=record["end"])


def number(value: object) -> float:
    """Return a JSON number as it is: whole numbers stay whole.

    >>> number(5), number(0.5)
    (5, 0.5)
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidRecordError(f"a number was expected, got {value!r}")
    return value


def day_of(day: date | None) -> str | None:
    """Return a day as ISO 8601 writes it, or None.

    >>> day_of(date(2014, 6, 12)), day_of(None)
    ('2014-06-12', None)
    """
    return None if day is None else day.isoformat()


def interval_from(first: str | None, last: str | None) -> Interval:
    """Return the interval from an inclusive first to an inclusive last day; None is an open side.

    >>> interval_from("2014-06-12", "2014-06-12").end
    datetime.date(2014, 6, 13)
    """
    last_day = None if last is None else date.fromisoformat(last)
    return Interval(
        start=None if first is None else date.fromisoformat(first),
        end=None if last_day is None or last_day == date.max else last_day + timedelta(days=1),
    )
