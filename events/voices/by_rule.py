"""Bring what the rules read together with what the models found."""

from __future__ import annotations

from bisect import bisect_right

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.voices.according import according_in
from events.voices.counted import counted_in
from events.voices.disputed import disputed_in
from events.voices.labelled import labels_in
from events.voices.opened import opened_in
from events.voices.plain import with_plain, with_whole
from events.voices.posted import posted_in
from events.voices.relation import Relation
from events.voices.relayed import relayed_in
from events.voices.second_hand import stated_in
from events.voices.told import told_in
from events.voices.told_that import told_that_in
from events.voices.turns import NAMELESS, turns_in
from texts.lexicon import entries_of


def with_told(parse: Parse, found: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """Return the relations with those that the rules see, which win where both read the same words."""
    first = (*relayed_in(parse), *turns_in(parse), *opened_in(parse), *posted_in(parse), *stated_in(parse))
    taken = {position for one in first for position in _tokens(one.cue)}
    read = [one for one in (*told_in(parse), *labels_in(parse)) if one.cue.stop - 1 not in taken]
    told = tuple(sorted((*read, *first), key=lambda relation: relation.cue))
    found = with_plain(parse, tuple(one for one in found if not _is_label(parse, one)))
    found, disputed = _with_disputed(parse, found)
    cued = {position for one in (*found, *told) for position in _tokens(one.cue)}
    more = tuple(
        one
        for one in (*told_that_in(parse), *disputed, *counted_in(parse), *according_in(parse))
        if cued.isdisjoint(_tokens(one.cue))
    )
    found = tuple(sorted((*found, *more), key=lambda relation: relation.cue)) if more else found
    found = tuple(with_whole(parse, one) for one in found)
    if not told:
        return found
    firsts = [made.cue.first for made in told]
    kept = [one for one in found if not any(_clashes(one, made) for made in _near(told, firsts, one))]
    return tuple(sorted((*kept, *told), key=lambda relation: relation.cue))


_LABELS = entries_of("label_words")


def _with_disputed(parse: Parse, found: tuple[Relation, ...]) -> tuple[tuple[Relation, ...], tuple[Relation, ...]]:
    """Return the relations without those that take no source, or the stories told of, beside who disputes those."""
    disputed = disputed_in(parse)
    if not disputed:
        return found, ()
    read = {at: one for one in disputed for at in range(one.cue.first, one.content[0].first + 1)}
    kept = []
    for one in found:
        made = read.get(one.cue.stop - 1)
        if made is None:
            kept.append(one)
        elif one.source is not None and one.cue.first <= made.cue.first:
            kept.append(made if _begin_alike(one.source, made.source) else one)
    return tuple(kept), disputed


def _begin_alike(source: Stretch, other: Stretch | None) -> bool:
    return other is not None and source.first == other.first


def _tokens(part: Stretch) -> range:
    return range(part.first, part.stop)


def _is_label(parse: Parse, one: Relation) -> bool:
    """Whether a source is only the mark of a question or of what a text is: "Q:", "INTERVIEW:"."""
    source, lower = one.source, parse.tokens.lower
    if source is None or len(source) != 1:
        return False
    return lower[source.first] in NAMELESS or (lower[one.cue.first] == ":" and lower[source.first] in _LABELS)


def _near(told: tuple[Relation, ...], firsts: list[int], one: Relation) -> tuple[Relation, ...]:
    at = bisect_right(firsts, one.cue.first)
    return told[max(0, at - 3) : at + 3]


def _clashes(one: Relation, told: Relation) -> bool:
    """Whether a relation has the same cue as a told one, or each holds the other's cue."""
    if one.cue.first < told.cue.stop and told.cue.first < one.cue.stop:
        return True
    return _holds(one, told.cue) and (_holds(told, one.cue) or one.source is None)


def _holds(one: Relation, cue: Stretch) -> bool:
    return any(part.first <= cue.first and cue.stop <= part.stop for part in one.content)
