"""A sentence with all that was found in it: places, triggers, attributions and times."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from events.attribution import Attribution
from events.cutting import stretches_of
from events.grammar.clause import Clause, Stretch
from events.grammar.parse import Parse
from events.grammar.phrase import Phrase, phrases_in
from events.grammar.tag import FINITE, Tag
from events.kind import RESTING, Trigger
from events.times.heading import Section
from events.times.saying import Saying, sayings_in
from events.timex import Timex
from geo.place import FeatureClass
from geo.toponym import Resolution, Usage
from texts.document import Document
from texts.lexicon import entries_of, rows_of
from texts.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A resolved place name in a sentence, and the phrase that it stands in."""

    resolution: Resolution
    phrase: Phrase
    first: int
    stop: int
    """the name by token positions `[first, stop)`"""
    example_of: Phrase | None = None
    """the phrase that it is an example of: "areas such as X" """
    carried_from: str | None = None
    """the name in the sentence before that words like "the city" take up"""

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return self.resolution.toponym.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence of a document, read by every stage before the claims."""

    document: Document
    parse: Parse
    sentence: Stretch
    span: Span
    phrases: tuple[Phrase, ...]
    sites: tuple[Site, ...]
    unresolved: tuple[Resolution, ...]
    """place names that no place was chosen for"""
    triggers: tuple[Trigger, ...]
    attributions: tuple[Attribution, ...]
    """those whose source, cue or content touches the sentence"""
    timexes: tuple[Timex, ...]
    sayings: tuple[Saying, ...] = ()
    """the dates of sayings, of the whole document"""
    timeline: tuple[Timex, ...] = ()
    """the time expressions of the whole document"""
    sections: tuple[Section, ...] = ()
    """what stands under dated headings, in the whole document"""

    def clause_at(self, position: int) -> Clause:
        """Return the clause that holds a token of the sentence."""
        return self.parse.clause_at(position)

    def words(self, first: int, stop: int) -> tuple[str, ...]:
        """Return the words `[first, stop)` in lower case."""
        return self.parse.tokens.lower[first:stop]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the stages before found in a whole document, each in the order of the text."""

    resolutions: tuple[Resolution, ...]
    triggers: tuple[Trigger, ...]
    attributions: tuple[Attribution, ...]
    timexes: tuple[Timex, ...]
    sections: tuple[Section, ...] = ()


def scenes_of(document: Document, parse: Parse, findings: Findings) -> tuple[Scene, ...]:
    """Return the sentences of a document that hold a trigger or a literal place name, in order."""
    sentences = stretches_of(
        parse,
        happenings=[it.span.start for it in findings.triggers],
        others=sorted(
            [it.toponym.span.start for it in findings.resolutions] + [it.span.start for it in findings.timexes]
        ),
    )
    spoken = _by_sentence(parse, sentences, findings.attributions)
    sayings = sayings_in(parse, findings.timexes)
    firsts = [trigger.first for trigger in findings.triggers]
    names = [it.toponym.span.start for it in findings.resolutions]
    times = [it.span.start for it in findings.timexes]
    scenes = []
    for number, sentence in enumerate(sentences):
        span = parse.span(sentence)
        named = findings.resolutions[_within(names, span.start, span.end)]
        told = findings.triggers[_within(firsts, sentence.first, sentence.stop)]
        triggers = tuple(it for it in told if not _is_ground(parse, it, named))
        if triggers or named:
            timexes = findings.timexes[_within(times, span.start, span.end)]
            verbs = frozenset(i for it in triggers if not _is_phrase(parse, it) for i in range(it.first, it.stop))
            apart = verbs | _days_before(parse, timexes, named)
            phrases = phrases_in(parse.tokens, parse.tags, sentence.first, sentence.stop, verbs=apart)
            scenes.append(
                Scene(
                    document=document,
                    parse=parse,
                    sentence=sentence,
                    span=span,
                    phrases=phrases,
                    sites=tuple(site for it in named for site in _site(parse, phrases, it)),
                    unresolved=tuple(it for it in named if it.place is None and _literal(it)),
                    triggers=triggers,
                    attributions=spoken.get(number, ()),
                    timexes=timexes,
                    sayings=sayings,
                    timeline=findings.timexes,
                    sections=findings.sections,
                )
            )
    return tuple(scenes)


