"""Tell verbs of saying, and how a date beside them is read."""

from __future__ import annotations

from enum import StrEnum

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.grammar.stem import stem_of
from texts.lexicon import rows_of


class Manner(StrEnum):
    """How a date beside a verb of saying is read; data/lexicons/saying_verbs.txt explains them."""

    SPEECH = "speech"
    NOTICE = "notice"
    CHANNEL = "channel"


_MANNERS = {stem_of(row[0]): Manner(row[1]) for row in rows_of("saying_verbs")}


def manner_of(parse: Parse, group: Stretch) -> Manner | None:
    """Return how a date beside a verb group is read, or None where its verb says nothing.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("The ministry said so and left.")
    >>> [manner_of(parse, group) for group in parse.groups]
    [<Manner.SPEECH: 'speech'>, None]
    """
    return _MANNERS.get(stem_of(parse.tokens.lower[group.stop - 1]))
