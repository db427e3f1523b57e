"""Tell which role the places around a trigger play, by a small trained model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from events.grammar.linear import LinearModel, load_model
from events.grammar.phrase import Phrase
from events.setting.role_features import Setting, rows_for

LABELS = ("none", "origin", "destination", "via", "at")
"""The model's labels, in the order of its weights."""

NONE_BIAS = -1.0
"""What is added to the score of "none": tuned by cross-validation over the development sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleReading:
    """The role of a phrase for a trigger and how far it is ahead of the next best label."""

    phrase: Phrase
    label: str
    margin: float


def roles_of(setting: Setting, phrases: Sequence[Phrase], wanted: Sequence[Phrase]) -> tuple[RoleReading, ...]:
    """Return the readings of the `wanted` ones among a sentence's phrases, in their order."""
    if not wanted:
        return ()
    model = _model()
    rows = np.array([rows_for(setting, phrase, phrases, model.bits) for phrase in wanted], dtype=np.intp)
    # so few rows are summed faster at once than column by column
    scores = model.weights[rows].sum(axis=1, dtype=np.int32) * model.scale
    scores[:, 0] += NONE_BIAS
    return tuple(_reading(phrase, row) for phrase, row in zip(wanted, scores.tolist(), strict=True))


def _reading(phrase: Phrase, scores: list[float]) -> RoleReading:
    *_, second, first = sorted(scores)
    return RoleReading(phrase=phrase, label=LABELS[scores.index(first)], margin=first - second)


@cache
def _model() -> LinearModel:
    return load_model("roles")