def _is_ground(parse: Parse, trigger: Trigger, named: Sequence[Resolution]) -> bool:
    """Whether a word is part of a place's name or says what sort of spot it is: "the Bara crossing"."""
    before = parse.tokens.span(trigger.first - 1, trigger.first).end if trigger.first else None
    spot = trigger.type == "crossing" and parse.tokens.lower[trigger.first].endswith("ing")
    return any(
        trigger.span.within(it.toponym.span)
        or (
            spot
            and it.toponym.span.end == before
            and (it.place is None or it.place.feature_class is not FeatureClass.WATER)
        )
        for it in named
    )


def _days_before(parse: Parse, timexes: Sequence[Timex], named: Sequence[Resolution]) -> frozenset[int]:
    """Return the tokens of the times right before a name, whose preposition is theirs: "On Friday | X fell"."""
    firsts = {held.start for it in named if (held := parse.tokens.inside(it.toponym.span))}
    spans = (parse.tokens.inside(timex.span) for timex in timexes)
    return frozenset(i for held in spans if held and held.stop in firsts for i in held)


def _is_phrase(parse: Parse, trigger: Trigger) -> bool:
    """Whether a trigger may be part of a phrase: a noun, "rebel-held", or what opens with a preposition."""
    if trigger.noun or (trigger.stop - trigger.first == 1 and "-" in parse.tokens.lower[trigger.first]):
        return True
    if parse.tokens.words[trigger.first] == "Back":
        return True  # "Back in X, …" opens a sentence
    return trigger.type == "advance" and parse.tags[trigger.first] is Tag.PREPOSITION and trigger.condition in RESTING


def _literal(resolution: Resolution) -> bool:
    return resolution.toponym.usage is Usage.LITERAL and not resolution.toponym.demonym


def _site(parse: Parse, phrases: Sequence[Phrase], resolution: Resolution) -> tuple[Site, ...]:
    held = parse.tokens.inside(resolution.toponym.span)
    if resolution.ground is None or not held or not _literal(resolution):
        return ()
    if _is_numbered(parse, resolution) or _ends_name(parse, held):
        return ()
    if _is_of_the_state(parse.tokens.lower[max(0, held.start - _LONGEST_NAME) : held.start]):
        return ()
    number = bisect_right(phrases, held.start, key=lambda phrase: phrase.first) - 1
    if number >= 0 and held.start < phrases[number].stop:
        phrase = phrases[number]
    else:
        phrase = Phrase(first=held.start, stop=held.stop, head=held.stop - 1, preposition="", chain="")
    phrase = _with_participle(parse, phrase)
    if phrase.first < held.start and _is_date(parse.tokens.lower[phrase.first : held.start]):
        phrase = replace(phrase, first=held.start, preposition="", chain="")
    if phrase.preposition and phrase.first == held.start and _is_subject(parse, phrase, held.stop):
        phrase = replace(phrase, stop=held.stop, head=held.stop - 1)
    whole = _example_of(parse, phrases[: number + 1], phrase)
    return (Site(resolution=resolution, phrase=phrase, first=held.start, stop=held.stop, example_of=whole),)


def _with_participle(parse: Parse, phrase: Phrase) -> Phrase:
    """Return a phrase with the participle that describes its name: "killed in | besieged X", "entered | occupied X"."""
    at = phrase.first - 1
    if phrase.preposition or at < 1 or parse.tags[at] is not Tag.PARTICIPLE or parse.tags[phrase.first] is not Tag.NAME:
        return phrase
    before = parse.tags[at - 1]
    if before in _DONE_TO:
        return replace(phrase, first=at)
    if before not in {Tag.PREPOSITION, Tag.TO} or parse.tokens.lower[at - 1] not in _PREPOSITIONS:
        return phrase
    word = parse.tokens.lower[at - 1]
    return replace(phrase, first=at, preposition=word, chain=word)


