"""EDTF values of time expressions, checked by a parser that others keep."""

from __future__ import annotations

import pytest
from edtf import parse_edtf

from events.times.edtf import edtf_of
from events.timex import timexes_in
from tests.dates import anchor_on
from texts.edtf import span_of


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 12 June 2014", "2014-06-12"),
        ("in June 2014", "2014-06"),
        ("in 2014", "2014"),
        ("about 1910", "1910~"),
        ("around June 2014", "2014-06~"),
        ("the 1990s", "199X"),
        ("the nineteenth century", "18XX"),
        ("the spring of 2014", "2014-21"),
        ("the summer of 2014", "2014-22"),
        ("the autumn of 2014", "2014-23"),
        ("the winter of 2014", "2014-24"),
        ("the second quarter of 2014", "2014-34"),
        ("early June 2014", "2014-06-01/2014-06-10"),
        ("mid-June 2014", "2014-06-11/2014-06-20"),
        ("late June 2014", "2014-06-21/2014-06-30"),
        ("the first half of 2014", "2014-01-01/2014-06-30"),
        ("last week", "2014-06-02/2014-06-08"),
        ("last weekend", "2014-06-07/2014-06-08"),
        ("since 2003", "2003/.."),
        ("until June 2014", "../2014-06"),
        ("after 12 June 2014", "2014-06-13/.."),
        ("before 12 June 2014", "../2014-06-11"),
        ("on 03/04/2024", "[2024-03-04,2024-04-03]"),
        ("yesterday morning", "2014-06-12"),
    ],
)
def test_every_kind_of_precision(text: str, edtf: str) -> None:
    """Each unit has its EDTF form, which a kept parser reads, and which covers the same days."""
    [timex] = timexes_in(text, anchor=anchor_on("2014-06-13"))
    assert edtf_of(timex) == edtf
    assert str(parse_edtf(edtf)).replace(" ", "") == edtf
    assert span_of(edtf)[0] == timex.interval


def test_no_value_without_days() -> None:
    """A duration has no EDTF value."""
    [timex] = timexes_in("for three days", anchor=None)
    with pytest.raises(ValueError, match="without days"):
        edtf_of(timex)
