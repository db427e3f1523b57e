"""Train hashed linear models: softmax regression by mini-batches with adaptive steps (Adagrad)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BATCH = 2048
"""Items between two steps."""


def train(  # noqa: PLR0913 - the settings of one training, all by name
    rows: NDArray[np.intp],
    labels: NDArray[np.intp],
    *,
    table: int,
    classes: int,
    epochs: int = 8,
    rate: float = 0.25,
    batch: int = BATCH,
    fewest: int = 1,
) -> NDArray[np.float32]:
    """Return weights of shape `(table, classes)` for items of shape `(items, features)`.

    Features that fewer than `fewest` items have get no weight. The order of the items is shuffled by a fixed seed, so
    that the same data gives the same weights.
    """
    order = np.random.default_rng(7)
    rare = np.bincount(rows.ravel(), minlength=table) < fewest
    rows = np.where(rare[rows], 0, rows)
    rare[0] = True
    weights = np.zeros((table, classes), dtype=np.float32)
    squares = np.full((table, classes), 1e-2, dtype=np.float32)
    total = np.zeros_like(weights)
    for epoch in range(epochs):
        for chosen in np.array_split(order.permutation(len(labels)), max(1, len(labels) // batch)):
            part = rows[chosen]
            slope = np.exp(_centred(weights[part].sum(axis=1)))
            slope /= slope.sum(axis=1, keepdims=True)
            slope[np.arange(len(chosen)), labels[chosen]] -= 1.0
            touched, places = np.unique(part, return_inverse=True)
            gradient = _scatter(places.reshape(part.shape), slope, len(touched))
            gradient[rare[touched]] = 0.0
            squares[touched] += gradient * gradient
            weights[touched] -= rate * gradient / np.sqrt(squares[touched])
        if epoch >= epochs // 2:
            total += weights
    return total / (epochs - epochs // 2)


def _centred(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    return scores - scores.max(axis=1, keepdims=True)


def _scatter(places: NDArray[np.intp], slope: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    flat = places.ravel()
    columns = [
        np.bincount(flat, weights=np.repeat(slope[:, label], places.shape[1]), minlength=size)
        for label in range(slope.shape[1])
    ]
    return np.stack(columns, axis=1).astype(np.float32)
