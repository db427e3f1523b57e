"""What the model of sources and contents looks at: every token around a cue, as it stands to that cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from events.grammar.clause import Stretch
from events.grammar.linear import Hashes, feature_rows, row_of, shifted
from events.grammar.parse import Parse
from events.voices.cue_features import Columns

BITS = 17
"""The model's table has `2 ** BITS` rows."""

PARTS = 5
OUTSIDE, SOURCE, CONTENT, OPENS, CLOSES = range(PARTS)
"""What a token is to a cue: nothing, source, or inside, at the opening or at the end of its content."""

Positions = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairs:
    """Each token near a cue beside that cue, in arrays of shape `(pairs,)`, cue by cue and in the text's order."""

    token: Positions
    cue: Positions
    """the number of the cue"""
    first: Positions
    """the first token of the cue"""
    stop: Positions
    """the token behind the cue"""


def pairs_of(cues: tuple[Stretch, ...], windows: tuple[Stretch, ...]) -> Pairs:
    """Return the pairs of each cue with the tokens of its window, without the cue's own."""
    tokens = [np.arange(window.first, window.stop) for window in windows]
    sizes = [len(part) for part in tokens]
    token = np.concatenate(tokens) if tokens else np.zeros(0, dtype=np.int64)
    cue = np.repeat(np.arange(len(cues)), sizes)
    first = np.repeat(np.array([part.first for part in cues], dtype=np.int64), sizes)
    stop = np.repeat(np.array([part.stop for part in cues], dtype=np.int64), sizes)
    outside = (token < first) | (token >= stop)
    return Pairs(token=token[outside], cue=cue[outside], first=first[outside], stop=stop[outside])


