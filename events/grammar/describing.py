"""Tell verbs that only describe a noun from those that say what happens to it."""

from __future__ import annotations

from events.grammar.clause import Stretch
from events.grammar.parse import Parse


def is_relative(parse: Parse, that: int) -> bool:
    """Whether "that" stands for the noun before it, for a verb follows at once: "fighters that are pushing"."""
    at = that + 1
    while at < len(parse.codes) and parse.codes[at] == "r":
        at += 1
    return that > 0 and parse.codes[that - 1] in "nN" and parse.codes[at : at + 1] in {"z", "v", "x", "M"}


def is_description(parse: Parse, group: Stretch, start: int) -> bool:
    """Whether a past form describes the object of what is to be done: "to rebuild the bridge | hit at Bor"."""
    thing = parse.phrase_at(group.first - 1)
    if thing is None or thing.stop != group.first or parse.codes[group.stop : group.stop + 1] != "i":
        return False
    if parse.codes[group.first] == "e" and _goes_on(parse, group.stop):
        return True  # "the men | killed in Bor were farmers"
    doing = parse.group_at(thing.first - 1)
    if doing is None:
        return False
    return doing.first >= start and doing.stop == thing.first and parse.codes[doing.first] in "tM"


def _goes_on(parse: Parse, position: int) -> bool:
    """Whether the verb of the same clause is still to come."""
    while position < len(parse.codes) and parse.codes[position] in "idnNao9rs":
        position += 1
    return parse.codes[position : position + 1] in {"z", "v", "M", "x"}


def is_aside(parse: Parse, gerund: int) -> bool:
    """Whether a gerund has a subject that hangs on another noun or verb: "to talk about rebels | gaining ground"."""
    at = gerund - 1
    while at > 0 and parse.codes[at] == "r":
        at -= 1
    phrase = parse.phrase_at(at)
    if phrase is None or phrase.stop < at + 1 or parse.codes[at] not in "nNr":
        return False
    return parse.codes[max(0, phrase.first - 1)] in "i,"


def is_ranked(parse: Parse, edge: int) -> bool:
    """Whether an infinitive that begins at `edge` says of what somebody is the first or last: "the first city to fall".

    >>> from events.grammar.parse import parse_of
    >>> is_ranked(parse_of("Lin was the latest town to fall."), 5), is_ranked(parse_of("A plan to leave."), 2)
    (True, False)
    """
    before = parse.tokens.lower[max(0, edge - 4) : edge]
    return parse.codes[edge - 1] in "nN" and not _RANKED.isdisjoint(before) and before[-1] not in _TRIED


_RANKED = frozenset({"first", "second", "third", "fourth", "last", "latest", "only"})
_TRIED = frozenset({"attempt", "bid", "effort", "try", "chance", "plan", "order", "orders", "time", "move", "decision"})
