"""Read how something is said to be true: asserted, unconfirmed, denied, planned or hypothetical."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from events.claim import SourceKind, Status
from events.grammar.clause import FINITE_CODES, Clause, Stretch
from events.grammar.describing import is_relative
from events.grammar.parse import Parse, parse_of
from events.happenings.absence import nobody_there
from events.happenings.afterthought import afterthoughts
from events.happenings.attempt import failed_attempt
from events.happenings.coming import readied, soon
from events.happenings.falsehood import called_false, nearly_done
from events.happenings.feared import feared
from events.happenings.hindsight import hindsight, without_hindsight
from events.happenings.unsaid import without_unsaid
from events.question import (
    asks_around,
    depends_on_truth,
    inverted,
    left_open,
    not_known,
    question,
    should_it,
    undecided,
)
from events.scope import Climb
from events.status_cue import Hit, Scope, hit_at, hits_in
from events.voices.attributed import Attribution
from events.voices.holders import holders_of_span
from texts.span import Span

ORDER = (Status.DENIED, Status.HYPOTHETICAL, Status.PLANNED, Status.UNCONFIRMED, Status.ASSERTED)
"""Which status stands where several fit: the first of these (docs/codebook.md)."""

_WOULD = frozenset({"would", "'d"})
_MAYBE = frozenset({"may", "might"})
_REPORTS = frozenset(
    {
        *("report", "reports", "claim", "claims", "rumour", "rumours", "rumor", "rumors", "allegation", "allegations"),
        *("news", "story", "stories", "tale", "tales", "suggestion", "suggestions", "assertion", "assertions"),
    }
)
"""Nouns for what is told, of which a verdict may be spoken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusReading:
    """How a happening stands, by its innermost source and by the report, with the words that say so."""

    status: Status
    """after all who hand it on: the innermost source's own words, lowered by any doubt that others add"""
    report_status: Status
    """what the outermost teller's own words make of it; asserted where they add nothing"""
    cues: tuple[Span, ...] = ()


def status_of(
    text: str, trigger: Span, sentence: Span, attributions: tuple[Attribution, ...], *, places: tuple[Span, ...] = ()
) -> StatusReading:
    """Return how what `trigger` names is said to be true, of the `places` where it is said to happen.

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
    told = _told_at(parse, at)
    whole = Stretch(first=inside.start, stop=inside.stop)
    holders = holders_of_span(attributions, trigger)
    climb = Climb(parse, whole)
    hits = climb.hits_on(told)
    hits += _around(parse, climb, whole, told)
    absent = nobody_there(parse, told)
    hits += [absent] if absent is not None and absent not in hits else []
    if not (climb.ended or climb.apart):
        hits += [hit for hit in _embedding(parse, climb, holders, told) if hit not in hits]
    hits = undecided(parse, without_unsaid(parse, holders, hits, told))
    looked_back = hindsight(parse, climb.group_at(told), told)
    if looked_back is not None:
        hits = without_hindsight(hits, *looked_back)
    failed = failed_attempt(parse, whole, told) or _none_there(parse, places)
    failed = failed or nearly_done(parse, climb.group_at(told), told)
    failed = failed or called_false(parse, whole, told)
    if failed is not None:
        hits = [failed]
    hits = [(hit.scope is Scope.OPENER and left_open(parse, whole, hit, told)) or hit for hit in hits]
    hits = _settled(parse, whole, hits, reported=bool(holders))
    anonymous = [made for made in holders if made.kind is SourceKind.ANONYMOUS and made.source]
    statuses = {hit.status for hit in hits} | ({Status.UNCONFIRMED} if anonymous else set())
    status = next((one for one in ORDER if one in statuses), Status.ASSERTED)
    cues = {parse.span(hit.words) for hit in hits} | {made.antecedent or made.source[0] for made in anonymous}
    outer = [made for made in holders if made.parent is None]
    own = [
        hit.status for hit in hits if not any(parse.span(hit.words).within(part) for o in outer for part in o.content)
    ]
    if anonymous:
        own.append(Status.UNCONFIRMED)
    report = next((one for one in ORDER if one in own), Status.ASSERTED)
    return StatusReading(status=status, report_status=report, cues=tuple(sorted(cues)))


def _told_at(parse: Parse, trigger: range) -> int:
    """Return the token of a trigger that tells it: its verb where it opens with the verb's subject, else its first."""
    if parse.codes[trigger.start] not in "nNda9":
        return trigger.start
    return next((at for at in reversed(trigger) if parse.codes[at] in "zvbe"), trigger.start)


