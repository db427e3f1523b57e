"""Find the words that say that somebody says, thinks, shows, asks or intends something."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from events.clause import Stretch
from events.cue_features import Columns, first_rows, second_rows
from events.linear import LinearModel
from events.parts import chances_of

BEGINS = 1
"""The class of a cue's first token; 0 is no cue, 2 what follows in it."""


def cue_chances(columns: Columns, models: tuple[LinearModel, LinearModel]) -> NDArray[np.float32]:
    """Return how likely each token is no cue, a cue's first and a later token of it, of shape `(tokens, 3)`."""
    early, late = models
    rows = first_rows(columns)
    guess = 1 - chances_of(early.scores(rows))[:, 0]
    return chances_of(late.scores(second_rows(rows, columns, guess)))


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
