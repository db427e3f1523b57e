"""Tell a cue that is a deed and no saying: "blocked all roads", "clashes continued in X", "the airport was closed"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from events.claim import Kind
from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, VERBS
from texts.lexicon import rows_of

_KINDS = frozenset({Kind.ATTACK, Kind.CONTROL, Kind.MOVEMENT, Kind.DISPLACEMENT, Kind.BUILDUP})
_LASTING = ("continue", "resume", "come", "begin", "start", "last", "go", "rage", "persist", "remain", "close", "open")
"""Verbs of what goes on: with a place and no clause behind them nobody says anything."""
_RULING = frozenset(map(stem_of, ("impose", "enforce", "lift", "ease", "extend", "institute")))
"""Verbs of what is done with curfews, by which nobody says anything."""
_QUOTES = frozenset("\"“”„«»'‘’")


def is_deed(parse: Parse, cue: Stretch, content: Sequence[Stretch]) -> bool:
    """Whether the verb of a cue names a deed and its content is no clause and no quotation."""
    stems = [stem_of(parse.tokens.lower[at]) for at in range(cue.first, cue.stop) if parse.tags[at] in VERBS]
    if stems and _RULING.issuperset(stems):
        return True
    if any(stem not in _deeds() for stem in stems):
        return False
    if _SENDING in stems and any(not _MESSAGES.isdisjoint(parse.tokens.lower[it.first : it.stop]) for it in content):
        return False
    if not stems and not all(parse.codes[at] in "ifn" for at in range(cue.first, cue.stop)):
        return False
    return not any(_is_said(parse, part) for part in content) and (bool(stems) or _is_bare(parse, cue))


_SENDING = stem_of("send")
_MESSAGES = frozenset(
    {
        "message", "messages", "letter", "letters", "signal", "signals", "email", "emails", "text", "texts", "word",
        "note", "notes", "statement", "memo", "warning", "warnings", "telegram", "cable", "cables", "condolences",
        "greetings", "video", "videos", "photo", "photos", "picture", "pictures", "report", "reports", "list", "copy",
    }
)  # fmt: skip
"""What is sent to be read."""


def _is_bare(parse: Parse, cue: Stretch) -> bool:
    """Whether a cue is nothing but a preposition or "way", which say nothing."""
    return _BARE.issuperset(parse.tokens.lower[cue.first : cue.stop])


_BARE = frozenset({"in", "at", "way", "out"})


def _is_said(parse: Parse, part: Stretch) -> bool:
    """Whether what a cue holds may be words of somebody: a clause with a verb that has a tense, or a quotation."""
    if any(parse.tags[at] in FINITE for at in range(part.first, part.stop)):
        return True
    return any(parse.tokens.words[at][0] in _QUOTES for at in (part.first, part.stop - 1))


@cache
def _deeds() -> frozenset[str]:
    """Return the stems of the verbs that name deeds, and no judgement, claim, order or plan."""
    said = {stem_of(row[0]) for row in rows_of("cue_words") if row[1] == "verb" and row[2] != "said"}
    deeds = {
        stem_of(row[0]) for row in rows_of("triggers") if row[1] == "v" and Kind(row[2]) in _KINDS and " " not in row[0]
    }
    return frozenset(deeds - said) | frozenset(map(stem_of, _LASTING))
