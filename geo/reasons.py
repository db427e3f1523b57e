"""Say in words why a place was preferred."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.candidates import SLOT, Home, Naming, Option
from geo.index import Name
from geo.place import FeatureClass, Place
from geo.toponym import Candidate, Resolution

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

SHARE_WORTH_SAYING = 0.15
"""A country that has this part of a text's other names is given as a reason."""


WORTH_SAYING_KM = 400.0
"""A neighbour this near is given as a reason."""

WORTH_SAYING = 0.3
"""A value of a feature above this is given as a reason."""

RIVALS_NAMED = 3
"""Other places of the name that are told; the rest is counted."""

_TOLD = (
    ("curated", "in the curated gazetteer"),
    ("people", "its people's name"),
)


def reasons_for(option: Option, naming: Naming, gazetteer: Gazetteer, home: Home) -> tuple[str, ...]:
    """Return what speaks for a place, the strongest first."""
    index, values = gazetteer.index, option.values
    found = []
    if option.kind == Name.LIKE:
        found.append(f"the gazetteer has no such spelling: taken for {index.name_of(option.place)}, which sounds alike")
    if option.holder >= 0 and (values[SLOT["inside"]] or values[SLOT["inside_country"]]):
        found.append(f"stated: in {index.name_of(option.holder)}")
    if naming.asked and values[SLOT["kind_asked"]]:
        found.append("the kind of place that the words around ask for")
    if option.neighbour >= 0 and option.neighbour_km < WORTH_SAYING_KM:
        found.append(f"{option.neighbour_km:.0f} km from {index.name_of(option.neighbour)}, which is named too")
    country = index.countries[index.country[option.place]]
    share = values[SLOT["share_country"]]
    if share > SHARE_WORTH_SAYING and not values[SLOT["country"]]:
        found.append(f"{share:.0%} of the other places named are in {gazetteer.country_name(country)}")
    found += _homely(values, home)
    found += [words for told, words in _TOLD if values[SLOT[told]] > WORTH_SAYING]
    if option.kind == Name.LIKE:
        return tuple(found)
    if values[SLOT["first"]]:
        several = len(naming.options) > 1
        found.append("the most prominent place of this name" if several else "the only place of this name")
    elif index.population[option.place]:
        found.append(f"{index.population[option.place]:,} inhabitants")
    return tuple(found)


def _homely(values: list[float], home: Home) -> list[str]:
    """Say that a place lies in the theatre or near the home, in the words in which somebody set them."""
    found = []
    if values[SLOT["theatre"]]:
        found.append(f"in the theatre that was set: {home.theatre_said}" if home.theatre_said else "in the theatre")
    near = values[SLOT["home_near"]] > WORTH_SAYING
    if near or values[SLOT["home_admin1"]] > WORTH_SAYING:
        whose = f"home that was set: {home.home_said}" if home.home_said else "home that the publisher's name tells"
        found.append(f"{'near' if near else 'in the area of'} the {whose}")
    return found


def candidate_lines(resolution: Resolution) -> tuple[str, ...]:
    """Return one line of words for each place that was considered, best first: which one, how far behind, and why."""
    if not resolution.candidates:
        return ()
    best = resolution.candidates[0].score
    return tuple(_line(it, best, chosen=it.place == resolution.place) for it in resolution.candidates)


def _line(candidate: Candidate, best: float, *, chosen: bool) -> str:
    place = candidate.place
    where = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
    behind = f", {best - candidate.score:.1f} behind" if candidate.score < best else ""
    told = f": {'; '.join(candidate.reasons)}" if candidate.reasons else ""
    return f"{'chosen: ' if chosen else ''}{where} ({kind_in_words(place)}), score {candidate.score:.1f}{behind}{told}"


_KINDS = {
    "PCLI": "country", "ADM1": "first-level area", "ADM2": "second-level area", "PPLC": "capital", "PPLX": "quarter",
    "STM": "river", "LK": "lake", "ISL": "island", "MT": "mountain", "CONT": "continent", "RGN": "region",
}  # fmt: skip
_CLASSES = {
    FeatureClass.ADMIN: "area", FeatureClass.WATER: "water", FeatureClass.AREA: "region",
    FeatureClass.SETTLEMENT: "settlement", FeatureClass.ROUTE: "road", FeatureClass.SPOT: "site",
    FeatureClass.RELIEF: "landform", FeatureClass.UNDERSEA: "undersea", FeatureClass.VEGETATION: "vegetation",
}  # fmt: skip


def kind_in_words(place: Place) -> str:
    """Return what a place is, in a word: a capital, a river, a settlement."""
    return _KINDS.get(place.feature_code) or _CLASSES[place.feature_class]


def rivals_of(resolution: Resolution) -> str:
    """Return in words what else a name could have been and how far behind it is; empty where there is nothing."""
    if resolution.place is None or len(resolution.candidates) < 2:
        return ""
    others = [candidate.place for candidate in resolution.candidates if candidate.place != resolution.place]
    named = ", ".join(f"{place.name} ({place.country or 'no country'})" for place in others[:RIVALS_NAMED])
    more = f" and {len(others) - RIVALS_NAMED} more" if len(others) > RIVALS_NAMED else ""
    return f"could also be {named}{more}, {resolution.margin:.1f} behind" if others else ""
