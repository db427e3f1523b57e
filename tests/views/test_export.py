import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from events.store import Store
from tests.claims import DOCUMENT, RETAKEN
from tests.laws.test_store import Batch, batches, few, filled
from views.export import NOTICE, export
from views.export_csv import guarded, unguarded
from views.export_form import Format

BACK = (Format.GEOJSON, Format.CSV)


def exported(store: Store, form: Format) -> bytes:
    return b"".join(export(store.each_claim(), form, filters={}, counts=store.counts()))


@pytest.mark.parametrize("form", BACK)
@given(given_batches=batches())
@few
def test_the_same_store_gives_the_same_bytes(form: Format, given_batches: list[Batch]) -> None:
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        assert exported(store, form) == exported(store, form)


@given(given_batches=batches())
@few
def test_the_order_of_reading_does_not_change_an_export(given_batches: list[Batch]) -> None:
    with (
        TemporaryDirectory() as one,
        TemporaryDirectory() as two,
        filled(one, given_batches) as store,
        filled(two, given_batches[::-1]) as other,
    ):
        for form in Format:
            assert exported(store, form) == exported(other, form)


@given(given_batches=batches())
@few
def test_no_cell_begins_a_formula(given_batches: list[Batch]) -> None:
    """A spreadsheet that opens the table runs nothing; numbers stay numbers."""
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        table = io.StringIO(exported(store, Format.CSV).decode("utf-8-sig"), newline="")
        for row in csv.DictReader(table):
            for name, cell in row.items():
                assert name in {"lat", "lon"} or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_country_of_a_file_from_outside_begins_no_formula_either(tmp_path: Path) -> None:
    """Where a code of two letters is expected, a file of others may have anything."""
    place = replace(RETAKEN.places[0], place=replace(RETAKEN.places[0].place, country='=HYPERLINK("x")'))
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(DOCUMENT, (replace(RETAKEN, places=(place,)),))
        (row,) = csv.DictReader(io.StringIO(exported(store, Format.CSV).decode("utf-8-sig"), newline=""))
    assert row["country"] == '\'=HYPERLINK("x")'


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "'x", "''=", "plain", ""])
def test_guarding_can_be_undone(cell: str) -> None:
    assert cell == unguarded(guarded(cell))


def test_an_empty_export_says_what_it_is(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        collection = json.loads(exported(store, Format.GEOJSON))

    assert collection["dateline"]["notice"] == NOTICE
    assert collection["dateline"]["counts"]["total"] == 0
    assert collection["features"] == []
