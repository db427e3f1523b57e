"""Find where a text comes from and what it is about, so that a local paper's Paris is its own."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from geo.candidates import Home, kind_of
from geo.gazetteer import Gazetteer
from geo.index import Name
from geo.keys import keys_of
from geo.scan import words_of
from texts.document import Document

_NUMBER = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,12})?")
NEAREST_DEG = 0.5
"""A place this near to a point, in degrees of latitude, is where the point is."""
LONGEST = 80
"""Characters of what somebody stated that a message repeats."""
BOX = 4
"""Numbers of a box: west, south, east, north."""


def home_of(document: Document, gazetteer: Gazetteer) -> Home:
    """Return where a document comes from and which theatre it is about; what cannot be used is passed over."""
    return home_read(document, gazetteer)[0]


def home_read(document: Document, gazetteer: Gazetteer) -> tuple[Home, tuple[str, ...]]:
    """Return a document's home and theatre, and a message for each that was stated and cannot be used.

    Where no home is stated, the place in the publisher's name is the home.
    """
    found, refused = None, []
    if document.home:
        try:
            found = home_from(document.home, gazetteer)
        except ValueError as error:
            refused.append(str(error))
    home = found or home_by_name(document.publisher, gazetteer)
    if document.theatre:
        try:
            theatre = theatre_from(document.theatre, gazetteer)
            home = replace(home, countries=theatre.countries, boxes=theatre.boxes, theatre_said=theatre.theatre_said)
        except ValueError as error:
            refused.append(str(error))
    return home, tuple(refused)


def home_by_name(publisher: str | None, gazetteer: Gazetteer) -> Home:
    """Return the home place that a publisher bears in its name: "Najaf Times" has Najaf.

    A country in the name tells too little, and a name that is a common word or a person's tells nothing.
    """
    if not publisher:
        return Home()
    words = words_of(publisher)
    index, lexicons = gazetteer.index, gazetteer.judge.lexicons
    for mention in gazetteer.scanner.mentions(words):
        key = " ".join(words.keys[mention.first : mention.last])
        if any(key in lexicon for lexicon in (lexicons.common, lexicons.given, lexicons.bodies, lexicons.others)):
            continue
        place, kind = index.postings(mention.name)[0]
        if kind in (Name.OWN, Name.CURATED, Name.VARIANT) and kind_of(index.codes[index.code[place]]) in "pad":
            return Home(places=(place,))
    return Home()


def home_from(text: str, gazetteer: Gazetteer) -> Home:
    """Return the home that somebody states: a place such as "Najaf" or "Paris, Texas", or "44.3,32.0" (lon,lat).

    Of several places of one name the most prominent is meant, in the area after the comma where there is one.

    Raises
    ------
    ValueError
        If the gazetteer has no place of this name, or the numbers are no place of the earth.
    """
    said = " ".join(text.split())
    parts = [part.strip() for part in said.split(",")]
    if all(map(_NUMBER.fullmatch, parts)):
        if len(parts) != 2 or abs(float(parts[0])) > 180 or abs(float(parts[1])) > 90:
            raise ValueError(f"home: lon,lat in degrees expected, got {text[:LONGEST]!r}")
        point = (float(parts[0]), float(parts[1]))
        return Home(places=_nearest(point, gazetteer), point=point, home_said=said)
    for name, area in ((said, ""), (", ".join(parts[:-1]), parts[-1])):
        place = _most_prominent(name, area, gazetteer) if name else None
        if place is not None:
            return Home(places=(place,), home_said=said)
    raise ValueError(f"home: the name of a place or lon,lat expected, got {text[:LONGEST]!r}")


def _nearest(point: tuple[float, float], gazetteer: Gazetteer) -> tuple[int, ...]:
    """Return the place next to a point (lon, lat), whose country and area are the home's; none on the high seas."""
    lon, lat = (np.asarray(column) for column in (gazetteer.index.lon, gazetteer.index.lat))
    across = np.abs(lon - point[0])
    apart = np.hypot(np.minimum(across, 360 - across) * np.cos(np.radians(point[1])), lat - point[1])
    nearest = int(apart.argmin())
    return (nearest,) if apart[nearest] < NEAREST_DEG else ()


def _most_prominent(name: str, area: str, gazetteer: Gazetteer) -> int | None:
    """Return the most prominent place of a name, in the country or first-level area of another where one is given."""
    index = gazetteer.index
    places = _named(name, gazetteer)
    if not area:
        return next(iter(places), None)
    for holder in _named(area, gazetteer):
        letter = kind_of(index.codes[index.code[holder]])
        column = index.country if letter == "c" else index.admin1
        inside = [place for place in places if place != holder and column[place] == column[holder]]
        if letter in "ca" and inside:
            return inside[0]
    return None


def _named(name: str, gazetteer: Gazetteer) -> list[int]:
    """Return the numbers of the places with exactly this name, the most prominent first."""
    numbers = [gazetteer.index.find(key) for key in keys_of(name)]
    return next(([place for place, _ in gazetteer.index.postings(number)] for number in numbers if number >= 0), [])


def theatre_from(text: str, gazetteer: Gazetteer) -> Home:
    """Return the theatre that somebody states, such as "IQ,SY", "Iraq; Syria", or a box "38,29,49,37" (W,S,E,N).

    Countries and boxes may stand together; their places are preferred, and no other is left out.

    Raises
    ------
    ValueError
        If a part is neither a country's name nor its ISO 3166-1 code, or the numbers make no box.
    """
    index = gazetteer.index
    parts = [" ".join(part.split()) for part in re.split(r"[,;]", text)]
    numbers = [float(part) for part in parts if _NUMBER.fullmatch(part)]
    boxes = [(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]) for at in range(0, len(numbers) - 3, BOX)]
    known = {code: number for number, code in enumerate(index.countries) if code}
    countries = set()
    for part in parts:
        if _NUMBER.fullmatch(part) or not part:
            continue
        number = known.get(part.upper()) if len(part) == 2 else _country(part, gazetteer)
        if number is None:
            raise ValueError(
                "theatre: a country's name, its ISO 3166-1 code of two letters or a box W,S,E,N expected, "
                f"got {part[:LONGEST]!r}"
            )
        countries.add(number)
    if len(numbers) % BOX or any(not _is_box(box) for box in boxes):
        raise ValueError(f"theatre: a box of four numbers W,S,E,N in degrees expected, got {text[:LONGEST]!r}")
    if not countries and not boxes:
        raise ValueError(f"theatre: countries or a box expected, got {text[:LONGEST]!r}")
    return Home(countries=frozenset(countries), boxes=tuple(boxes), theatre_said=", ".join(filter(None, parts)))


def _is_box(box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return abs(west) <= 180 and abs(east) <= 180 and -90 <= south < north <= 90 and west != east


def _country(name: str, gazetteer: Gazetteer) -> int | None:
    """Return the number of the country with this name."""
    index = gazetteer.index
    return next((index.country[it] for it in _named(name, gazetteer) if index.codes[index.code[it]] == "PCLI"), None)
