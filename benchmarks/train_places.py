"""Train the weights by which geo/ tells places from other names, and which place a name means.

    python -m benchmarks.train_places DATA [--only lgl,gwn] [--out FILE]

DATA is a folder with `geoparse-<corpus>.jsonl` files: texts with the place names that people marked in them.
Logistic regression over hashed features for the first, a conditional one over a name's places for the second, both
by AdaGrad from fixed seeds. Each document's candidates are weighed with recognition weights that did not see it.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.candidates import FEATURES, Home
from geo.context import namings_of
from geo.evidence import features, setting_of
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.index import Name
from geo.rank import Ranker
from geo.recognise import BITS, row_of
from geo.scan import Mention, Words, words_of
from geo.shared_kinds import with_kinds, with_shared_kinds
from texts.lexicon import DATA

RIGHT_KM = 161.0
"""A place is right within 100 miles, as the field counts it."""
WITHOUT_PEOPLE = ("geovirus",)
"""Corpora whose annotators did not mark demonyms."""
FIXED = {
    "curated": 0.5, "shadow": -8.0, "eclipsed": -6.0, "capital": 3.2, "abroad": -6.0, "theatre": 4.0,
    "seat": 0.8, "admin1": 0.8,
    "kind_asked": 2.5, "kind_other": -2.5,
    "home_country": 1.0, "home_admin1": 2.0, "home_near": 2.5, "alone": 4.0,
}  # fmt: skip
"""Weights that no corpus teaches: none has a home, a theatre or a post of one sentence, and 161 km do not tell a town
from its province."""
START = {
    "prior": 3.0, "own": 0.7, "first": 0.5, "inside": 5.0, "inside_country": 4.0, "share_country": 3.0,
    "share_admin1": 3.0, "near": 1.5, "close": 2.0, "kind_asked": 1.0, "kind_other": -1.0,
}  # fmt: skip
"""Where the search for candidates' weights begins."""
KEPT = 0.004
"""Weights smaller than this are dropped."""


@dataclass(slots=True)
class Text:
    """An annotated text, its mentions, and what became of them."""

    corpus: str
    number: int
    gold: dict[tuple[int, int], dict[str, Any]]
    words: Words
    mentions: list[Mention]
    rows: list[NDArray[np.int64]]
    """per mention, its features' rows"""
    labels: list[float]
    counts: list[float]
    """per mention, how much it counts in training; 0 where the annotation does not say"""
    sure: list[float] = field(default_factory=list)


def texts_of(folder: Path, corpora: Iterable[str], gazetteer: Gazetteer) -> list[Text]:
    """Return the texts of the corpora with their mentions and labels."""
    found = []
    for corpus in corpora:
        lines = (folder / f"geoparse-{corpus}.jsonl").read_bytes().splitlines()
        found += [_text(corpus, number, json.loads(line), gazetteer) for number, line in enumerate(lines)]
    return found


def _text(corpus: str, number: int, record: dict[str, Any], gazetteer: Gazetteer) -> Text:
    words = words_of(record["text"])
    plain = gazetteer.scanner.mentions(words)
    mentions = with_kinds(words, with_shared_kinds(words, plain, gazetteer.index), gazetteer.index)
    setting = setting_of(words, mentions, gazetteer.judge.lexicons)
    gold = {(it["start"], it["end"]): it for it in record["gold"]}
    text = Text(corpus, number, gold, words, mentions, [], [], [])
    for mention in mentions:
        found = features(words, mention, setting, gazetteer.judge.lexicons, gazetteer.index)
        text.rows.append(np.unique(np.array([row_of(it) for it in found], dtype=np.int64)))
        marked = gold.get((mention.start, mention.end))
        ignored = marked is None and any(start < mention.end and mention.start < end for start, end in record["ignore"])
        people = gazetteer.index.postings(mention.name)[0][1] == Name.PEOPLE
        unclear = ignored or (marked is not None and marked["lat"] is None) or (people and corpus in WITHOUT_PEOPLE)
        text.labels.append(float(marked is not None))
        text.counts.append(0.0 if unclear else 1.0)
    return text


