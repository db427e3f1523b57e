"""Make data/borders/theatre.json.gz: rivers by name, regions made of provinces; usage: theatre.py FOLDER."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import shapely

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from packing import written  # noqa: E402 - this script is run by its path
from waters import followed, rivers_of  # noqa: E402 - as above

from geo.borders import load_borders  # noqa: E402 - as above

REGIONS = {"dl:kurdistan-region": ("Kurdistan Region", ("iso:IQ-AR", "iso:IQ-DA", "iso:IQ-SU"))}
"""regions that are made of provinces"""


def feature(identity: str, name: str, shape: shapely.Geometry, source: str) -> dict[str, object]:
    """Return a GeoJSON feature."""
    geometry = json.loads(shapely.to_geojson(shapely.set_precision(shape, 0.001)))
    return {"type": "Feature", "id": identity, "properties": {"name": name, "source": source}, "geometry": geometry}


def main(packages: Path) -> None:
    """Write the file."""
    known = rivers_of(packages)
    features = []
    for line in (HERE / "rivers.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            river, _, title, _, _, points = line.split("|")
            drawn = shapely.LineString([[float(number) for number in point.split()] for point in points.split(",")])
            found = followed(drawn, known)
            source = "general knowledge, rounded" if found is None else "Natural Earth"
            print(title, source, "" if found is None else found.geom_type)
            features.append(feature(f"dl:{river}", title, drawn if found is None else found, source))
    borders = load_borders()
    for identity, (name, provinces) in REGIONS.items():
        shape = shapely.union_all([borders.outline(province) for province in provinces])
        features.append(feature(identity, name, shape, "Natural Earth"))
    written("theatre.json.gz", {"type": "FeatureCollection", "features": features})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
