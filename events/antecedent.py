"""Find the words that a pronoun stands for where it names a source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from events.attributed import Attribution
from events.claim import SourceKind
from events.parse import Parse
from events.source import PRONOUNS, source_kind
from texts.span import Span

FARTHEST = 1500
"""Characters before a pronoun beyond which nobody is looked for."""

_RELATIVE = frozenset({"who", "which", "that"})
_PERSONAL = frozenset({"he", "she", "him", "her", "his"})


def with_antecedents(parse: Parse, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return the attributions with what their pronouns stand for, and the kind of source that this makes them.

    "Who" and "which" stand for the noun phrase before them; other pronouns for the source named last before them,
    "he" and "she" for a person.
    """
    result = list(attributions)
    named: list[tuple[Span, SourceKind]] = []
    for number in sorted(range(len(result)), key=lambda at: result[at].cue[0]):
        made = result[number]
        if not made.source:
            continue
        word = made.source[0].of(parse.text).lower()
        if word not in PRONOUNS:
            named.append((made.source[0], made.kind))
            continue
        if word in _RELATIVE:
            phrase = _phrase_before(parse, made.source[0].start)
            found = None if phrase is None else (phrase, source_kind(phrase.of(parse.text)))
        else:
            found = _last(named, made.source[0].start, person=word in _PERSONAL)
        if found is not None:
            result[number] = replace(made, antecedent=found[0], kind=found[1])
    return tuple(result)


def _last(named: list[tuple[Span, SourceKind]], before: int, *, person: bool) -> tuple[Span, SourceKind] | None:
    for span, kind in reversed(named[-8:]):
        if before - span.end > FARTHEST:
            return None
        if span.end <= before and (not person or kind in {SourceKind.PERSON, SourceKind.ANONYMOUS}):
            return span, kind
    return None


def _phrase_before(parse: Parse, start: int) -> Span | None:
    at = bisect_right(parse.tokens.starts, start) - 2
    if at >= 0 and parse.codes[at] in ",i":
        at -= 1
    number = bisect_right(parse.phrases, at, key=lambda phrase: phrase.first) - 1
    if number < 0 or parse.phrases[number].stop <= at:
        return None
    return parse.span(parse.phrases[number])
