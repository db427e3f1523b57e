"""The sample corpus restates the originals in words of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CORPUS = sorted((ROOT / "data" / "corpus").glob("*.md"))
OWN = [*CORPUS, *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "tests" / "golden").rglob("*.txt"))]

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
