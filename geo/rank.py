"""Weigh the places that a name could mean by what else its text names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log, sqrt
from operator import mul

from geo.apart import Distances
from geo.candidates import SLOT, STEADY, Home, Naming, Option, kind_of, options_of
from geo.company import keep_company
from geo.index import Index

_TEXT = len(STEADY)
"""Where the features begin that depend on the text."""

ROUNDS = 3
"""How often the names of a stretch are weighed against each other."""

MOST_ANCHORS = 24
"""How many other names of a stretch of text a candidate's distance is measured to."""

MEMORY = 50_000
"""How many names' places are remembered before they are looked up afresh."""

NOTHING = 0.5
"""What a text that names nothing else is taken to have named, so that shares are never of nothing."""

AREAS = 100_000
"""Added to the number of a first-level area to tell it from a country's."""

HOLDERS = 6
"""How many readings of "Y" are tried in "X, Y"."""

HOME_REACH_KM = 150.0
"""How far a home reaches: at this distance what it is worth has fallen to a third."""

TOGETHER_KM = 60.0
"""In "X, Y" with two towns X lies at most this far from Y."""


_Anchor = tuple[int, int, float]
"""Another name of the stretch, the number of the place that it most probably means, and how surely."""


@dataclass(slots=True)
class _Mass:
    """How much of a stretch's names lies in which country and area, and how much each name itself put there."""

    countries: dict[int, float] = field(default_factory=dict)
    areas: dict[int, float] = field(default_factory=dict)
    own_countries: dict[int, dict[int, float]] = field(default_factory=dict)
    own_areas: dict[int, dict[int, float]] = field(default_factory=dict)
    named: dict[int, float] = field(default_factory=dict)
    """countries and areas that are named themselves"""

    def add(self, name: int, country: int, area: int, part: float) -> None:
        """Count a part of a name's probability."""
        if country:
            self.countries[country] = self.countries.get(country, 0.0) + part
            own = self.own_countries.setdefault(name, {})
            own[country] = own.get(country, 0.0) + part
        if area:
            self.areas[area] = self.areas.get(area, 0.0) + part
            own = self.own_areas.setdefault(name, {})
            own[area] = own.get(area, 0.0) + part


class _Own:
    """What one name itself put into the masses, and what the others did in all."""

    __slots__ = ("areas", "countries", "other_areas", "other_countries")

    def __init__(self, mass: _Mass, name: int, totals: tuple[float, float]) -> None:
        self.countries = mass.own_countries.get(name, {})
        self.areas = mass.own_areas.get(name, {})
        self.other_countries = totals[0] - sum(self.countries.values())
        self.other_areas = totals[1] - sum(self.areas.values())


_SHARE_COUNTRY, _NAMED_COUNTRY = SLOT["share_country"], SLOT["named_country"]
_SHARE_ADMIN1, _NAMED_ADMIN1 = SLOT["share_admin1"], SLOT["named_admin1"]
_ABROAD, _ALONE = SLOT["abroad"], SLOT["alone"]
_NEAR, _CLOSE, _FAR = SLOT["near"], SLOT["close"], SLOT["far"]


