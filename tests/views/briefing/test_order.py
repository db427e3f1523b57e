"""A briefing from a store: what it shows, what it counts, and what it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from events.claim import Kind
from events.query import Query
from events.store import Store
from tests.claims import CONVOY, DOCUMENT, FEARED, OFFERED, REFUTED, RETAKEN
from views.briefing.order import area_of, brief, contents_of
from views.briefing.sheet import Paper, Sheet, SheetError

SHEET = Sheet(as_of=datetime(2014, 8, 25, 9, 30, tzinfo=UTC), paper=Paper.HD)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with five claims of one text."""
    with Store.open(tmp_path / "s.sqlite") as made:
        made.add(DOCUMENT, (CONVOY, RETAKEN, FEARED, REFUTED, OFFERED))
        yield made


@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query(kinds=(Kind.ATTACK,)),
        Query(start=date(2014, 6, 1), end=date(2014, 7, 1)),
        Query(known_on=date(2014, 1, 1)),
        Query(places=("nowhere",)),
    ],
)
def test_the_counts_add_up_to_the_store(store: Store, query: Query) -> None:
    """Whatever the filters, nothing is lost."""
    tally = contents_of(store, query).tally
    parts = tally.shown + tally.filtered + tally.undated + tally.unplaced + tally.not_yet_known
    assert store.counts().total == parts


def test_claims_are_numbered_by_date_and_the_undated_come_last(store: Store) -> None:
    """The number on the map is the number in the list."""
    dates = [one.event_date for one in contents_of(store, Query()).cited]
    assert dates == ["2014-06-12", "2014-06-20", "2014-06-20", "2014-08-22", "undated"]


def test_the_area_names_countries_by_their_claims(store: Store) -> None:
    """Iraq has five claims, Iran one."""
    assert area_of(contents_of(store, Query()).cited) == "Iraq and Iran"


def test_nothing_has_no_area() -> None:
    """And says so."""
    assert area_of(()) == "no place"


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf", "pptx", "md", "html", "docx"])
def test_every_format_is_written(store: Store, tmp_path: Path, suffix: str) -> None:
    """From the same selection."""
    written = brief(store, Query(), SHEET, tmp_path / f"map.{suffix}")
    assert all(path.stat().st_size > 500 for path in written)


def test_an_unknown_format_is_refused_before_anything_is_drawn(store: Store, tmp_path: Path) -> None:
    """The message lists those that are known."""
    with pytest.raises(SheetError, match=r"x\.gif: expected a name that ends in png, svg, pdf, pptx, md, html, docx"):
        brief(store, Query(), SHEET, tmp_path / "x.gif")
