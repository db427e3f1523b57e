"""Files that pretend to be exports: each broken part is counted with its place, and the rest is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from events.intake.claims import ingest_claims
from events.store import Store
from tests.claims import CONVOY, DOCUMENT, RETAKEN
from texts.original import Original
from texts.rejection import Reason
from views.export import export
from views.export_form import Format

BREAKS: list[tuple[str, Any]] = [
    ("excerpt", {"start": 0, "end": 10**12, "text": "x"}),
    ("excerpt", {"start": 10**9, "end": 10**9 + 1, "text": "x"}),
    ("excerpt", {"start": 0.5, "end": 1.5, "text": "x"}),
    ("excerpt", {"start": 0, "end": 2, "text": "x"}),
    ("id", "../../etc"),
    ("document", "\ud800"),
    ("places", []),
    ("status", "true"),
    ("extraction_quality", float("nan")),
    ("extraction_quality", 10**400),
    ("trigger", [True, True]),
    ("sources", [{"text": "x", "kind": "person", "start": "0", "end": "1"}]),
    ("actors", [{"text": "x", "role": "agent", "start": 0, "end": 1, "name": ["x"]}]),
    ("report", None),
    ("report", {"name": "x", "title": 5, "publisher": None, "url": None, "dating": None}),
    ("report", {"name": "x", "title": None, "publisher": None, "url": None, "dating": []}),
]


def exported(folder: Path, form: Format) -> bytes:
    with Store.open(folder / "from.sqlite") as store:
        store.add(DOCUMENT, (CONVOY, RETAKEN))
        return b"".join(export(store.each_claim(), form, filters={}, counts=store.counts()))


def brought(folder: Path, content: bytes, name: str = "a.geojson") -> tuple[int, list[tuple[Reason, str]]]:
    with Store.open(folder / "to.sqlite") as store:
        done = ingest_claims(store, Original(name=name, content=content))
        assert sorted(map(repr, done.rejections)) == sorted(map(repr, store.rejections()))
        return done.claims, [(it.reason, it.message) for it in done.rejections]


@pytest.mark.parametrize(("member", "value"), BREAKS)
def test_a_broken_feature_is_counted_with_its_number(tmp_path: Path, member: str, value: object) -> None:
    """The feature beside it comes in."""
    collection = json.loads(exported(tmp_path, Format.GEOJSON))
    collection["features"][1]["properties"]["claim"][member] = value
    claims, left_out = brought(tmp_path, json.dumps(collection).encode())

    assert claims == 1
    ((reason, message),) = left_out
    assert reason is Reason.INVALID
    assert message.startswith("a.geojson: feature 2: ")


def test_a_broken_line_is_counted_with_its_number(tmp_path: Path) -> None:
    """A spreadsheet that cut a cell off costs that claim alone."""
    lines = exported(tmp_path, Format.CSV).splitlines(keepends=True)
    legs = [number for number, line in enumerate(lines) if b",0," in line[:24]]
    lines[legs[0]] = lines[legs[0]].rstrip()[:-40] + b'"\r\n'
    claims, left_out = brought(tmp_path, b"".join(lines), "a.csv")

    assert claims == 1
    ((reason, message),) = left_out
    assert reason is Reason.INVALID
    assert message.startswith(f"a.csv: line {legs[0] + 1}: the claim's cell is no JSON")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"{", b'{"features": 5}', b'{"features": [{}]}', b'{"features": [null, 1]}', b"\xff\xfe",
        b"a,b\n1,2\n", b'leg,claim\n0,"{', b"leg,claim\n0\n", b"leg,claim\n0,[]\n", b"\0" * 1000,
        b'{"features": [' + b"[" * 200_000 + b"]}", b"leg,claim\n0," + b"[" * 200_000,
        b"a" * 5_000_000, b'"' * 5_000_001, b"{" * 5_000_000,
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.geojson", "a.csv"])
def test_another_file_brings_nothing_and_is_counted(tmp_path: Path, content: bytes, name: str) -> None:
    """Whatever it holds."""
    claims, left_out = brought(tmp_path, content, name)

    assert claims == 0
    assert left_out


def test_offsets_cannot_fill_the_memory(tmp_path: Path) -> None:
    """Many texts of which each is said to be huge are refused once they are too much together."""
    collection = json.loads(exported(tmp_path, Format.GEOJSON))
    made = []
    for number in range(120):
        feature = json.loads(json.dumps(collection["features"][0]))
        claim = feature["properties"]["claim"]
        claim["id"] = claim["document"] = f"{number:016x}"
        claim["excerpt"] = {"start": 1_199_999, "end": 1_200_000, "text": "x"}
        made.append(feature)
    claims, left_out = brought(tmp_path, json.dumps({"features": made}).encode())

    assert (claims, {Reason.TOO_LARGE}) == (50, {reason for reason, _ in left_out})
    assert len(left_out) == 70


def test_words_from_outside_are_kept_as_they_are(tmp_path: Path) -> None:
    """Markup, formulas and lone surrogates come back as the very characters."""
    collection = json.loads(exported(tmp_path, Format.GEOJSON))
    words = "=1+1 <script>alert(1)</script> ${x} \ud800\u200b\u202e\0"
    claim = collection["features"][0]["properties"]["claim"]
    claim["excerpt"] = {"start": 7, "end": 7 + len(words), "text": words}
    claim["document"] = "0123456789abcdef"
    content = json.dumps({"features": collection["features"][:1]}).encode()
    with Store.open(tmp_path / "to.sqlite") as store:
        ingest_claims(store, Original(name="a.geojson", content=content))
        (it,) = store.claims()
        for form in Format:
            assert b"".join(export([it], form, filters={}, counts=store.counts()))

    assert words == it.claim.excerpt.text


@pytest.mark.parametrize("member", ["population", "geonameid"])
def test_a_count_below_nothing_is_refused(tmp_path: Path, member: str) -> None:
    collection = json.loads(exported(tmp_path, Format.GEOJSON))
    collection["features"][1]["properties"]["claim"]["places"][0][member] = -1
    claims, ((_, message),) = brought(tmp_path, json.dumps(collection).encode())

    assert claims == 1
    assert message == "a.geojson: feature 2: places: population and geonameid must be 0 or more"


@pytest.mark.parametrize("value", [-1, -1e-9, 20_039, 1e14])
@pytest.mark.parametrize("member", ["radius_km", "approximation_km", "confidence"])
def test_a_distance_that_the_earth_has_not_is_refused(tmp_path: Path, member: str, value: float) -> None:
    """A ring of such a radius would be drawn for hours."""
    collection = json.loads(exported(tmp_path, Format.GEOJSON))
    collection["features"][1]["properties"]["claim"]["places"][0][member] = value
    claims, ((reason, message),) = brought(tmp_path, json.dumps(collection).encode())

    assert claims == 1
    assert reason is Reason.INVALID
    assert message.startswith(f"a.geojson: feature 2: places.{member}: expected a number in [0, ")
