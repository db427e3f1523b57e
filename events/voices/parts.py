"""Choose the source and the content of each cue: the stretches with the best score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from events.grammar.clause import Stretch
from events.grammar.linear import TwoPasses
from events.grammar.parse import Parse
from events.voices.cue_features import Columns
from events.voices.part_features import (
    CLOSES,
    CONTENT,
    OPENS,
    SOURCE,
    Pairs,
    first_rows,
    pairs_of,
    second_rows,
    windows_of,
)

EDGE_BONUS = 1.5
"""Added to the log chance of a content's first and last token, so that a likely edge is worth taking."""
MOST_BONUS = 2 * EDGE_BONUS + 0.01
"""What the ends of a content add at most, for the log of a chance adds next to nothing."""
CONTENT_BIAS = 0.5
SOURCE_BIAS = 0.8
"""Added to each token's log odds: contents and sources that end early cost more than those that end late."""
CUE_COST = 3.0
"""Subtracted where a content would run over another cue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What belongs to a cue; no source where none is named, no content where none is found."""

    source: Stretch | None
    content: tuple[Stretch, ...]


def parts_of(
    parse: Parse,
    columns: Columns,
    *,
    cues: tuple[Stretch, ...],
    quotes: tuple[Stretch, ...],
    chances: NDArray[np.float32],
    passes: TwoPasses,
) -> tuple[Parts, ...]:
    """Return the source and content of each cue; `chances` are those of each token to be a cue."""
    windows = windows_of(parse, cues, quotes)
    if sum(map(len, windows)) > max(BATCH, CROWDED * len(parse.codes)):
        near = max(NEAREST, min(NEAR, CROWDED * len(parse.codes) // (8 * len(cues))))
        windows = tuple(
            Stretch(first=max(window.first, cue.first - near), stop=min(window.stop, cue.stop + near))
            for cue, window in zip(cues, windows, strict=True)
        )
    found: list[Parts] = []
    for first, stop in _batches(windows):
        low = max(0, min(window.first for window in windows[first:stop]) - _MARGIN)
        low = low if low > _NEAR_START else 0  # to number a few cues anew costs more than to look at their neighbours
        high = min(len(parse.codes), max(window.stop for window in windows[first:stop]) + _MARGIN)
        some = _moved(cues[first:stop], -low)
        pairs = pairs_of(some, _moved(windows[first:stop], -low))
        scores, begun = passes.first(first_rows(columns.part(low, high), chances[low:high], pairs))
        final = chances_of(passes.second(begun, second_rows(pairs, chances_of(scores))))
        found += (_back(part, low) for part in chosen(pairs, final, some))
    return tuple(found)


_MARGIN = 3
"""Tokens beyond a window that its pairs look at."""
_NEAR_START = 2_000
"""Tokens before the first window that may be looked at for nothing."""


def _moved(stretches: tuple[Stretch, ...], by: int) -> tuple[Stretch, ...]:
    if not by:
        return stretches
    return tuple(Stretch(first=it.first + by, stop=it.stop + by) for it in stretches)


def _back(parts: Parts, by: int) -> Parts:
    if not by:
        return parts
    source = None if parts.source is None else _moved((parts.source,), by)[0]
    return Parts(source=source, content=_moved(parts.content, by))


BATCH = 100_000
"""Pairs of a token and a cue that are looked at together, about: what bounds the memory."""
CROWDED = 20
"""Pairs for each token beyond which cues stand so close that each looks only at what is near."""
NEAR, NEAREST = 30, 8
"""Tokens on each side that are near, and the fewest where every other token is a cue."""


def _batches(windows: tuple[Stretch, ...]) -> Iterator[tuple[int, int]]:
    first = size = 0
    for number, window in enumerate(windows, start=1):
        size += len(window)
        if size > BATCH or number == len(windows):
            yield first, number
            first, size = number, 0


def chosen(pairs: Pairs, guess: NDArray[np.float32], cues: tuple[Stretch, ...]) -> tuple[Parts, ...]:
    """Return the best parts of each cue by the chances of its pairs, of shape `(pairs, PARTS)`."""
    held = guess[:, CONTENT:].sum(axis=1)
    taken = np.zeros(int(pairs.token.max(initial=-1)) + 1, dtype=bool)
    for cue in cues:
        taken[cue.first : cue.stop] = True
    crossing = taken[pairs.token]
    content = _odds(held) + CONTENT_BIAS - CUE_COST * crossing
    source = (_odds(guess[:, SOURCE]) + SOURCE_BIAS - CUE_COST * crossing).tolist()
    opens = (np.log(guess[:, OPENS] + 1e-3) + EDGE_BONUS).tolist()
    closes = (np.log(guess[:, CLOSES] + 1e-3) + EDGE_BONUS).tolist()
    flat = [0.0] * len(source)
    scores = content.tolist()
    tokens = pairs.token.tolist()
    bounds = np.searchsorted(pairs.cue, np.arange(len(cues) + 1)).tolist()
    found = []
    for cue, low, high in zip(cues, bounds, bounds[1:], strict=False):
        middle = low
        while middle < high and tokens[middle] < cue.first:
            middle += 1
        contents = []
        best, best_score = None, 0.0
        for first, stop in ((low, middle), (middle, high)):
            begin, end, _ = _best_run(scores, opens, closes, first, stop, bonus=MOST_BONUS)
            if begin < end:
                contents.append(Stretch(first=tokens[begin], stop=tokens[end - 1] + 1))
            begin, end, score = _best_run(source, flat, flat, first, stop, bonus=0.0)
            if begin < end and score > best_score:
                best, best_score = Stretch(first=tokens[begin], stop=tokens[end - 1] + 1), score
        found.append(Parts(source=best, content=tuple(contents)))
    return tuple(found)


def _best_run(
    scores: list[float], opens: list[float], closes: list[float], first: int, stop: int, *, bonus: float
) -> tuple[int, int, float]:
    """Return the run with the highest sum of scores and of its ends' bonuses; an empty one where none is above zero.

    The bonuses of the two ends together are at most `bonus`.
    """
    begin = end = first
    best_score = total = 0.0
    if max(scores[first:stop], default=-bonus) <= -bonus:
        return begin, end, best_score
    entry, entry_at = float("-inf"), first
    for position in range(first, stop):
        if opens[position] - total > entry:
            entry, entry_at = opens[position] - total, position
        total += scores[position]
        score = entry + total + closes[position]
        if score > best_score:
            begin, end, best_score = entry_at, position + 1, score
    return begin, end, best_score


def chances_of(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the softmax of each row."""
    powers: NDArray[np.float32] = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: NDArray[np.float32] = powers / powers.sum(axis=1, keepdims=True)
    return result


def _odds(chance: NDArray[np.float32]) -> NDArray[np.float32]:
    result: NDArray[np.float32] = np.log((chance + 1e-4) / (1 - chance + 1e-4))
    return result
