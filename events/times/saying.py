"""Tell which dates of a text say when something was said, and not when it happened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from events.grammar.clause import FINITE_CODES, Clause, Stretch
from events.grammar.parse import Parse
from events.times.meaning import TimexKind
from events.times.saying_verb import Manner, manner_of
from events.timex import Timex
from events.timex_choice import qualified_by
from texts.lexicon import entries_of

_SETTINGS = entries_of("saying_settings")
_LINKS = frozenset('irdtfa"')
"""Codes of what may stand between a verb, or a clause's start, and a date: "late on", "in the"."""
_NAMING = frozenset("nNado9seri")
"""Codes of what the source after "according to" is made of."""
_NAMED_WITHIN = 12
"""How many words that source may have up to its date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A verb of saying, or "according to", with the date of the saying."""

    cue: Stretch
    timex: Timex
    sentence: Stretch


def sayings_in(parse: Parse, timexes: tuple[Timex, ...]) -> tuple[Saying, ...]:
    """Return the dates of a text that belong to a saying, in the order of the dates.

    >>> from events.grammar.parse import parse_of
    >>> from events.timex import timexes_in
    >>> text = "The ministry said on 13 June 2014 that troops had left on 12 June 2014."
    >>> saying, = sayings_in(parse_of(text), timexes_in(text, anchor=None))
    >>> saying.timex.text
    '13 June 2014'
    >>> sayings_in(parse_of(""), ())
    ()
    """
    return tuple(_sayings(parse, timexes))


def sayings_between(sayings: tuple[Saying, ...], start: int, end: int) -> tuple[Saying, ...]:
    """Return the sayings whose dates begin at characters `[start, end)`."""
    first = bisect_left(sayings, start, key=lambda it: it.timex.span.start)
    return sayings[first : bisect_left(sayings, end, key=lambda it: it.timex.span.start)]


def _sayings(parse: Parse, timexes: tuple[Timex, ...]) -> Iterator[Saying]:
    for timex in timexes:
        if timex.interval is None or timex.kind not in (TimexKind.DATE, TimexKind.TIME):
            continue
        held = parse.tokens.inside(timex.span)
        if not held:
            continue
        sentence = parse.sentence_at(held.start)
        if held.start < sentence.first or held.stop > sentence.stop:
            continue
        cue = _according_to(parse, held, sentence) or _verb_of(parse, held)
        if cue is not None:
            yield Saying(cue=cue, timex=timex, sentence=sentence)


def _according_to(parse: Parse, held: range, sentence: Stretch) -> Stretch | None:
    """Return the "according to" whose source the date belongs to: "according to a statement on Monday"."""
    words, codes = parse.tokens.lower, parse.codes
    for position in range(held.start - 1, max(sentence.first, held.start - _NAMED_WITHIN), -1):
        if words[position] == "to" and words[position - 1] == "according":
            return Stretch(first=position - 1, stop=position + 1)
        if codes[position] not in _NAMING:
            break
    return None


def _verb_of(parse: Parse, held: range) -> Stretch | None:
    """Return the verb of saying that the date belongs to."""
    if qualified_by(parse, held) is not None:
        return None
    clause = parse.clause_at(held.start)
    before, after = parse.group_at(held.start), parse.group_after(held.start)
    if before is not None and before.first >= clause.first:
        return before if _dates_what_follows(parse, before, clause, held) else None
    if after is not None and after.first < clause.stop:
        return after if _dates_in_front(parse, after, clause, held) else None
    return None


def _dates_what_follows(parse: Parse, group: Stretch, clause: Clause, held: range) -> bool:
    """Whether a date behind a verb is that of a saying."""
    manner = manner_of(parse, group)
    after = parse.codes[held.stop] if held.stop < len(parse.codes) else "."
    if manner is None or after in FINITE_CODES:
        return False  # "said the raid on Monday was"
    if manner is Manner.SPEECH:
        return True
    if manner is Manner.CHANNEL:
        return any(word in _SETTINGS for word in parse.tokens.lower[clause.first : held.start])
    passive = parse.codes[group.first] == "x"
    return _opens_that(parse, held.stop) or (not passive and _is_link(parse, group.stop, held.start))


def _dates_in_front(parse: Parse, group: Stretch, clause: Clause, held: range) -> bool:
    """Whether a date before a verb is that of a saying: "On Monday the army said", "the army on Monday announced that".

    Not so where the saying is an aside: "On Monday, the army said, rebels left".
    """
    manner = manner_of(parse, group)
    if manner is None or manner is Manner.CHANNEL:
        return False
    if not _is_link(parse, clause.first, held.start) and not _is_link(parse, held.stop, group.first):
        return False
    if group.stop < len(parse.codes) and parse.codes[group.stop] == ",":
        return False
    follows = group.stop < len(parse.codes) and parse.codes[group.stop] == "t"
    return manner is Manner.SPEECH or follows or _opens_that(parse, group.stop)  # "on Monday vowed to retake"


def _opens_that(parse: Parse, position: int) -> bool:
    return position < len(parse.tokens) and parse.tokens.lower[position] == "that"


def _is_link(parse: Parse, first: int, stop: int) -> bool:
    """Whether nothing stands between two places but adverbs, prepositions and the occasion: "in a statement on"."""
    return all(
        parse.codes[at] in _LINKS or parse.codes[at] == "c" or parse.tokens.lower[at] in _SETTINGS
        for at in range(first, stop)
    )
