"""Judge how surely a name in a text is meant as a place, with weights that were trained here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from zlib import crc32

import numpy as np

from geo.candidates import FEATURES
from geo.evidence import Lexicons, Setting, features
from geo.index import PLACE_BITS, Index, Name
from geo.scan import Mention, Words
from texts.lexicon import DATA

BITS = 17
"""Features fall on 2 ** BITS weights by their hash, so that no word of a training text is kept."""

MEMORY = 300_000
"""How many features' weights are remembered before they are looked up afresh."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What was learnt: a weight for each hashed feature of a mention, and one for each feature of a candidate."""

    mention: tuple[float, ...] | np.ndarray[tuple[int], np.dtype[np.float32]]
    candidate: tuple[float, ...]


def row_of(feature: str) -> int:
    """Return which weight a feature falls on."""
    return crc32(feature.encode("utf-8", "replace")) & ((1 << BITS) - 1)


@cache
def load_weights() -> Weights:
    """Return the weights that benchmarks/train_places.py wrote."""
    with np.load(DATA / "models" / "places.npz") as stored:
        mention = np.zeros(1 << BITS, dtype=np.float32)
        mention[stored["rows"]] = stored["values"].astype(np.float32)
        known = dict(zip(map(str, stored["names"]), map(float, stored["candidate"]), strict=True))
    return Weights(mention=mention, candidate=tuple(known.get(name, 0.0) for name in FEATURES))


TRUST = 1.5
"""What an analyst's having entered a name adds to the logit that it is one, if it is no common word or person's."""


class Judge:
    """Tells how surely a mention is meant as a place."""

    def __init__(self, weights: Weights, index: Index) -> None:
        self.lexicons = Lexicons()
        self._index = index
        self._weights = weights.mention
        self._known: dict[str, float] = {}

    def probabilities(self, words: Words, mentions: Sequence[Mention], setting: Setting) -> list[float]:
        """Return for each mention the probability that it is meant as a place or its people."""
        known, weights = self._known, self._weights
        if len(known) > MEMORY:
            known.clear()
        found = []
        for mention in mentions:
            total = self._trust(words, mention)
            for feature in features(words, mention, setting, self.lexicons, self._index):
                weight = known.get(feature)
                if weight is None:
                    weight = known[feature] = float(weights[row_of(feature)])
                total += weight
            found.append(1.0 / (1.0 + exp(-total)) if total > -500 else 0.0)
        return found

    def _trust(self, words: Words, mention: Mention) -> float:
        index, lexicons = self._index, self.lexicons
        kind = index.posting[index.first[mention.name]] >> PLACE_BITS
        if kind not in (Name.CURATED, Name.VARIANT):
            return 0.0
        known = (lexicons.common, lexicons.given, lexicons.family, lexicons.others)
        if mention.last - mention.first == 1 and any(words.keys[mention.first] in lexicon for lexicon in known):
            return 0.0
        return TRUST
