"""Widen a name that only tells whence or whose a speaker is to the speaker: "a guy from | Goma who said"."""

from __future__ import annotations

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.grammar.stem import stem_of
from texts.lexicon import entries_of

_LINKS = frozenset({"from", "of", "in", "at", "inside", "with", "near"})
_DEEPEST = 3
"""Links of such a chain, at most: "a cousin of a friend of mine in X"."""
_TELLERS = frozenset(
    stem_of(word)
    for name in ("lone_people", "local_tellers", "kin", "men", "women", "teller_words")
    for word in entries_of(name)
) | {stem_of(word) for word in ("friend", "guy", "colleague", "neighbour", "neighbor", "contact", "boy", "girl")}


def from_head(parse: Parse, first: int, least: int) -> int:
    """Return where the speaker begins on whom what begins at `first` hangs, `first` where it hangs on nobody.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("I met a guy from Bara who said so, in Lin.")
    >>> from_head(parse, 5, 0), from_head(parse, 10, 0)
    (2, 10)
    """
    found = at = first
    for _ in range(_DEEPEST):
        if at - 2 < least or parse.tokens.lower[at - 1] not in _LINKS:
            break
        head = parse.phrase_at(at - 2)
        if head is None or head.stop != at - 1 or head.first < least:
            break
        at = head.first
        if stem_of(parse.tokens.lower[head.stop - 1]) in _TELLERS:
            found = at
    return found


def widened(parse: Parse, phrase: Stretch) -> Stretch:
    """Return a noun phrase with the speaker on whom it hangs."""
    first = from_head(parse, phrase.first, parse.sentence_at(phrase.first).first)
    return phrase.to(first, phrase.stop) if first < phrase.first else phrase
