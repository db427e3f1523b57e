"""Read how something is said to be true: asserted, unconfirmed, denied, planned or hypothetical."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from events.attribution import Attribution
from events.claim import SourceKind, Status
from events.clause import Stretch
from events.inflect import forms_of
from events.parse import Parse, parse_of
from texts.lexicon import rows_of
from texts.span import Span

ORDER = (Status.DENIED, Status.HYPOTHETICAL, Status.PLANNED, Status.UNCONFIRMED, Status.ASSERTED)
"""Which status stands where several fit: the first of these (docs/codebook.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusReading:
    """How a happening stands, by its innermost source and by the report, with the words that say so."""

    status: Status
    """after all who hand it on: the innermost source's own words, lowered by any doubt that others add"""
    report_status: Status
    """what the outermost teller's own words make of it; asserted where they add nothing"""
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    words: tuple[str, ...]
    status: Status
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    words: Stretch
    status: Status


def status_of(text: str, trigger: Span, sentence: Span, attributions: tuple[Attribution, ...]) -> StatusReading:
    """Return how what `trigger` names is said to be true.

    >>> from events.attribution import attributions_in
    >>> text = "Kigali denied that its troops had entered Goma."
    >>> start = text.index("entered")
    >>> reading = status_of(text, Span(start=start, end=start + 7), Span(start=0, end=len(text)), attributions_in(text))
    >>> reading.status.value, [cue.of(text) for cue in reading.cues]
    ('denied', ['denied'])
    """
    parse = parse_of(text)
    inside, at = parse.tokens.inside(sentence), parse.tokens.inside(trigger)
    if not inside or not at:
        return StatusReading(status=Status.ASSERTED, report_status=Status.ASSERTED)
    whole = Stretch(first=inside.start, stop=inside.stop)
    hits = [hit for hit in _hits(parse, whole) if hit.words.stop <= at.start or hit.words.first >= at.stop]
    holders = [made for made in attributions if any(trigger.within(part) for part in made.content)]
    statuses = [hit.status for hit in hits if _reaches(parse, hit, at.start)]
    cues = [parse.span(hit.words) for hit in hits if _reaches(parse, hit, at.start)]
    anonymous = [made for made in holders if made.kind is SourceKind.ANONYMOUS]
    if anonymous:
        statuses.append(Status.UNCONFIRMED)
        cues += [span for made in anonymous for span in (made.source or made.cue)]
    status = next((one for one in ORDER if one in statuses), Status.ASSERTED)
    report = Status.UNCONFIRMED if anonymous else status if not holders else Status.ASSERTED
    return StatusReading(status=status, report_status=report, cues=tuple(sorted(set(cues))))


def _hits(parse: Parse, sentence: Stretch) -> list[_Hit]:
    lower = parse.tokens.lower
    table = _rules()
    found = []
    for position in range(sentence.first, sentence.stop):
        for rule in table.get(lower[position], ()):
            size = len(rule.words)
            if rule.words == lower[position : position + size]:
                found.append(_Hit(words=Stretch(first=position, stop=position + size), status=rule.status))
                break
    return found


def _reaches(parse: Parse, hit: _Hit, trigger: int) -> bool:
    rule = next(
        rule
        for rule in _rules()[parse.tokens.lower[hit.words.first]]
        if rule.words == parse.tokens.lower[hit.words.first : hit.words.stop]
    )
    if rule.scope == "sentence":
        return True
    if rule.scope == "opener":
        return True
    first, stop = hit.words.stop, trigger
    if rule.scope == "modifier":
        return 0 <= trigger - hit.words.stop <= 2
    if rule.scope == "adverb":
        clause = next(one for one in parse.clauses if one.first <= hit.words.first < one.stop)
        return clause.first <= trigger < clause.stop and trigger - hit.words.stop < 8
    return first <= stop and not any(
        parse.codes[position] == "w" or (parse.codes[position] == "m" and parse.tokens.lower[position] != "that")
        for position in range(first, stop)
    )


@cache
def _rules() -> Mapping[str, tuple[_Rule, ...]]:
    table: dict[str, list[_Rule]] = {}
    for row in rows_of("status_cues"):
        words = tuple(row[0].split())
        firsts = {words[0]}
        if row[2] == "governor" and words[0].isalpha():
            firsts |= set(forms_of(words[0])) | {words[0] + "s"}
        for first in firsts:
            rule = _Rule(words=(first, *words[1:]), status=Status(row[1]), scope=row[2])
            table.setdefault(first, []).append(rule)
    return {first: tuple(sorted(rules, key=lambda rule: -len(rule.words))) for first, rules in table.items()}
