"""Tell which area a text speaks of where a name stands that no gazetteer has."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from events.clause import Stretch
from events.parse import Parse
from geo.gazetteer import Gazetteer
from geo.ground import ground_of
from geo.place import FeatureClass, Ground, Place
from geo.toponym import Resolution, Usage
from texts.lexicon import entries_of

NEARBY = 3
"""An area that was named this many sentences before is still spoken of."""
BEHIND = 10
"""How many words behind a name the area may stand that it lies in."""
TRUST = {"sentence": 0.4, "before": 0.3, "country": 0.2}
"""How surely a name lies in the area of its sentence, of the sentences before, or of most names of the text."""
MOST = 0.6
"""The share of a text's places in one country from which on a name that is not listed is taken to lie there too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A province, region or country that a text names."""

    place: Place
    ground: Ground
    position: int
    """of the token that names it"""
    trust: float = 0.0
    """how surely a name that stands near lies in it"""


def areas_in(parse: Parse, resolutions: Sequence[Resolution]) -> tuple[Area, ...]:
    """Return the provinces, regions and countries that a text names, in order."""
    found = []
    for it in resolutions:
        held = parse.tokens.inside(it.toponym.span)
        if it.place is not None and it.ground is not None and held and it.place.feature_class in _AREAS:
            found.append(Area(place=it.place, ground=it.ground, position=held.start))
    return tuple(found)


_AREAS = frozenset({FeatureClass.ADMIN, FeatureClass.AREA})


def home_of(resolutions: Sequence[Resolution], gazetteer: Gazetteer) -> Place | None:
    """Return the country where most of a text's places lie."""
    placed = [it for it in resolutions if it.place is not None and it.place.country]
    literal = [it for it in placed if it.toponym.usage is Usage.LITERAL]
    counted = Counter(it.place.country for it in literal or placed if it.place is not None and it.place.country)
    if not counted:
        return None
    code, count = counted.most_common(1)[0]
    if count < MOST * counted.total():
        return None
    named = gazetteer.places_named(gazetteer.country_name(code))
    return next((it for it in named if it.country == code and it.feature_code.startswith("PCL")), None)


def area_of(parse: Parse, run: Stretch, areas: Sequence[Area], home: Place | None) -> Area | None:
    """Return the area that a name is taken to lie in, with how surely; `home` is the country where most names lie."""
    sentences = parse.sentences
    at = bisect_left(sentences, run.first, key=lambda sentence: sentence.stop - 1)
    own = sentences[at]
    inside = [it for it in areas if own.first <= it.position < own.stop]
    behind = next((it for it in inside if run.stop <= it.position < run.stop + BEHIND), None)
    if behind is not None and _leads(parse, run.stop, behind.position):
        return replace(behind, trust=TRUST["sentence"])
    earlier = sentences[max(0, at - NEARBY)].first
    near = [it for it in areas if earlier <= it.position < own.stop and not _is_country(it.place)]
    if near:
        best = min(near, key=lambda it: (it not in inside, abs(it.position - run.first)))
        if home is None or best.place.country == home.country:
            return replace(best, trust=TRUST["sentence" if best in inside else "before"])
    if home is None:
        return None
    return Area(place=home, ground=ground_of(home), position=run.first, trust=TRUST["country"])


def _leads(parse: Parse, first: int, stop: int) -> bool:
    """Whether only words like "in" and "in the province of" lie between a name and its area."""
    return all(word in _LEADING or word in _GROUNDS for word in parse.tokens.lower[first:stop])


_LEADING = frozenset(("in", ",", "of", "the", "'s", "north", "south", "east", "west", "central")) | frozenset(
    ("northern", "southern", "eastern", "western")
)
_GROUNDS = entries_of("ground_words")


def _is_country(place: Place) -> bool:
    return place.feature_code.startswith("PCL")
