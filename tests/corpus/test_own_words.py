"""What the project contains is in words of its own: no run of nine of an original or of a benchmark's text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import missing

ROOT = Path(__file__).resolve().parent.parent.parent
CORPUS = sorted((ROOT / "data" / "corpus").glob("*.md"))
OWN = [*CORPUS, *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "tests" / "golden").rglob("*.txt"))]
WRITTEN = (
    "*.md",
    "*.py",
    "texts/**/*.py",
    "geo/**/*.py",
    "events/**/*.py",
    "views/**/*.py",
    "views/**/*.js",
    "ui/**/*.py",
)
WRITTEN += ("tests/**/*.py", "tests/**/*.txt", "benchmarks/**/*.py", "data/lexicons/*.txt", "docs/**/*.md")

RUN = 9
"""So many words in a row are a copy, whatever stands between them."""

KEYS = {"title", "publisher", "published", "published_basis", "language", "restates", "licence", "note"}
BASES = {"stated", "inferred", "analyst"}


def runs(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def front_matter(path: Path) -> dict[str, str]:
    opening, head, _ = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == ""
    return dict(line.split(": ", 1) for line in head.splitlines())


@pytest.fixture(scope="module")
def original_runs(originals: Path) -> set[str]:
    return set().union(*(runs(path.read_text(encoding="utf-8")) for path in sorted(originals.glob("*.txt"))))


@pytest.mark.originals
@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_no_run_of_words_is_taken_from_an_original(path: Path, original_runs: set[str]) -> None:
    assert set() == runs(path.read_text(encoding="utf-8")) & original_runs


@pytest.fixture(scope="module")
def benchmark_runs(originals: Path) -> set[str]:
    folder = originals.parent / "benchmarks" / "data"
    if not folder.is_dir():
        missing(f"the development data of the benchmarks is not in {folder}")
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").split("\n") if line)
    return set().union(*(runs(words) for line in lines for words in strings_in(json.loads(line))))


def strings_in(record: Any) -> Iterator[str]:
    """Yield every string of a record of JSON."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, (list, dict)):
        for part in record.values() if isinstance(record, dict) else record:
            yield from strings_in(part)


@pytest.mark.originals
def test_no_file_of_the_project_has_a_run_of_words_of_an_original_or_of_a_benchmark(
    original_runs: set[str], benchmark_runs: set[str]
) -> None:
    theirs = original_runs | benchmark_runs
    paths = sorted({path for pattern in WRITTEN for path in ROOT.glob(pattern)})
    copied = {path.name: found for path in paths if (found := runs(path.read_text(encoding="utf-8")) & theirs)}
    assert len(paths) > 500
    assert len(benchmark_runs) > 100_000
    assert copied == {}


@pytest.mark.originals
def test_the_check_finds_a_copy(originals: Path, original_runs: set[str]) -> None:
    """Ten words out of the middle of an original, in other letters and stops, are found."""
    words = re.findall(r"\w+", (originals / "002_6feb9ca6c2268e22.txt").read_text(encoding="utf-8"))[100:110]
    assert runs("Own words. " + ", ".join(words).upper()) & original_runs


@pytest.mark.originals
def test_every_original_is_restated(originals: Path) -> None:
    restated = {name for path in CORPUS for name in front_matter(path)["restates"].split()}
    assert {path.name for path in originals.glob("*.txt")} == restated


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_the_front_matter_is_flat_and_known(path: Path) -> None:
    head = front_matter(path)
    assert set() == set(head) - KEYS
    assert {"title", "restates", "licence"} <= set(head)
    assert ("published" in head) == ("published_basis" in head)
    assert head.get("published_basis", "stated") in BASES


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_a_dispatch_is_short(path: Path) -> None:
    body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    assert 120 <= len(body.split()) <= 300
