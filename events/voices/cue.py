"""Find the words that say that somebody says, thinks, shows, asks or intends something."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from events.grammar.clause import Stretch
from events.grammar.inflect import forms_of
from events.grammar.linear import Hashes, TwoPasses
from events.grammar.parse import Parse
from events.voices.cue_features import Columns, first_rows, second_rows
from events.voices.parts import chances_of
from texts.lexicon import rows_of

BEGINS = 1
"""The class of a cue's first token; 0 is no cue, 2 what follows in it."""


def cue_chances(columns: Columns, passes: TwoPasses) -> NDArray[np.float32]:
    """Return how likely each token is no cue, a cue's first and a later token of it, of shape `(tokens, 3)`."""
    found = np.zeros((len(columns.tag), 3), dtype=np.float32)
    for first, stop in _pieces(columns.sentence):
        part = columns.part(first, stop)
        scores, begun = passes.first(first_rows(part))
        guess = 1 - chances_of(scores)[:, 0]
        found[first:stop] = chances_of(passes.second(begun, second_rows(part, guess)))
    return found


AT_ONCE = 20_000
"""From how many tokens on whole sentences are looked at together: a long text takes little more memory."""


def _pieces(sentence: Hashes) -> Iterator[tuple[int, int]]:
    """Yield the ends of pieces of whole sentences, given the number of each token's sentence."""
    first = 0
    for stop in [*np.flatnonzero(np.diff(sentence)) + 1, len(sentence)]:
        if stop - first >= AT_ONCE or stop == len(sentence):
            if stop > first:
                yield first, int(stop)
            first = int(stop)


def cues_in(chances: NDArray[np.float32], *, least: float) -> tuple[Stretch, ...]:
    """Return the runs of tokens whose chance to be in a cue is at least `least`.

    >>> chances = np.array([[0.9, 0.1, 0], [0.1, 0.8, 0.1], [0.3, 0.2, 0.5], [0.2, 0.7, 0.1]], dtype=np.float32)
    >>> [(cue.first, cue.stop) for cue in cues_in(chances, least=0.4)]
    [(1, 3), (3, 4)]
    """
    begins = chances[:, BEGINS] > chances[:, 2]
    found: list[Stretch] = []
    for position in np.flatnonzero((1 - chances[:, 0]) >= least).tolist():
        if found and found[-1].stop == position and not begins[position]:
            found[-1] = Stretch(first=found[-1].first, stop=position + 1)
        else:
            found.append(Stretch(first=position, stop=position + 1))
    return tuple(found)


def whole_cues(parse: Parse, cues: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return the cues with the whole of the verb groups that they cut; those that then overlap become one.

    A helping verb alone is no cue where the verb behind it tells nothing: "has been taken".

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("The army has not denied it.")
    >>> [(cue.first, cue.stop) for cue in whole_cues(parse, (Stretch(first=2, stop=4),))]
    [(2, 5)]
    """
    found: list[Stretch] = []
    for cue in cues:
        first, stop = cue.first, cue.stop
        group = parse.group_at(stop - 1)
        if group is not None and group.stop > first and "t" not in parse.codes[group.first]:
            if _only_helps(parse, cue) and is_done(parse, group):
                continue
            first, stop = min(first, group.first), max(stop, group.stop)
        if found and first < found[-1].stop:
            found[-1] = Stretch(first=found[-1].first, stop=max(stop, found[-1].stop))
        else:
            found.append(Stretch(first=first, stop=stop))
    return tuple(found)


BLOCK, MOST = 240, 24
"""Tokens a block, and the cues looked at in one: prose that people write has at most some fifteen."""


def uncrowded(cues: tuple[Stretch, ...], surest: NDArray[np.float32]) -> tuple[Stretch, ...]:
    """Return the cues, of each block of tokens the likeliest alone, so that a flood of cues costs no more than prose.

    `surest` are the chances of each token to be in a cue, of shape `(tokens,)`.

    >>> flood = tuple(Stretch(first=at, stop=at + 1) for at in range(0, 480, 2))
    >>> len(uncrowded(flood, np.linspace(0, 1, 480, dtype=np.float32))) == 2 * MOST
    True
    """
    if len(cues) <= MOST:
        return cues
    firsts = np.fromiter((cue.first for cue in cues), dtype=np.int64, count=len(cues))
    order = np.lexsort((-surest[firsts], firsts // BLOCK))
    block = (firsts // BLOCK)[order]
    rank = np.arange(len(cues)) - np.searchsorted(block, block)
    return tuple(cues[at] for at in np.sort(order[rank < MOST]).tolist())


def is_done(parse: Parse, group: Stretch) -> bool:
    """Whether a verb group names something that is done rather than said."""
    return parse.tokens.lower[group.stop - 1] not in _telling() or "x" in parse.codes[group.stop - 1]


def _only_helps(parse: Parse, cue: Stretch) -> bool:
    return all(code in "xMrt" for code in parse.codes[cue.first : cue.stop])


@cache
def _telling() -> frozenset[str]:
    return frozenset(form for word, part, _ in rows_of("cue_words") if part == "verb" for form in forms_of(word))
