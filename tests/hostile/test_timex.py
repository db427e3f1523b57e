"""Input that breaks taggers: impossible dates, words that only look like dates, and very long lines."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.timex_speed import HOSTILE
from events.times.edtf import edtf_of
from events.timex import Timex, TimexKind, timexes_in
from tests.dates import anchor_on
from texts.dating import Basis, Dating, Interval, Precision
from texts.edtf import span_of

ANCHOR = anchor_on("2014-06-13")

WORDS = (
    "12 31 99 2014 1066 0 June May march Monday week weeks years ago later the this last next of two in on by since "
    "until between and to - / : . , ' ( ) T Z a.m. BC AD 1990s quarter summer every daily now early end today \n "
    "\u200b \x00 \ud800 ١٢ يونيو Ramadan Bahman eve new Christmas st th half a"
)
PIECES = st.sampled_from(WORDS.split(" "))


def found(text: str) -> list[tuple[str, str]]:
    return [(timex.text, timex.value) for timex in timexes_in(text, anchor=ANCHOR)]


@pytest.mark.parametrize(
    "text",
    [
        "2014-13-01",
        "2014-02-31",
        "99/99/2014",
        "00/00/0000",
        "the year 0",
        "in 99999",
        "on 0000-00-00",
        "year 12345678901234567890",
        "24:61",
        "25:00",
        "12345678",
        "May they live",
        "it may be",
        "Brian May played",
        "the March on Rome",
        "they march",
        "Mars and Jan and Sun Tzu",
    ],
)
def test_no_date_is_made_of_it(text: str) -> None:
    """What no calendar has, and words that only look like dates, are not tagged as days."""
    days = [timex for timex in timexes_in(text, anchor=ANCHOR) if timex.precision is Precision.DAY]
    assert days == []


def test_a_day_that_does_not_exist_is_doubted() -> None:
    """31 February keeps its month and says what is wrong."""
    [timex] = timexes_in("on 31 February 2014", anchor=ANCHOR)
    assert (timex.value, timex.precision) == ("2014-02", Precision.MONTH)
    assert timex.doubts == ("there is no such day in 2014-02",)


def test_a_weekday_that_contradicts_its_date_is_doubted() -> None:
    """The date stands, the contradiction is said."""
    [timex] = timexes_in("on Monday, 12 June 2014", anchor=ANCHOR)
    assert (timex.value, timex.doubts) == ("2014-06-12", ("Monday is not the weekday of 2014-06-12",))


def test_midnight_as_24() -> None:
    """24:00 is a time; 24:30 is none."""
    assert found("at 24:00") == [("24:00", "2014-06-13T24:00")]
    assert found("at 24:30") == []


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("0001-01-01", "yesterday, last week, last month, last year, a century ago, on Monday, last weekend"),
        ("9999-12-31", "tomorrow, next week, next month, next year, a century later, on Monday, next weekend"),
        ("9999-12-31", "today, this week, this month, this year, this decade, since today, until today"),
    ],
)
def test_the_ends_of_the_calendar(published: str, text: str) -> None:
    """Beyond the years 1 to 9999 there is no day, and no crash."""
    for timex in timexes_in(text, anchor=anchor_on(published)):
        if timex.interval is not None:
            assert timex.interval.start is None or timex.interval.start >= date.min


@pytest.mark.parametrize("year", [1, 79, 476, 999, 1000, 1066, 1500, 2099, 2100, 9999])
def test_any_year(year: int) -> None:
    """A full date of any year from 1 to 9999 has its day."""
    [timex] = timexes_in(f"on {year:04d}-06-12 it fell", anchor=None)
    assert timex.interval == Interval(start=date(year, 6, 12), end=date(year, 6, 13))


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_long_texts_are_answered(name: str) -> None:
    """Long texts of the worst kinds are tagged; benchmarks.timex_speed shows that time grows evenly."""
    text = HOSTILE[name](30_000)
    assert all(timex.span.of(text) == timex.text for timex in timexes_in(text, anchor=ANCHOR))


def test_five_megabytes_of_digits_and_slashes() -> None:
    """Numbers joined by slashes without end are no dates."""
    assert timexes_in("1/" * 2_500_000, anchor=ANCHOR) == ()


@given(st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=80))
def test_laws_for_any_text(text: str) -> None:
    """Spans are the text's own words in order, days only for dates and times, and every one has its EDTF."""
    timexes = timexes_in(text, anchor=ANCHOR)
    assert all(timex.span.of(text) == timex.text != "" for timex in timexes)
    assert all(one.span.end <= two.span.start for one, two in pairwise(timexes))
    for timex in timexes:
        _check(timex)


@given(st.lists(PIECES, max_size=20).map(" ".join), st.dates(), st.integers(min_value=1, max_value=400))
def test_laws_for_uncertain_publication(text: str, start: date, days: int) -> None:
    """An uncertain date of publication gives the same expressions, each over at least one day."""
    end = start.toordinal() + days
    interval = Interval(start=start, end=date.fromordinal(end) if end <= date.max.toordinal() else None)
    anchor = Dating(edtf="x/y", interval=interval, precision=Precision.RANGE, basis=Basis.INFERRED, source="corpus.csv")
    for timex in timexes_in(text, anchor=anchor):
        _check(timex)


def _check(timex: Timex) -> None:
    assert (timex.interval is None) == (timex.precision is None)
    if timex.kind in (TimexKind.DURATION, TimexKind.SET, TimexKind.REF):
        assert timex.interval is None
    if timex.interval is not None and (timex.interval.start or timex.interval.end):
        interval, _ = span_of(edtf_of(timex))
        assert interval.start is None or timex.interval.start is None or interval.start <= timex.interval.start
