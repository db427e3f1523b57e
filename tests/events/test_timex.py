"""Time expressions: spans, values, days, anchors."""

from __future__ import annotations

from datetime import date

import pytest

from events.timex import TimexKind, timexes_in
from tests.dates import anchor_on
from texts.dating import Basis, Dating, Interval, Precision
from texts.span import Span

REPORT = "2014-06-13"  # a Friday


def values_of(text: str, published: str | None = REPORT) -> list[tuple[str, str]]:
    return [(timex.text, timex.value) for timex in timexes_in(text, anchor=anchor_on(published))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left on 12 June 2014.", [("12 June 2014", "2014-06-12")]),
        ("They left on June 12.", [("June 12", "2014-06-12")]),
        ("They left on Thursday.", [("Thursday", "2014-06-12")]),
        ("They left on Friday.", [("Friday", "2014-06-13")]),
        ("They will leave on Monday.", [("Monday", "2014-06-16")]),
        ("They left yesterday.", [("yesterday", "2014-06-12")]),
        ("The town fell last week.", [("last week", "2014-W23")]),
        ("The town fell two days ago.", [("two days ago", "2014-06-11")]),
        ("Since 2003 they hold it.", [("2003", "2003")]),
        ("It rained for three days.", [("three days", "P3D")]),
        ("They may march on Erbil.", []),
        ("Theresa May spoke.", []),
        ("between 3 and 5 March", [("3", "2014-03-03"), ("5 March", "2014-03-05")]),
    ],
)
def test_value(text: str, expected: list[tuple[str, str]]) -> None:
    """The usual forms have the values that TimeML gives them."""
    assert values_of(text) == expected


def test_uncertain_publication_gives_an_interval() -> None:
    """A weekday in a text of some day of a week means any of the days it would mean."""
    interval = Interval(start=date(2014, 8, 17), end=date(2014, 8, 25))
    anchor = Dating(
        edtf="2014-08-17/2014-08-24",
        interval=interval,
        precision=Precision.RANGE,
        basis=Basis.INFERRED,
        source="corpus.csv",
    )
    [timex] = timexes_in("They crossed on Thursday.", anchor=anchor)
    assert timex.interval == Interval(start=date(2014, 8, 14), end=date(2014, 8, 22))
    assert timex.precision is Precision.RANGE
    assert timex.anchor == "the report's date 2014-08-17/2014-08-24"


def test_anchor_in_words() -> None:
    """What a relative date was counted from is said; a full date was counted from nothing."""
    relative, full = timexes_in("It fell on Thursday, not on 1 May 2013.", anchor=anchor_on(REPORT))
    assert (relative.anchor, full.anchor) == ("the report's date 2014-06-13", None)


def test_span_keeps_the_documents_offsets() -> None:
    """With a span, offsets still count from the start of the text."""
    text = "Title 2001. They left on Thursday."
    [timex] = timexes_in(text, anchor=anchor_on(REPORT), span=Span(start=12, end=len(text)))
    assert timex.span.of(text) == timex.text == "Thursday"


@pytest.mark.parametrize("text", ["for two years", "every day", "They now hold it."])
def test_no_days_for_what_is_no_date(text: str) -> None:
    """Durations, sets and references have no place in the calendar."""
    [timex] = timexes_in(text, anchor=anchor_on(REPORT))
    assert timex.kind in (TimexKind.DURATION, TimexKind.SET, TimexKind.REF)
    assert (timex.interval, timex.precision) == (None, None)


def test_two_readings_of_a_date_in_figures() -> None:
    """03/04/2024 keeps both readings and a doubt."""
    [timex] = timexes_in("on 03/04/2024", anchor=None)
    assert (timex.value, timex.readings) == ("2024-03-04", ("2024-04-03",))
    assert timex.doubts


def test_a_week_of_a_month_has_its_days() -> None:
    """TIMEX3 counts it as a period; its place in the calendar is known all the same."""
    [timex] = timexes_in("during the last week of August 2014", anchor=None)
    assert (timex.text, timex.value) == ("the last week of August 2014", "P1W")
    assert timex.interval == Interval(start=date(2014, 8, 25), end=date(2014, 9, 1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The army shelled it earlier this month.", date(2014, 6, 1), date(2014, 6, 13)),
        ("They will leave later this month.", date(2014, 6, 13), date(2014, 6, 30)),
        ("It fell earlier this year.", date(2014, 1, 1), date(2014, 6, 13)),
        ("It fell early this month.", date(2014, 6, 1), date(2014, 6, 10)),
        ("They left later in the month.", date(2014, 6, 1), date(2014, 6, 30)),
    ],
)
def test_earlier_and_later_are_counted_from_the_report(text: str, first: date, last: date) -> None:
    """They reach up to the report's day, or from it on; what is early is another thing."""
    [timex] = timexes_in(text, anchor=anchor_on(REPORT))
    assert timex.interval is not None
    assert (timex.interval.start, timex.interval.last) == (first, last)
