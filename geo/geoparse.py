"""Find the place names of a document and the places that they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.alike import alike_mentions
from geo.candidates import Home, Naming
from geo.casual import casual_mentions
from geo.context import PIECE, namings_of, pieces, stretches
from geo.evidence import setting_of
from geo.frontier import Frontier, frontiers_in, place_of
from geo.gazetteer import Gazetteer
from geo.hashtags import hashtag_mentions
from geo.home import home_of
from geo.lines import styled_lines
from geo.lookalike import seeming
from geo.place import FeatureClass
from geo.scan import Mention, Words, words_of
from geo.shared_kinds import with_kinds, with_shared_kinds
from geo.shouted import quieten
from geo.toponym import Candidate, Resolution, Toponym, Usage
from geo.verdict import SURE_ENOUGH, Verdicts, unknown
from geo.whereabouts import apart_km, between
from texts.document import Document
from texts.span import Span

WORTH_WEIGHING = 0.12
"""Names that are places less probably than this are not looked at further."""

NAMED = 0.5
"""A name that is a place this probably is reported even when it cannot be told which."""

POST = 60
"""Texts of at most so many words are posts: their readers are anywhere."""

ASKED_FOR = 0.95
"""A name that the caller points at is a place this probably at least."""

BETWEEN_KM = 400.0
"""Two towns farther apart have no ground between them that is worth drawing."""


def resolutions_in(
    document: Document,
    gazetteer: Gazetteer,
    *,
    demonyms: bool = False,
    spans: tuple[Span, ...] | None = None,
    home: Home | None = None,
) -> tuple[Resolution, ...]:
    """Return the toponyms of `document` with the places that they were taken for, in the order of the text.

    A border that is named is a toponym of its own; the countries inside its name are then associative.

    Parameters
    ----------
    demonyms
        Whether "Iraqi" and "the French" are toponyms too.
    spans
        If given, exactly these are resolved, whatever they are; an abstention has no place.
    home
        Where the text comes from and which theatre it is about; else what the document itself says of both, and the
        town or area in its publisher's name is its home.
    """
    home = home or home_of(document, gazetteer)
    if spans is not None:
        words = words_of(document.text)
        return _exactly(document, gazetteer, words, _mentions(words, gazetteer), (spans, home))
    if len(document.text) <= PIECE:
        return _read(document.text, gazetteer, home, demonyms=demonyms)
    found: list[Resolution] = []
    for start, stop in pieces(document.text):
        found += [
            replace(it, toponym=replace(it.toponym, span=it.toponym.span.shifted(start)))
            for it in _read(document.text[start:stop], gazetteer, home, demonyms=demonyms)
        ]
    return tuple(found)


def resolution_at(document: Document, gazetteer: Gazetteer, span: Span) -> Resolution | None:
    """Return what `resolutions_in` makes of the name at `span`, or None where it sees none.

    What else a name could have been is not kept with a claim: it is asked again when somebody wants to know,
    and of a long text a part alone is read for it.
    """
    home = home_of(document, gazetteer)
    for start, stop in pieces(document.text):
        if start <= span.start < stop:
            found = _read(document.text[start:stop], gazetteer, home, demonyms=False)
            wanted = span.shifted(-start)
            return next((it for it in found if it.toponym.span == wanted), None)
    return None


def _read(text: str, gazetteer: Gazetteer, home: Home, *, demonyms: bool) -> tuple[Resolution, ...]:
    """Return the toponyms of a text that is not too long to be held word by word."""
    words = words_of(text)
    scanner, lexicons = gazetteer.scanner, gazetteer.judge.lexicons
    lines = list(styled_lines(words))
    quieten(words, lines, scanner, lexicons)
    mentions = _mentions(words, gazetteer)
    small = casual_mentions(words, lines, mentions, scanner, lexicons)
    small += hashtag_mentions(words, mentions, scanner, lexicons)
    setting = setting_of(words, mentions, lexicons)
    sure = gazetteer.judge.probabilities(words, mentions, setting)
    places = [mention for mention, it in (*zip(mentions, sure, strict=True), *small) if it >= SURE_ENOUGH]
    small += alike_mentions(words, places, scanner, gazetteer.judge)
    if small:
        both = sorted((*zip(mentions, sure, strict=True), *small), key=lambda pair: pair[0].start)
        mentions, sure = [mention for mention, _ in both], [it for _, it in both]
    verdicts = Verdicts(words, gazetteer, home)
    placed: dict[int, Resolution] = {}
    for number, naming in _weighed(words, mentions, sure, gazetteer, home):
        resolution = verdicts.of(mentions[number], naming, sure[number])
        if resolution.place is not None or sure[number] >= NAMED:
            placed[number] = resolution
    frontiers = _frontiers(words, mentions, placed)
    for frontier in frontiers:
        for part in frontier.parts:
            placed[part] = replace(placed[part], toponym=replace(placed[part].toponym, usage=Usage.ASSOCIATIVE))
    _between(words, mentions, placed)
    kept = [it for it in placed.values() if demonyms or not it.toponym.demonym]
    if not demonyms:
        # with demonyms the countries inside the border's name are toponyms themselves
        kept += [_border(text, frontier) for frontier in frontiers]
    kept += _odd(words, gazetteer)
    return tuple(sorted(kept, key=lambda it: (it.toponym.span.start, it.toponym.span.end)))


def _mentions(words: Words, gazetteer: Gazetteer) -> list[Mention]:
    plain = gazetteer.scanner.mentions(words)
    return with_kinds(words, with_shared_kinds(words, plain, gazetteer.index), gazetteer.index)


def _odd(words: Words, gazetteer: Gazetteer) -> list[Resolution]:
    """Return an abstention for each word that only looks like a name, so that a person sees it."""
    found = []
    for place in words.odd:
        span = Span(start=words.starts[place], end=words.ends[place])
        seems = seeming(span.of(words.text))
        number, _ = gazetteer.scanner.head(seems)
        if number >= 0 and words.cases[place] in (1, 2):
            name = gazetteer.place(gazetteer.index.postings(number)[0][0]).name
            reason = f"written with look-alike or invisible characters: it seems to say {name}, and was not matched"
            found.append(replace(unknown(words.text, span), reason=reason))
    return found


def _weighed(
    words: Words, mentions: Sequence[Mention], sure: Sequence[float], gazetteer: Gazetteer, home: Home
) -> Iterator[tuple[int, Naming]]:
    """Yield the numbers of the mentions that may be places, with their names' weighed options."""
    for numbers in stretches(mentions):
        kept = [number for number in numbers if sure[number] >= WORTH_WEIGHING]
        namings = namings_of(words, mentions, [sure[number] for number in kept], kept)
        gazetteer.ranker.rank(namings, home, post=len(words.keys) <= POST)
        for naming in namings:
            for number in naming.mentions:
                yield number, naming


