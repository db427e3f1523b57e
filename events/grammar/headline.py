"""Tell a headline, in which capitals tell no name, from running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from events.grammar.token import Tokens
from texts.lexicon import entries_of

LEAST = 3
LONG = 4
"""A headline has `LEAST` words of `LONG` letters or more."""
_SMALL = entries_of("small_words")
"""Words that are small in a headline too."""


def is_headline(words: Sequence[str]) -> bool:
    """Whether all words of a sentence have capitals, but for the smallest.

    >>> is_headline(("Rebels", "Seize", "Airport", "in", "Goma"))
    True
    >>> is_headline(("Omar", "Said", "met", "Ali", "Karim", "in", "Mosul"))
    False
    """
    capitals = 0
    for word in words:
        if word[0].isupper():
            capitals += len(word) >= LONG
        elif word[0].isalpha() and word not in _SMALL:
            return False
    return capitals >= LEAST


def headlines_in(tokens: Tokens, boundaries: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the sentences `[first, stop)` that are headlines; `boundaries` are the tokens that open a sentence."""
    firsts = sorted({0, *boundaries})
    for first, stop in zip(firsts, [*firsts[1:], len(tokens)], strict=True):
        if is_headline(tokens.words[first:stop]):
            yield first, stop
