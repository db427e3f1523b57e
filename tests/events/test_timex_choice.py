"""Which time expression dates which happening."""

from __future__ import annotations

from datetime import date

import pytest

from events.grammar.parse import parse_of
from events.timex import Timex, timexes_in
from events.timex_choice import timex_for
from tests.dates import anchor_on
from texts.dating import Interval, Precision
from texts.span import Span


def chosen(text: str, trigger: str) -> Timex | None:
    start = text.index(trigger)
    timexes = timexes_in(text, anchor=anchor_on("2014-06-13"))
    span = Span(start=start, end=start + len(trigger))
    return timex_for(span, Span(start=0, end=len(text)), timexes, parse=parse_of(text))


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rebels entered Hama on Thursday.", "entered", "Thursday"),
        ("On Thursday rebels entered Hama.", "entered", "Thursday"),
        ("On Thursday, rebels entered Hama.", "entered", "Thursday"),
        ("On Thursday rebels took Aleppo and then captured Hama.", "captured", "Thursday"),
        ("On Thursday rebels took Aleppo, and the army left Hama.", "left", "Thursday"),
        ("Officials said on Friday that troops entered Mosul on Thursday.", "entered", "Thursday"),
        ("Officials said on Friday that troops entered Mosul.", "entered", None),
        ("Troops entered Mosul, officials said Friday.", "entered", None),
        ("Troops entered Mosul on Thursday, officials said Friday.", "entered", "Thursday"),
        ("The town, which fell in 2003, was retaken on Monday.", "retaken", "Monday"),
        ("The town, which fell in 2003, was retaken on Monday.", "fell", "2003"),
        ("Rebels who left Idlib on Monday entered Hama on Thursday.", "entered", "Thursday"),
        ("Rebels who left Idlib on Monday entered Hama on Thursday.", "left", "Monday"),
        ("Rebels who left Idlib on Monday entered Hama.", "entered", None),
        ("Since the 2003 invasion the troops never left the base.", "left", None),
        ("Since the 2003 invasion the troops never left the base.", "invasion", "the 2003"),
        ("Thursday's attack destroyed the bridge.", "attack", "Thursday"),
        ("The attack killed ten people on Monday.", "attack", "Monday"),
        ("Rebels attacked the town, killing ten on Monday.", "attacked", "Monday"),
        ("Rebels have seized the hills and a town captured on Monday.", "seized", None),
        ("They hold the hills near Hama, a town attacked on Thursday.", "hold", None),
        ("They hold the hills near Hama, a town attacked on Thursday.", "attacked", "Thursday"),
        ("The town was attacked by men armed with guns on Monday.", "attacked", "Monday"),
        ("The convoy crossed the border for three days.", "crossed", None),
        ("The army now holds the dam.", "holds", None),
        ("They patrol the road every day.", "patrol", None),
        ("The army left.", "left", None),
        ("Iran has increased its influence since 2003.", "increased", "2003"),
        ("Gunmen stormed the base at dawn on 12 June and fled.", "stormed", "dawn on 12 June"),
        ("Troops plan to enter Mosul on Monday.", "enter", "Monday"),
    ],
)
def test_a_date_belongs_to_its_verb(text: str, trigger: str, expected: str | None) -> None:
    """A date is given to the verb of its clause, never to what is reported, qualified or said beside it."""
    found = chosen(text, trigger)
    assert (found and found.text.removesuffix("'s")) == (expected and expected.removeprefix("the ")), found


def test_a_range_dates_by_all_of_it() -> None:
    """Either end of a range stands for the whole."""
    found = chosen("Militants shelled the town between 3 and 5 March.", "shelled")
    assert found is not None
    assert found.interval == Interval(start=date(2014, 3, 3), end=date(2014, 3, 6))
    assert found.precision is Precision.RANGE


def test_only_the_sentence_counts() -> None:
    """A date of another sentence is left to its own."""
    text = "They met on Thursday. Rebels entered Hama."
    timexes = timexes_in(text, anchor=anchor_on("2014-06-13"))
    span, sentence = Span(start=29, end=36), Span(start=22, end=len(text))
    assert timex_for(span, sentence, timexes, parse=parse_of(text)) is None