def train_mentions(texts: Sequence[Text], *, rounds: int = 4, rate: float = 0.15, decay: float = 1e-3) -> NDArray[Any]:
    """Return the weights of mentions' features: the mean of those after each round of the second half."""
    weights, seen, total = np.zeros(1 << BITS), np.full(1 << BITS, 1e-2), np.zeros(1 << BITS)
    cases = [
        (rows, label, count)
        for text in texts
        for rows, label, count in zip(text.rows, text.labels, text.counts, strict=True)
        if count
    ]
    order = list(range(len(cases)))
    for turn in range(rounds):
        random.Random(turn).shuffle(order)  # noqa: S311 - a fixed order, no secret
        for number in order:
            rows, label, count = cases[number]
            slope = (1 / (1 + np.exp(-weights[rows].sum())) - label) * count
            seen[rows] += slope * slope
            weights[rows] -= rate * (slope / np.sqrt(seen[rows]) + decay * weights[rows])
        if turn >= rounds // 2:
            total += weights
    return total / (rounds - rounds // 2)


def judge(texts: Iterable[Text], weights: NDArray[Any]) -> None:
    """Fill in how surely each mention is a place."""
    for text in texts:
        text.sure = [float(1 / (1 + np.exp(-weights[rows].sum()))) for rows in text.rows]


def judge_crosswise(texts: Sequence[Text], parts: int = 4) -> None:
    """Fill in how surely each mention is a place, by weights that did not see its text."""
    for part in range(parts):
        held = [text for text in texts if text.number % parts == part]
        judge(held, train_mentions([text for text in texts if text.number % parts != part]))


def choices(texts: Iterable[Text], gazetteer: Gazetteer, weights: Sequence[float]) -> list[tuple[Any, Any]]:
    """Return for each annotated mention its candidates' values and which of them are right."""
    index = gazetteer.index
    ranker = Ranker(index, weights)
    found = []
    for text in texts:
        kept = [number for number, sure in enumerate(text.sure) if sure > 0.12]
        namings = namings_of(text.words, text.mentions, [text.sure[number] for number in kept], kept)
        ranker.rank(namings, Home())
        for naming in namings:
            for number in naming.mentions:
                mention = text.mentions[number]
                marked = text.gold.get((mention.start, mention.end))
                if marked is None or marked["lat"] is None or len(naming.options) < 2:
                    continue
                right = [
                    distance_km(marked["lon"], marked["lat"], index.lon[it.place], index.lat[it.place]) <= RIGHT_KM
                    for it in naming.options
                ]
                if any(right):
                    found.append((np.array([it.values for it in naming.options]), np.array(right)))
    return found


def train_candidates(
    cases: Sequence[tuple[Any, Any]], start: Sequence[float], *, rounds: int = 400, rate: float = 0.3
) -> list[float]:
    """Return the weights of candidates' features."""
    weights = np.array(start, dtype=float)
    free = np.array([name not in FIXED for name in FEATURES], dtype=float)
    offsets = np.cumsum([0] + [len(right) for _, right in cases])
    values = np.vstack([it for it, _ in cases])
    right = np.concatenate([it for _, it in cases]).astype(float)
    case = np.repeat(np.arange(len(cases)), np.diff(offsets))
    seen = np.full(len(weights), 1e-6)
    for _ in range(rounds):
        scores = values @ weights
        grown = np.exp(scores - np.maximum.reduceat(scores, offsets[:-1])[case])
        share = grown / np.add.reduceat(grown, offsets[:-1])[case]
        good = grown * right
        target = good / np.add.reduceat(good, offsets[:-1])[case]
        slope = (values.T @ (share - target) / len(cases) + 0.2 * weights / len(cases)) * free
        seen += slope * slope
        weights -= rate * slope / np.sqrt(seen)
    return [float(it) for it in weights]


def distance_km(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Return the great-circle distance."""
    a, b, c, d = map(radians, (lat1, lon1, lat2, lon2))
    part = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(part)))


def trained(texts: Sequence[Text], gazetteer: Gazetteer) -> tuple[NDArray[Any], list[float]]:
    """Return the weights of mentions and of candidates."""
    judge_crosswise(texts)
    start = {**START, **FIXED}
    candidate = [start.get(name, 0.0) for name in FEATURES]
    for _ in range(3):
        candidate = train_candidates(choices(texts, gazetteer, candidate), candidate)
    return train_mentions(texts), candidate


def save(path: Path, mention: NDArray[Any], candidate: Sequence[float]) -> None:
    """Write the weights."""
    rows = np.flatnonzero(np.abs(mention) > KEPT)
    np.savez_compressed(
        path,
        rows=rows.astype(np.uint32),
        values=mention[rows].astype(np.float16),
        candidate=np.array(candidate, dtype=np.float32),
        names=np.array(FEATURES),
    )


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", default="lgl,trnews,gwn,geovirus")
    parser.add_argument("--part", choices=("all", "even", "odd"), default="all", help="which texts to train on")
    parser.add_argument("--out", type=Path, default=DATA / "models" / "places.npz")
    options = parser.parse_args()
    gazetteer = open_gazetteer()
    texts = texts_of(options.data, options.only.split(","), gazetteer)
    if options.part != "all":
        texts = [text for text in texts if text.number % 2 == (options.part == "odd")]
    mention, candidate = trained(texts, gazetteer)
    save(options.out, mention, candidate)
    print(" ".join(f"{name}={value:.2f}" for name, value in zip(FEATURES, candidate, strict=True)))


if __name__ == "__main__":
    main()