def _around(parse: Parse, climb: Climb, sentence: Stretch, trigger: int) -> list[Hit]:
    """Return the cues that reach the whole sentence, or the trigger's clause from the clause beside it."""
    lower = parse.tokens.lower
    found: list[Hit] = []
    clause = climb.parse.clause_at(trigger)
    modal = "M" in parse.codes[clause.first : clause.stop] or any(
        lower[at] == "going" and lower[at : at + 2] == ("going", "to") for at in range(clause.first, clause.stop)
    )
    within = range(sentence.first, sentence.stop)
    for hit in hits_in(lower, within, Scope.SENTENCE, Scope.OPENER, Scope.VERDICT):
        at = hit.words.first
        if hit.scope is Scope.SENTENCE:
            found.append(hit)
        elif hit.scope is Scope.OPENER and lower[at] == "provided" and _is_deed(parse, at):
            continue  # "Chad had also provided support"
        elif hit.scope is Scope.OPENER:
            opened = climb.parse.clause_at(at)
            inside = opened is clause and at < trigger
            reached = _opens(parse, at, opened, trigger) if inside else (modal and len(opened) > 2)
            if reached or depends_on_truth(parse, at, trigger):
                found.append(hit)
        elif at > trigger and any(word in _REPORTS for word in lower[sentence.first : trigger]):
            found.append(hit)
    found += afterthoughts(parse, sentence, trigger)
    found += feared(parse, sentence, clause, trigger)
    found += question(parse, sentence, clause) or inverted(parse, sentence) or should_it(parse, sentence, trigger)
    found += not_known(parse, sentence, clause) + soon(parse, climb.group_at(trigger), clause, trigger)
    found += readied(parse, climb.phrase_at(trigger).first, clause, trigger)
    after = bisect_left(parse.sentences, sentence.stop, key=lambda other: other.first)
    following = parse.sentences[after] if after < len(parse.sentences) else None
    if following is not None and parse.codes[following.stop - 1] == "." and asks_around(parse, following):
        last = following.stop - 1
        asked = parse.tokens.words[last] == "?" and len(following) <= _SHORT
        words = Stretch(first=last, stop=last + 1)
        found += [Hit(words=words, status=Status.UNCONFIRMED, scope=Scope.SENTENCE)] if asked else []
    if following is not None and lower[following.first] in {"the", "this", "that", "it", "neither", "these", "those"}:
        near = range(following.first, min(following.stop, following.first + 25))
        far = hits_in(lower, near, Scope.SENTENCE)
        found += [hit for hit in far if lower[hit.words.first] in {"could", "has", "have"}][:1]
    return found


def _is_deed(parse: Parse, word: int) -> bool:
    """Whether a word that may open a condition is the verb of its clause, by what stands before it."""
    group = parse.group_at(word)
    if group is None or group.stop <= word or parse.codes[word] not in "ve":
        return False
    before = parse.codes[parse.clause_at(word).first : group.first]
    return "x" in parse.codes[group.first : word] or (before != "" and FINITE_CODES.isdisjoint(before))


_SHORT = 12
"""Tokens of a question that only asks for confirmation of what stands before it."""


def _opens(parse: Parse, opener: int, clause: Clause, trigger: int) -> bool:
    """Whether the clause from its opener on reaches the trigger; "if small," ends at its comma."""
    comma = parse.codes.find(",", opener, trigger)
    if comma < 0:
        return opener < trigger
    return comma - opener > 2 or (clause.verbs is not None and clause.verbs.first < comma)


_NONE = frozenset({"none", "nobody", "nothing", "not"})


def _none_there(parse: Parse, places: tuple[Span, ...]) -> Hit | None:
    """Return the word that excepts all of the places: "plans to send men to the border, and none to X"."""
    found = None
    for place in places:
        name = parse.tokens.inside(place)
        prepositional = len(name) > 0 and name.start > 1 and parse.codes[name.start - 1] in "it"
        if not prepositional or parse.tokens.lower[name.start - 2] not in _NONE:
            return None
        found = Stretch(first=name.start - 2, stop=name.start - 1)
    return None if found is None else Hit(words=found, status=Status.DENIED, scope=Scope.NEGATION)


