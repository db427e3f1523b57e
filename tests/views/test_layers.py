"""What the claim layer is sent."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from shapely.geometry import box

from benchmarks.claims import marks_of
from events.marks import NO_DAY, MarkedPlace, Marks
from geo.place import Shape
from views.layers import MAGIC, layer_of

TYPES = {"u8": "<u1", "u16": "<u2", "u32": "<u4"}


def unpacked(packed: bytes) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    numbers = gzip.decompress(packed)
    assert numbers[:4] == MAGIC
    length = int.from_bytes(numbers[4:8], "little")
    header = json.loads(numbers[8 : 8 + length])
    columns = {
        name: np.frombuffer(numbers, TYPES[column["type"]], count=header["rows"], offset=column["offset"])
        for name, column in header["columns"].items()
    }
    return header, columns


def empty(places: tuple[MarkedPlace, ...] = ()) -> Marks:
    names = Marks.__dataclass_fields__.keys() - {"places", "crossings"}
    return Marks(**{name: np.zeros(0, dtype=np.int32) for name in names}, places=places, crossings=())


def test_numbers_come_back_as_they_were() -> None:
    """Days, places and crossings survive the packing, the later days as differences; an unknown day stays unknown."""
    marks = marks_of(500)
    header, columns = unpacked(layer_of(marks).numbers)
    for name, original in (("first", marks.first_day), ("last", marks.last_day), ("reportLast", marks.report_last_day)):
        column = columns[name] if name == "first" else columns[name] + columns["first"]
        days = np.where(column == 0, NO_DAY, column.astype(np.int64) + header["base"] - 1)
        assert original.tolist() == days.tolist()
    assert marks.place.tolist() == columns["place"].tolist()
    crossing = columns["crossing"].astype(np.int64)
    assert marks.crossing.tolist() == np.where(crossing == header["noCrossing"], -1, crossing).tolist()


def test_kind_status_and_role_are_bits_of_the_code() -> None:
    """The bits stand where views/js/decode.js reads them."""
    marks = marks_of(500)
    code = unpacked(layer_of(marks).numbers)[1]["code"]
    assert marks.kind.tolist() == (code & 7).tolist()
    assert marks.status.tolist() == (code >> 3 & 7).tolist()
    assert marks.role.tolist() == (code >> 6 & 3).tolist()
    assert np.where(marks.reached == 1, 1, np.where(marks.reached == 0, 2, 0)).tolist() == (code >> 8 & 3).tolist()


def test_each_claim_leads_once() -> None:
    """A claim with three places is counted once, and once at a place that it names twice."""
    marks = marks_of(500)
    code = unpacked(layer_of(marks).numbers)[1]["code"]
    leading = marks.claim[(code >> 11 & 1).astype(bool)]
    assert sorted(set(marks.claim.tolist())) == sorted(leading.tolist())
    fresh = (code >> 12 & 1).astype(bool)
    pairs = list(zip(marks.claim[fresh].tolist(), marks.place[fresh].tolist(), strict=True))
    assert len(set(pairs)) == len(pairs)
    assert set(pairs) == set(zip(marks.claim.tolist(), marks.place.tolist(), strict=True))


def test_a_claim_takes_at_most_24_bytes() -> None:
    """The payload is small enough for a hundred thousand claims."""
    layer = layer_of(marks_of(20_000))
    assert layer.claims == 20_000
    assert len(gzip.decompress(layer.numbers)) / layer.claims <= 24
    assert len(layer.numbers) / layer.claims <= 6


def test_every_column_is_aligned() -> None:
    """Typed arrays need an offset that is a multiple of their element's size."""
    header, _ = unpacked(layer_of(marks_of(101)).numbers)
    for column in header["columns"].values():
        assert column["offset"] % np.dtype(TYPES[column["type"]]).itemsize == 0


def test_numbers_hold_no_text() -> None:
    """Names go beside the numbers, never into them."""
    layer = layer_of(marks_of(50))
    assert b"Mesopotamia" not in gzip.decompress(layer.numbers)
    assert b"made-up" not in gzip.decompress(layer.numbers)
    assert b"Mesopotamia" in gzip.decompress(layer.names)


def test_nothing_is_a_layer_too() -> None:
    """An empty selection has its header and no rows."""
    layer = layer_of(empty())
    assert layer.rows == layer.claims == 0
    assert unpacked(layer.numbers)[0]["rows"] == 0


def test_the_rows_of_a_claim_stand_together_behind_the_one_that_leads() -> None:
    """The page tells claims apart by that alone: their numbers are not sent."""
    marks = marks_of(500)
    lead = unpacked(layer_of(marks).numbers)[1]["code"] >> 11 & 1
    changes = np.concatenate([[True], marks.claim[1:] != marks.claim[:-1]])
    assert changes.tolist() == lead.astype(bool).tolist()


def test_a_crossing_that_does_not_fit_is_an_error() -> None:
    """Nothing is cut off in silence."""
    marks = marks_of(1)
    marks.crossing[:] = 2**20
    with pytest.raises(ValueError, match="crossing must be at most"):
        layer_of(marks)


def test_outlines_go_to_the_places_that_name_them() -> None:
    """Only the outlines that are wanted and known are sent."""
    place = MarkedPlace(
        id="iso:XX", name="X", native_name=None, shape=Shape.OUTLINE, lon=1, lat=2, radius_km=9, geo_precision=3,
        outlines=("iso:XX", "iso:YY"),
    )  # fmt: skip
    layer = layer_of(empty((place,)), outlines={"iso:XX": box(0, 0, 2, 4), "iso:ZZ": box(5, 5, 6, 6)})
    names = json.loads(gzip.decompress(layer.names))
    assert list(names["outlines"]) == ["iso:XX"]
    assert names["outlines"]["iso:XX"]["type"] == "Polygon"
    assert names["places"][0]["outlines"] == ["iso:XX", "iso:YY"]


def test_hours_are_sent_only_where_a_claim_tells_them() -> None:
    """One byte a row more, and none for texts that tell days."""
    days = marks_of(claims=20, places=3)
    assert "daytime" not in unpacked(layer_of(days).numbers)[1]
    told = np.arange(len(days.claim), dtype=np.uint8) % 29
    columns = unpacked(layer_of(replace(days, daytime=told)).numbers)[1]
    assert columns["daytime"].tolist() == told.tolist()
