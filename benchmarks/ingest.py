"""How fast files become claims in a store, with one process and with several, and how much memory that takes.

    python -m benchmarks.ingest [--documents 10000] [--jobs 1 2] [--texts news dispatches] [--profile]

Makes a folder of texts and brings it into a new store for each number of jobs, by the same command as a user. `news`
are the articles of the development data ($BENCH_DATA), each of them many times with other sentences left out;
`dispatches` are made from the sample corpus of reports of war, every sentence worded a little differently and with
somebody who says it on some day, so that they hold five times as many claims as news. Told are words a second of wall
time, and words a second of processor time of all processes together, which a busy machine bends less; the most memory
that one process had; and whether the exports are the same.
"""

from __future__ import annotations

import argparse
import cProfile
import hashlib
import json
import os
import pstats
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice, pairwise
from pathlib import Path

from events.ingest import ingest
from events.intake.read import open_reader
from events.store import Store
from texts.document import Document
from texts.read import documents_in
from texts.sentence import sentences_in

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "data" / "corpus"
BENCH = Path(os.environ.get("BENCH_DATA", ROOT.parent / "shared" / "benchmarks" / "data"))
ARTICLES = ("geoparse-lgl", "geoparse-geovirus", "geoparse-trnews", "geoparse-gwn", "attribution-dev")
KEPT = 0.8
"""The share of an article's sentences that a copy of it has."""
WORDS = 400
"""How long a report is."""
SPEECH = ("on Monday", "in a statement", "by telephone", "in an interview", "to reporters", "late that night")


@cache
def _sentences() -> tuple[str, ...]:
    texts = [it.text for it in documents_in(CORPUS) if isinstance(it, Document)]
    found = (" ".join(span.of(text).split()) for text in texts for span in sentences_in(text))
    return tuple(it for it in found if it.endswith("."))


def dispatches(documents: int) -> Iterator[str]:
    """Yield so many texts made from the sample corpus."""
    chance = random.Random(1)  # noqa: S311 - invented data
    for number in range(documents):
        lines, words = [f"Published: 2014-{number % 12 + 1:02}-{number % 28 + 1:02}", ""], 0
        while words < WORDS:
            sentence = chance.choice(_sentences())[:-1] + f", report {number} said {chance.choice(SPEECH)}."
            words += len(sentence.split())
            lines += [sentence] if chance.random() < 0.7 else [sentence, ""]
        yield "\n".join(lines)


def news(documents: int) -> Iterator[str]:
    """Yield so many articles of the development data, none of them twice with the same sentences."""
    chance = random.Random(1)  # noqa: S311 - which sentences are left out
    files = (BENCH / f"{name}.jsonl" for name in ARTICLES)
    lines = (line for file in files for line in file.read_text(encoding="utf-8").split("\n") if line)
    texts = [json.loads(line)["text"] for line in lines]
    articles = [(text, [span.start for span in sentences_in(text)]) for text in texts]
    for number, (text, starts) in enumerate(islice(cycle(articles), documents)):
        kept = (text[start:end] for start, end in pairwise((*starts, len(text))) if chance.random() < KEPT)
        yield f"Published: 2014-{number % 12 + 1:02}-{number % 28 + 1:02}\n\n" + "".join(kept)


TEXTS = {"news": news, "dispatches": dispatches}


def make(folder: Path, texts: Iterable[str]) -> int:
    """Write texts into a folder, a thousand in each folder of it, and return how many words they have."""
    total = 0
    for number, text in enumerate(texts):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        total += len(text.split())
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took."""

    wall: float
    processor: float
    memory_mb: float
    """of the process that had most"""
    export: str
    """hash of what the store gives back"""


def run(folder: Path, store: Path, jobs: int) -> Cost:
    """Bring a folder into a new store by the terminal's command."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "cli", "ingest", str(folder), "--store", str(store), "--jobs", str(jobs)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    out = store.with_suffix(".csv")
    export = [sys.executable, "-m", "cli", "export", "--store", str(store), "--format", "csv", "-o", str(out)]
    subprocess.run(export, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    return Cost(wall=wall, processor=processor, memory_mb=after.ru_maxrss / 1024, export=digest)


def profile(folder: Path, store: Path) -> None:
    """Print where one process spends its time."""
    opened = open_reader()
    profiler = cProfile.Profile()
    with Store.open(store) as into:
        profiler.enable()
        for _ in ingest([folder], into, lambda: opened):
            pass
        profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(45)
    pstats.Stats(profiler).sort_stats("cumtime").print_stats(70)


def main() -> None:
    """Print a table in markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--texts", choices=sorted(TEXTS), nargs="+", default=list(TEXTS))
    parser.add_argument("--profile", action="store_true", help="say where the time goes, and nothing else")
    options = parser.parse_args()
    rows, notes = [], []
    for name in options.texts:
        with tempfile.TemporaryDirectory(prefix="dateline-") as at:
            folder = Path(at, "texts")
            words = make(folder, TEXTS[name](options.documents))
            if options.profile:
                profile(folder, Path(at, "profile.sqlite"))
                continue
            costs = [run(folder, Path(at, f"{jobs}.sqlite"), jobs) for jobs in options.jobs]
            rows += [
                f"| {name} | {jobs} | {it.wall:.1f} | {words / it.wall:,.0f} | {it.processor:.1f} |"
                f" {words / it.processor:,.0f} | {it.memory_mb:.0f} |"
                for jobs, it in zip(options.jobs, costs, strict=True)
            ]
            same = "the same" if len({it.export for it in costs}) == 1 else "NOT the same"
            times = f"{costs[0].wall / costs[-1].wall:.2f} times as fast as {options.jobs[0]}"
            notes.append(
                f"{options.documents:,} texts of {name}, {words:,} words: {options.jobs[-1]} jobs were {times};"
                f" exports are {same}."
            )
    if rows:
        print("| texts | jobs | seconds | words/s | processor s | words/s a core | MB |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        print("\n".join((*rows, "", *notes)))


if __name__ == "__main__":
    main()