class Ranker:
    """Weighs the places that the names of a context could mean."""

    def __init__(self, index: Index, weights: Sequence[float]) -> None:
        self.index = index
        self.weights = list(weights)
        self._text_weights = self.weights[_TEXT:]
        self._kinds = [kind_of(code) for code in index.codes]
        self._known: dict[int, list[Option]] = {}
        self._distances = Distances(index)

    def rank(self, namings: list[Naming], home: Home, *, post: bool = False) -> None:
        """Fill in the options of every name, best first, with their scores and shares.

        In a `post` of a sentence or two a name that has no other beside it is meant as everybody knows it; a long text
        that names little else may be from anywhere.
        """
        for naming in namings:
            naming.options = self._options(naming.name)
            self._score(naming)
        keep_company(namings, self.index, self._kinds)
        by_name: dict[int, list[Naming]] = {}
        for naming in namings:
            by_name.setdefault(naming.name, []).append(naming)
        for final in (*[False] * (ROUNDS - 1), True):
            self._weigh(namings, by_name, home, post=post, final=final)

    def _options(self, name: int) -> list[Option]:
        kept = self._known.get(name)
        if kept is None:
            if len(self._known) > MEMORY:
                self._known.clear()
            kept = self._known[name] = options_of(name, self.index)
            for option in kept:
                option.base = sum(w * v for w, v in zip(self.weights, option.values[:_TEXT], strict=False))
        return [Option(option.place, option.kind, option.values.copy(), option.base) for option in kept]

    def _score(self, naming: Naming) -> None:
        weights = self._text_weights
        options = naming.options
        for option in options:
            option.score = option.base + sum(map(mul, weights, option.values[_TEXT:]))
        options.sort(key=lambda option: (-option.score, option.place))
        grown = [exp(option.score - options[0].score) for option in options]
        total = sum(grown)
        for option, part in zip(options, grown, strict=True):
            option.share = part / total
        naming.best = options[0] if options else None

    def _weigh(
        self, namings: list[Naming], by_name: dict[int, list[Naming]], home: Home, *, post: bool, final: bool
    ) -> None:
        mass = self._mass(namings)
        totals = (sum(mass.countries.values()) + NOTHING, sum(mass.areas.values()) + NOTHING)
        anchors = self._anchors(namings)
        anchored = Counter(name for name, _, _ in anchors)
        homely = home.is_known
        for naming in namings:
            if len(naming.options) == 1 and not final:
                continue  # nothing to choose from: it is weighed at last, to be told
            naming.others = len(anchors) - anchored[naming.name]
            holders = [other for name in naming.holders for other in by_name.get(name, ())]
            own = _Own(mass, naming.name, totals)
            lonely = post and not (homely or holders or naming.asked)
            for option in naming.options:
                self._shares(option, mass, own)
                if lonely:
                    option.values[_ALONE] = self.index.prior[option.place] / 3 * NOTHING / own.other_countries
                if naming.asked:
                    self._asked(option, naming)
                if holders:
                    self._held(option, holders)
                if self._kinds[self.index.code[option.place]] not in "cr":
                    self._near(option, naming, anchors)
                if homely:
                    self._homely(option, home)
            self._score(naming)

    def _mass(self, namings: list[Naming]) -> _Mass:
        index = self.index
        mass = _Mass()
        for naming in namings:
            amount = naming.weight * sqrt(min(len(naming.mentions), 9))
            for option in naming.options[:3]:
                part = amount * option.share
                if part < 0.02:
                    continue
                country, area = index.country[option.place], index.admin1[option.place]
                mass.add(naming.name, country, area, part)
                letter = self._kinds[index.code[option.place]]
                if letter in "ca":
                    number = country if letter == "c" else AREAS + area
                    mass.named[number] = max(mass.named.get(number, 0.0), min(1.0, part))
        return mass

    def _anchors(self, namings: list[Naming]) -> list[_Anchor]:
        index = self.index
        found: list[_Anchor] = []
        for naming in namings:
            best = naming.best
            if best is None or self._kinds[index.code[best.place]] in "cr" or naming.weight < 0.3:
                continue
            found.append((naming.name, best.place, naming.weight * best.share))
        return sorted(found, key=lambda anchor: -anchor[-1])[:MOST_ANCHORS]

    def _shares(self, option: Option, mass: _Mass, own: _Own) -> None:
        index, values = self.index, option.values
        country, area = index.country[option.place], index.admin1[option.place]
        letter = self._kinds[index.code[option.place]]
        if country:
            rest = mass.countries.get(country, 0.0) - own.countries.get(country, 0.0)
            values[_SHARE_COUNTRY] = rest / own.other_countries
            if letter != "c":
                values[_NAMED_COUNTRY] = mass.named.get(country, 0.0)
        if area and letter != "a":
            values[_SHARE_ADMIN1] = (mass.areas.get(area, 0.0) - own.areas.get(area, 0.0)) / own.other_areas
            values[_NAMED_ADMIN1] = mass.named.get(AREAS + area, 0.0)

    def _asked(self, option: Option, naming: Naming) -> None:
        fits = self._kinds[self.index.code[option.place]] in naming.asked
        option.values[SLOT["kind_asked"]] = float(fits)
        option.values[SLOT["kind_other"]] = float(not fits)
        if fits:
            option.values[SLOT["shadow"]] = 0.0

    def _held(self, option: Option, holders: list[Naming]) -> None:
        """Tell whether the place lies in what "X, Y" puts after it."""
        index = self.index
        place = option.place
        letter = self._kinds[index.code[place]]
        inside = inside_country = 0.0
        option.holder = -1
        for holder in holders:
            for other in holder.options[:HOLDERS]:
                kind = self._kinds[index.code[other.place]]
                sure = min(1.0, other.share + 0.5)
                if other.place == place or letter == "c":
                    continue
                if kind == "c" and index.country[other.place] == index.country[place]:
                    inside_country = max(inside_country, sure)
                    option.holder = other.place
                elif letter != "a" and kind in "adp" and self._within(place, other.place, kind):
                    inside = max(inside, sure if kind == "a" else 0.7)
                    option.holder = other.place
        if inside or inside_country:
            option.values[_ABROAD] = 0.0
        option.values[SLOT["inside"]] = inside
        option.values[SLOT["inside_country"]] = inside_country

    def _within(self, place: int, other: int, kind: str) -> bool:
        """Whether a place lies in a first-level area, or in and about another place of its own area."""
        same = self.index.admin1[other] == self.index.admin1[place]
        return same and (kind == "a" or self._distances.km(place, other) < TOGETHER_KM)

    def _near(self, option: Option, naming: Naming, anchors: list[_Anchor]) -> None:
        """Measure how near the place lies to the others of the stretch."""
        place = option.place
        near = close = nearest = 0.0
        option.neighbour, option.neighbour_km = -1, -1.0
        own = naming.name
        apart = self._distances.known_from(place)
        for name, other, sure in anchors:
            if name == own or other == place:
                continue
            km, pull, spread = apart.get(other) or self._distances.add(apart, place, other)
            if pull:
                pull *= sure
                near += pull
                by = sure / spread
                close = max(close, by)
                if pull > nearest:
                    nearest = pull
                    option.neighbour, option.neighbour_km = other, km
        option.values[_NEAR] = log(1 + near)
        option.values[_CLOSE] = close
        option.values[_FAR] = 1.0 if anchors and near < 0.001 else 0.0

    def _homely(self, option: Option, home: Home) -> None:
        index, values = self.index, option.values
        place = option.place
        values[SLOT["theatre"]] = float(home.in_theatre(index.country[place], index.lon[place], index.lat[place]))
        if home.point is not None:
            values[SLOT["home_near"]] = exp(-self._distances.km_from(place, home.point) / HOME_REACH_KM)
        for other in home.places:
            if index.country[other] == index.country[place]:
                values[SLOT["home_country"]] = 1.0
            if index.admin1[other] == index.admin1[place] and index.admin1[place]:
                values[SLOT["home_admin1"]] = 1.0
            values[SLOT["home_near"]] = max(
                values[SLOT["home_near"]], exp(-self._distances.km(place, other) / HOME_REACH_KM)
            )
