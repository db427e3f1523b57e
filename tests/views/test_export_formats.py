"""Exports that other programs open: every claim is in them, says that it is claimed, and is where it was put."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import geopandas
import pytest

from events.claim import ClaimTime, TimeBasis
from events.store import Store
from tests.claims import CONVOY, DOCUMENT, FEARED, OFFERED, REFUTED, RETAKEN
from texts.dating import Interval, Precision
from texts.span import Span
from views.export import export
from views.export_form import Format
from views.export_tables import table_of

FIVE = (CONVOY, RETAKEN, FEARED, REFUTED, OFFERED)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with five claims of one text, seven places in all."""
    with Store.open(tmp_path / "s.sqlite") as made:
        made.add(DOCUMENT, FIVE)
        yield made


def file_of(store: Store, form: Format, folder: Path) -> Path:
    """The export of everything as a file."""
    path = folder / f"claims.{'parquet' if form is Format.GEOPARQUET else form}"
    path.write_bytes(b"".join(export(store.each_claim(), form, filters={}, counts=store.counts())))
    return path


@pytest.mark.parametrize("form", [Format.GPKG, Format.GEOPARQUET])
def test_a_table_has_a_row_for_each_place_in_degrees(store: Store, tmp_path: Path, form: Format) -> None:
    """geopandas opens it and finds every place of every claim."""
    path = file_of(store, form, tmp_path)
    table = geopandas.read_parquet(path) if form is Format.GEOPARQUET else geopandas.read_file(path)
    assert len(table) == 7
    assert table.crs.to_string() == "EPSG:4326"
    assert {one.id for one in FIVE} == set(table["claim"])
    khanaqin = table[table["place"] == "Khanaqin"].iloc[0]
    assert pytest.approx((khanaqin.geometry.x, khanaqin.geometry.y)) == (45.39, 34.35)
    assert khanaqin["name"].startswith("Claimed (unconfirmed): movement")


def test_a_kml_has_time_spans_and_says_that_it_is_claimed(store: Store, tmp_path: Path) -> None:
    """geopandas opens it; names say the status, undated ones say so."""
    table = geopandas.read_file(file_of(store, Format.KML, tmp_path), driver="KML")
    names = " ".join(table["Name"])
    assert "Claimed (unconfirmed): movement" in names
    words = (tmp_path / "claims.kml").read_text(encoding="utf-8")
    assert "<TimeSpan><begin>2014-08-22</begin><end>2014-08-22</end></TimeSpan>" in words
    assert "Claimed (planned, undated)" in words


def test_a_geojson_is_flat_and_has_start_and_end(store: Store, tmp_path: Path) -> None:
    """A tool that shows nothing but names and times still says "claimed"."""
    features = json.loads(file_of(store, Format.GEOJSON, tmp_path).read_text(encoding="utf-8"))["features"]
    (convoy,) = (one["properties"] for one in features if one["id"] == CONVOY.id)
    assert (convoy["start"], convoy["end"]) == ("2014-08-22", "2014-08-22")
    assert convoy["name"] == "Claimed (unconfirmed): movement — An informed source"


def test_a_movement_is_its_legs_with_the_crossing_between(store: Store, tmp_path: Path) -> None:
    """Nobody's two goals are joined by a line, and a movement without a start is points."""
    features = json.loads(file_of(store, Format.GEOJSON, tmp_path).read_text(encoding="utf-8"))["features"]
    shapes = {one["id"]: one["geometry"] for one in features}
    assert shapes[CONVOY.id]["coordinates"] == [[[45.86, 34.46], [45.47, 34.38]], [[45.47, 34.38], [45.39, 34.35]]]
    assert shapes[FEARED.id]["type"] == "MultiPoint"


def test_four_times_are_told_apart(tmp_path: Path) -> None:
    """When it happened, was said, was published and was captured each have a field; what is unknown has none."""
    document = replace(DOCUMENT, captured="2014-09-01T08:00:00Z")
    said = ClaimTime(
        edtf="2014-08-23",
        interval=Interval(start=date(2014, 8, 23), end=date(2014, 8, 24)),
        precision=Precision.DAY,
        span=Span(start=0, end=2),
        text=DOCUMENT.text[:2],
        basis=TimeBasis.TEXT,
    )
    times = {
        "when": "2014-08-22",
        "said": "2014-08-23",
        "published": "2014-08-17/2014-08-24",
        "captured": "2014-09-01T08:00:00Z",
    }
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(document, (replace(CONVOY, said=said), FEARED))
        (told, untold) = sorted(features_of(store), key=lambda it: it["said"] is None)
        kml = b"".join(export(store.each_claim(), Format.KML, filters={}, counts=store.counts())).decode()
        table = table_of(store.each_claim())
    assert times == {name: told[name] for name in times}
    assert (untold["when"], untold["said"]) == (None, None)
    assert all(f'<Data name="{name}"><value>{time}</value></Data>' in kml for name, time in times.items())
    assert list(table[table["claim"] == CONVOY.id]["said"].unique()) == ["2014-08-23"]


def features_of(store: Store) -> list[dict[str, Any]]:
    """The properties of the features of everything."""
    pieces = export(store.each_claim(), Format.GEOJSON, filters={}, counts=store.counts())
    return [it["properties"] for it in json.loads(b"".join(pieces))["features"]]


def test_a_timemap_event_is_undated_where_the_claim_is(store: Store, tmp_path: Path) -> None:
    """No day is made up for it."""
    events = json.loads(file_of(store, Format.TIMEMAP, tmp_path).read_text(encoding="utf-8"))
    dates = {event["id"].split("-")[0]: event["date"] for event in events}
    assert {CONVOY.id: "2014-08-22", FEARED.id: ""}.items() <= dates.items()


@pytest.mark.parametrize("form", list(Format))
def test_an_export_of_nothing_opens(tmp_path: Path, form: Format) -> None:
    """An empty selection is a whole file."""
    with Store.open(tmp_path / "s.sqlite") as empty:
        path = file_of(empty, form, tmp_path)
    if form in {Format.GPKG, Format.GEOPARQUET}:
        table = geopandas.read_parquet(path) if form is Format.GEOPARQUET else geopandas.read_file(path)
        assert len(table) == 0
    assert path.stat().st_size > 0


@pytest.mark.parametrize("form", list(Format))
def test_the_same_claims_give_the_same_bytes(store: Store, tmp_path: Path, form: Format) -> None:
    """Whatever the moment."""
    first = file_of(store, form, tmp_path).read_bytes()
    assert first == file_of(store, form, tmp_path).read_bytes()
