"""Names as reports of many theatres write them: far capitals, common words, bases, camps, regions, spellings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from geo.distance import distance_km
from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from geo.toponym import Resolution, Usage
from texts.document import Document, text_id

TABLE = Path(__file__).parent / "data" / "reported_names.tsv"
ROWS = [
    line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
"""sort, sentence with the name in brackets, lon, lat, km within which a place is right, `open` where it is not yet"""


def at_the_name(sentence: str, gazetteer: Gazetteer) -> list[Resolution]:
    """What was found where the bracketed name stands."""
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "").replace("]", "")
    found = resolutions_in(Document(id=text_id(text), text=text, name="a text"), gazetteer)
    return [it for it in found if it.toponym.span.start < end and start < it.toponym.span.end]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, marks=pytest.mark.xfail(reason="not yet read rightly", strict=False)) if row[5] else row
        for row in ROWS
    ],
    ids=lambda row: row[1],
)
def test_a_name_is_put_where_a_reader_would_put_it(row: list[str], gazetteer: Gazetteer) -> None:
    """Within the distance given; a word that names no place has none."""
    _, sentence, lon, lat, km, _ = row
    found = [it for it in at_the_name(sentence, gazetteer) if it.place is not None]
    if not lon:
        assert [it.place for it in found if it.toponym.usage is Usage.LITERAL] == []
        return
    apart = [distance_km(it.place.lon, it.place.lat, float(lon), float(lat)) for it in found if it.place is not None]
    assert any(it <= float(km) for it in apart), (apart, [it.reason for it in found])


def test_the_table_is_broad() -> None:
    """Hundreds of names, of every sort, each once, and few that are not yet read rightly."""
    sorts = Counter(row[0] for row in ROWS)
    assert {"capitals", "words", "history", "sites", "regions", "spelling"} == set(sorts)
    assert min(sorts.values()) > 20
    assert len({row[1] for row in ROWS}) == len(ROWS)
    assert sum(1 for row in ROWS if row[5]) < len(ROWS) // 10
