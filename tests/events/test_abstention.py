"""Names for which no place was chosen are counted and listed, with the reason and what they could have been."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from events.abstention import abstentions_of
from events.extract import claims_in
from events.query import Query
from events.store import Store
from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from texts.document import Document, text_id
from texts.rejection import Reason, Rejection
from texts.span import Span

TEXT = "A fire broke out in Springfield. The mayor of Springfield thanked the crews, and Tikrit is quiet."


def document(text: str = TEXT) -> Document:
    return Document(id=text_id(text), text=text, name="a.txt")


def listed(text: str, gazetteer: Gazetteer) -> list[Rejection]:
    found = claims_in(document(text), gazetteer).rejections
    return [it for it in found if it.reason is Reason.NAME_UNRESOLVED]


def test_a_name_of_many_places_is_listed_once_with_its_candidates(gazetteer: Gazetteer) -> None:
    """What it could have been stands in words, best first, with score and reason; how often it stands so, too."""
    (left,) = listed(TEXT, gazetteer)
    assert left.text == "Springfield"
    assert left.span == Span(start=TEXT.index("Springfield"), end=TEXT.index("Springfield") + 11)
    assert left.message.startswith("expected one place for “Springfield” (2 times); ")
    lines = left.message.split("Considered: ")[1].split(" | ")
    assert len(lines) > 2
    assert all(line.startswith("Springfield, US-") and ", score " in line for line in lines[:2])
    assert "chosen" not in left.message


def test_a_text_whose_names_are_all_placed_lists_none(gazetteer: Gazetteer) -> None:
    """Nor does one without names."""
    assert listed("Shells fell on Tikrit.", gazetteer) == []
    assert listed("", gazetteer) == []


def test_furniture_counts_nothing(gazetteer: Gazetteer) -> None:
    """A menu's names are nobody's claim."""
    whole = document()
    resolutions = resolutions_in(whole, gazetteer)
    assert abstentions_of(replace(whole, furniture=(Span(start=0, end=len(TEXT)),)), resolutions) == ()


def test_the_store_counts_and_lists_them(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """Beside what else is not on the map; a name is no claim, and is none of the total."""
    whole = document()
    reading = claims_in(whole, gazetteer)
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(whole, reading.claims, reading.rejections)
        counts = store.counts(Query())
        assert dict(counts.rejections)[Reason.NAME_UNRESOLVED] == 1
        assert [it.text for it in store.rejections(Reason.NAME_UNRESOLVED)] == ["Springfield"]
        assert counts.total == counts.shown + counts.undated + counts.unplaced
