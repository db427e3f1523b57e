"""Find words that tell a state and no deed: who holds a place, where force stands, who was where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from events.claim import Kind
from events.grammar.parse import Parse
from events.grammar.stem import stem_of
from events.grammar.tag import Tag
from events.kind import Condition, Trigger, in_order
from texts.lexicon import rows_of

GAP = "*"
"""In a pattern: up to `WIDEST` words that are no verbs and no marks."""
AMID = "+"
"""In a pattern: up to `WIDE` words that are no marks and no verbs but helping ones: "the road | to X was | cut"."""
HELP = "~"
"""In a pattern: up to `HELPERS` helping words."""
COUNT = "9"
"""In a pattern: a number that counts nothing by itself: "has taken in 60,000"."""
WIDEST = 4
WIDE = 7
HELPERS = 3
_GAP_TAGS = frozenset(
    {Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.DETERMINER, Tag.OWN, Tag.NUMBER, Tag.GENITIVE, Tag.ADVERB, Tag.PARTICIPLE,
     Tag.QUOTE, Tag.PRONOUN, Tag.CONJUNCTION}
)  # fmt: skip
_HELP_TAGS = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.MODAL, Tag.TO})
_AMID_TAGS = _GAP_TAGS | _HELP_TAGS | {Tag.PREPOSITION}
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "has", "have", "had", "'s", "'re"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    parts: tuple[frozenset[str], ...]
    """stems of which one stands at each place; `GAP` and `HELP` alone for what may stand between"""
    kind: Kind | None
    type: str
    condition: Condition
    covers: bool
    """whether a word inside it that names another kind of thing is no trigger"""
    exact: bool
    """whether its only word stands as it is written: "ours" and not "our" """
    needed: frozenset[str]
    """stems of which one stands behind a gap right after the first word; none where nothing is sure"""


def with_states(parse: Parse, found: tuple[Trigger, ...], *more: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Return the triggers of a text with those that tell a state, in order.

    A word inside a longer group that names another kind of thing, or nothing, is no trigger: "teachers went on strike".
    `more` are triggers from other readings.
    """
    groups = tuple(_matches(parse))
    over = {at: (stop, it.kind) for first, stop, it in groups if it.covers for at in range(first, stop)}
    opened = {first: it.kind for first, _, it in groups if it.covers and it.kind is Kind.ATTACK}
    states = tuple(_trigger(parse, first, stop, it) for first, stop, it in groups if it.kind is not None)
    struck = {it.stop + at for it in found if it.kind is Kind.ATTACK and not it.noun for at in range(_OBJECT)}
    # "struck | a checkpoint at the entrance to"
    states = tuple(it for it in states if it.type != "checkpoint" or it.first not in struck)
    begun = {first: it.kind for first, _, it in groups if it.covers}
    kept = tuple(
        it
        for it in found
        if (it.first not in over or it.stop > over[it.first][0] or it.kind is over[it.first][1])
        and (it.stop - it.first != 2 or opened.get(it.stop - 1, it.kind) is it.kind)  # "came | under fire"
    )
    # "is | in possession of", "were | in action over": who is there is told by the group
    others = (tuple(it for it in part if not _is_told_by(begun, it)) for part in more)
    return in_order(kept, states, *others)


_OBJECT = 3
"""Words from a verb to what it is done to, at most."""


def _is_told_by(begun: Mapping[int, Kind | None], there: Trigger) -> bool:
    """Whether a group of another kind begins in or right behind the words that say where somebody is."""
    return any(begun.get(first, there.kind) is not there.kind for first in range(there.first, there.stop + 1))


def states_in(parse: Parse) -> tuple[Trigger, ...]:
    """Return the words that tell a state, in order, the longest at each position.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("Bara is still in rebel hands and the flag is up over Lin.")
    >>> [(state.span.of(parse.text), state.kind.value) for state in states_in(parse)]
    [('in rebel hands', 'control'), ('flag is up', 'control')]
    >>> states_in(parse_of(""))
    ()
    """
    return tuple(_trigger(parse, first, stop, it) for first, stop, it in _matches(parse) if it.kind is not None)


def _matches(parse: Parse) -> Iterator[tuple[int, int, _Pattern]]:
    """Yield where patterns stand, the longest at each position; they do not overlap."""
    stems = parse.stems
    free = 0
    for position, patterns in enumerate(map(_patterns().get, stems)):
        if patterns is None or position < free:
            continue
        following = stems[position + 1] if position + 1 < len(stems) else ""
        best, longest = 0, list[_Pattern]()
        near = stems[position + 1 : position + 2 + WIDE]
        for pattern in patterns.get(following, patterns[""]):
            if pattern.needed and pattern.needed.isdisjoint(near):
                continue
            stop = _rest_end(parse, position, pattern.parts)
            if stop is not None and stop > best:
                best, longest = stop, []
            if stop == best:
                longest.append(pattern)
        if not best:
            continue
        kept = [it for it in longest if not (it.exact and parse.tokens.lower[position] not in _EXACT)]
        if parse.tokens.lower[position].endswith("ing"):
            kept = [it for it in kept if it.condition is not Condition.AFTER]  # "following the raid on X"
        for pattern in kept:
            yield position, best, pattern
        free = best if kept else free


