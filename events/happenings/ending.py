"""Tell a word that only ends what goes on, so that it went on until then: "to stop the shelling"."""

from __future__ import annotations

from events.grammar.parse import Parse
from events.grammar.stem import stem_of

_VERBAL = frozenset("zvbegMx")
_ENDING = frozenset({"stop", "halt", "ceas", "end", "stopp"})
"""Stems of verbs that only end what goes on."""
_END = frozenset({"end", "halt", "cessation", "lifting", "stop", "suspension", "pause", "easing"})
"""Nouns for the end of what goes on until then."""


def only_ends(parse: Parse, at: int, edge: int) -> bool:
    """Whether the word at a token ends what begins at `edge`: "stopped shelling", "called for an end to the siege".

    >>> from events.grammar.parse import parse_of
    >>> only_ends(parse_of("They stopped shelling Bor."), 1, 2)
    True
    """
    lower = parse.tokens.lower
    if edge - at > 2 or lower[edge - 1] == "from":
        return False
    called = lower[at] in _END and lower[at + 1] in {"to", "of"}
    return called or (parse.codes[at] in _VERBAL and stem_of(lower[at]) in _ENDING)
