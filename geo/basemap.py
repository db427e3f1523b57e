"""The map that lies under the marks: the world for low zooms, and detailed tiles of it for close ones."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "data" / "basemap"
"""where data/build/basemap.py leaves its files"""
TILE_DEG = 20
"""the side of a detailed tile, as data/build/basemap.py cut them"""
DETAIL_ZOOM = 5
"""the web-map zoom from which the detailed tiles are worth drawing"""
LINES = ("coast", "borders", "disputed", "provinces", "rivers")
"""the parts that are lists of lines"""
POLYGONS = ("land", "lakes")
"""the parts that are lists of polygons, each a list of rings, the outer one first"""
POINTS = ("labels", "towns")
"""the parts that are lists of rows which begin with a point"""

Bounds = tuple[float, float, float, float]
"""west, south, east, north in degrees of EPSG:4326"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BasemapLayer:
    """A piece of the map as a file: what part of the earth it shows, and from which zoom on.

    Its content is JSON, explained in data/README.md.
    """

    name: str
    path: Path
    bounds: Bounds
    min_zoom: int

    def packed(self) -> bytes:
        """Return the file as it is, gzipped."""
        return self.path.read_bytes()

    def text(self) -> str:
        """Return the JSON text."""
        return gzip.decompress(self.packed()).decode()


@cache
def basemap_layers() -> tuple[BasemapLayer, ...]:
    """Return every piece of the basemap: the world first, then the detailed tiles from west to east and south to north.

    >>> basemap_layers()[0].name
    'world'
    """
    world = BasemapLayer(name="world", path=FOLDER / "world.json.gz", bounds=(-180, -90, 180, 90), min_zoom=0)
    tiles = []
    for path in (FOLDER / "detail").glob("*.json.gz"):
        west, south = (int(part) for part in path.name.removesuffix(".json.gz").split("_"))
        bounds = (west, south, west + TILE_DEG, south + TILE_DEG)
        tiles.append(BasemapLayer(name=f"{west}_{south}", path=path, bounds=bounds, min_zoom=DETAIL_ZOOM))
    return (world, *sorted(tiles, key=lambda tile: tile.bounds))


def tiles_in(bounds: Bounds) -> tuple[BasemapLayer, ...]:
    """Return the detailed tiles that touch a box; bounds east of 180 or west of -180 wrap around.

    >>> [tile.name for tile in tiles_in((38.8, 29.0, 48.6, 37.4))]  # Iraq
    ['20_20', '40_20']
    >>> tiles_in((-115, -58, -105, -42))  # open sea
    ()
    """
    west, south, east, north = bounds
    return tuple(
        tile
        for tile in basemap_layers()[1:]
        if tile.bounds[1] < north
        and south < tile.bounds[3]
        and any(tile.bounds[0] + turn < east and west < tile.bounds[2] + turn for turn in (-360, 0, 360))
    )


def detail_in(bounds: Bounds) -> str:
    """Return the detailed map of the tiles that touch a box, joined into one JSON text of the tiles' own form.

    >>> detail_in((-115, -58, -105, -42))
    ''
    """
    return _joined(tuple(tile.text() for tile in tiles_in(bounds)))


def _joined(texts: Iterable[str]) -> str:
    contents: list[dict[str, Any]] = [json.loads(text) for text in texts]
    if not contents:
        return ""
    west, south, east, north = zip(*(content["bounds"] for content in contents), strict=True)
    joined: dict[str, Any] = {"scale": contents[0]["scale"], "bounds": [min(west), min(south), max(east), max(north)]}
    for part in (*POLYGONS, *LINES, *POINTS):
        joined[part] = [item for content in contents for item in content[part]]
    return json.dumps(joined, ensure_ascii=False, separators=(",", ":"))
