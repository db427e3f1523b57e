"""Judge how surely a name in a text is meant as a place, with weights that were trained here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from zlib import crc32

import numpy as np

from geo.candidates import FEATURES
from geo.context import SMALL_WORDS
from geo.evidence import PLACED, Lexicons, Setting, features
from geo.index import PLACE_BITS, PLACE_MASK, Index, Name
from geo.inside import is_said_to_lie
from geo.person import is_person
from geo.scan import Mention, Words
from texts.lexicon import DATA, rows_of

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


CUED = 2.5
"""What a word of fighting or travel right before a capitalised name adds: hardly any annotated text is about a war."""

SITES = frozenset({"AIRB", "AIRP", "DAM", "INSM", "CMPRF"})
SITE = 3.0
"""What a name of several words that is a base's, a dam's, a camp's or an airport's adds: the annotated texts leave
these out, and reports of wars turn on them."""

PERSON = -6.0
"""What is left of a name that is a given name before a family name, or that stands behind a title."""

LOCATED = 5.0
"""What a name that an analyst entered, though it is a common word, gains by a capital and a word of place before it."""

HERE = 1.0
"""What a word of place before a name that no word list has adds: much of what reports name the annotated texts lack."""

LYING = 3.0
"""What "X, in the west of Y" adds where a place X does lie in the country or area Y."""

TAKEN = frozenset({"took", "take", "takes", "taking", "seized", "captured", "held", "hold", "holds", "lost"})
"""Words before a capitalised name that is no word and nobody's name, and therefore a place's."""

OPENING = -2.0
"""What a common word with a capital that only opens a sentence, right before another word, loses."""

COMMON = "2"
"""How common a word must be (lexicon `common_words`) to open a sentence as itself."""

NEVER = -30.0
"""What a title before a person's name, or a currency's letters, add to the logit."""


@cache
def _cues() -> dict[str, frozenset[str]]:
    """Return the prepositions that may stand between a cue and a name; "" where none need stand there."""
    return {word: frozenset(it.replace("-", "") for it in between.split("|")) for word, between in _cue_rows()}


def _cue_rows() -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for word, between in rows_of("place_cues"):
        found[word] = f"{found[word]}|{between}" if word in found else between
    return list(found.items())


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
        for number, mention in enumerate(mentions):
            total = self._known_better(words, mention)
            if is_said_to_lie(words, mentions, number, self._index):
                total += LYING if words.keys[mention.first] not in self.lexicons.common else LOCATED
            for feature in features(words, mention, setting, self.lexicons, self._index):
                weight = known.get(feature)
                if weight is None:
                    weight = known[feature] = float(weights[row_of(feature)])
                total += weight
            found.append(1.0 / (1.0 + exp(-total)) if total > -500 else 0.0)
        return found

    def _known_better(self, words: Words, mention: Mention) -> float:
        """Return what is known of a name's surroundings that the annotated texts do not teach."""
        keys, first, last = words.keys, mention.first, mention.last
        title = last - first == 1 and keys[first].rstrip(".") in self.lexicons.titles and last < len(keys)
        if title and words.cases[last] in (1, 2) and words.between(first) in (" ", ". "):
            return NEVER
        if last - first == 1 and is_person(words, first, self.lexicons):
            return PERSON
        if "$" in (words.text[mention.end : mention.end + 1], words.text[mention.start - 1 : mention.start]):
            return NEVER
        if last - first == 1 and keys[first] in self.lexicons.others:
            return self._trust(words, mention)  # "besieged Arab allies"
        if self._only_opens(words, mention):
            return OPENING
        cued = CUED if is_cued(words, mention) else HERE if self._is_here(words, mention) else 0.0
        return self._trust(words, mention) + cued

    def _only_opens(self, words: Words, mention: Mention) -> bool:
        """Whether a common word has its capital from opening a sentence, and tells of the noun behind it."""
        first, last = mention.first, mention.last
        if last - first > 1 or words.cases[first] != 1 or self.lexicons.common.get(words.keys[first], "") < COMMON:
            return False
        before = words.text[words.ends[first - 1] : mention.start].strip() if first else "."
        if before[-1:] not in ("", ".", "!", "?") or last >= len(words.keys) or words.cases[last]:
            return False
        return words.between(first) == " " and words.keys[last].endswith("s") and words.keys[last] not in SMALL_WORDS

    def _is_here(self, words: Words, mention: Mention) -> bool:
        """Whether a word of place stands before a capitalised name that is neither a common word nor a person's."""
        first, lexicons = mention.first, self.lexicons
        before = words.keys[first - 1] if first else ""
        if (before not in PLACED and before not in TAKEN) or words.cases[first] != 1:
            return False
        last = mention.last
        if last < len(words.keys) and words.cases[last] in (1, 2) and words.between(last - 1) == " ":
            return False
        lists = (lexicons.common, lexicons.given, lexicons.family, lexicons.others, lexicons.bodies)
        return not any(words.keys[first] in known for known in lists)

    def _trust(self, words: Words, mention: Mention) -> float:
        index, lexicons = self._index, self.lexicons
        posting = index.posting[index.first[mention.name]]
        kind = posting >> PLACE_BITS
        if index.codes[index.code[posting & PLACE_MASK]] in SITES and mention.last - mention.first > 1:
            return SITE
        if kind not in (Name.CURATED, Name.VARIANT):
            return 0.0
        known = (lexicons.common, lexicons.given, lexicons.family, lexicons.others)
        if mention.last - mention.first == 1 and any(words.keys[mention.first] in lexicon for lexicon in known):
            before = words.keys[mention.first - 1] if mention.first else ""
            capital = words.cases[mention.first] == 1
            return LOCATED if capital and (before in PLACED or is_cued(words, mention)) else 0.0
        return TRUST


def is_cued(words: Words, mention: Mention) -> bool:
    """Whether a word of fighting or travel stands before a name: "retook X", "marched on X", "the garrison of X"."""
    keys, first = words.keys, mention.first
    if words.cases[first] != 1 or first == 0 or words.text[words.ends[first - 1] : mention.start] != " ":
        return False
    before = keys[first - 1]
    between = _cues().get(before)
    if between is not None and "" in between:
        return True
    if before not in _BETWEEN or first < 2:
        return False
    between = _cues().get(keys[first - 2])
    return between is not None and before in between


_BETWEEN = frozenset(
    {"of", "for", "on", "against", "in", "around", "towards", "toward", "into", "from", "to", "near", "at", "upon"}
)