def windows_of(parse: Parse, cues: tuple[Stretch, ...], quotes: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return what a cue may reach: its sentence, any quotation that runs into it, and one that opens right after it."""
    quote_at = [-1] * (len(parse.codes) + 1)
    for number, quote in enumerate(quotes):
        quote_at[quote.first : quote.stop] = [number] * len(quote)
    found = []
    for cue in cues:
        sentence = parse.sentence_at(cue.first)
        first, stop = sentence.first, sentence.stop
        if quote_at[first] >= 0 and quote_at[cue.first] != quote_at[first]:
            first = quotes[quote_at[first]].first
        if quote_at[cue.first] < 0:
            last = quote_at[stop - 1]
            after = quote_at[stop] if stop < len(parse.codes) else -1
            if last >= 0:
                stop = max(stop, quotes[last].stop)
            elif after >= 0 and quotes[after].first == stop:
                stop = quotes[after].stop
        found.append(Stretch(first=max(first, cue.first - REACH), stop=min(stop, cue.stop + REACH)))
    return tuple(found)


REACH = 250
"""Tokens on each side of a cue beyond which nothing belongs to it."""


def first_rows(columns: Columns, chances: NDArray[np.float32], pairs: Pairs) -> NDArray[np.intp]:
    """Return the feature rows of the first pass, of shape `(pairs, features)`."""
    token, first, stop = pairs.token, pairs.first, pairs.stop
    n = len(columns.tag)
    right = token >= stop
    side = right.astype(np.uint32)
    edge = np.where(right, stop - 1, first)
    low, high = np.where(right, stop, token + 1), np.where(right, token, first)
    away = np.maximum(high - low, 0)
    distance = np.minimum(_bucket(away), 9).astype(np.uint32)
    tag, word, lemma, kind, quote = columns.tag, columns.word, columns.lemma, columns.kind, columns.quote
    counted = (
        (tag == ord(","), 3),
        ((tag == ord("m")) | (tag == ord("w")), 2),
        ((tag == ord("z")) | (tag == ord("v")) | (tag == ord("M")) | (tag == ord("x")), 2),
        (quote >= 2, 3),
        (chances > 0.4, 2),
        (tag == ord(":"), 1),
        (tag == ord("c"), 2),
        (columns.opens > 0, 4),
    )
    commas, openers, verbs, marks, cues, colons, conjunctions, names = _between(low, np.maximum(high, low), counted)
    phrase = columns.phrase
    sentence = columns.sentence.astype(np.int64)
    apart = (np.clip(sentence[token] - sentence[edge], -1, 1) + 1).astype(np.uint32)
    cue_head = stop - 1
    before_cue, after_cue = np.maximum(first - 1, 0), np.minimum(stop, n - 1)
    inside = quote > 0
    mode = row_of(
        30, 1, tag[before_cue], tag[after_cue], quote[before_cue], quote[after_cue], inside[first].astype(np.uint32)
    ).astype(np.uint32)
    shape = row_of(30, 2, tag[first], tag[cue_head], kind[cue_head]).astype(np.uint32)
    in_quote = inside[token].astype(np.uint32) + 2 * inside[first].astype(np.uint32)
    spoken = _spoken(columns, first, stop)
    tag_left, tag_right = shifted(tag, -1), shifted(tag, 1)
    word_left, word_right = shifted(word, -1), shifted(word, 1)
    lemma_cue, kind_cue = lemma[cue_head], kind[cue_head]
    t = tag[token]
    parts: list[tuple[Hashes, ...]] = [
        (side, distance, t),
        (side, distance, kind_cue),
        (side, lemma_cue),
        (side, lemma_cue, distance),
        (side, mode),
        (side, mode, in_quote),
        (side, mode, names, phrase[token]),
        (side, shape, commas),
        (side, kind_cue, commas, names),
        (side, t, tag_left[token], tag_right[token]),
        (side, word[token]),
        (side, word[token], distance),
        (side, commas, verbs, openers),
        (side, commas, cues, marks),
        (side, cues, distance),
        (side, cues, openers, kind_cue),
        (side, marks, in_quote, apart),
        (side, marks, in_quote, spoken),
        (side, spoken, commas, phrase[token]),
        (side, spoken, names, phrase[token]),
        (side, spoken, verbs, openers),
        (side, names, phrase[token], kind_cue),
        (side, names, phrase[token], commas, verbs),
        (side, word_left[token], t),
        (side, word_right[token], t),
        (side, colons, commas),
        (side, apart, in_quote, spoken),
        (side, word[after_cue], distance),
        (side, word[before_cue], distance),
        (side, word[after_cue], t, names),
        (side, word[after_cue], lemma_cue),
        (side, word[before_cue], lemma_cue),
        (side, conjunctions, commas, verbs),
        (side, shape, spoken, distance),
        (side, kind[token], t, names),
        (side, tag[before_cue], tag[after_cue], distance, verbs),
    ]
    return feature_rows(BITS, parts, first=1)


def second_rows(pairs: Pairs, guess: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return the rows of the features that look at the first pass, whose chances `(pairs, PARTS)` are `guess`."""
    content = guess[:, CONTENT:].sum(axis=1)
    outside, source, opens, closes, held = (
        np.minimum(chance * 6, 5).astype(np.uint32)
        for chance in (guess[:, OUTSIDE], guess[:, SOURCE], guess[:, OPENS], guess[:, CLOSES], content)
    )
    side = (pairs.token >= pairs.stop).astype(np.uint32)
    key = pairs.cue * 2 + side
    other = key ^ 1
    size = int(key.max()) + 2 if len(key) else 2
    order = np.arange(len(key))
    peaks = [_highest(key, guess[:, part], size) for part in (OPENS, CLOSES, SOURCE)]
    highest = [guess[:, part] >= peak[key] for part, peak in zip((OPENS, CLOSES, SOURCE), peaks, strict=True)]
    peak_source, peak_content = _level(peaks[2]), _level(_highest(key, content, size))
    past_open, past_close, past_source = (
        (np.sign(order - _last(key, at, size)[key]) + 1).astype(np.uint32) for at in highest
    )
    best = [at.astype(np.uint32) for at in highest]
    cue = pairs.cue.astype(np.uint32)
    same = {by: shifted(cue, by, fill=0xFFFFFFFF) == cue for by in (-2, -1, 1, 2)}

    def beside(values: Hashes, by: int) -> Hashes:
        result: Hashes = np.where(same[by], shifted(values, by), np.uint32(77))
        return result

    held_before, held_after = beside(held, -1), beside(held, 1)
    source_before, source_after = beside(source, -1), beside(source, 1)
    parts: list[tuple[Hashes, ...]] = [
        (side, held, source),
        (side, held_before, held, held_after),
        (side, source_before, source, source_after),
        (opens, beside(opens, 1), beside(opens, -1)),
        (closes, beside(closes, 1), beside(closes, -1)),
        (side, beside(held, -2), held_before, held),
        (side, held, held_after, beside(held, 2)),
        (side, peak_source[key], peak_source[other], source),
        (side, peak_content[key], peak_content[other], held),
        (side, *best),
        (side, past_open, past_close, held),
        (side, past_source, source, peak_source[key]),
        (side, past_source, past_open, held),
        (side, source_before, held, held_before),
        (side, past_open, past_close, past_source, peak_content[other], peak_source[other]),
        (side, outside, beside(outside, -1), beside(outside, 1)),
    ]
    return feature_rows(BITS, parts, first=201)


def _highest(key: Positions, chance: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    most = np.zeros(size, dtype=np.float32)
    np.maximum.at(most, key, chance)
    return most


def _level(chance: NDArray[np.float32]) -> Hashes:
    return np.minimum(chance * 5, 4).astype(np.uint32)


def _last(key: Positions, flags: NDArray[np.bool_], size: int) -> Positions:
    """Return the last position of each key that `flags` is true for, -1 where there is none."""
    places = np.full(size, -1, dtype=np.int64)
    at = np.flatnonzero(flags)
    places[key[at]] = at
    return places


def _spoken(columns: Columns, first: Positions, stop: Positions) -> Hashes:
    """Return where the quotations of the cue's sentence are: 1 before it, 2 after it, 4 right before, 8 right after."""
    marks = np.flatnonzero(columns.quote >= 2)
    sentence = columns.sentence
    if not len(marks):
        return np.zeros(len(first), dtype=np.uint32)
    at = np.searchsorted(marks, first)
    left = marks[np.maximum(at - 1, 0)]
    right = marks[np.minimum(np.searchsorted(marks, stop), len(marks) - 1)]
    has_left = (at > 0) & (sentence[left] == sentence[first])
    has_right = (right >= stop) & (sentence[right] == sentence[stop - 1])
    near_left = has_left & (first - left <= 6)
    near_right = has_right & (right - stop <= 6)
    result: Hashes = (has_left + 2 * has_right + 4 * near_left + 8 * near_right).astype(np.uint32)
    return result


def _between(low: Positions, high: Positions, counted: Sequence[tuple[NDArray[np.bool_], int]]) -> NDArray[np.uint32]:
    """Return how many tokens of each sort lie in each `[low, high)`, up to a most, of shape `(sorts, pairs)`."""
    flags = np.array([of for of, _ in counted])
    total = np.zeros((len(counted), flags.shape[1] + 1), dtype=np.int32)
    np.cumsum(flags, axis=1, out=total[:, 1:])
    found = total.take(high, axis=1) - total.take(low, axis=1)
    result: NDArray[np.uint32] = np.minimum(found, [[most] for _, most in counted]).astype(np.uint32)
    return result


def _bucket(distance: Positions) -> Positions:
    result: Positions = np.where(distance < 5, distance, 3 + np.log2(np.maximum(distance, 1)).astype(np.int64))
    return result
