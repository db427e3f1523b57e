"""Tell verbs that only describe a noun from those that say what happens to it."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from events.grammar.clause import Stretch
from events.grammar.parse import Parse

_first = attrgetter("first")


def is_relative(parse: Parse, that: int) -> bool:
    """Whether "that" stands for the noun before it, for a verb follows at once: "fighters that are pushing"."""
    at = that + 1
    while at < len(parse.codes) and parse.codes[at] == "r":
        at += 1
    return that > 0 and parse.codes[that - 1] in "nN" and parse.codes[at : at + 1] in {"z", "v", "x", "M"}


def is_description(parse: Parse, group: Stretch, start: int) -> bool:
    """Whether a past form describes the object of what is to be done: "to rebuild the bridge | hit at Bor"."""
    number = bisect_right(parse.phrases, group.first - 1, key=_first) - 1
    if number < 0 or parse.phrases[number].stop != group.first or parse.codes[group.stop : group.stop + 1] != "i":
        return False
    object_first = parse.phrases[number].first
    at = bisect_right(parse.groups, object_first - 1, key=_first) - 1
    if at < 0:
        return False
    doing = parse.groups[at]
    return doing.first >= start and doing.stop == object_first and parse.codes[doing.first] in "tM"


def is_aside(parse: Parse, gerund: int) -> bool:
    """Whether a gerund has a subject that hangs on another noun or verb: "to talk about rebels | gaining ground"."""
    at = gerund - 1
    while at > 0 and parse.codes[at] == "r":
        at -= 1
    number = bisect_right(parse.phrases, at, key=_first) - 1
    if number < 0 or parse.phrases[number].stop < at + 1 or parse.codes[at] not in "nNr":
        return False
    return parse.codes[max(0, parse.phrases[number].first - 1)] in "i,"
