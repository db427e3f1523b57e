"""Find where people and weapons are said to be: "3,000 soldiers were inside", "the envoy was in", "guns stand by"."""

from __future__ import annotations

from collections.abc import Iterator

from events.claim import Kind
from events.grammar.parse import Parse
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, VERBS, Tag
from events.happenings.armed import is_armed, is_civilian, names_force
from events.kind import Condition, Trigger
from texts.lexicon import entries_of, rows_of

SORTS = ("verb", "where", "just", "between")
"""Sorts of words in data/lexicons/being_words.txt."""
_WORDS = {sort: frozenset(row[0] for row in rows_of("being_words") if row[1] == sort) for sort in SORTS}
_BE = frozenset({"is", "are", "was", "were", "been", "'s", "'re", "be"})
_BEING = frozenset(stem_of(word) for word in _WORDS["verb"])
_HAVING = frozenset(stem_of(row[0]) for row in rows_of("being_words") if row[1] == "having")
_TRAVELLERS = frozenset(stem_of(word) for word in entries_of("travellers"))
_IN = _WORDS["where"]
"""Prepositions of where somebody is."""
_INSIDE = frozenset({"in", "inside", "at", "within"})
_JUST = _WORDS["just"]
"""Adverbs of those who were not there before."""
_BETWEEN = _WORDS["between"] | _JUST
"""Words between "were" and the preposition: "were still in", "were seen near"."""
_TELLING, _TELLING_STEMS = _BE | _JUST | {"inside"}, _BEING | _HAVING
"""Words, and stems of words, without which nobody is said to be anywhere, but for a number."""
_IS = "IS"
"""The Islamic State, in a text that writes it so."""
_WIDEST = 8
"""How many words may lie between "there are" or "has" and the place of whom it is said."""
_TO_NAME = 6
"""How many words may lie between a preposition and the name behind it."""


def presences_in(parse: Parse) -> tuple[Trigger, ...]:
    """Return the words that say where somebody is, in order.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("Some 300 soldiers were still inside Bara. The shop is in Bara.")
    >>> [(it.span.of(parse.text), it.kind.value) for it in presences_in(parse)]
    [('were still', 'buildup')]
    >>> presences_in(parse_of(""))
    ()
    """
    return tuple(_found(parse))


def _found(parse: Parse) -> Iterator[Trigger]:  # noqa: C901 - one line a construction
    lower, tags = parse.tokens.lower, parse.tags
    for position, (word, stem) in enumerate(zip(lower, parse.stems, strict=True)):
        if not (word in _TELLING or stem in _TELLING_STEMS or tags[position] is Tag.NUMBER):
            continue
        first, stop = parse.clause_at(position).first, position + 1
        if word in _BE or stem in _BEING:
            while stop < len(lower) and lower[stop] in _BETWEEN:
                stop += 1
            if word in _BE and position and lower[position - 1] == "there":
                yield from _there(parse, position, stop, first)
            elif _is_away(parse, stop) and any(is_armed(it) for it in lower[first:position]):
                yield _trigger(parse, position, stop, Kind.MOVEMENT, type_="advance")
            elif _is_spot(parse, stop) and (
                word in _BE or not (_is_noun(parse, position) or _is_done_to(parse, position))
            ):
                yield from _being(parse, first, position, stop)
        elif word in _JUST or word == "inside":
            yield from _verbless(parse, first, position)
        elif tags[position] is Tag.NUMBER and position and is_armed(lower[position - 1]) and _is_away(parse, position):
            yield from _line(parse, first, position)
        elif stem in _HAVING and tags[position] in FINITE | VERBS:
            yield from _having(parse, position)


def _is_noun(parse: Parse, position: int) -> bool:
    """Whether a word like "stand" is a noun: a determiner or a preposition stands before it."""
    before = parse.tags[position - 1] if position else Tag.STOP
    return parse.tags[position] not in VERBS and before in {Tag.DETERMINER, Tag.OWN, Tag.ADJECTIVE, Tag.PREPOSITION}


