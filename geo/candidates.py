"""The places that a name could mean, and what is known of each wherever it is named."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.index import Index, Name

SMALL = 5000
"""Towns of fewer inhabitants are small."""

OWN_DEG = 2.2
"""A town this near to the middle of an area of its name, in degrees both ways, is the one it is named for."""

BEHIND_CAPITAL = 0.5
"""How far an area stands behind the capital of its country that bears its name and lies elsewhere: Washington."""

MOST_TOWNS = 30
"""How many towns of a name are tried as the one an area is named for."""

MOST_OPTIONS = 100
"""How many places of a name are weighed."""

GREAT = frozenset({"OCN", "SEA", "GULF", "CONT"})
"""Codes of what everybody knows by its bare name."""

COLONIES = frozenset({"US", "CA", "GB", "IE", "AU", "NZ", "ZA"})
"""Countries with towns named after the great ones, and with papers in English that mean their own."""

BY_FAR = 1.5
"""A town this much more prominent than all places of a name is meant by it, though it is a further spelling."""

DWARFED = 2.5
"""A place this much less prominent than another of its name is dwarfed by it."""

STEADY = (
    "prior", "gap", "first", "own", "curated", "country", "admin1", "admin2", "town", "quarter", "feature", "people",
    "seat", "small", "short", "capital", "namesake", "namesake_town", "eclipsed",
    "great", "spot", "dwarf",
)  # fmt: skip
"""What is known of a candidate wherever its name stands."""

FEATURES = (
    *STEADY,
    "inside", "inside_country", "share_country", "share_admin1", "named_country", "named_admin1", "near", "close",
    "far", "kind_asked", "kind_other", "home_country", "home_admin1", "home_near", "theatre", "shadow",
    "company", "most_company", "abroad", "alone",
)  # fmt: skip
"""All that is looked at, in the order of the model's weights; the rest depends on the text."""

SLOT = {name: number for number, name in enumerate(FEATURES)}


@dataclass(slots=True)
class Option:
    """A place that a name could mean, and what speaks for it."""

    place: int
    kind: int
    values: list[float]
    base: float = 0.0
    """what its steady features are worth"""
    score: float = 0.0
    share: float = 0.0
    """its part of the name's probability"""
    neighbour: int = -1
    """the other place that is nearest to it"""
    neighbour_km: float = -1.0
    holder: int = -1
    """the area that the text says it is in"""


@dataclass(slots=True)
class Naming:
    """One name in one context, with all its mentions there."""

    name: int
    mentions: list[int]
    options: list[Option]
    weight: float
    """how surely it is a place at all, between 0 and 1"""
    best: Option | None = None
    asked: str = ""
    """the kind of place that the words around ask for"""
    others: int = 0
    """how many other names of the context are places that it could be near"""
    holders: list[int] = field(default_factory=list)
    """names that the text puts after it: "X, Y" """


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where a text comes from or what it is about, as somebody said."""

    places: tuple[int, ...] = ()
    """the publisher's home place"""
    point: tuple[float, float] | None = None
    """the publisher's home by (lon, lat) in degrees, where it is no place of the gazetteer"""
    countries: frozenset[int] = frozenset()
    """the theatre's countries, by their number in the index"""
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    """the theatre's boxes: west, south, east, north in degrees; one that has its west east of its east goes round"""
    home_said: str = ""
    """the home as somebody put it; empty where the publisher's name gave it"""
    theatre_said: str = ""
    """the theatre as somebody put it"""

    @property
    def is_known(self) -> bool:
        """Whether there is anything to prefer."""
        return bool(self.places or self.countries or self.boxes or self.point is not None)

    def in_theatre(self, country: int, lon: float, lat: float) -> bool:
        """Whether a place lies in the theatre."""
        return country in self.countries or any(
            south <= lat <= north and (west <= lon <= east if west <= east else lon >= west or lon <= east)
            for west, south, east, north in self.boxes
        )


LETTERS = {
    "PCLI": "c", "ADM1": "a", "RGN": "r", "CONT": "r", "ZN": "r",
    **dict.fromkeys(("STM", "LK", "SEA", "OCN", "GULF", "STRT", "CNL", "BAY", "CHN", "LKS", "RSV", "FLLS"), "h"),
    **dict.fromkeys(("MT", "MTS", "ISL", "ISLS", "DSRT", "VAL", "CAPE"), "t"),
}  # fmt: skip
"""A letter for what a place is: country, first level, region, water, relief; see `kind_of` for the others."""


def kind_of(code: str) -> str:
    """Return a letter for what a place is; p for a town, d for an area of a lower level, s for a spot.

    >>> kind_of("PPLA2"), kind_of("ADM2"), kind_of("DAM")
    ('p', 'd', 's')
    """
    found = LETTERS.get(code)
    if found is not None:
        return found
    return "d" if code.startswith("ADM") else "p" if code.startswith("PPL") else "s"