def _trigger(parse: Parse, first: int, stop: int, pattern: _Pattern) -> Trigger:
    assert pattern.kind is not None
    if pattern.condition is Condition.WITHIN:
        stop = first + 1  # the verb alone: its place stands among the other words
    elif pattern.condition is Condition.AMID:
        first = stop - 1
    elif pattern.kind in _DEEDS and _HELP in pattern.parts and pattern.condition is Condition.PLACE:
        first = stop - 1  # the verb alone, not what it is said of
    return Trigger(
        first=first,
        stop=stop,
        span=parse.tokens.span(first, stop),
        kind=pattern.kind,
        type=pattern.type,
        noun=False,
        condition=pattern.condition,
    )


def _rest_end(parse: Parse, position: int, parts: tuple[frozenset[str], ...]) -> int | None:
    """Return where a pattern, or its rest, ends, by the shortest gaps that let it; None where it does not fit."""
    for number, part in enumerate(parts):
        if part is _GAP or part is _HELP or part is _AMID:
            rest = parts[number + 1 :]
            ends = (_rest_end(parse, at, rest) for at in _next(parse, position, part, rest[0]))
            return next((end for end in ends if end is not None), None)
        if position >= len(parse.stems) or (parse.stems[position] not in part and not _is_count(parse, position, part)):
            return None
        position += 1
    return position


def _is_count(parse: Parse, position: int, part: frozenset[str]) -> bool:
    """Whether a number stands where a pattern has one, with no noun behind it."""
    if part is not _COUNT or parse.tags[position] is not Tag.NUMBER:
        return False
    if _YEAR.fullmatch(parse.tokens.lower[position]):
        return False  # "was taken in 1978"
    return position + 1 >= len(parse.tags) or parse.tags[position + 1] not in _COUNTED


_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")
_COUNTED = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.NUMBER})


def _next(parse: Parse, first: int, gap: frozenset[str], part: frozenset[str]) -> Iterator[int]:
    """Yield the positions of the words of `part` behind what may stand in a gap."""
    lower, tags = parse.tokens.lower, parse.tags
    most, fine = _GAPS[next(iter(gap))]
    for position in range(first, min(first + most + 1, len(lower))):
        if parse.stems[position] in part or part is _HELP:
            yield position
        if gap is _GAP and lower[position] in _DOERS:
            return
        if tags[position] not in fine and not (gap is not _GAP and lower[position] in _BE):
            return


_DOERS = frozenset({"they", "we", "he", "she", "i"})
"""Who begins a clause of their own and stands in no gap."""
_DEEDS = frozenset({Kind.ATTACK, Kind.CONTROL, Kind.DISPLACEMENT})
_EXACT = frozenset({"ours", "theirs"})
"""Words that mean another thing without their ending."""
_GAP = frozenset({GAP})
_HELP = frozenset({HELP})
_COUNT = frozenset({COUNT})
_AMID = frozenset({AMID})
_OPEN = frozenset({_GAP, _HELP, _COUNT, _AMID})
_SIGNS = {GAP: _GAP, HELP: _HELP, COUNT: _COUNT, AMID: _AMID}
_GAPS = {GAP: (WIDEST, _GAP_TAGS), HELP: (HELPERS, _HELP_TAGS), AMID: (WIDE, _AMID_TAGS)}
"""How many words may stand in a gap, and of which sort."""


@cache
def _patterns() -> dict[str, dict[str, tuple[_Pattern, ...]]]:
    """Return the patterns by the stems of their first words, and those by the stem behind it; "" is any other."""
    table: dict[str, list[_Pattern]] = {}
    for row in rows_of("statives"):
        parts = tuple(_part(word) for word in row[0].split())
        pattern = _Pattern(
            parts=parts,
            kind=Kind(row[1]) if len(row) > 2 else None,
            type=row[2] if len(row) > 2 else "",
            condition=Condition(row[3] if len(row) > 3 else ""),
            covers=len(parts) > 1 and len(row) > 1,
            exact=row[0] in _EXACT,
            needed=_behind_gap(parts),
        )
        for stem in parts[0]:
            table.setdefault(stem, []).append(pattern)
    return {stem: _by_second(patterns) for stem, patterns in table.items()}


def _behind_gap(parts: tuple[frozenset[str], ...]) -> frozenset[str]:
    """Return the stems that must follow where a pattern's second part is a gap, or none."""
    known = len(parts) > 2 and parts[1] in _OPEN and parts[1] is not _COUNT and parts[2] not in _OPEN
    return parts[2] if known else frozenset()


def _by_second(patterns: list[_Pattern]) -> dict[str, tuple[_Pattern, ...]]:
    """Return the patterns that each stem may go on, in their order; under "" those that any may."""
    seconds = [it.parts[1] if len(it.parts) > 1 and it.parts[1] not in _OPEN else None for it in patterns]
    known = {"", *(stem for second in seconds if second is not None for stem in second)}
    return {
        stem: tuple(it for it, second in zip(patterns, seconds, strict=True) if second is None or stem in second)
        for stem in known
    }


def _part(word: str) -> frozenset[str]:
    return _SIGNS.get(word) or frozenset(stem_of(form) for form in word.split("/"))
