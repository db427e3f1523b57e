"""The time of day is what the words give, beside their day; no hour is invented."""

from __future__ import annotations

from datetime import date

import pytest

from events.daytime import clock_beside, clock_in
from events.timex import timexes_in
from texts.dating import Basis, Dating, Interval, Precision

SUNDAY = Dating(
    edtf="2014-06-15",
    interval=Interval(start=date(2014, 6, 15), end=date(2014, 6, 16)),
    precision=Precision.DAY,
    basis=Basis.STATED,
    source="front matter",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell at 3:40 pm on Thursday, 12 June 2014.", {"15:40"}),
        ("At 14:00 on 14 June 2014 the gates were shut.", {"14:00"}),
        ("The gates were shut on 14 June 2014, at 14:00.", {"14:00"}),
        ("The bridge was mined on Saturday morning.", {"MO"}),
        ("Trucks came at noon on Saturday.", {"12:00"}),
        ("They walked in at dawn on 13 June 2014.", {"MO"}),
        ("They walked in at dusk on 13 June 2014.", {"EV"}),
        ("A flare rose on Friday night.", {"NI"}),
        ("A flare rose at midnight on Sunday.", {None}),
        ("They left on 10 June 2014.", {None}),
        ("They left on 10 June 2014; the next bus went on 11 June 2014 at 09:15.", {None, "09:15"}),
    ],
)
def test_a_day_has_the_time_of_day_that_stands_with_it(text: str, expected: set[str | None]) -> None:
    """Exact hours stay exact, dawn is a morning, midnight of two days is none."""
    found = timexes_in(text, anchor=SUNDAY)
    assert {clock_beside(timex, found, text) for timex in found if timex.interval} == expected


def test_a_day_alone_has_none() -> None:
    """Not even midnight."""
    (timex,) = timexes_in("on 10 June 2014", anchor=None)
    assert clock_in(timex) is None
