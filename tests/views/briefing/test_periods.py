"""Periods and titles follow the clock by which the claims were chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from events.claim import Kind, Status
from events.query import Clock
from tests.claims import CONVOY, DOCUMENT, FEARED, REFUTED, RETAKEN, at, claim, town
from texts.dating import Interval
from views.briefing.contents import Contents
from views.briefing.page import pages_of
from views.briefing.periods import periods_of, undated_in
from views.briefing.sheet import Sheet
from views.briefing.underlay import Basemap
from views.briefing.words import Tally, period_of
from views.cited import cite

SAID = replace(RETAKEN, said=CONVOY.when)
CITED = cite((one, DOCUMENT) for one in (CONVOY, SAID, REFUTED, FEARED))


def tally(clock: Clock, window: Interval | None = None) -> Tally:
    """A selection by a clock."""
    return Tally(shown=4, filtered=0, undated=0, unplaced=0, clock=clock, window=window)


@pytest.mark.parametrize(
    ("clock", "period", "undated"),
    [
        (Clock.EVENT, "12 Jun 2014 – 22 Aug 2014", 1),
        (Clock.REPORT, "published 17–24 Aug 2014", 0),
        (Clock.SAID, "said 22 Aug 2014", 3),
    ],
)
def test_the_title_and_the_undated_go_by_the_clock(clock: Clock, period: str, undated: int) -> None:
    """What happened, was published and was said on a day are three things."""
    assert period == period_of(CITED, tally(clock)).replace("\u00a0", " ")
    assert undated == undated_in(CITED, tally(clock))


def test_periods_divide_the_days_that_were_asked_for() -> None:
    """June in two halves; the claim of August stands in neither, and one that lasts stands in both."""
    june = Interval(start=date(2014, 6, 1), end=date(2014, 7, 1))
    halves = periods_of(CITED, tally(Clock.EVENT, june), frames=2)
    titles = [half.title.replace("\u00a0", " ") for half in halves]
    assert titles == ["1–15 Jun 2014: 1 claim", "16–30 Jun 2014: 1 claim"]
    published = periods_of(CITED, tally(Clock.REPORT), frames=2)
    assert [len(half.cited) for half in published] == [4, 4]


def test_maps_side_by_side_show_the_area_of_what_stands_on_them() -> None:
    """An undated claim about a place far off stands on none of them, and makes none of them smaller."""
    far = claim(Kind.ATTACK, Status.ASSERTED, at(town("Suva", 178.4, -18.1, "FJ")))
    with_far, without = (
        Contents(
            cited=cite((one, DOCUMENT) for one in claims),
            tally=tally(Clock.EVENT),
            area="Iraq",
            basemap=lambda _: Basemap(),
            outlines=lambda _: None,
        )
        for claims in ((CONVOY, REFUTED, far), (CONVOY, REFUTED))
    )
    sheet = Sheet(as_of=datetime(2014, 8, 25, tzinfo=UTC), frames=2)
    assert pages_of(with_far, sheet).frame == pages_of(without, sheet).frame


def test_a_single_map_holds_everything() -> None:
    """Dated or not, and without a title."""
    (only,) = periods_of(CITED, tally(Clock.EVENT), frames=1)
    assert ("", len(CITED)) == (only.title, len(only.cited))