def options_of(name: int, index: Index) -> list[Option]:
    """Return the places of a name with what is known of them wherever they are named."""
    postings = index.postings(name)
    group = _Group(top=max((index.prior[place] for place, _ in postings), default=0.0))
    for place, kind in postings:
        group.people |= kind == Name.PEOPLE
        if kind in (Name.OWN, Name.CURATED):
            group.own = max(group.own, index.prior[place])
        letter = kind_of(index.codes[index.code[place]])
        if letter == "c":
            group.countries.add(index.country[place])
        elif index.codes[index.code[place]] == "PPLC" and kind in (Name.OWN, Name.CURATED):
            group.capital = max(group.capital, index.prior[place])
        elif letter == "a":
            group.areas.add(index.admin1[place])
    own = (Name.OWN, Name.CURATED)
    best = sorted(postings, key=lambda item: (-index.prior[item[0]] - (1.0 if item[1] in own else 0.0), item[0]))
    found = [_option(place, kind, rank, group, index) for rank, (place, kind) in enumerate(best[:MOST_OPTIONS])]
    _shade(found, index)
    return found


def _shade(options: list[Option], index: Index) -> None:
    """Mark the areas that stand behind their own town: a bare name means the town."""
    towns = [option.place for option in options if option.values[SLOT["town"]] and not option.values[SLOT["quarter"]]]
    for option in options:
        if option.values[SLOT["admin1"]] or option.values[SLOT["admin2"]]:
            option.values[SLOT["shadow"]] = max(
                (_seat(town, option.place, index) for town in towns[:MOST_TOWNS]), default=0.0
            )


def _seat(town: int, area: int, index: Index) -> float:
    """Return how far an area stands behind a town of its name: wholly behind its seat, partly behind a far capital."""
    if index.country[town] != index.country[area]:
        return 0.0
    near = abs(index.lon[town] - index.lon[area]) < OWN_DEG and abs(index.lat[town] - index.lat[area]) < OWN_DEG
    code = index.codes[index.code[town]]
    if near or (code == "PPLA" and index.name_of(town) == index.name_of(area)):
        return 1.0
    return BEHIND_CAPITAL if code == "PPLC" and index.name_of(town) == index.name_of(area) else 0.0


@dataclass(slots=True)
class _Group:
    """What the places of one name have in common."""

    top: float
    countries: set[int] = field(default_factory=set)
    """countries that bear the name"""
    areas: set[int] = field(default_factory=set)
    """first-level areas that bear it"""
    own: float = 0.0
    """how prominent the best place is whose own name it is"""
    capital: float = 0.0
    """how prominent the capital is that bears it"""
    people: bool = False
    """whether it is also what a place's people are called"""


def _is_known_so(prior: float, kind: int, group: _Group) -> bool:
    """Whether a town is known by a further spelling as by its own name: far better than any other, or entered."""
    ahead = BY_FAR / 2 if kind == Name.VARIANT else BY_FAR
    return kind in (Name.OTHER, Name.VARIANT) and prior - group.own > ahead


def _option(place: int, kind: int, rank: int, group: _Group, index: Index) -> Option:
    code = index.codes[index.code[place]]
    letter = kind_of(code)
    prior, country = index.prior[place], index.countries[index.country[place]]
    known = {
        "prior": prior / 3,
        "gap": (group.top - prior) / 3,
        "first": rank == 0,
        "own": kind in (Name.OWN, Name.CURATED) or (letter == "p" and _is_known_so(prior, kind, group)),
        "curated": kind in (Name.CURATED, Name.VARIANT),
        "eclipsed": (bool(group.countries) and letter != "c" and kind in (Name.OTHER, Name.VARIANT))
        or (group.people and kind != Name.PEOPLE),
        "country": letter == "c",
        "admin1": letter == "a",
        "admin2": letter == "d",
        "town": letter == "p",
        "quarter": code == "PPLX",
        "feature": letter in "rhts",
        "people": kind == Name.PEOPLE,
        "short": kind == Name.SHORT,
        "seat": code == "PPLA",
        "capital": code == "PPLC",
        "namesake": letter in "adp" and index.country[place] in group.countries,
        "namesake_town": letter in "dp" and index.admin1[place] in group.areas,
        "great": code in GREAT,
        "spot": letter == "s",
        "abroad": letter in "dp" and group.capital - prior > DWARFED and country not in COLONIES,
        "dwarf": max(0.0, group.top - prior - DWARFED) / 2,
        "small": letter == "p" and index.population[place] < SMALL,
    }
    return Option(place, kind, [float(known.get(name, 0.0)) for name in FEATURES])
