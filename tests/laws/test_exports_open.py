"""Whatever a text holds, other programs open what was exported and read the same words and places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import geopandas
import pytest
from hypothesis import given

from events.store import Store
from tests.claims import DOCUMENT, RETAKEN
from tests.laws.test_store import Batch, batches, few, filled
from tests.views.test_export import exported
from texts.document import text_id
from texts.span import Excerpt, Span
from views.export_form import Format
from views.export_kml import NAMESPACE, UNSAFE
from views.whole_words import whole


@pytest.mark.parametrize("form", [Format.GPKG, Format.GEOPARQUET])
@given(given_batches=batches())
@few
def test_a_table_opens_with_every_word(form: Format, given_batches: list[Batch]) -> None:
    """Rows, ids, excerpts and points are those of the store."""
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        path = Path(folder, "claims.parquet" if form is Format.GEOPARQUET else "claims.gpkg")
        path.write_bytes(exported(store, form))
        table = geopandas.read_parquet(path) if form is Format.GEOPARQUET else geopandas.read_file(path)
        expected = sorted(
            (it.claim.id, whole(it.claim.excerpt.text), round(place.ground.lon, 4), round(place.ground.lat, 4))
            for it in store.claims()
            for place in it.claim.places
        )
        rows = zip(table["claim"], table["excerpt"], table.geometry, strict=True) if len(table) else ()
        assert expected == sorted((id_, words, round(at.x, 4), round(at.y, 4)) for id_, words, at in rows)


@given(given_batches=batches())
@few
def test_a_kml_opens_with_every_word_that_xml_can_hold(given_batches: list[Batch]) -> None:
    """What XML has no way to hold is shown as U+FFFD; nothing in a text becomes markup."""
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        content = exported(store, Format.KML)
        marks = ET.fromstring(content).iter(f"{{{NAMESPACE}}}Placemark")  # noqa: S314 - the file is our own
        told = {mark.findtext(f"{{{NAMESPACE}}}description") or "" for mark in marks}
        expected = {it.claim.excerpt.text.translate(UNSAFE) for it in store.claims() if it.claim.places}
        # a reader of XML takes a carriage return for a line feed
        assert {words.replace("\r\n", "\n").replace("\r", "\n") for words in expected} == told


@pytest.mark.parametrize("form", [Format.GPKG, Format.GEOPARQUET, Format.GEOJSON])
def test_a_nul_or_a_lone_surrogate_cuts_nothing_off(tmp_path: Path, form: Format) -> None:
    """Words behind it are read too, wherever it stands."""
    text = "Seen\x00 at Tikrit\ud800, he said."
    excerpt = Excerpt(document_id=text_id(text), span=Span(start=0, end=len(text)), text=text)
    odd = replace(RETAKEN, id="00000000000000ff", excerpt=excerpt)
    path = tmp_path / f"claims.{'parquet' if form is Format.GEOPARQUET else form}"
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(replace(DOCUMENT, id=text_id(text), text=text, publisher="Wire\x00 two", posts=()), (odd,))
        path.write_bytes(exported(store, form))
    table = geopandas.read_parquet(path) if form is Format.GEOPARQUET else geopandas.read_file(path)
    assert table.iloc[0][["excerpt", "publisher"]].tolist() == [
        "Seen\ufffd at Tikrit\ufffd, he said.",
        "Wire\ufffd two",
    ]