def _is_done_to(parse: Parse, position: int) -> bool:
    """Whether a word like "camps" is what a verb right before it is done to: "pounded RSF camps in"."""
    at = position - 1
    while at >= 0 and position - at <= _OBJECT and parse.tags[at] in _BEFORE_NAME | {Tag.NAME}:
        at -= 1
    return 0 <= at < position - 1 and parse.tags[at] in {Tag.PAST, Tag.GERUND} and parse.tokens.lower[at] not in _BE


_OBJECT = 4
"""How many words an object may have before "camps" and the like."""


def _being(parse: Parse, first: int, position: int, stop: int) -> Iterator[Trigger]:
    owners = {at for at in range(first, position - 1) if parse.tags[at + 1] is Tag.GENITIVE}  # "the soldier's mother"
    subject = tuple(parse.tokens.lower[at] for at in range(first, position) if at not in owners)
    if "between" in subject:
        return  # "clashes between rebels and the army were reported in"
    just = not _JUST.isdisjoint(parse.tokens.lower[position:stop]) and parse.tokens.lower[stop] in _INSIDE
    if any(stem_of(word) in _TRAVELLERS for word in subject) and parse.tokens.lower[position] in _BE:
        yield _trigger(parse, position, stop, Kind.MOVEMENT)
    elif (
        any(is_armed(word) for word in subject)
        or _IS in parse.tokens.words[first:position]
        or _is_a_side(parse, first, position)
    ):
        yield _trigger(parse, position, stop, Kind.MOVEMENT if just else Kind.BUILDUP)
    elif parse.tokens.lower[position] in _BE and _are_many(parse, first, position):
        yield _trigger(parse, position, stop, Kind.DISPLACEMENT)
    elif parse.tokens.lower[position] in _BE and subject[-1:] == ("they",):
        yield _trigger(parse, position, stop, Kind.MOVEMENT, Condition.FORCE_SPOT)


def _is_a_side(parse: Parse, first: int, position: int) -> bool:
    """Whether a people at war, or those whom the writer calls theirs, are the subject: "the Germans", "our boys"."""
    words = parse.tokens.lower[max(first, position - 2) : position]
    if len(words) < 2:
        return False
    if words[0] in {"our", "my", "their"} and words[1] in _LADS:
        return True
    return words[0] == "the" and words[1].endswith("s") and words[1].removesuffix("s") in _PEOPLES


_LADS = frozenset({"boys", "guys", "lads", "men", "people", "fighters", "brothers"})
_PEOPLES = frozenset(word.lower() for word in entries_of("demonyms"))


def _are_many(parse: Parse, first: int, position: int) -> bool:
    """Whether a number of people without arms is the subject: "500 families are in"."""
    words = parse.tokens.lower[first:position]
    return words[-1:] in _MANY or (is_civilian(" ".join(words)) and Tag.NUMBER in parse.tags[first:position])


_MANY = frozenset({("many",), ("most",), ("others",), ("thousands",), ("hundreds",)})


def _there(parse: Parse, position: int, stop: int, first: int) -> Iterator[Trigger]:
    """Yield "there were" between force and a place: "there were 500 soldiers in X", "in X there were soldiers"."""
    if position - first > 2 and parse.tokens.lower[first] in _IN and _is_spot(parse, first):
        counted = parse.tokens.lower[stop : stop + _TO_NAME]
        end = next((at for at, word in enumerate(counted) if word in {",", ".", "and", "who", "that"}), len(counted))
        if names_force(counted[:end]):
            yield _trigger(parse, position, position + 1, Kind.BUILDUP)
        return
    for at in range(stop, min(stop + _WIDEST, len(parse.tokens.lower))):
        if parse.tokens.lower[at] in _IN:
            if any(is_armed(word) for word in parse.tokens.lower[stop:at]) and _is_spot(parse, at):
                yield _trigger(parse, position, position + 1, Kind.BUILDUP)
            return
        if parse.tags[at] in VERBS | {Tag.STOP, Tag.COMMA}:
            return