_DONE_TO = frozenset({Tag.PAST, Tag.PRESENT, Tag.BASE, Tag.GERUND})
"""Tags of verbs that may be done to what a participle describes."""
_PREPOSITIONS = entries_of("place_prepositions")


def _is_date(words: tuple[str, ...]) -> bool:
    """Whether the words before a name in its phrase are a year or a day: "in 1980 Iraq", "on 6 August Ukraine"."""
    year = len(words) == 1 and words[0].isdigit() and len(words[0]) == _YEAR
    return year or (len(words) in {2, 3} and words[0].isdigit() and words[1] in _MONTHS)


_YEAR = 4
"""Digits of a year."""
_MONTHS = frozenset(row[0] for row in rows_of("timex_words") if row[1] == "month")


def _is_of_the_state(before: tuple[str, ...]) -> bool:
    """Whether the words before a name open that of a group: "the Islamic State in Iraq and the" Levant."""
    for at in range(len(before) - 2):
        if before[at : at + 2] == ("islamic", "state") and before[at + 2] in {"in", "of"}:
            return len(before) - at <= 3 or before[-1] == "and" or before[-2] == "and"
    return False


_LONGEST_NAME = 6
"""How many words before a place's name may open the name of a group."""


def _is_numbered(parse: Parse, resolution: Resolution) -> bool:
    """Whether a number hangs on a name: "Karbala-5" is an operation and no town."""
    end = resolution.toponym.span.end
    return parse.text[end : end + 1] == "-" and parse.text[end + 1 : end + 2].isdigit()


def _ends_name(parse: Parse, held: range) -> bool:
    """Whether a place only ends the name of a group: "the Islamic State of Iraq and the Levant"."""
    if parse.tokens.lower[held.stop - 1] not in _GROUP_ENDS:
        return False
    return any(
        " ".join(parse.tokens.lower[first : held.stop]) in _GROUPS
        for first in range(max(0, held.start - LONGEST_NAME), held.start)
    )


LONGEST_NAME = 7
"""How many words of a group's name may stand before the place in it."""
_GROUPS = frozenset(
    name.lower().replace("’", "'") for row in rows_of("actors") if row[2] == "armed" for name in row[:2]
)
_GROUP_ENDS = frozenset(name.split()[-1] for name in _GROUPS)


def _is_subject(parse: Parse, phrase: Phrase, name_stop: int) -> bool:
    """Whether a name is followed by the noun that the verb behind it needs: "in X | shells fell"."""
    if name_stop >= phrase.stop or phrase.stop >= len(parse.tags):
        return False
    return parse.tags[name_stop] is Tag.NOUN and parse.tags[phrase.stop] in FINITE


def _example_of(parse: Parse, before: Sequence[Phrase], phrase: Phrase) -> Phrase | None:
    if phrase.preposition not in _EXAMPLES:
        return None
    return next((it for it in reversed(before) if parse.tokens.lower[it.head] in _GROUNDS and it is not phrase), None)


_EXAMPLES = frozenset({"like", "including"})
_GROUNDS = entries_of("ground_words")


def _within(starts: list[int], start: int, end: int) -> slice:
    """Return which of what begins at `starts`, in order, begins in `[start, end)`."""
    return slice(bisect_left(starts, start), bisect_left(starts, end))


def _by_sentence(
    parse: Parse, sentences: Sequence[Stretch], attributions: tuple[Attribution, ...]
) -> dict[int, tuple[Attribution, ...]]:
    """Return the attributions by the numbers of the sentences that they touch."""
    starts = [parse.span(sentence).start for sentence in sentences]
    table: dict[int, list[Attribution]] = {}
    for made in attributions:
        numbers: set[int] = set()
        for part in (*made.source, *made.cue, *made.content):
            first = max(0, bisect_right(starts, part.start) - 1)
            numbers.update(range(first, max(first + 1, bisect_left(starts, part.end))))
        for number in numbers:
            table.setdefault(number, []).append(made)
    return {number: tuple(made) for number, made in table.items()}
