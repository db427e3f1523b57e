"""Every field of every file that is written, and every field of a column map, is explained in docs/formats.md."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from events.intake.columns import READ, TAKEN
from events.intake.returned import returning_record
from events.storage.stored import Publication, StoredClaim
from tests.claims import CONVOY, DOCUMENT
from texts.metadata import NAMES
from views.annotation import annotation_of
from views.export import feature_of
from views.export_csv import COLUMNS
from views.export_form import Format
from views.export_tables import table_of
from views.export_timemap import timemap_pieces

TEXT = (Path(__file__).resolve().parent.parent / "docs" / "formats.md").read_text(encoding="utf-8")
REPORT = Publication(
    id=DOCUMENT.id,
    name="a.txt",
    title="A",
    publisher="B",
    url="https://example.org",
    dating=DOCUMENT.dating,
    captured="2014-09-01T08:00:00Z",
)
STORED = StoredClaim(number=1, claim=replace(CONVOY, said=CONVOY.when), publication=REPORT)


def section(title: str) -> set[str]:
    """Return the words in code type between a heading and the next of the same or a higher rank."""
    found = re.search(rf"^(#+) {re.escape(title)}\n(.*?)(?=^#{{1,3}} |\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found is not None, f"there is no section {title}"
    return set(re.findall(r"`([^`]+)`", found[2]))


def members(value: Any) -> set[str]:
    """Return the names of all members of a JSON value, but for the links of a chain of names."""
    if isinstance(value, dict):
        return set(value).union(*(members(it) for it in value.values())) if value else set()
    return set().union(*(members(it) for it in value)) if isinstance(value, list) else set()


@pytest.mark.parametrize("form", [form.value for form in Format])
def test_every_format_is_explained(form: str) -> None:
    assert f"`{form}`" in TEXT


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("`geojson`", set(feature_of(STORED)["properties"])),
        ("`csv`", set(COLUMNS)),
        ("`gpkg` and `geoparquet`", set(table_of([STORED]).columns)),
        ("`timemap`", members(json.loads(b"".join(timemap_pieces([STORED]))))),
        ("`annotations`", set(annotation_of(STORED)) | {"exact", "start", "end", "source", "selector"}),
        ("A claim", members(returning_record(STORED))),
        ("Tables of others", {*TAKEN, *READ}),
        ("Front matter and `corpus.csv`", {name for names in NAMES.values() for name in names}),
    ],
)
def test_every_field_is_explained(title: str, names: set[str]) -> None:
    """In the section of its format."""
    assert names
    assert set() == names - section(title)
