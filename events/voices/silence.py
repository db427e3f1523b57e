"""Tell who asks not to be named."""

from __future__ import annotations

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.voices.relation import Relation

SILENCE = (
    ("not", "to", "be", "named"), ("not", "to", "be", "identified"), ("to", "be", "named"), ("to", "be", "identified"),
    ("condition", "of", "anonymity"), ("not", "be", "named"), ("not", "be", "identified"),
    ("to", "be", "quoted", "by", "name"), ("anonymously",),
)  # fmt: skip
"""What those say who do not want to be named."""
SILENCE_OPENS = frozenset(words[0] for words in SILENCE)


def asks_for_silence(parse: Parse, cue: Stretch) -> bool:
    """Whether the cue is the asking itself: "who asked not to be named"."""
    lower = parse.tokens.lower
    if SILENCE_OPENS.isdisjoint(lower[cue.first : cue.stop + 3]):
        return False
    return any(is_silence(lower, at) for at in range(cue.first, min(cue.stop + 3, len(lower))))


def is_silence(lower: tuple[str, ...], at: int) -> bool:
    """Whether somebody's wish not to be named stands at a position: "not to be named", "anonymously"."""
    return lower[at] in SILENCE_OPENS and any(lower[at : at + len(words)] == words for words in SILENCE)


_BESIDE = 14
"""Tokens between a source and its cue, and behind the cue, where it may ask not to be named."""


def is_silent(parse: Parse, relation: Relation) -> bool:
    """Whether the source of a relation asks not to be named, beside its name or behind the cue."""
    source, cue, lower = relation.source, relation.cue, parse.tokens.lower
    if source is None:
        return False
    first = source.first if source.stop <= cue.first <= source.stop + _BESIDE else cue.first
    stop = min(len(lower), cue.stop + _BESIDE)
    for at in range(first, stop):
        if at > cue.stop and parse.codes[at] == ".":
            return False
        if is_silence(lower, at):
            return True
        if lower[at : at + 2] == ("on", "condition") and "named" in lower[at : at + 9]:
            return True
    return False