_PRESUPPOSING = frozenset(
    {
        "after",
        "because",
        "although",
        "though",
        "since",
        "while",
        "when",
        "before",
        "who",
        "which",
        "where",
        "as",
        "once",
    }
)
"""Words that open a clause which a denial or a fear before it does not reach."""


def _subordinate(parse: Parse, climb: Climb, trigger: int) -> int | None:
    """Return the word before a verb's subject that takes the verb for granted, though it is tagged a preposition."""
    at = climb.group_at(trigger).first - 1
    while at > 0 and parse.codes[at] in "dnNao9prs":
        at -= 1
    return at if parse.tokens.lower[at] in _GRANTING and parse.codes[trigger] not in "tg" else None


_GRANTING = frozenset({"after", "because", "although", "though", "since", "while", "when", "once"})


def _presupposes(parse: Parse, opener: int) -> bool:
    word = parse.tokens.lower[opener]
    return word in _PRESUPPOSING or (word == "that" and is_relative(parse, opener))


def _embedding(parse: Parse, climb: Climb, holders: list[Attribution], trigger: int) -> list[Hit]:
    """Return the cues among the words that attribute what holds the trigger."""
    found: list[Hit] = []
    opener = climb.parse.clause_at(trigger).opener
    if opener is None or not _presupposes(parse, opener):
        opener = _subordinate(parse, climb, trigger)
    for made in holders:
        start = parse.tokens.inside(made.content[0]).start
        if opener is not None and opener >= start + 1 and _presupposes(parse, opener):
            continue
        found += _none_of_them(parse, made, trigger)
        for span in made.cue:
            inside = parse.tokens.inside(span)
            verbal = parse.codes[trigger] in "zvbegMx"
            for at in inside:
                hit = hit_at(parse.tokens.lower, at, Scope.GOVERNOR)
                if hit is None or (not verbal and parse.tokens.lower[start] != "that"):
                    continue
                found.append(hit)
                found += [
                    other
                    for before in inside
                    if (other := hit_at(parse.tokens.lower, before, Scope.NEGATION)) is not None
                ]
    return found


def _none_of_them(parse: Parse, made: Attribution, trigger: int) -> list[Hit]:
    """Return the "no" of a subject that the telling parts from its verb: "no soldier, he said, entered Bor"."""
    parts = [parse.tokens.inside(part) for part in made.content]
    if len(parts) < 2 or trigger not in parts[1] or any(parse.codes[at] in FINITE_CODES for at in parts[0]):
        return []
    first = parts[0].start
    words = Stretch(first=first, stop=first + 1)
    denied = parse.tokens.lower[first] in {"no", "nobody", "none", "neither", "not"}
    return [Hit(words=words, status=Status.DENIED, scope=Scope.NEGATION)] if denied else []


def _is_conditional(parse: Parse, denial: Hit, hits: list[Hit]) -> bool:
    """Whether a denial is only supposed: "if the army does not leave X"."""
    clause = parse.clause_at(denial.words.first)
    openers = (hit.words.first for hit in hits if hit.scope is Scope.OPENER and hit.status is Status.HYPOTHETICAL)
    return denial.scope is Scope.NEGATION and any(clause.first <= at < denial.words.first for at in openers)


def _settled(parse: Parse, sentence: Stretch, hits: list[Hit], *, reported: bool) -> list[Hit]:
    """Return the hits after those that undo one another: two denials, "may not", and "would" for a reported "will"."""
    lower = parse.tokens.lower
    words = {lower[hit.words.first] for hit in hits}
    unique: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: ORDER.index(hit.status)):
        if not any(hit.words.first < one.words.stop and one.words.first < hit.words.stop for one in unique):
            unique.append(hit)
    unique = [hit for hit in unique if hit.status is not Status.DENIED or not _is_conditional(parse, hit, unique)]
    denials = [hit for hit in unique if hit.status is Status.DENIED]
    if len(denials) % 2 == 0 or words & _MAYBE:
        unique = [hit for hit in unique if hit.status is not Status.DENIED]
    hearsay = any(lower[hit.words.first] in _REPORTS for hit in unique)
    told = reported or hearsay
    if told and next(hits_in(lower, range(sentence.first, sentence.stop), Scope.OPENER), None) is None:
        unique = [replace(hit, status=Status.PLANNED) if lower[hit.words.first] in _WOULD else hit for hit in unique]
    return unique
