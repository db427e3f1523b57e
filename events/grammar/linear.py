"""A hashed linear model: small integer weights that are summed over the features of each item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from texts.lexicon import DATA

Hashes = NDArray[np.uint32]
"""32-bit hashes of words or of other things that features are made of"""

_MULTIPLIER = np.uint32(0x9E3779B1)
"""Knuth's multiplicative hash, 2^32 over the golden ratio (The Art of Computer Programming 3, 6.4)."""

AT_ONCE = 1_000
"""How many items are summed at once: what they take stays near the processor, however long the text is."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LinearModel:
    """Weights of shape `(rows, labels)`; `rows` is a power of two."""

    weights: NDArray[np.int8]
    scale: float
    """what one unit of weight is worth"""
    padded: NDArray[np.int8] = field(init=False, repr=False)
    """the weights with zeros up to a power of two of columns: rows of such widths are gathered twice as fast"""

    def __post_init__(self) -> None:
        rows, labels = self.weights.shape
        padded = np.zeros((rows, 1 << (labels - 1).bit_length()), dtype=np.int8)
        padded[:, :labels] = self.weights
        object.__setattr__(self, "padded", padded)

    @property
    def bits(self) -> int:
        """The number of bits of a row's number."""
        return int(self.weights.shape[0]).bit_length() - 1

    def scores(self, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """Return scores of shape `(items, labels)` for feature rows of shape `(items, features)`."""
        return self.worth(_summed(self.padded, rows))

    def worth(self, sums: NDArray[np.int16]) -> NDArray[np.float32]:
        """Return the scores that sums of `padded` stand for."""
        return sums[:, : self.weights.shape[1]].astype(np.float32) * np.float32(self.scale)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TwoPasses:
    """Two models of the same items: the second also looks at what the first made of what is around them."""

    early: LinearModel
    late: LinearModel
    both: NDArray[np.int8] = field(init=False, repr=False)
    """the weights of both side by side: what both look at is gathered once"""

    def __post_init__(self) -> None:
        object.__setattr__(self, "both", np.hstack([self.early.padded, self.late.padded]))

    def first(self, rows: NDArray[np.intp]) -> tuple[NDArray[np.float32], NDArray[np.int16]]:
        """Return the scores of the first pass for rows of shape `(items, features)`, and what they add in the second.

        >>> early, late = (rounded_model(np.array([[1, 2], [w, 4]], dtype=np.float32)) for w in (3, 5))
        >>> passes, rows = TwoPasses(early=early, late=late), np.array([[0, 1]])
        >>> scores, begun = passes.first(rows)
        >>> bool((scores == early.scores(rows)).all())
        True
        >>> bool((passes.second(begun, np.array([[1]])) == late.scores(np.array([[0, 1, 1]]))).all())
        True
        """
        sums, width = _summed(self.both, rows), self.early.padded.shape[1]
        return self.early.worth(sums[:, :width]), sums[:, width:]

    def second(self, begun: NDArray[np.int16], rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """Return the scores of the second pass: for the rows that `begun` came from and for these further ones."""
        return self.late.worth(begun + _summed(self.late.padded, rows))


def _summed(table: NDArray[np.int8], rows: NDArray[np.intp]) -> NDArray[np.int16]:
    total = np.empty((rows.shape[0], table.shape[1]), dtype=np.int16)
    for start in range(0, len(rows), AT_ONCE):
        weights = table.take(rows[start : start + AT_ONCE].T, axis=0)
        np.add.reduce(weights, axis=0, dtype=np.int16, out=total[start : start + AT_ONCE])
    return total


def load_model(name: str) -> LinearModel:
    """Open `data/models/<name>.npz`.

    Raises
    ------
    FileNotFoundError
        If there is no such model: the installation is broken.
    """
    with np.load(model_path(name), allow_pickle=False) as stored:
        return LinearModel(weights=stored["weights"], scale=float(stored["scale"]))


def rounded_model(weights: NDArray[np.float32], *, levels: int = 127) -> LinearModel:
    """Return `weights` rounded to `levels` steps on each side of zero."""
    scale = float(np.quantile(np.abs(weights[weights != 0]), 0.999)) / levels if np.any(weights) else 1.0
    rounded = np.clip(np.rint(weights / scale), -levels, levels).astype(np.int8)
    return LinearModel(weights=rounded, scale=scale)


def save_model(name: str, model: LinearModel) -> None:
    """Store a model as `data/models/<name>.npz`."""
    model_path(name).parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(model_path(name), weights=model.weights, scale=np.float32(model.scale))


def model_path(name: str) -> Path:
    """Where the model of that name is stored."""
    return DATA / "models" / f"{name}.npz"


def row_of(bits: int, salt: int, *parts: Hashes) -> NDArray[np.intp]:
    """Return the row, below `2 ** bits`, of the feature that is kind `salt` over `parts`.

    >>> bool(row_of(10, 1, np.array([7], dtype=np.uint32))[0] < 1024)
    True
    """
    mixed = np.full(parts[0].shape, np.uint32(salt * 0x85EBCA6B & 0xFFFFFFFF), dtype=np.uint32)
    for part in parts:
        mixed = (mixed ^ part) * _MULTIPLIER
        mixed ^= mixed >> np.uint32(15)
    mixed *= np.uint32(0xC2B2AE35)
    return (mixed >> np.uint32(32 - bits)).astype(np.intp)


def feature_rows(bits: int, features: Sequence[tuple[Hashes, ...]], *, first: int) -> NDArray[np.intp]:
    """Return the rows of many features of the same items, of shape `(items, features)`; kinds count from `first`.

    The same as `row_of` for each of them, in a few steps for all.

    >>> a, b = np.array([7, 8], dtype=np.uint32), np.array([9, 9], dtype=np.uint32)
    >>> rows = feature_rows(10, [(a,), (a, b)], first=1)
    >>> bool((rows[:, 0] == row_of(10, 1, a)).all() and (rows[:, 1] == row_of(10, 2, a, b)).all())
    True
    """
    order, salts, having_parts = _order(tuple(map(len, features)), first)
    mixed = np.empty((len(features), len(features[0][0])), dtype=np.uint32)
    mixed[:] = salts
    longest_first = [features[at] for at in order]
    for depth, count in enumerate(having_parts):
        having = mixed[:count]
        having ^= np.array([feature[depth] for feature in longest_first[:count]])
        having *= _MULTIPLIER
        having ^= having >> np.uint32(15)
    mixed *= np.uint32(0xC2B2AE35)
    mixed >>= np.uint32(32 - bits)
    rows = np.empty(mixed.shape, dtype=np.intp)
    rows[order] = mixed
    return rows.T


@lru_cache(maxsize=64)
def _order(sizes: tuple[int, ...], first: int) -> tuple[list[int], Hashes, list[int]]:
    """Return the positions of features, those of most parts first, the salt of each, and how many have each part."""
    order = sorted(range(len(sizes)), key=lambda at: -sizes[at])
    salts = np.array([[(first + at) * 0x85EBCA6B & 0xFFFFFFFF] for at in order], dtype=np.uint32)
    return order, salts, [sum(size > depth for size in sizes) for depth in range(max(sizes))]


def shifted(values: Hashes, by: int, *, fill: int = 0) -> Hashes:
    """Return the array whose item `i` is `values[i + by]`, with `fill` beyond the ends.

    >>> shifted(np.array([1, 2, 3], dtype=np.uint32), 1).tolist()
    [2, 3, 0]
    >>> shifted(np.array([1, 2, 3], dtype=np.uint32), -5).tolist()
    [0, 0, 0]
    """
    result = np.full(values.shape, fill, dtype=values.dtype)
    if by >= 0:
        result[: max(0, len(values) - by)] = values[by:]
    else:
        result[-by:] = values[:by]
    return result
