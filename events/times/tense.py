"""Tell from the words around a time whether they look back or ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from events.times.grammar import Found
from events.times.tape import CLASS_OF

_REACH = 40
"""How many tokens to each side are looked at for a verb."""

_NEAR = 9
"""How many tokens may lie between a verb of saying and its own date."""

_STOPS = ".?!;\n"
_SAID = CLASS_OF["said"]
_AHEAD = "".join(CLASS_OF[name] for name in ("will", "willed", "begins"))
_WILL, _UNTIL, _BY = CLASS_OF["will"], CLASS_OF["until"], CLASS_OF["by"]
_INTENDED = re.compile(
    rf"[{CLASS_OF['be']}{CLASS_OF['going']}](?= {CLASS_OF['to']} [^{CLASS_OF['the']}{CLASS_OF['a']}])"
)
"""What looks ahead before "to" and a verb alone: "are to meet", "going to leave"."""
_PASSIVE = re.compile(rf"(?<=[{_AHEAD}] {CLASS_OF['be']} )[{CLASS_OF['was']}{CLASS_OF['went']}]")
"""What was done in "will be closed": it lies ahead."""
_NEW_CLAUSE = f", {CLASS_OF['and']} "
_PUT_OFF = frozenset(
    {
        "off",
        "postponed",
        "delayed",
        "deferred",
        "adjourned",
        "extended",
        "suspended",
        "rescheduled",
        "halted",
        "closed",
        "shut",
    }
)
"""Words after which "until" looks ahead, in whatever tense."""
_BACK = "".join(CLASS_OF[name] for name in ("was", "went"))
_CUTS = frozenset("," + "".join(CLASS_OF[name] for name in ("that", "the", "will", "willed", "begins")))


class Tense(IntEnum):
    """Which way the words look."""

    BACK = -1
    UNKNOWN = 0
    AHEAD = 1


def tense_of(found: Found) -> Tense:
    """Return which way the nearest verb looks: the one before the form in its sentence, else the one after it."""
    classes = found.tape.classes
    left = _looking(classes[max(0, found.first - _REACH) : found.first])
    said = left.rfind(_SAID, max(0, len(left) - _NEAR))
    if said >= 0 and not set(left[said:]) & _CUTS:
        return Tense.BACK  # "told reporters on Friday that they will"
    word = left[-2:-1]
    if word == _UNTIL and not _PUT_OFF.isdisjoint(found.tape.tokens[max(0, found.first - _REACH) : found.first]):
        return Tense.AHEAD
    before = _first_cue(reversed(left[left.rfind(_NEW_CLAUSE) + 1 :]))
    if before is not Tense.UNKNOWN:
        return before
    after = _first_cue(iter(_looking(classes[found.last : found.last + _REACH])))
    return Tense.AHEAD if word == _BY and after is Tense.UNKNOWN else after


def _looking(classes: str) -> str:
    """Return the classes of the words with what only looks back by its form turned ahead."""
    return _PASSIVE.sub(_WILL, _INTENDED.sub(_WILL, classes))


def _first_cue(marks: Iterator[str]) -> Tense:
    for mark in marks:
        if mark in _STOPS or mark == _SAID:
            break
        if mark in _AHEAD:
            return Tense.AHEAD
        if mark in _BACK:
            return Tense.BACK
    return Tense.UNKNOWN
