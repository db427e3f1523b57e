"""Take up place names that no gazetteer has, where only a place can stand, in the area that is spoken of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from events.actor import known_name
from events.armed import is_armed
from events.claim import Kind
from events.clause import Stretch
from events.kind import Condition, Trigger
from events.parse import Parse
from events.spoken_area import Area, area_of, talk_of
from events.tag import Tag
from events.timex import Timex
from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from geo.toponym import Resolution, Toponym
from texts.document import Document
from texts.lexicon import entries_of, rows_of
from texts.span import Span

LONGEST = 4
"""A name has at most this many words."""
REACH = 10
"""How many words may lie between a movement and the end of its way."""
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
    named = {i for it in resolutions for i in parse.tokens.inside(it.toponym.span)}
    times = {i for it in timexes for i in parse.tokens.inside(it.span)}
    runs = tuple(_runs(parse, triggers, named, times))
    known = {_key(parse, run) for run in runs if _in_place(parse, run) and _is_name(parse, run)}
    by_first = {trigger.first: trigger for trigger in triggers}
    by_stop = {trigger.stop: trigger for trigger in triggers}
    found: list[Stretch] = []
    for run in runs:
        listed = bool(found) and _joined(parse, found[-1], run)
        slot = (
            _in_place(parse, run)
            or listed
            or (_is_way(parse, run, triggers) and not _is_person(parse, run))
            or (_is_gapped(parse, run, triggers, times) and not _is_person(parse, run))
            or (_key(parse, run) in known and _is_hit(run, by_stop))
            or (_is_taken(parse, run, by_first, by_stop) and (not _is_person(parse, run) or _key(parse, run) in known))
        )
        if slot and _is_name(parse, run):
            found.append(run)
    if not found:
        return resolutions
    talk = talk_of(parse, resolutions)
    listed_too = _listed(document, gazetteer, [parse.span(run) for run in found])
    made = [
        listed_too.get(parse.span(run)) or _resolution(document, parse, run, area_of(parse, run, talk, gazetteer))
        for run in found
    ]
    return tuple(sorted((*resolutions, *made), key=lambda it: (it.toponym.span.start, it.toponym.span.end)))


def _listed(document: Document, gazetteer: Gazetteer, spans: Sequence[Span]) -> dict[Span, Resolution]:
    """Return the names among `spans` that the gazetteer does have: they were taken for common words before."""
    asked = tuple(span for span in spans if gazetteer.places_named(span.of(document.text)))
    if not asked:
        return {}
    answers = resolutions_in(document, gazetteer, spans=asked)
    return {it.toponym.span: it for it in answers if it.place is not None}


def _runs(parse: Parse, triggers: Sequence[Trigger], named: set[int], times: set[int]) -> Iterator[Stretch]:
    """Yield the runs of capitalised words in the sentences that name a happening."""
    busy = {i for trigger in triggers for i in range(trigger.first, trigger.stop)}
    firsts = [trigger.first for trigger in triggers]
    words, tags = parse.tokens.words, parse.tags
    for sentence in parse.sentences:
        if bisect_left(firsts, sentence.first) == bisect_left(firsts, sentence.stop) or _shouts(parse, sentence):
            continue
        position = sentence.first
        while position < sentence.stop:
            first = position
            while position < sentence.stop and _is_part(words[position], tags[position], inside=position > first):
                if position in named or position in times or position in busy:
                    break
                position += 1
            stop = position
            while stop > first and not words[stop - 1][0].isupper():
                stop -= 1
            opens = first == sentence.first and tags[first] is not Tag.NAME
            if first < stop <= first + LONGEST and not opens and stop not in named and first - 1 not in named:
                yield Stretch(first=first, stop=stop)
            position = max(position, first + 1)


def _is_part(word: str, tag: Tag, *, inside: bool) -> bool:
    if word[0].isupper():
        return tag in _NAMING or inside
    return word.partition("-")[0] in _ARTICLES and "-" in word and word.partition("-")[2][:1].isupper()


_NAMING = frozenset({Tag.NAME, Tag.NOUN, Tag.ADJECTIVE, Tag.ADVERB, Tag.PAST, Tag.BASE, Tag.PRESENT, Tag.OTHER})
_ARTICLES = frozenset(
    {"al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "abu", "umm", "um", "bir", "ain", "ed", "es"}
)


def _shouts(parse: Parse, sentence: Stretch) -> bool:
    """Whether most words of a sentence have capitals, so that these tell no name."""
    words = [word for word in parse.tokens.words[sentence.first : sentence.stop] if word[0].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= SHOUTING * len(words)


def _in_place(parse: Parse, run: Stretch) -> bool:
    """Whether nothing but a place can stand here: "in X", "the village of X", "X district"."""
    lower = parse.tokens.lower
    if run.stop < len(lower) and lower[run.stop] in _GROUNDS and parse.tokens.words[run.stop].islower():
        return True
    before = _before(parse, run)
    if before < 0:
        return False
    if lower[before] == "of" and before and lower[before - 1] in _GROUNDS:
        return True
    if lower[before] == "by" and before and lower[before - 1] in _GROUNDS:
        return True
    return lower[before] in _SPOTS and before == run.first - 1


def _is_way(parse: Parse, run: Stretch, triggers: Sequence[Trigger]) -> bool:
    """Whether a name is the end of a way in a sentence that tells of one: "withdrew to X"."""
    before = _before(parse, run)
    if before < 0 or before != run.first - 1 or parse.tokens.lower[before] not in _WAYS:
        return False
    at = bisect_left(triggers, run.first, key=lambda trigger: trigger.first) - 1
    return at >= 0 and triggers[at].kind in _MOVING and before - triggers[at].stop < REACH


def _is_taken(parse: Parse, run: Stretch, by_first: dict[int, Trigger], by_stop: dict[int, Trigger]) -> bool:
    """Whether a name is what is taken, shelled, entered or left: "captured X", "X fell", "the fall of X"."""
    lower, tags = parse.tokens.lower, parse.tags
    before = run.first - 1
    if before >= 0 and lower[before] in {"the", "of"}:
        before -= 1
    trigger = by_stop.get(before + 1)
    if trigger is not None and _takes(trigger):
        return trigger.noun == (lower[run.first - 1] == "of")
    position = run.stop
    passive = False
    while position < len(lower) and position - run.stop < LONGEST and position not in by_first:
        if tags[position] not in {Tag.AUXILIARY, Tag.ADVERB, Tag.MODAL}:
            return False
        passive |= lower[position] in _BE
        position += 1
    trigger = by_first.get(position)
    if trigger is None or trigger.noun or not _takes(trigger):
        return False
    return passive or trigger.condition is Condition.SUBJECT


def _is_gapped(parse: Parse, run: Stretch, triggers: Sequence[Trigger], times: set[int]) -> bool:
    """Whether a name stands behind a time of its own and a verb that is not said again: "…, on Friday X"."""
    if run.first - 1 not in times:
        return False
    at = bisect_left(triggers, run.first, key=lambda trigger: trigger.first) - 1
    clause = parse.clauses[bisect_right(parse.clauses, run.first, key=lambda it: it.first) - 1]
    return at >= 0 and _takes(triggers[at]) and triggers[at].first >= clause.first


def _is_hit(run: Stretch, by_stop: dict[int, Trigger]) -> bool:
    """Whether a name is the object of an attack."""
    trigger = by_stop.get(run.first)
    return trigger is not None and trigger.kind is Kind.ATTACK and not trigger.noun


def _takes(trigger: Trigger) -> bool:
    return trigger.type in _STRIKING or (trigger.kind is Kind.CONTROL and trigger.type not in {"arrest", "checkpoint"})


_STRIKING = frozenset({"shelling", "airstrike", "entry"})
_MOVING = frozenset({Kind.MOVEMENT, Kind.DISPLACEMENT})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being"})
_SPOTS = frozenset({"in", "at", "near", "inside", "outside", "around", "towards", "toward", "into", "via", "through"})
_WAYS = frozenset({"from", "to", "for", "reached", "across", "past", "upon", "on", "by", "between"})
_GROUNDS = entries_of("ground_words")


def _before(parse: Parse, run: Stretch) -> int:
    """Return the token before a name and its article."""
    before = run.first - 1
    return before - 1 if before >= 0 and parse.tokens.lower[before] == "the" else before


def _joined(parse: Parse, one: Stretch, other: Stretch) -> bool:
    """Whether two names are links of one list."""
    between = parse.tokens.lower[one.stop : other.first]
    return 0 < len(between) <= 2 and all(word in {",", "and", "or"} for word in between)


def _is_name(parse: Parse, run: Stretch) -> bool:
    """Whether a run of capitalised words may name a place, by the words alone."""
    words = parse.tokens.words[run.first : run.stop]
    lower = parse.tokens.lower[run.first : run.stop]
    following = parse.tags[run.stop] if run.stop < len(parse.tags) else Tag.STOP
    grounded = run.stop < len(parse.tags) and parse.tokens.lower[run.stop] in _GROUNDS
    if any(word in _UNPLACES or is_armed(word) for word in lower) or known_name(" ".join(words)):
        return False
    if not grounded and (
        following in {Tag.NOUN, Tag.GENITIVE}
        or (len(words[0]) < 3 and not words[0][-1].isdigit())
        or _is_acronym(words)
    ):
        return False
    return lower[0] not in _TITLES and (run.first == 0 or parse.tokens.lower[run.first - 1] not in _TITLES)


def _is_acronym(words: Sequence[str]) -> bool:
    return len(words) == 1 and words[0].isupper() and words[0].isalpha() and len(words[0]) < 6


def _is_person(parse: Parse, run: Stretch) -> bool:
    return any(word in _PEOPLE for word in parse.tokens.lower[run.first : run.stop])


_TITLES = entries_of("person_titles")
_PEOPLE = frozenset(row[0] for name in ("given_names", "surnames") for row in rows_of(name))
_UNPLACES = (
    entries_of("unplaces")
    | frozenset(
        row[0] for name in ("org_words", "other_names", "demonyms") for row in rows_of(name) if " " not in row[0]
    )
    | entries_of("office_words")
    | entries_of("function_words")
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
