"""Find the words that put what is told into the time to come."""

from __future__ import annotations

from events.claim import Status
from events.grammar.clause import Clause, Stretch
from events.grammar.parse import Parse
from events.grammar.stem import stem_of
from events.status_cue import Hit, Scope

_SOON = frozenset({"soon", "tomorrow", "tonight", "shortly", "imminently"})


def soon(parse: Parse, group: Stretch, clause: Clause, trigger: int) -> list[Hit]:
    """Return the word that puts what is being done into the time to come: "we are entering Bor soon"."""
    being = parse.tokens.lower[group.first] in {"is", "are", "am", "'re", "'s", "'m"}
    if parse.codes[trigger] != "g" or not being:
        return []
    at = next((at for at in range(group.stop, clause.stop) if parse.tokens.lower[at] in _SOON), None)
    if at is None:
        return []
    return [Hit(words=Stretch(first=at, stop=at + 1), status=Status.PLANNED, scope=Scope.ADVERB)]


_READYING = frozenset(
    stem_of(word)
    for word in (
        "mass", "gather", "group", "regroup", "assemble", "deploy", "prepare", "ready", "train", "arm", "plan", "call",
        "muster", "mobilise", "mobilize", "amass", "concentrate", "form", "dig", "build",
    )
)  # fmt: skip
_NEW = frozenset({"a", "an", "another", "any", "their", "its", "his", "possible", "new"})


def readied(parse: Parse, first: int, clause: Clause, trigger: int) -> list[Hit]:
    """Return the "for" of what somebody gets ready for: "is massing near X for an attack".

    `first` is where the trigger's noun phrase begins.
    """
    lower = parse.tokens.lower
    if parse.codes[trigger] != "n" or first < 2 or lower[first - 1] != "for" or lower[first] not in _NEW:
        return []
    before = (stem_of(lower[at]) for at in range(clause.first, first - 1) if parse.codes[at] in "gzvebn")
    if _READYING.isdisjoint(before):
        return []
    return [Hit(words=Stretch(first=first - 1, stop=first), status=Status.PLANNED, scope=Scope.GOVERNOR)]
