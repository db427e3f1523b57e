"""Judge how surely a name in a text is meant as a place, with weights that were trained here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from zlib import crc32

import numpy as np

from geo.candidates import FEATURES, kind_of
from geo.evidence import PLACED, Lexicons, Setting, features
from geo.index import PLACE_BITS, PLACE_MASK, Index, Name
from geo.inside import is_said_to_lie, is_with_state
from geo.namesake import worth_less
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
NATURE = frozenset({"MT", "MTS", "SEA", "GULF", "STRT", "ISLS", "LK"})
NATURAL = 1.5
"""What a name of several words that is a mountain's, a sea's or a group of islands' adds."""

SITE = 3.0
"""What a name of several words that is a base's, a dam's, a camp's or an airport's adds: the annotated texts leave
these out, and reports of wars turn on them."""

LOCATED = 5.0
"""What a name that an analyst entered, though it is a common word, gains by a capital and a word of place before it."""

HERE = 1.0
"""What a word of place before a name that no word list has adds: much of what reports name the annotated texts lack."""

LYING = 3.0
"""What "X, in the west of Y" adds where a place X does lie in the country or area Y."""

TAKEN = frozenset({"took", "take", "takes", "taking", "seized", "captured", "held", "hold", "holds", "lost"})
"""Words before a capitalised name that is no word and nobody's name, and therefore a place's."""

LISTING = frozenset({" & ", " and ", " or ", "/", " / ", " + ", ", "})
"""What stands between the names of a list."""

PLAINLY = 0.85
"""How sure a place is that speaks for the name beside it in a list."""

ELSEWHERE = 0.97
AS_ELSEWHERE = 0.45
"""A name that is so surely a place somewhere in the text is one this probably wherever that is open."""

UNSURE = 0.12
JOINED = 0.6
"""A name at least this probably a place is one this probably beside another in a list."""

BOUND = 0.7
"""How sure a place is that is left for another name, and how sure that one is then."""

_LEAVING = frozenset(
    {"left", "leave", "leaves", "leaving", "departed", "departing", "depart", "departs", "quit", "quitting", "from"}
)
"""Words before a place that is left for another."""

KNOWN = 5.8
"""How prominent a town is at least that a hashtag speaks for."""

TAGGED = 3.0
"""What a hashtag of a name alone adds, if it is no word and nobody's name."""


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
            elif number + 1 < len(mentions) and is_with_state(words, mention, mentions[number + 1], self._index):
                total += LYING
            if number and is_with_state(words, mentions[number - 1], mention, self._index):
                total += LOCATED
            for feature in features(words, mention, setting, self.lexicons, self._index):
                weight = known.get(feature)
                if weight is None:
                    weight = known[feature] = float(weights[row_of(feature)])
                total += weight
            found.append(1.0 / (1.0 + exp(-total)) if total > -500 else 0.0)
        self._reconsider(words, mentions, found)
        return found

    def _reconsider(self, words: Words, mentions: Sequence[Mention], found: list[float]) -> None:
        """Raise names that are places elsewhere in the text or stand in a list beside one."""
        best: dict[int, float] = {}
        for mention, sure in zip(mentions, found, strict=True):
            best[mention.name] = max(sure, best.get(mention.name, 0.0))
        for number, sure in enumerate(found):
            if UNSURE <= sure < AS_ELSEWHERE and best[mentions[number].name] >= ELSEWHERE:
                found[number] = AS_ELSEWHERE
            if UNSURE <= sure < JOINED and self._is_beside_a_place(words, mentions, found, number):
                found[number] = JOINED
            if sure < BOUND and number and found[number - 1] >= BOUND and self._is_bound_for(words, mentions, number):
                found[number] = BOUND

    def _is_beside_a_place(self, words: Words, mentions: Sequence[Mention], sure: Sequence[float], number: int) -> bool:
        """Whether a list joins a name that no word list has to a sure place: "Freetown & Kenema", "Tokyo/Chiba"."""
        mention = mentions[number]
        if words.cases[mention.first] != 1:
            return False
        if self._is_listed(words, mention):
            return False
        beside = [
            at
            for at, left, right in ((number - 1, number - 1, number), (number + 1, number, number + 1))
            if 0 <= at < len(mentions) and words.text[mentions[left].end : mentions[right].start] in LISTING
        ]
        return any(sure[at] >= PLAINLY for at in beside)

    def _known_better(self, words: Words, mention: Mention) -> float:
        """Return what is known of a name's surroundings that the annotated texts do not teach."""
        other = worth_less(words, mention, self.lexicons, self._index)
        if other:
            return other
        if mention.last - mention.first == 1 and words.keys[mention.first] in self.lexicons.others:
            return self._trust(words, mention)  # "besieged Arab allies"
        if words.text[mention.start - 1 : mention.start] == "#" and not self._is_listed(words, mention):
            return self._trust(words, mention) + self._tagged(mention)
        return self._trust(words, mention) + (CUED if is_cued(words, mention) else self._here(words, mention))

    def _tagged(self, mention: Mention) -> float:
        """Return what a hashtag adds to the name that it is made of: storms and battles are named for small places."""
        index = self._index
        place, kind = index.postings(mention.name)[0]
        known = index.prior[place] >= KNOWN or kind_of(index.codes[index.code[place]]) in "car"
        return TAGGED if known and kind not in (Name.SHORT, Name.PEOPLE) else 0.0

    def _is_bound_for(self, words: Words, mentions: Sequence[Mention], number: int) -> bool:
        """Whether a name that no word list has is where somebody leaves a place for: "left Nyala for En Nahud"."""
        left, mention = mentions[number - 1], mentions[number]
        if words.text[left.end : mention.start] != " for " or words.cases[mention.first] != 1 or left.first == 0:
            return False
        return words.keys[left.first - 1] in _LEAVING and not self._is_listed(words, mention)

    def _is_listed(self, words: Words, mention: Mention) -> bool:
        """Whether a name of one word is a common word, somebody's name or another thing's."""
        lists = (self.lexicons.common, self.lexicons.given, self.lexicons.family, self.lexicons.others)
        return mention.last - mention.first == 1 and any(words.keys[mention.first] in known for known in lists)

    def _here(self, words: Words, mention: Mention) -> float:
        """Return what a word of place or of taking before a capitalised name adds.

        A great town's name of several words may begin with a common one: "took Wad Madani".
        """
        first, lexicons = mention.first, self.lexicons
        before = words.keys[first - 1] if first else ""
        if (before not in PLACED and before not in TAKEN) or words.cases[first] != 1:
            return 0.0
        last = mention.last
        if last < len(words.keys) and words.cases[last] in (1, 2) and words.between(last - 1) == " ":
            return 0.0
        place, kind = self._index.postings(mention.name)[0]
        great = last - first > 1 and self._index.prior[place] >= KNOWN and kind != Name.PEOPLE
        if great and words.keys[first] not in lexicons.given:
            return CUED
        lists = (lexicons.common, lexicons.given, lexicons.family, lexicons.others, lexicons.bodies)
        return 0.0 if any(words.keys[first] in known for known in lists) else HERE

    def _trust(self, words: Words, mention: Mention) -> float:
        index, lexicons = self._index, self.lexicons
        posting = index.posting[index.first[mention.name]]
        kind = posting >> PLACE_BITS
        code = index.codes[index.code[posting & PLACE_MASK]]
        if mention.last - mention.first > 1 and code in SITES | NATURE:
            return SITE if code in SITES else NATURAL
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
