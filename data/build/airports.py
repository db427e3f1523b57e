"""Make data/world/airports.csv: airports with scheduled flights, and air bases, with the names that reports use.

    python data/build/airports.py FOLDER

FOLDER holds the package `airportsdata` 20260905 (MIT). Of its 28,000 landing places those are kept that have an IATA
code, and those that an air force or a navy bears in the name.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

OUT = Path(__file__).parent.parent / "world" / "airports.csv"
BASE = re.compile(r"(?i)\b(?:air ?base|air force|air ?field \(military\)|airbase|naval air|air station)\b")
SORT = re.compile(
    r"(?i)[ -]*\b(?:international|intl|regional|municipal|domestic|air ?base|air force base|airport|airfield|"
    r"air ?field|aerodrome|airstrip)\b"
)
BASES = ("air base", "airbase")
LONGEST = 5
"""Words beyond which a spelling of one's own is no name that reports use."""


def names_of(row: dict[str, str]) -> tuple[str, ...]:
    """Return the name of an airport, and the shorter ones by which reports call it."""
    name = " ".join(row["name"].replace("/", " / ").split(" / ")[0].split())
    bare = " ".join(SORT.sub(" ", name.split(" (")[0]).split(" - ")[0].split()).strip(" -,")
    found = [name]
    if bare and len(bare.split()) <= LONGEST:
        endings = BASES if BASE.search(name) else ("airport",)
        found += [f"{bare} {ending}" for ending in endings]
    return tuple(dict.fromkeys(found))


def main(folder: Path) -> None:
    """Write the table."""
    with (folder / "airportsdata" / "airports.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["iata"] or BASE.search(row["name"])]
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("icao", "names", "code", "lon", "lat", "country"))
        for row in sorted(rows, key=lambda it: it["icao"]):
            if not SORT.search(names_of(row)[0]) or any(sign in row["name"] for sign in ";,"):
                continue
            code = "AIRB" if BASE.search(row["name"]) else "AIRP"
            spot = (f"{float(row['lon']):.3f}", f"{float(row['lat']):.3f}")
            writer.writerow((row["icao"], ";".join(names_of(row)), code, *spot, row["country"]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
