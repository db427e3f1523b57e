"""Score the geoparser with the project's scorer, which lies beside the repository.

    python -m benchmarks.where [--shipped]

Prints a table in markdown: end-to-end F1 (exact span, within 161 km). The shipped weights were trained on these very
texts, so they are not what is scored: for "the other half" each half of a corpus is read with weights trained on the
other halves of all, for "other corpora" with weights trained on the other corpora alone. `--shipped` scores the
shipped ones too. The scorer and its texts are in ../shared/benchmarks or $DATELINE_BENCHMARKS; they are for measuring
only, and nothing of them is in the repository.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.train_places import WITHOUT_PEOPLE, Text, texts_of, trained
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.geoparse import resolutions_in
from geo.rank import Ranker
from geo.recognise import Judge, Weights, load_weights
from texts.document import Document

ROOT = Path(__file__).resolve().parent.parent
CORPORA = {"lgl": "LGL", "geovirus": "GeoVirus", "trnews": "TR-News", "gwn": "GeoWebNews"}
GOALS = {"lgl": "72 → 80", "geovirus": "78 → 82", "trnews": "84 → 88", "gwn": "80 → 86"}


def folder() -> Path:
    """Return the folder of the scorer."""
    return Path(os.environ.get("DATELINE_BENCHMARKS", ROOT.parent / "shared" / "benchmarks"))


def scorer() -> Any:
    """Return the scorer as a module."""
    spec = importlib.util.spec_from_file_location("geoparse_scorer", folder() / "geoparse.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def use(gazetteer: Gazetteer, mention: Any, candidate: Iterable[float]) -> None:
    """Read with these weights from now on."""
    weights = Weights(mention=np.asarray(mention, dtype=np.float32), candidate=tuple(candidate))
    gazetteer.judge = Judge(weights, gazetteer.index)
    gazetteer.ranker = Ranker(gazetteer.index, weights.candidate)


def answers(text: str, gazetteer: Gazetteer, *, demonyms: bool) -> list[dict[str, Any]]:
    """Return the toponyms of a text in the scorer's form."""
    found = resolutions_in(Document(id="", text=text, name=""), gazetteer, demonyms=demonyms)
    return [
        {
            "start": it.toponym.span.start,
            "end": it.toponym.span.end,
            "lat": it.place.lat if it.place else None,
            "lon": it.place.lon if it.place else None,
        }
        for it in found
    ]


class Trial:
    """One way to train, and what it answered for each corpus."""

    def __init__(self, texts: list[Text], documents: dict[str, list[Any]], gazetteer: Gazetteer) -> None:
        self.texts = texts
        self.documents = documents
        self.gazetteer = gazetteer

    def half(self, corpus: str, predicted: dict[str, Any], part: int) -> None:
        """Answer for the texts of one half."""
        for number, document in enumerate(self.documents[corpus]):
            if number % 2 == part:
                predicted[document.id] = answers(document.text, self.gazetteer, demonyms=corpus not in WITHOUT_PEOPLE)

    def other_half(self) -> dict[str, dict[str, Any]]:
        """Return the answers of weights trained on the other halves of all corpora."""
        found: dict[str, dict[str, Any]] = {corpus: {} for corpus in self.documents}
        for part in (0, 1):
            self._train(lambda text, part=part: text.number % 2 != part)  # type: ignore[misc]  # a bound part
            for corpus in self.documents:
                self.half(corpus, found[corpus], part)
        return found

    def other_corpora(self) -> dict[str, dict[str, Any]]:
        """Return the answers of weights trained on the other corpora alone."""
        found: dict[str, dict[str, Any]] = {corpus: {} for corpus in self.documents}
        for corpus in self.documents:
            self._train(lambda text, corpus=corpus: text.corpus != corpus)  # type: ignore[misc]  # a bound corpus
            self.half(corpus, found[corpus], 0)
            self.half(corpus, found[corpus], 1)
        return found

    def shipped(self) -> dict[str, dict[str, Any]]:
        """Return the answers of the shipped weights, which have seen these texts."""
        weights = load_weights()
        use(self.gazetteer, weights.mention, weights.candidate)
        found: dict[str, dict[str, Any]] = {corpus: {} for corpus in self.documents}
        for corpus in self.documents:
            self.half(corpus, found[corpus], 0)
            self.half(corpus, found[corpus], 1)
        return found

    def _train(self, wanted: Callable[[Text], bool]) -> None:
        use(self.gazetteer, *trained([text for text in self.texts if wanted(text)], self.gazetteer))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shipped", action="store_true", help="also score the shipped weights on what they have seen")
    options = parser.parse_args()
    data = Path(os.environ.get("BENCH_DATA", folder() / "data"))
    if not all((data / f"geoparse-{corpus}.jsonl").is_file() for corpus in CORPORA):
        print("The annotated texts are not at hand.")
        return
    module = scorer()
    gazetteer = open_gazetteer(progress=sys.stderr.isatty())
    documents = {corpus: module.load(corpus)[0] for corpus in CORPORA}
    trial = Trial(texts_of(data, CORPORA, gazetteer), documents, gazetteer)
    runs = {"trained on the other half": trial.other_half(), "trained on other corpora": trial.other_corpora()}
    if options.shipped:
        runs["shipped weights (they have seen these texts)"] = trial.shipped()
    print("| End-to-end F1 (precision / recall) | " + " | ".join(CORPORA.values()) + " |")
    print("|---|" + "---|" * len(CORPORA))
    print("| goal → moonshot | " + " | ".join(GOALS[corpus] for corpus in CORPORA) + " |")
    for title, found in runs.items():
        cells = []
        for corpus in CORPORA:
            score = module.aggregate(module.score(documents[corpus], found[corpus]))["exact"]
            precision, recall, f1 = (100 * score[key] for key in ("e2e_P", "e2e_R", "e2e_F1"))
            cells.append(f"{f1:.1f} ({precision:.0f} / {recall:.0f})")
        print(f"| {title} | " + " | ".join(cells) + " |")
    begun = time.perf_counter()
    count = 0
    for corpus, held in documents.items():
        for document in held:
            answers(document.text, gazetteer, demonyms=corpus not in WITHOUT_PEOPLE)
            count += len(document.text.split())
    print(f"\n{count / (time.perf_counter() - begun):,.0f} words/s in one process after the start.")


if __name__ == "__main__":
    main()
