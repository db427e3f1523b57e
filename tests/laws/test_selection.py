from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from events.claim import Kind, Status
from events.query import Box, Clock, Query
from tests.strategies import days, lats, lines, lons
from views.selection import NAMES, params_of, query_from

names = st.lists(lines.filter(lambda text: "|" not in text), max_size=3, unique=True).map(tuple)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    start = draw(st.none() | days)
    end = draw(st.none() | days.map(lambda day: day + timedelta(days=1)))
    if start is not None and end is not None and start >= end:
        start, end = end - timedelta(days=1), start + timedelta(days=1)
    south, north = sorted([draw(lats), draw(lats)])
    return Query(
        start=start,
        end=end,
        clock=draw(st.sampled_from(Clock)),
        known_on=draw(st.none() | days),
        box=draw(st.sampled_from([None, Box(west=draw(lons), south=south, east=draw(lons), north=north)])),
        places=draw(names),
        kinds=tuple(draw(st.lists(st.sampled_from(Kind), unique=True))),
        statuses=tuple(draw(st.lists(st.sampled_from(Status), unique=True))),
        actors=draw(names),
        sources=draw(names),
        text=draw(st.none() | lines),
    )


@given(query=queries())
def test_a_query_comes_back_from_its_spelling(query: Query) -> None:
    """Whatever stands in a page's address leads back to the same view."""
    assert (query, ()) == query_from(params_of(query))


@given(params=st.dictionaries(st.sampled_from(NAMES) | lines, st.text(max_size=30)))
def test_nothing_that_is_typed_breaks_the_reader(params: dict[str, str]) -> None:
    """Any text in any filter gives a query and a message for what was dropped, never an exception."""
    query, dropped = query_from(params)

    assert all(message.split(":")[0] in NAMES for message in dropped)
    assert query_from(params_of(query)) == (query, ())


def test_a_window_that_runs_backwards_loses_its_end() -> None:
    """The start stands, and the message says why the end does not."""
    query, dropped = query_from({"from": "2014-06-13", "to": "2014-06-11"})

    assert (date(2014, 6, 13), None) == (query.start, query.end)
    assert dropped == ("to: expected a day not before 2014-06-13, got '2014-06-11'",)