def _exactly(
    document: Document,
    gazetteer: Gazetteer,
    words: Words,
    mentions: list[Mention],
    asked: tuple[Sequence[Span], Home],
) -> tuple[Resolution, ...]:
    """Return one resolution for each span that was asked for; other names are its surroundings."""
    spans, home = asked
    wanted = {(span.start, span.end) for span in spans}
    mentions = _with_spans(gazetteer, words, mentions, sorted(wanted))
    setting = setting_of(words, mentions, gazetteer.judge.lexicons)
    sure = [
        max(it, ASKED_FOR) if (mention.start, mention.end) in wanted else it
        for it, mention in zip(gazetteer.judge.probabilities(words, mentions, setting), mentions, strict=True)
    ]
    verdicts = Verdicts(words, gazetteer, home)
    found: dict[tuple[int, int], Resolution] = {}
    for number, naming in _weighed(words, mentions, sure, gazetteer, home):
        mention = mentions[number]
        if (mention.start, mention.end) in wanted:
            found[mention.start, mention.end] = verdicts.of(mention, naming, sure[number])
    return tuple(found.get(span) or unknown(document.text, Span(start=span[0], end=span[1])) for span in sorted(wanted))


def _with_spans(
    gazetteer: Gazetteer, words: Words, mentions: list[Mention], taken: Sequence[tuple[int, int]]
) -> list[Mention]:
    """Return the mentions with those at `taken` in place of what overlaps them."""
    exact = {(mention.start, mention.end): mention for mention in mentions}
    kept = []
    at = 0
    for mention in mentions:
        while at < len(taken) and taken[at][1] <= mention.start:
            at += 1
        if at == len(taken) or taken[at][0] >= mention.end:
            kept.append(mention)
    for start, end in taken:
        known = exact.get((start, end)) or gazetteer.scanner.exactly(words, start, end)
        if known is not None:
            kept.append(known)
    return sorted(kept, key=lambda mention: (mention.start, mention.end))


def _frontiers(words: Words, mentions: Sequence[Mention], found: dict[int, Resolution]) -> list[Frontier]:
    outlines = [
        it.place.outline if (it := found.get(number)) and it.place and it.place.feature_code == "PCLI" else None
        for number in range(len(mentions))
    ]
    return frontiers_in(words, mentions, outlines) if any(outlines) else []


def _border(text: str, frontier: Frontier) -> Resolution:
    place, ground = place_of(frontier.countries)
    reason = "the line that the two countries' outlines share"
    return Resolution(
        toponym=Toponym(span=frontier.span, text=frontier.span.of(text)),
        candidates=(Candidate(place=place, score=1.0, reasons=(reason,)),),
        place=place,
        ground=ground,
        margin=1.0,
        confidence=0.9,
        reason=reason,
    )


def _between(words: Words, mentions: Sequence[Mention], found: dict[int, Resolution]) -> None:
    """Give two towns that stand in "between X and Y" the ground between them."""
    for number in range(len(mentions) - 1):
        first, second = mentions[number], mentions[number + 1]
        if first.first == 0 or words.keys[first.first - 1] != "between":
            continue
        if second.first - first.last != 1 or words.keys[first.last] != "and":
            continue
        one, other = found.get(number), found.get(number + 1)
        if one is None or other is None or not (_is_town(one) and _is_town(other)):
            continue
        assert one.ground is not None
        assert other.ground is not None
        if apart_km(one.ground, other.ground) <= BETWEEN_KM:
            ground = between(one.ground, other.ground)
            found[number] = replace(one, ground=ground)
            found[number + 1] = replace(other, ground=ground)


def _is_town(resolution: Resolution) -> bool:
    place = resolution.place
    settled = place is not None and place.feature_class in (FeatureClass.SETTLEMENT, FeatureClass.SPOT)
    return settled and resolution.toponym.usage is Usage.LITERAL
