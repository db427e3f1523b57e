from datetime import date

import pytest

from texts.dating import Basis, Precision
from texts.edtf import dating_from, span_of


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("2014-06-12", date(2014, 6, 12), date(2014, 6, 12), Precision.DAY),
        ("2014-06-12T09:30:00Z", date(2014, 6, 12), date(2014, 6, 12), Precision.DAY),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2024-02-XX", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2014", date(2014, 1, 1), date(2014, 12, 31), Precision.YEAR),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), Precision.DECADE),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), Precision.CENTURY),
        ("2014-24", date(2014, 12, 1), date(2015, 2, 28), Precision.SEASON),
        ("2014-34", date(2014, 4, 1), date(2014, 6, 30), Precision.QUARTER),
        ("2014-06-28~/2014-07", date(2014, 6, 28), date(2014, 7, 31), Precision.RANGE),
        ("../2014-07", None, date(2014, 7, 31), Precision.RANGE),
        ("2014-07-03/", date(2014, 7, 3), None, Precision.RANGE),
        ("[2014-07-03,2014-07-09]", date(2014, 7, 3), date(2014, 7, 9), Precision.RANGE),
        ("9999-12-31", date(9999, 12, 31), None, Precision.DAY),
        ("15X5", date(1505, 1, 1), date(1595, 12, 31), Precision.RANGE),
        ("00XX", date(1, 1, 1), date(99, 12, 31), Precision.CENTURY),
    ],
)
def test_a_value_covers_its_days(edtf: str, first: date | None, last: date | None, precision: Precision) -> None:
    """Every form that is understood covers exactly the days that it means."""
    interval, found = span_of(edtf)

    assert (first, last, precision) == (interval.start, interval.last, found)


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "yesterday",
        "2014-13",
        "Y2014",
        "XXXX-12-25",
        "2014-02-30",
        "12/06/2014",
        "2014-6-1",
        "2014/2015/2016",
        "../..",
        "0000",
        "٢٠١٤",
        "[]",
    ],
)
def test_what_is_no_date_is_refused(edtf: str) -> None:
    """A value that is not EDTF is an error that repeats the value, never a guess."""
    with pytest.raises(ValueError, match="EDTF") as caught:
        span_of(edtf)

    assert repr(edtf) in str(caught.value)


def test_a_range_that_runs_backwards_is_refused() -> None:
    """The end of a range may not lie before its start."""
    with pytest.raises(ValueError, match="must not end before it starts"):
        span_of("2014-06-13/2014-06-12")


def test_the_value_is_kept_as_it_was_given() -> None:
    """Qualifiers widen nothing and are not lost."""
    dating = dating_from(" 2014-06? ", basis=Basis.INFERRED, source="corpus.csv")

    expected = ("2014-06?", Basis.INFERRED, "corpus.csv")
    assert expected == (dating.edtf, dating.basis, dating.source)
