"""Take up place names that no gazetteer has, where only a place can stand, in the area that is spoken of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from events.actor import known_name
from events.grammar.clause import Stretch
from events.grammar.headline import is_headline
from events.grammar.parse import Parse
from events.grammar.tag import Tag
from events.happenings.armed import is_armed
from events.kind import Trigger
from events.setting.name_slot import (
    LONGEST,
    Slots,
    goes_to,
    is_grounded,
    is_headed,
    is_likely,
    is_open,
    is_place,
    joined,
)
from events.setting.person_name import FIRST_NAMES
from events.setting.spoken_area import Area, Talk, area_of, talk_of
from events.timex import Timex
from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from geo.home import home_of
from geo.place import FeatureClass
from geo.toponym import Resolution, Toponym, Usage
from texts.document import Document
from texts.lexicon import entries_of, rows_of
from texts.span import Span

AROUND = 800
"""How many characters on either side tell which place a name that was taken for a word is."""
SHOUTING = 0.7
"""The share of capitalised words from which on capitals say nothing."""


def is_unlisted(resolution: Resolution) -> bool:
    """Whether a name is in no gazetteer and stands for the area around it."""
    return resolution.place is not None and not resolution.candidates


def with_unlisted(
    document: Document,
    gazetteer: Gazetteer,
    parse: Parse,
    *,
    resolutions: tuple[Resolution, ...],
    triggers: tuple[Trigger, ...],
    timexes: Sequence[Timex],
) -> tuple[Resolution, ...]:
    """Return the resolutions of a document, and one for each name of a place that the gazetteer lacks.

    Such a name is put in the area that the text speaks of where it stands: the one in its sentence, the last one
    before, or the country where most of the places of the text lie; where there is none it has no place.
    """
    talk = talk_of(parse, resolutions)
    astray = {it.toponym.span: it for it in resolutions if _is_astray(it, talk)}
    slots = Slots(
        parse=parse,
        triggers=triggers,
        by_first={trigger.first: trigger for trigger in triggers},
        by_stop={trigger.stop: trigger for trigger in triggers},
        named=frozenset(
            i for it in resolutions if it.toponym.span not in astray for i in parse.tokens.inside(it.toponym.span)
        ),
        times=frozenset(i for it in timexes for i in parse.tokens.inside(it.span)),
    )
    runs = [run for run in _runs(slots) if _is_name(parse, run)]
    known = {_key(parse, run) for run in runs if is_place(slots, run)}
    found: list[Stretch] = []
    for run in runs:
        listed = bool(found) and (joined(parse, found[-1], run) or goes_to(parse, found[-1], run))
        likely = is_likely(slots, run) or (is_open(slots, run) and _is_of_home(parse, run, talk, gazetteer))
        if _key(parse, run) in known or listed or (likely and not _is_person(parse, run)):
            found.append(run)
    if not found:
        return resolutions
    listed_too = _listed(document, gazetteer, [span for run in found if (span := parse.span(run)) not in astray])
    made = [
        listed_too.get(parse.span(run)) or _resolution(document, parse, run, area_of(parse, run, talk, gazetteer))
        for run in found
    ]
    settled = {it.toponym.span for it in made if it.place is not None}
    made = [it for it in made if it.toponym.span in settled or it.toponym.span not in astray]
    kept = [it for it in resolutions if not any(it.toponym.span.overlaps(span) for span in settled & set(astray))]
    return tuple(sorted((*kept, *made), key=lambda it: (it.toponym.span.start, it.toponym.span.end)))


def _is_of_home(parse: Parse, run: Stretch, talk: Talk, gazetteer: Gazetteer) -> bool:
    """Whether a name that is no common word is that of a settlement in the country that the text is about."""
    if run.stop - run.first == 1 and parse.tokens.lower[run.first] in _COMMON:
        return False
    named = gazetteer.places_named(" ".join(parse.tokens.words[run.first : run.stop])) if talk.home else ()
    return any(it.country == talk.home and it.feature_class is FeatureClass.SETTLEMENT for it in named)


def _is_astray(resolution: Resolution, talk: Talk) -> bool:
    """Whether a name was left open between places that all lie in other countries than those of the text."""
    toponym = resolution.toponym
    if resolution.place is not None or not resolution.candidates or talk.home is None:
        return False
    if toponym.demonym or toponym.usage is not Usage.LITERAL:
        return False
    spoken = {talk.home} | {code for _, code in talk.countries}
    return all(it.place.country not in spoken for it in resolution.candidates)


def _listed(document: Document, gazetteer: Gazetteer, spans: Sequence[Span]) -> dict[Span, Resolution]:
    """Return the names among `spans` that the gazetteer does have: they were taken for common words before."""
    asked = tuple(span for span in spans if gazetteer.places_named(span.of(document.text)))
    if not asked:
        return {}
    home = home_of(document, gazetteer)
    found: dict[Span, Resolution] = {}
    for part, inside in _parts(len(document.text), asked):
        piece = Document(id=document.id, text=part.of(document.text), name=document.name)
        shifted = tuple(span.shifted(-part.start) for span in inside)
        answers = resolutions_in(piece, gazetteer, spans=shifted, home=home)
        found |= {
            span: replace(it, toponym=replace(it.toponym, span=span))
            for span, it in zip(inside, answers, strict=True)
            if it.place is not None
        }
    return found


def _parts(length: int, spans: Sequence[Span]) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """Yield the parts of a text around spans, which are in order, and those that lie in each."""
    inside: list[Span] = []
    for span in spans:
        if inside and span.start - inside[-1].end > 2 * AROUND:
            yield _around(length, inside), tuple(inside)
            inside = []
        inside.append(span)
    if inside:
        yield _around(length, inside), tuple(inside)


def _around(length: int, spans: Sequence[Span]) -> Span:
    return Span(start=max(0, spans[0].start - AROUND), end=min(length, spans[-1].end + AROUND))


def _runs(slots: Slots) -> Iterator[Stretch]:
    """Yield the runs of capitalised words in the sentences that name a happening."""
    parse, named = slots.parse, slots.named
    busy = {i for trigger in slots.triggers for i in range(trigger.first, trigger.stop)}
    firsts = [trigger.first for trigger in slots.triggers]
    words, tags = parse.tokens.words, parse.tags
    for sentence in parse.sentences:
        if bisect_left(firsts, sentence.first) == bisect_left(firsts, sentence.stop) or _shouts(parse, sentence):
            continue
        position = sentence.first
        while position < sentence.stop:
            first = position
            if not (words[first][0].isupper() or "-" in words[first]):
                position += 1
                continue
            while position < sentence.stop and _is_part(words[position], tags[position], inside=position > first):
                if position in named or position in slots.times or position in busy:
                    break
                position += 1
            stop = position
            while stop > first and not _is_part(words[stop - 1], tags[stop - 1], inside=True):
                stop -= 1
            if first == sentence.first and stop - first > 1 and parse.tokens.lower[first] in _OPENING:
                first += 1  # "Near Lin", "In Lin"
            opens = first == sentence.first and tags[first] is not Tag.NAME
            if first < stop <= first + LONGEST and not opens and stop not in named and first - 1 not in named:
                yield Stretch(first=first, stop=stop)
            position = max(position, first + 1)


def _is_part(word: str, tag: Tag, *, inside: bool) -> bool:
    if word[0].isupper():
        return tag in _NAMING or inside
    return word.partition("-")[0] in _ARTICLES and "-" in word and word.partition("-")[2][:1].isupper()


_FUNCTION = entries_of("function_words")
_OPENING = _FUNCTION | entries_of("place_prepositions")
_NAMING = frozenset({Tag.NAME, Tag.NOUN, Tag.ADJECTIVE, Tag.ADVERB, Tag.PAST, Tag.BASE, Tag.PRESENT, Tag.OTHER})
_ARTICLES = frozenset(
    {"al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "abu", "umm", "um", "bir", "ain", "ed", "es"}
)


def _shouts(parse: Parse, sentence: Stretch) -> bool:
    """Whether most words of a sentence have capitals, so that these tell no name."""
    words = [word for word in parse.tokens.words[sentence.first : sentence.stop] if word[0].isalpha()]
    shouted = len(words) > 3 and sum(word[0].isupper() for word in words) >= SHOUTING * len(words)
    return shouted or is_headline(words)


def _is_name(parse: Parse, run: Stretch) -> bool:
    """Whether a run of capitalised words may name a place, by the words alone."""
    words = parse.tokens.words[run.first : run.stop]
    lower = parse.tokens.lower[run.first : run.stop]
    following = parse.tags[run.stop] if run.stop < len(parse.tags) else Tag.STOP
    grounded = is_grounded(parse, run, sites=False)
    if any(word in _UNPLACES or is_armed(word) for word in lower) or known_name(" ".join(words)):
        return False
    if not grounded and (
        (following in {Tag.NOUN, Tag.GENITIVE} and not _opens_place(parse, run))
        or (len(words[0]) < 3 and not words[0][-1].isdigit())
        or _is_acronym(words)
    ):
        return False
    return lower[0] not in _TITLES and (run.first == 0 or parse.tokens.lower[run.first - 1] not in _TITLES)


def _opens_place(parse: Parse, run: Stretch) -> bool:
    """Whether a sentence opens with where it is, and then comes to who did it: "Near X militiamen"."""
    before = run.first - 1
    if before < 0 or parse.tokens.lower[before] not in _WITHIN or not parse.tokens.words[before].istitle():
        return False
    return run.stop < len(parse.tags) and is_armed(parse.tokens.lower[run.stop])


_WITHIN = frozenset({"in", "near", "at", "outside", "inside", "around"})
_COMMON = entries_of("common_words")


def _is_acronym(words: Sequence[str]) -> bool:
    return len(words) == 1 and words[0].isupper() and words[0].isalpha() and len(words[0]) < 6


def _is_person(parse: Parse, run: Stretch) -> bool:
    lower = parse.tokens.lower
    if is_headed(parse, run) and lower[run.first] not in FIRST_NAMES | _WOMEN:
        return False  # "Tiger Hill"
    if any(word in _PEOPLE for word in lower[run.first : run.stop]):
        return True
    # "an attack on Malala Swat", but "from Shirin Tagab"
    named = run.stop - run.first > 1 and lower[run.first] in FIRST_NAMES | _WOMEN
    return named and lower[run.first - 1] not in _ENDS


_WOMEN = entries_of("women")
_ENDS = frozenset({"from", "to", "into", "towards", "toward", "through"})
"""Prepositions behind which hardly anything but a place is named in a sentence of war."""


_TITLES = entries_of("person_titles")
_PEOPLE = frozenset(row[0] for name in ("given_names", "surnames") for row in rows_of(name))
_UNPLACES = (
    entries_of("unplaces")
    | frozenset(
        row[0] for name in ("org_words", "other_names", "demonyms") for row in rows_of(name) if " " not in row[0]
    )
    | entries_of("office_words")
    | _FUNCTION
)


def _key(parse: Parse, run: Stretch) -> str:
    return " ".join(parse.tokens.lower[run.first : run.stop])


def _resolution(document: Document, parse: Parse, run: Stretch, area: Area | None) -> Resolution:
    span = parse.tokens.span(run.first, run.stop)
    name = Toponym(span=span, text=span.of(document.text))
    nowhere = Resolution(
        toponym=name,
        candidates=(),
        place=None,
        ground=None,
        margin=0.0,
        confidence=0.0,
        reason="in no gazetteer, and no area around it is spoken of",
    )
    if area is None:
        return nowhere
    why = f"{name.text} is in no gazetteer; the text speaks of {area.place.name}"
    return replace(nowhere, place=area.place, ground=area.ground, confidence=area.trust, reason=why)
