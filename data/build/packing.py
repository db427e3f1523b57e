"""Write outlines small: whole numbers, gzipped, the same bytes for the same content."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import shapely

OUT = Path(__file__).resolve().parents[1] / "borders"


def written(name: str, content: dict[str, Any]) -> None:
    """Write gzipped JSON that is the same bytes for the same content."""
    OUT.mkdir(exist_ok=True)
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    (OUT / name).write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{name}: {(OUT / name).stat().st_size / 1e6:.2f} MB")


def packed(shapes: np.ndarray, decimals: int) -> dict[str, Any]:
    """Return multipolygons as whole numbers: steps of x and y, and how many points, rings and polygons go together."""
    rounded = shapely.transform(shapes, lambda xy: np.round(xy, decimals))
    rounded = np.array(
        [
            polygons_of(shape if shape.is_valid else shapely.set_precision(shapely.make_valid(shape), 10.0**-decimals))
            for shape in rounded
        ]
    )
    assert all(shape.is_valid and not shape.is_empty for shape in rounded)
    kind, coordinates, offsets = shapely.to_ragged_array(rounded)
    assert kind == shapely.GeometryType.MULTIPOLYGON
    whole = np.round(coordinates * 10**decimals).astype(np.int64)
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    points, rings, polygons = (np.diff(offset).tolist() for offset in offsets)
    return {
        "scale": 10**decimals,
        "x": steps[:, 0].tolist(),
        "y": steps[:, 1].tolist(),
        "points": points,
        "rings": rings,
        "polygons": polygons,
    }


def polygons_of(shape: shapely.Geometry) -> shapely.MultiPolygon:
    """Return the areal part of a shape."""
    parts = [
        part for part in shapely.get_parts(shapely.get_parts(shape)) if part.geom_type == "Polygon" and part.area > 0
    ]
    return shapely.MultiPolygon(parts)


def point_of(shape: shapely.Geometry) -> list[float]:
    """Return a point well inside the largest part."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    point = (
        largest.centroid
        if largest.contains(largest.centroid)
        else shapely.maximum_inscribed_circle(largest, 0.02).coords
    )
    xy = point.coords[0] if isinstance(point, shapely.Point) else point[0]
    return [round(xy[0], 4), round(xy[1], 4)]
