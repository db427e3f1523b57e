"""The map under the marks: it is complete, small enough, and lies where the outlines lie."""

from __future__ import annotations

import json
from itertools import accumulate
from typing import Any

import pytest
import shapely

from geo.basemap import LINES, POINTS, POLYGONS, BasemapLayer, basemap_layers, detail_in, tiles_in
from geo.borders import load_borders

IRAQ = (38.8, 29.0, 48.6, 37.4)


def ring(numbers: list[int], scale: int) -> list[tuple[float, float]]:
    xs, ys = accumulate(numbers[::2]), accumulate(numbers[1::2])
    return [(x / scale, y / scale) for x, y in zip(xs, ys, strict=True)]


def content_of(layer: BasemapLayer) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(layer.text())
    return content


@pytest.fixture(scope="module")
def iraq() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(detail_in(IRAQ))
    return content


def test_the_start_view_of_iraq_stays_well_under_its_limit() -> None:
    world, *_ = basemap_layers()

    assert len(world.text().encode()) + len(detail_in(IRAQ).encode()) < 1_000_000


def test_the_whole_detailed_map_is_small() -> None:
    assert sum(len(layer.packed()) for layer in basemap_layers()) < 3_000_000


@pytest.mark.parametrize("name", ["world", "20_20", "40_20", "0_40", "-80_20", "160_60"])
def test_every_piece_holds_every_part(name: str) -> None:
    (layer,) = (layer for layer in basemap_layers() if layer.name == name)

    assert {"scale", *POLYGONS, *LINES, *POINTS} <= set(content_of(layer))


@pytest.mark.parametrize("name", ["world", "20_20", "40_20", "160_60"])
def test_every_point_lies_within_the_bounds_of_its_piece(name: str) -> None:
    (layer,) = (layer for layer in basemap_layers() if layer.name == name)
    content = content_of(layer)
    west, south, east, north = layer.bounds
    lines = [line for part in LINES for line in content[part]]
    rings = [line for part in POLYGONS for polygon in content[part] for line in polygon]
    points = [point for line in (*lines, *rings) for point in ring(line, content["scale"])]
    points += [(x / content["scale"], y / content["scale"]) for part in POINTS for x, y, *_ in content[part]]

    assert [(x, y) for x, y in points if not (west <= x <= east and south <= y <= north)] == []


def test_the_drawn_border_is_the_outline_s_border(iraq: dict[str, Any]) -> None:
    """The basemap and the outlines are simplified apart: nowhere may they part by more than three kilometres."""
    drawn = shapely.MultiLineString([ring(line, iraq["scale"]) for line in iraq["borders"]])
    border = load_borders().shared_border("iso:IQ", "iso:IR")
    assert border is not None

    assert shapely.Point(0, 0).distance(border) > 40
    assert max(drawn.distance(shapely.Point(xy)) for xy in shapely.get_coordinates(border)) < 0.03


@pytest.mark.parametrize(
    ("part", "name", "native"),
    [
        ("towns", "Mosul", "الموصل"),
        ("towns", "Khanaqin", "خانقين"),
        ("towns", "Jalawla", "جلولاء"),
        ("towns", "Sarpol-e Zahab", "سرپل ذهاب"),
        ("labels", "Iraq", "العراق"),
        ("labels", "Lorestan", "لرستان"),
        ("labels", "Nineveh", "نينوى"),
    ],
)
def test_a_name_stands_beside_its_native_one(iraq: dict[str, Any], part: str, name: str, native: str) -> None:
    assert [native] == [row[4] for row in iraq[part] if row[3] == name]


def test_a_disputed_border_is_a_part_of_its_own() -> None:
    golan = json.loads(detail_in((35.5, 32.6, 36.0, 33.5)))
    near = [
        line for line in golan["disputed"] if any(35 < x < 36.5 and 32 < y < 34 for x, y in ring(line, golan["scale"]))
    ]

    assert near


def test_tiles_wrap_around_the_antimeridian() -> None:
    assert {tile.name for tile in tiles_in((170, -20, 190, -10))} == {
        tile.name for tile in tiles_in((-190, -20, -170, -10))
    }


def test_the_open_sea_has_no_tiles() -> None:
    assert detail_in((-115.0, -58.0, -105.0, -42.0)) == ""


def test_larger_towns_have_smaller_ranks(iraq: dict[str, Any]) -> None:
    rank = {row[3]: row[2] for row in iraq["towns"]}

    assert rank["Baghdad"] < rank["Tikrit"] <= rank["Jalawla"]
