"""Find the place names of a document and the places that they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.candidates import Home, Naming, Option
from geo.context import namings_of, stretches
from geo.evidence import setting_of
from geo.gazetteer import Gazetteer
from geo.ground import ground_of
from geo.index import Name
from geo.reasons import reasons_for
from geo.scan import Mention, Words, words_of
from geo.toponym import Candidate, Resolution, Toponym
from texts.document import Document
from texts.span import Span

SURE_ENOUGH = 0.4
"""A name is placed where it is a place, and that place, at least this probably."""

WORTH_WEIGHING = 0.12
"""Names that are places less probably than this are not looked at further."""

NAMED = 0.5
"""A name that is a place this probably is reported even when it cannot be told which."""

ASKED_FOR = 0.95
"""A name that the caller points at is a place this probably at least."""

SHOWN = 6
"""How many candidates travel with a resolution."""


def resolutions_in(
    document: Document,
    gazetteer: Gazetteer,
    *,
    demonyms: bool = False,
    spans: tuple[Span, ...] | None = None,
    home: Home | None = None,
) -> tuple[Resolution, ...]:
    """Return the toponyms of `document` with the places that they were taken for, in the order of the text.

    Parameters
    ----------
    demonyms
        Whether "Iraqi" and "the French" are toponyms too.
    spans
        If given, exactly these are resolved, whatever they are; an abstention has no place.
    home
        Where the text comes from and which theatre it is about, where somebody said so.
    """
    words = words_of(document.text)
    mentions = gazetteer.scanner.mentions(words)
    wanted: set[tuple[int, int]] | None = None
    if spans is not None:
        mentions = _with_spans(gazetteer, words, mentions, spans)
        wanted = {(span.start, span.end) for span in spans}
    setting = setting_of(words, mentions, gazetteer.judge.lexicons)
    sure = gazetteer.judge.probabilities(words, mentions, setting)
    if wanted is not None:
        sure = [
            max(it, ASKED_FOR) if (mention.start, mention.end) in wanted else it
            for it, mention in zip(sure, mentions, strict=True)
        ]
    found: list[Resolution] = []
    for mention, naming, part in _weighed(words, mentions, sure, gazetteer, home or Home()):
        if wanted is not None:
            if (mention.start, mention.end) in wanted:
                found.append(_resolution(words, mention, naming, part, gazetteer))
        elif demonyms or naming.options[0].kind != Name.PEOPLE:
            resolution = _resolution(words, mention, naming, part, gazetteer)
            if resolution.place is not None or part >= NAMED:
                found.append(resolution)
    if wanted is not None:
        have = {(it.toponym.span.start, it.toponym.span.end) for it in found}
        found += [_unknown(document, Span(start=start, end=end)) for start, end in sorted(wanted - have)]
    return tuple(sorted(found, key=lambda it: (it.toponym.span.start, it.toponym.span.end)))


def _weighed(
    words: Words, mentions: Sequence[Mention], sure: Sequence[float], gazetteer: Gazetteer, home: Home
) -> Iterator[tuple[Mention, Naming, float]]:
    """Yield the mentions that may be places, with their names' weighed options and how surely they are places."""
    for numbers in stretches(mentions):
        kept = [number for number in numbers if sure[number] >= WORTH_WEIGHING]
        namings = namings_of(words, mentions, [sure[number] for number in kept], kept)
        gazetteer.ranker.rank(namings, home)
        for naming in namings:
            for number in naming.mentions:
                yield mentions[number], naming, sure[number]


def _with_spans(gazetteer: Gazetteer, words: Words, mentions: list[Mention], spans: Sequence[Span]) -> list[Mention]:
    """Return the mentions with those at `spans` in place of what overlaps them."""
    taken = sorted((span.start, span.end) for span in spans)
    exact = {(mention.start, mention.end): mention for mention in mentions}
    kept = [
        mention for mention in mentions if not any(start < mention.end and mention.start < end for start, end in taken)
    ]
    for start, end in taken:
        known = exact.get((start, end)) or gazetteer.scanner.exactly(words, start, end)
        if known is not None:
            kept.append(known)
    return sorted(kept, key=lambda mention: (mention.start, mention.end))


def _resolution(words: Words, mention: Mention, naming: Naming, sure: float, gazetteer: Gazetteer) -> Resolution:
    options = naming.options
    best = options[0]
    probability = sure * _near_share(best, options, gazetteer)
    margin = best.score - options[1].score if len(options) > 1 else best.score
    candidates = tuple(
        Candidate(
            place=gazetteer.place(option.place),
            score=round(option.score, 3),
            reasons=reasons_for(option, naming, gazetteer),
        )
        for option in options[:SHOWN]
    )
    chosen = candidates[0].place if probability >= SURE_ENOUGH else None
    return Resolution(
        toponym=Toponym(
            span=Span(start=mention.start, end=mention.end),
            text=words.text[mention.start : mention.end],
            demonym=best.kind == Name.PEOPLE,
        ),
        candidates=candidates,
        place=chosen,
        ground=None if chosen is None else ground_of(chosen),
        margin=round(margin, 3),
        confidence=round(probability, 3),
        reason="; ".join(candidates[0].reasons) if chosen is not None else _why_not(sure, candidates),
    )


def _near_share(best: Option, options: Sequence[Option], gazetteer: Gazetteer) -> float:
    """Return the probability of the best place and of those that are practically the same."""
    index = gazetteer.index
    lon, lat = index.lon[best.place], index.lat[best.place]
    return sum(
        option.share
        for option in options
        if abs(index.lon[option.place] - lon) < 1.0 and abs(index.lat[option.place] - lat) < 1.0
    )


def _why_not(sure: float, candidates: Sequence[Candidate]) -> str:
    if sure < SURE_ENOUGH:
        return "more likely not meant as a place"
    if len(candidates) < 2:
        return "too uncertain"
    first, second = (f"{it.place.name} ({it.place.country or it.place.feature_code})" for it in candidates[:2])
    return f"{first} and {second} are too close to choose"


def _unknown(document: Document, span: Span) -> Resolution:
    return Resolution(
        toponym=Toponym(span=span, text=span.of(document.text)),
        candidates=(),
        place=None,
        ground=None,
        margin=0.0,
        confidence=0.0,
        reason="the gazetteer has no place of this name",
    )
