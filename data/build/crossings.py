"""Make data/crossings.csv from crossings.txt; usage: crossings.py."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import shapely

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

from gazetteer import OWN, hand_variants, lines_of, script_of  # noqa: E402 - this script is run by its path

from geo.borders import load_borders  # noqa: E402 - as above
from geo.distance import distance_km  # noqa: E402 - as above

COLUMNS = (
    "id,kind,country_a,name_a,country_b,name_b,variants,lon,lat,approximation,nearby,description,geo_source,licence"
)


def main() -> None:
    """Write the file, with every point moved onto the border that its two sides share."""
    rows = []
    for slug, kind, sides, point, approximation, variants, nearby, description in lines_of("crossings"):
        (a, name_a), (b, name_b) = sorted(side.split(":") for side in sides.split(","))
        lon, lat = (float(number) for number in point.split())
        border = load_borders().shared_border(f"iso:{a}", f"iso:{b}")
        assert border is not None, slug
        x, y = shapely.shortest_line(border, shapely.Point(lon, lat)).coords[0]
        off = distance_km(lon, lat, x, y)
        if off > float(approximation):
            print(f"{slug}: {off:.1f} km from the border, approximation {approximation} km")
        names = {name: language for language, name in hand_variants(variants) if name not in {name_a, name_b}}
        marked = ";".join(f"{name}@{language}-{script_of(name) or 'Latn'}" for name, language in names.items())
        rows.append(
            (
                f"dl:crossing-{slug}",
                kind,
                a,
                name_a,
                b,
                name_b,
                marked,
                f"{x:.3f}",
                f"{y:.3f}",
                approximation,
                nearby,
                description,
                f"{OWN}; on the border of Natural Earth",
                "Apache-2.0",
            )
        )
    with (ROOT / "data" / "crossings.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS.split(","))
        writer.writerows(rows)
    print(f"{len(rows)} crossings")


if __name__ == "__main__":
    main()
