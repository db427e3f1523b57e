"""Choose the time expression that dates what a word names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from events.grammar.clause import FINITE_CODES, Clause, Stretch
from events.grammar.parse import Parse
from events.times.meaning import TimexKind
from events.times.saying_verb import manner_of
from events.timex import Timex
from texts.dating import Precision
from texts.span import Span

_CLOCK = re.compile(r"\d\d?[:.]\d\d")
_ENDS = ".?!\n…\"”'’"
"""Characters that end what stands before a stamp."""
_MARGIN = 6
"""How many characters before and after a stamp are looked at."""

_FRONTED_OPENERS = frozenset("c")
"""Codes of words that join a clause to the one before, so that what stands at its front holds for both."""

_LEADING = frozenset('ird"')
"""Codes of what may stand before an expression that opens a sentence."""

_AT_ONCE = frozenset({"when", "while"})
"""Words that join what happens at one time; "as" does so only for what stands behind it."""

_LIKEWISE = frozenset({"also", "too", "likewise", "well"})
"""Words by which a clause goes on in the time of the one before."""

_OWN = frozenset("doa9")
"""Codes of what may stand before a date that belongs to a noun: "the 2003 invasion", "a January incident"."""


def timex_for(trigger: Span, sentence: Span, timexes: tuple[Timex, ...], *, parse: Parse) -> Timex | None:
    """Return the time expression of `sentence` that says when the happening at `trigger` took place, or None.

    Only what has a place in the calendar can; a duration, "every day" and "now" never do. A date belongs to the last
    verb before it in its clause, or to the first where it stands in front, and from there to what is joined by "and";
    so "said on Friday that they left on Thursday" gives Thursday to the leaving. A date inside a noun phrase belongs
    to its noun ("the 2003 invasion"). Of the two ends of a range, either means the whole range.

    >>> from events.grammar.parse import parse_of
    >>> from events.timex import timexes_in
    >>> text = "Officials said on 13 June 2014 that they left on 12 June 2014."
    >>> chosen = timex_for(
    ...     Span(start=41, end=45),
    ...     Span(start=0, end=len(text)),
    ...     timexes_in(text, anchor=None),
    ...     parse=parse_of(text),
    ... )
    >>> chosen.text
    '12 June 2014'
    """
    candidates = [
        timex
        for timex in timexes
        if timex.span.within(sentence)
        and timex.interval is not None
        and timex.kind in (TimexKind.DATE, TimexKind.TIME)
        and not is_stamp(timex, parse.text)
    ]
    held = parse.tokens.inside(trigger)
    if not candidates or not held:
        return None
    grammar = _Grammar(parse=parse, trigger=held.start)
    ranked = []
    for timex in candidates:
        rank = grammar.rank(timex)
        if rank is not None:
            ranked.append((rank, _distance(timex.span, trigger), timex.span.start, timex))
    if not ranked:
        return None
    chosen = min(ranked, key=lambda entry: entry[:3])[3]
    if chosen.range is None:
        return chosen
    return replace(chosen, interval=chosen.range, precision=Precision.RANGE)


def is_stamp(timex: Timex, text: str) -> bool:
    """Whether a clock time opens a line or a sentence: it says when that was written, not when what it tells happened.

    >>> from events.timex import timexes_in
    >>> text = "14:55 Troops entered the town at 15:10. 15:20 The mayor has fled."
    >>> [is_stamp(timex, text) for timex in timexes_in(text, anchor=None)]
    [True, False, True]
    """
    if timex.kind is not TimexKind.TIME or _CLOCK.match(timex.text) is None:
        return False
    before = text[max(0, timex.span.start - _MARGIN) : timex.span.start].rstrip(" \t[(*•>-")
    after = text[timex.span.end : timex.span.end + _MARGIN].lstrip(" \t])-–—:")[:1]
    return (not before or before[-1] in _ENDS) and not after.islower()


def qualified_by(parse: Parse, held: range) -> Stretch | None:
    """Return the noun phrase that the expression at these tokens only qualifies: "the 2003 invasion"."""
    phrase, codes = parse.phrase_at(held.start), parse.codes
    if phrase is None or phrase.stop <= held.stop:
        return None
    genitive = codes[held.stop] == "s"
    qualified = phrase.first < held.start and codes[phrase.first] in _OWN
    starts_with_article = codes[held.start] == "d" and parse.tokens.lower[held.start] in ("the", "a", "an")
    return phrase if genitive or qualified or starts_with_article else None


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grammar:
    """The clauses and verbs around a trigger."""

    parse: Parse
    trigger: int

    def rank(self, timex: Timex) -> int | None:
        """Return how well the expression fits the trigger, best 0; None where it dates something else."""
        held = self.parse.tokens.inside(timex.span)
        if not held:
            return None
        phrase = qualified_by(self.parse, held)
        if phrase is not None:
            return 0 if phrase.first <= self.trigger < phrase.stop else None
        if self._follows_trigger(held.start):
            return 0
        own, other = self._clause(self.trigger), self._clause(held.start)
        if own == other:
            return self._in_one_clause(own, held)
        return self._across(own, other, held)

    def _clause(self, position: int) -> int:
        number = self.parse.clause_number(position)
        opener = self.parse.clauses[number].opener
        if opener and self.parse.tokens.lower[opener - 2 : opener + 1] in (("as", "far", "as"), ("as", "well", "as")):
            return max(0, number - 1)  # "as far as the border" opens no clause
        return number

    def _governor(self, clause: Clause, position: int) -> Stretch | None:
        """Return the last verb group of the clause that begins before the position, else its first."""
        before, after = self.parse.group_at(position), self.parse.group_after(position)
        if before is not None and before.first >= clause.first:
            return before
        return after if after is not None and after.first < clause.stop else None

    def _follows_trigger(self, position: int) -> bool:
        """Whether nothing but a preposition stands between the trigger and the expression: "the raid on Monday"."""
        return self.trigger < position and all(code in "id" for code in self.parse.codes[self.trigger + 1 : position])

    def _in_one_clause(self, number: int, held: range) -> int | None:
        clause, position = self.parse.clauses[number], held.start
        mine, its = self._governor(clause, self.trigger), self._governor(clause, position)
        subject = held.stop < clause.stop and self.parse.codes[held.stop] in FINITE_CODES
        if subject and its is not None and manner_of(self.parse, its) is not None:
            its = self._governor(clause, held.stop)  # "said the raid on Monday had killed ten"
        if mine == its:
            return 0
        if its is None or mine is None:
            return 1
        if its.first > mine.first and self._is_reduced(its, position):
            return None
        if its.first > mine.first and not self._tensed_between(mine.first + 1, its.stop):
            return 2  # "attacked the town, killing ten on Monday"
        if self._tensed_between(its.stop, mine.first):
            return None
        at_once = "as" in self.parse.tokens.lower[held.stop : mine.first]  # "fell on Monday as troops drove in"
        return 2 if at_once or self._is_fronted(clause, position) else None

    def _is_reduced(self, verbs: Stretch, position: int) -> bool:
        """Whether a participle right behind its noun has the expression for its own: "a town captured on Monday"."""
        codes = self.parse.codes
        alone = codes[verbs.first : verbs.stop] == "e" and codes[verbs.first - 1 : verbs.first] in {"n", "N"}
        return alone and set(codes[verbs.stop : position]) <= set("id")

    def _tensed_between(self, first: int, stop: int) -> bool:
        return any(code in FINITE_CODES for code in self.parse.codes[first:stop])

    def _is_fronted(self, clause: Clause, position: int) -> bool:
        """Whether no verb of the clause stands before the position."""
        group = self._governor(clause, position)
        return group is None or group.first > position

    def _across(self, own: int, other: int, held: range) -> int | None:
        """Return how well an expression in another clause fits."""
        clauses = self.parse.clauses
        if clauses[other].verbs is None:
            return self._from_verbless(own, other, held)
        later = self._opener(max(own, other))
        if abs(own - other) == 1 and (later in _AT_ONCE or (later == "as" and own > other)):
            return 4  # "ten died on Monday when rockets struck the camp"
        if other > own or clauses[own].verbs is None:
            return None
        aside = self._is_aside(other) and self._opens_sentence(other, held)
        if aside and self._is_main(own, other + 1):
            return 4  # "On Monday, the ministry said, troops left"
        joined = all(self._joins(clause) for clause in clauses[other + 1 : own + 1])
        if joined and self._is_fronted(clauses[other], held.start):
            return 4
        return 5 if self._goes_on(own, other) else None

    def _from_verbless(self, own: int, other: int, held: range) -> int | None:
        """Return how well an expression fits that stands in a clause without a verb: "On Monday, rebels who …"."""
        if other < own and self._opens_sentence(other, held):
            return 3 if self._is_main(own, other) else None
        between = self.parse.clauses[min(own, other) + 1 : max(own, other)]
        return None if any(clause.verbs is not None and clause.opener is None for clause in between) else 3

    def _opener(self, number: int) -> str:
        opener = self.parse.clauses[number].opener
        return "" if opener is None else self.parse.tokens.lower[opener]

    def _joins(self, clause: Clause) -> bool:
        return clause.opener is not None and self.parse.codes[clause.opener] in _FRONTED_OPENERS

    def _opens_sentence(self, number: int, held: range) -> bool:
        """Whether nothing but a preposition or an adverb stands before the expression in its sentence."""
        first = self.parse.sentence_at(held.start).first
        return self.parse.clauses[number].first == first and all(
            code in _LEADING for code in self.parse.codes[first : held.start]
        )

    def _is_aside(self, number: int) -> bool:
        """Whether a clause only says who speaks: "the ministry said", "according to the ministry"."""
        clause = self.parse.clauses[number]
        if clause.verbs is not None and manner_of(self.parse, clause.verbs) is not None:
            return True
        return "according" in self.parse.tokens.lower[clause.first : clause.stop]

    def _is_main(self, own: int, first: int) -> bool:
        """Whether a clause is the first main one from clause `first` on, asides apart, or joined to that by "and"."""
        clauses = self.parse.clauses
        if clauses[own].opener is not None and not self._joins(clauses[own]):
            return False
        return all(
            clause.verbs is None or clause.opener is not None or self._is_aside(number) or self._joins(clauses[own])
            for number, clause in enumerate(clauses[first:own], first)
        )

    def _goes_on(self, own: int, other: int) -> bool:
        """Whether a clause says that the same befell another: "A was hit on Monday, and B was hit as well"."""
        clause = self.parse.clauses[own]
        if not self._joins(clause):
            return False
        words = self.parse.tokens.lower[clause.first : clause.stop]
        between = range(other + 1, own)
        return not _LIKEWISE.isdisjoint(words) and all(self._is_aside(number) for number in between)
