"""Find the place names of a document and the places that they mean."""

from __future__ import annotations

from collections import Counter

from geo.gazetteer import Gazetteer
from geo.index import Name
from geo.place import FeatureClass, Ground, Place, Shape
from geo.scan import Mention, Words, words_of
from geo.toponym import Candidate, Resolution, Toponym
from texts.document import Document
from texts.lexicon import entries_of
from texts.span import Span


def resolutions_in(
    document: Document, gazetteer: Gazetteer, *, demonyms: bool = False, spans: tuple[Span, ...] | None = None
) -> tuple[Resolution, ...]:
    """Return the toponyms of `document` with the places that they were taken for, in the order of the text.

    Parameters
    ----------
    demonyms
        Whether "Iraqi" and "the French" are toponyms too.
    spans
        If given, exactly these are resolved, whatever they are; an abstention has no place.
    """
    words = words_of(document.text)
    mentions = gazetteer.scanner.mentions(words)
    index = gazetteer.index
    people = {m.name for m in mentions if all(kind == Name.PEOPLE for _, kind in index.postings(m.name))}
    kept = [m for m in mentions if (demonyms or m.name not in people) and _plausible(words, m, gazetteer)]
    if spans is not None:
        kept = [found for span in spans if (found := _named(gazetteer, document.text, span)) is not None]
    countries = Counter(
        index.country[index.postings(m.name)[0][0]] for m in mentions if index.prior[index.postings(m.name)[0][0]] > 6
    )
    resolutions = [_resolution(words, m, gazetteer, countries) for m in kept]
    if spans is not None:
        have = {(r.toponym.span.start, r.toponym.span.end) for r in resolutions}
        resolutions += [_abstention(document, span) for span in spans if (span.start, span.end) not in have]
    return tuple(sorted(resolutions, key=lambda r: (r.toponym.span.start, r.toponym.span.end)))


def _plausible(words: Words, mention: Mention, gazetteer: Gazetteer) -> bool:
    if mention.last - mention.first > 1:
        return True
    key = words.keys[mention.first]
    place, kind = gazetteer.index.postings(mention.name)[0]
    if kind == Name.SHORT:
        return mention.first > 0 and words.between(mention.first - 1) == ", "
    if key in entries_of("given_names") or key in entries_of("surnames"):
        return gazetteer.index.prior[place] > 7.0
    if key in entries_of("common_words"):
        return gazetteer.index.prior[place] > 9.0 and len(key) > 4
    return len(key) > 2 or words.cases[mention.first] == 2


def _named(gazetteer: Gazetteer, text: str, span: Span) -> Mention | None:
    inside = words_of(span.of(text))
    found = gazetteer.scanner.mentions(inside, lower=True)
    return Mention(-1, -1, span.start, span.end, found[0].name) if found else None


def _resolution(words: Words, mention: Mention, gazetteer: Gazetteer, countries: Counter[int]) -> Resolution:
    index = gazetteer.index
    total = sum(countries.values()) or 1
    scored = []
    for place, kind in index.postings(mention.name)[:30]:
        share = countries[index.country[place]] / total
        scored.append((index.prior[place] + 3 * share + (kind in (Name.OWN, Name.CURATED)), place, share))
    scored.sort(key=lambda item: (-item[0], item[1]))
    candidates = tuple(
        Candidate(place=gazetteer.place(place), score=round(score, 3), reasons=("prominent",))
        for score, place, _ in scored[:8]
    )
    margin = scored[0][0] - scored[1][0] if len(scored) > 1 else scored[0][0]
    best = candidates[0].place
    return Resolution(
        toponym=Toponym(span=Span(start=mention.start, end=mention.end), text=words.text[mention.start : mention.end]),
        candidates=candidates,
        place=best,
        ground=ground_of(best),
        margin=round(margin, 3),
        confidence=round(min(0.95, 0.5 + margin / 10), 3),
        reason="the most prominent place of this name",
    )


def ground_of(place: Place) -> Ground:
    """Return the ground that a place covers when nothing around its name says otherwise."""
    country = place.feature_code.startswith("PCL")
    if place.feature_class is FeatureClass.ADMIN:
        shape, acled, ucdp = Shape.OUTLINE if place.outline else Shape.RING, 3, 6 if country else 4
    elif place.feature_class in (FeatureClass.AREA, FeatureClass.WATER, FeatureClass.RELIEF):
        shape, acled, ucdp = Shape.RING, 3, 5
    else:
        shape, acled, ucdp = Shape.POINT, 1, 1
    return Ground(
        shape=shape,
        lon=place.lon,
        lat=place.lat,
        radius_km=place.approximation_km,
        geo_precision=acled,
        ucdp_precision=ucdp,
        outlines=(place.outline,) if place.outline else (),
    )


def _abstention(document: Document, span: Span) -> Resolution:
    return Resolution(
        toponym=Toponym(span=span, text=span.of(document.text)),
        candidates=(),
        place=None,
        ground=None,
        margin=0.0,
        confidence=0.0,
        reason="the gazetteer has no place of this name",
    )
