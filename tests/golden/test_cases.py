"""The golden cases say what they mean, and there are enough of them."""

from __future__ import annotations

import doctest
import re
from datetime import date
from pathlib import Path

import pytest

from benchmarks import cases as reader
from benchmarks.cases import FOLDER, Case, CaseError, cases_in, is_held
from events.claim import Kind, Role, Status

CASES = {case.id: case for folder in ("dev", "held") for case in cases_in(FOLDER / folder)}
AGAIN = cases_in(FOLDER / "second", texts=CASES)

ONE = """== testland-01 | agency | 2020-01-06
Gunmen hit Aden on Sunday and Aden again on Monday, {source} said.
--
{mark}
"""


def read(folder: Path, mark: str, source: str = "police") -> Case:
    (folder / "testland.txt").write_text(ONE.format(mark=mark, source=source), encoding="utf-8")
    (case,) = cases_in(folder)
    return case


@pytest.mark.parametrize("case", [*CASES.values(), *AGAIN], ids=lambda case: case.id)
def test_every_mark_quotes_the_text(case: Case) -> None:
    """Each place's words stand at its span, each span is whole words, and the trigger is in its sentence."""
    text = case.text
    for claim in case.claims:
        assert claim.trigger.within(claim.sentence)
        assert claim.places
        for place in claim.places:
            assert place.text == place.span.of(text)
        spans = [claim.trigger, *claim.optional, *claim.sources, *claim.agents, *claim.targets]
        for span in [*spans, *(place.span for place in claim.places), *(it.span for it in claim.quantities)]:
            assert not re.match(r"\w\w", text[max(0, span.start - 1) : span.start + 1])
            assert not re.match(r"\w\w", text[span.end - 1 : span.end + 1])


@pytest.mark.parametrize("case", CASES.values(), ids=lambda case: case.id)
def test_days_are_days_and_in_order(case: Case) -> None:
    for claim in case.claims:
        first, last = (day and date.fromisoformat(day) for day in (claim.first, claim.last))
        assert not (first and last) or first <= last


@pytest.mark.parametrize("case", CASES.values(), ids=lambda case: case.id)
def test_a_name_that_is_never_a_place_is_no_place_of_a_claim(case: Case) -> None:
    for never in case.never:
        assert not [place for claim in case.claims for place in claim.places if place.span.overlaps(never.span)]


@pytest.mark.parametrize("folder", ["dev", "held"])
def test_cases_lie_where_their_id_puts_them(folder: str) -> None:
    assert [case.id for case in cases_in(FOLDER / folder) if is_held(case.id) != (folder == "held")] == []


def test_there_are_enough_cases_of_every_sort() -> None:
    claims = [claim for case in CASES.values() for claim in case.claims]
    assert len(CASES) >= 60
    assert len(claims) >= 400
    assert len({case.theatre for case in CASES.values()}) >= 15
    assert set(Kind) == {claim.kind for claim in claims}
    assert set(Status) == {claim.status for claim in claims}
    assert set(Role) == {place.role for claim in claims for place in claim.places}
    assert reader.NEVER - {"desk"} <= {it.why for case in CASES.values() for it in case.never}


def test_every_line_of_the_table_of_places_is_used() -> None:
    marks = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.txt"))
    assert [name for name in reader.points_in(FOLDER / "places.tsv") if name not in marks] == []


def test_words_that_stand_twice_must_be_told_apart(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="stands 2 times"):
        read(tmp_path, "attack asserted hit | at Aden")
    assert read(tmp_path, "attack asserted hit | at Aden#2").claims[0].places[0].span.start == 30


def test_words_that_do_not_stand_in_the_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="does not hold 'Adenn'"):
        read(tmp_path, "attack asserted hit | at Adenn")


def test_an_unknown_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such field"):
        read(tmp_path, "attack asserted hit | in Aden#1 | at Aden#1")


def test_sides_of_a_range_may_be_open(tmp_path: Path) -> None:
    (since, by, day, none) = (
        read(tmp_path, f"attack asserted hit | at Aden#1{when}").claims[0]
        for when in (" | when 2020-01-05..", " | when ..2020-01-05", " | when 2020-01-05", "")
    )
    assert (since.first, since.last) == ("2020-01-05", None)
    assert (by.first, by.last) == (None, "2020-01-05")
    assert (day.first, day.last) == ("2020-01-05", "2020-01-05")
    assert (none.first, none.last) == (None, None)


def test_the_examples_in_the_reader_hold() -> None:
    result = doctest.testmod(reader)
    assert result.attempted > 0
    assert result.failed == 0