def _having(parse: Parse, position: int) -> Iterator[Trigger]:
    """Yield "has" before force and a place: "has 900 soldiers in"."""
    lower = parse.tokens.lower
    for at in range(position + 1, min(position + _WIDEST, len(lower))):
        if lower[at] in _IN:
            held = lower[position + 1 : at]
            own = not _MEN.isdisjoint(held) and names_force(lower[max(0, position - _TO_NAME) : position])
            if (own or names_force(held)) and _is_spot(parse, at):
                yield _trigger(parse, position, position + 1, Kind.BUILDUP)
            return
        if parse.tags[at] in VERBS | {Tag.STOP, Tag.COMMA}:
            return


_MEN = frozenset({"men", "people", "personnel", "members", "advisers", "advisors", "guys", "lads"})
"""Whom an armed body has that is not said to be armed."""


def _verbless(parse: Parse, first: int, position: int) -> Iterator[Trigger]:
    """Yield the adverb of a line without a verb: "09:30 Factions now inside"."""
    lower, tags = parse.tokens.lower, parse.tags
    stop = position + (lower[position] in _JUST)
    if not first < position or any(tag in FINITE | VERBS for tag in tags[first:position]):
        return
    if not (is_armed(lower[position - 1]) or (tags[position - 1] is Tag.NAME and names_force(lower[first:position]))):
        return
    if _is_spot(parse, stop) and lower[stop] in _INSIDE:
        yield _trigger(parse, position, stop + (stop == position), Kind.MOVEMENT)


def _line(parse: Parse, first: int, position: int) -> Iterator[Trigger]:
    """Yield the distance of a line without a verb: "Rebels 5 km from"."""
    if not any(tag in FINITE | VERBS for tag in parse.tags[first:position]):
        yield _trigger(parse, position, position + 2, Kind.MOVEMENT, type_="advance")


def _is_away(parse: Parse, position: int) -> bool:
    """Whether a distance from a name stands at a position: "three kilometres from"."""
    lower, tags = parse.tokens.lower, parse.tags
    while position < len(lower) and lower[position] in {"only", "just", "about", "some", "within", "less", "than"}:
        position += 1
    if position + 3 >= len(lower) or tags[position] is not Tag.NUMBER or lower[position + 1] not in _UNITS:
        return False
    return lower[position + 2] in {"from", "of", "outside", "off"} and tags[position + 3] in {Tag.NAME, Tag.DETERMINER}


_UNITS = entries_of("distance_units") | {"m"}


def _is_spot(parse: Parse, position: int) -> bool:
    """Whether a preposition of place with a name close behind stands at a position."""
    lower, tags = parse.tokens.lower, parse.tags
    if position >= len(lower) or lower[position] not in _IN:
        return False
    for at in range(position + 1, min(position + 1 + _TO_NAME, len(lower))):
        if tags[at] is Tag.NAME or lower[at] in {"city", "town", "village", "capital", "there"}:
            return True
        if tags[at] not in _BEFORE_NAME and lower[at] not in _ON:
            return False
    return False


_ON = frozenset({"of", "in", "at", "near", "between", "from", "to", "above", "around", "outside", "over"})
_BEFORE_NAME = frozenset({Tag.DETERMINER, Tag.OWN, Tag.ADJECTIVE, Tag.NOUN, Tag.NUMBER, Tag.GENITIVE, Tag.PARTICIPLE})
_TYPES = {Kind.MOVEMENT: "arrival", Kind.BUILDUP: "stationing", Kind.DISPLACEMENT: "refuge"}


def _trigger(
    parse: Parse, first: int, stop: int, kind: Kind, condition: Condition = Condition.SPOT, *, type_: str | None = None
) -> Trigger:
    return Trigger(
        first=first,
        stop=stop,
        span=parse.tokens.span(first, stop),
        kind=kind,
        type=type_ or _TYPES[kind],
        noun=False,
        condition=condition,
    )
