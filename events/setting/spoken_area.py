"""Tell which area a text speaks of where a name stands that no gazetteer has."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from geo.gazetteer import Gazetteer
from geo.ground import ground_of
from geo.place import FeatureClass, Ground, Place
from geo.toponym import Resolution, Usage
from texts.lexicon import entries_of

NEARBY = 3
"""An area that was named this many sentences before is still spoken of."""
BEHIND = 10
"""How many words behind a name the area may stand that it lies in."""
FARTHEST = 150
"""How many words before a name or behind it its own sentence is looked through, and those before it."""
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
    """of the first token that names it"""
    stop: int
    """of the token behind those that name it"""
    trust: float = 0.0
    """how surely a name that stands near lies in it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What a text speaks of: its areas, and the countries of its places."""

    areas: tuple[Area, ...]
    countries: tuple[tuple[int, str], ...]
    """the position of each place's name with the code of its country"""
    home: str | None
    """the country where most of the places lie"""


def talk_of(parse: Parse, resolutions: Sequence[Resolution]) -> Talk:
    """Return what a text speaks of, by the names that were resolved."""
    areas: list[Area] = []
    places: list[tuple[int, str, bool]] = []
    towns: list[str] = []
    seats: list[tuple[int, str, bool]] = []
    for it in resolutions:
        held = parse.tokens.inside(it.toponym.span)
        if it.place is None or it.ground is None or not held:
            continue
        if it.place.feature_class in _AREAS:
            areas.append(Area(place=it.place, ground=it.ground, position=held.start, stop=held.stop))
        if it.place.country:
            # capitals are named for what is said and agreed in them: they do not tell what country a village lies in
            kept = seats if it.place.is_capital else places
            kept.append((held.start, it.place.country, it.toponym.usage is Usage.LITERAL))
            if kept is places and it.place.feature_class is FeatureClass.SETTLEMENT:
                towns.append(it.place.country)  # countries act, towns only lie
    if not places and len({code for _, code, _ in seats}) == 1:
        places = [it for it in seats if it[0] and it[2]]  # not where the report was written
    literal = [(position, code) for position, code, is_literal in places if is_literal]
    countries = tuple(literal or [(position, code) for position, code, _ in places])
    return Talk(areas=tuple(areas), countries=countries, home=_most([code for _, code in countries]) or _most(towns))


_AREAS = frozenset({FeatureClass.ADMIN, FeatureClass.AREA})


def _most(codes: Sequence[str]) -> str | None:
    """Return the country that stands out among the places of a text or of a passage."""
    for code, count in Counter(codes).most_common(1):
        if count >= MOST * len(codes):
            return code
    return None


def area_of(parse: Parse, run: Stretch, talk: Talk, gazetteer: Gazetteer) -> Area | None:
    """Return the area that a name is taken to lie in, with how surely."""
    sentences = parse.sentences
    at = bisect_left(sentences, run.first, key=lambda sentence: sentence.stop - 1)
    stop = min(sentences[at].stop, run.first + FARTHEST)
    first = max(sentences[at].first, run.first - FARTHEST)
    earlier = max(sentences[max(0, at - NEARBY)].first, first - FARTHEST)
    around = talk.areas[_first(talk.areas, earlier) : _first(talk.areas, stop)]
    inside = [it for it in around if it.position >= first]
    behind = next((it for it in inside if run.stop <= it.position < run.stop + BEHIND), None)
    if behind is not None and _leads(parse, run.stop, behind.position):
        return replace(behind, trust=TRUST["sentence"])
    before = next((it for it in reversed(inside) if it.stop <= run.first), None)
    if before is not None and _goes_into(parse, before, run.first):
        return replace(before, trust=TRUST["sentence"])
    near = [it for it in around if not _is_country(it.place)]
    if near:
        best = min(near, key=lambda it: (it not in inside, abs(it.position - run.first)))
        if talk.home is None or best.place.country == talk.home:
            return replace(best, trust=TRUST["sentence" if best in inside else "before"])
    code = talk.home or _most(
        [code for _, code in talk.countries[_first(talk.countries, earlier) : _first(talk.countries, stop)]]
    )
    place = None if code is None else _country(code, gazetteer)
    if place is None:
        return None
    return Area(place=place, ground=ground_of(place), position=run.first, stop=run.first, trust=TRUST["country"])


def _first(named: Sequence[Area] | Sequence[tuple[int, str]], position: int) -> int:
    """Return the number of the first that stands at a token or behind it."""
    return bisect_left(named, position, key=lambda it: it.position if isinstance(it, Area) else it[0])


def _country(code: str, gazetteer: Gazetteer) -> Place | None:
    named = gazetteer.places_named(gazetteer.country_name(code))
    return next((it for it in named if it.country == code and it.feature_code.startswith("PCL")), None)


def _leads(parse: Parse, first: int, stop: int) -> bool:
    """Whether only words like "in" and "in the province of" lie between a name and its area."""
    return all(word in _LEADING or word in _GROUNDS for word in parse.tokens.lower[first:stop])


def _goes_into(parse: Parse, area: Area, position: int) -> bool:
    """Whether a name tells where in the area before it somebody goes or is: "to Niger, toward X", "in Chad, near X"."""
    lower = parse.tokens.lower
    between = lower[area.stop : position]
    if len(between) < 2 or between[0] != "," or not area.position or lower[area.position - 1] not in _INTO:
        return False
    return all(word in _ONWARD or word in _GROUNDS for word in between[1:])


_INTO = frozenset({"to", "into", "in", "inside", "within", "toward", "towards", "across"})
_ONWARD = frozenset({"to", "toward", "towards", "near", "at", "in", "around", "outside", "the", "of"})
_LEADING = frozenset(("in", ",", "of", "the", "'s", "north", "south", "east", "west", "central")) | frozenset(
    ("northern", "southern", "eastern", "western")
)
_GROUNDS = entries_of("ground_words")


def _is_country(place: Place) -> bool:
    return place.feature_code.startswith("PCL")
