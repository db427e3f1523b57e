"""Full dates in stamps and attachments' names."""

import pytest

from texts.dating import Basis
from texts.stamp import dating_in_attachment, dating_of_stamp, writes_day_first


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("ali, 12 June 2014, 18:20", "2014-06-12"),
        ("Jun 12, 2014 at 6:20 PM", "2014-06-12"),
        ("Thursday, June 12th, 2014", "2014-06-12"),
        ("12th of June 2014", "2014-06-12"),
        ("12-Jun-2014", "2014-06-12"),
        ("Sept. 3, 2014", "2014-09-03"),
        ("2014-06-12 18:20:33", "2014-06-12"),
        ("2014/06/12", "2014-06-12"),
        ("13/06/2014", "2014-06-13"),
        ("06/13/2014", "2014-06-13"),
        ("13.06.2014, 18:20", "2014-06-13"),
        ("03.04.2014", "2014-04-03"),
        ("03/03/2014", "2014-03-03"),
        ("03/04/2014", "[2014-03-04,2014-04-03]"),
    ],
)
def test_a_stamp_states_its_day(line: str, edtf: str) -> None:
    """A full date is read in each of the usual forms, and with both readings where it has two."""
    dating = dating_of_stamp(line)
    assert dating is not None
    assert (dating.edtf, dating.basis) == (edtf, Basis.STATED)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Yesterday at 18:20",
        "12 June",
        "June 2014",
        "31 February 2014",
        "2014-13-01",
        "10.0.2014.7",
        "1/2/3/2014",
        "may 2014 be better",
        "99/99/2014",
        "12 June 0000",
    ],
)
def test_no_day_is_made_up(line: str) -> None:
    """A line without a full date that exists dates nothing."""
    assert dating_of_stamp(line) is None


def test_the_span_is_the_date_alone() -> None:
    """The words that gave the date are pointed at."""
    line = "zed, 13 June 2014, 09:00"
    dating = dating_of_stamp(line)
    assert dating is not None
    assert dating.span is not None
    assert dating.span.of(line) == "13 June 2014"


def test_other_stamps_tell_how_figures_are_written() -> None:
    """A thirteenth month cannot be; stamps that contradict each other tell nothing."""
    assert writes_day_first(("13/06/2014", "03/04/2014")) is True
    assert writes_day_first(("06/13/2014",)) is False
    assert writes_day_first(("06/13/2014", "13/06/2014")) is None


@pytest.mark.parametrize(
    ("name", "edtf"),
    [
        ("1402600000.jpeg", "2014-06-12"),
        ("1402600000123.png", "2014-06-12"),
        ("IMG_20140612_182000.jpg", "2014-06-12"),
        ("Screenshot 2014-06-12 at 10.png", "2014-06-12"),
    ],
)
def test_attachments_names(name: str, edtf: str) -> None:
    """Seconds, milliseconds and dates in a file's name are inferred days."""
    dating = dating_in_attachment(name)
    assert dating is not None
    assert (dating.edtf, dating.basis, dating.source) == (edtf, Basis.INFERRED, "attachment name")


@pytest.mark.parametrize(
    "name", ["", "map.png", "0000000001.png", "9999999999.png", "14026000001234567.png", "123.png"]
)
def test_numbers_that_count_no_seconds(name: str) -> None:
    """A number outside the years of uploads, or of another length, dates nothing."""
    assert dating_in_attachment(name) is None
