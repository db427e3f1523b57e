"""The scorer of the golden cases gives full marks to the marks themselves and takes some off for each mistake."""

from __future__ import annotations

import doctest
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import matching
from benchmarks.asking import Answer, of_program
from benchmarks.cases import FOLDER, Case, cases_in
from benchmarks.golden import as_made, dumped, main, scored
from benchmarks.matching import MadeClaim, MadePlace, made_from, paired
from benchmarks.tally import figures
from texts.rejection import Reason, Rejection
from texts.span import Span

CASES = cases_in(FOLDER / "dev")


def marks(case: Case) -> tuple[MadeClaim, ...]:
    return tuple(as_made(claim) for claim in case.claims)


def test_the_marks_score_full() -> None:
    row = figures(paired(case, marks(case)) for case in CASES)
    shares = ("precision", "recall", "f1", "kind", "status", "days", "places", "roles", "within_161km", "source")
    assert dict.fromkeys(shares, 100.0) == {name: row[name] for name in shares}
    assert row["ratio"] == 1.0
    assert row["never_mapped"] == 0
    assert (row["actors"], row["numbers"], row["reached"]) == (100.0, 100.0, 100.0)


def test_saying_nothing_scores_nothing() -> None:
    row = figures(paired(case, ()) for case in CASES)
    assert (row["f1"], row["precision"], row["made"]) == (0.0, 0.0, 0)


def test_saying_everything_twice_costs_precision() -> None:
    row = figures(paired(case, marks(case) * 2) for case in CASES)
    assert (row["precision"], row["recall"], row["ratio"]) == (50.0, 100.0, 2.0)


@pytest.mark.parametrize(
    ("figure", "change"),
    [
        ("kind", {"kind": "none"}),
        ("status", {"status": "none"}),
        ("days", {"first": "1066-10-14", "last": "1066-10-14"}),
    ],
)
def test_a_mistake_lowers_its_own_figure(figure: str, change: dict[str, str]) -> None:
    made = {case.id: tuple(replace(claim, **change) for claim in marks(case)) for case in CASES}
    row = figures(paired(case, made[case.id]) for case in CASES)
    assert row[figure] == 0.0
    assert row["f1"] == 100.0


def test_wrong_roles_lower_roles_alone() -> None:

    def unruly(claim: MadeClaim) -> MadeClaim:
        return replace(claim, places=tuple(replace(it, role="none") for it in claim.places))

    row = figures(paired(case, tuple(map(unruly, marks(case)))) for case in CASES)
    assert (row["roles"], row["places"]) == (0.0, 100.0)


def test_a_government_on_the_map_is_counted() -> None:
    case, never = next((case, it) for case in CASES for it in case.never if it.why == "government")
    place = MadePlace(role="at", span=never.span, text=never.text, lat=0.0, lon=0.0)
    row = figures([paired(case, (replace(marks(case)[0], places=(place,)),))])
    assert row["never_mapped"] == 1


def test_a_place_far_away_is_the_wrong_place() -> None:
    def moved(claim: MadeClaim) -> MadeClaim:
        return replace(claim, places=tuple(replace(it, lat=-89.0, lon=0.0) for it in claim.places))

    row = figures(paired(case, tuple(map(moved, marks(case)))) for case in CASES)
    assert row["within_161km"] == 0.0


def test_a_claim_of_another_sentence_is_not_the_claim() -> None:
    case = next(case for case in CASES if len(case.claims) > 2)
    last = case.claims[-1]
    made = replace(as_made(last), excerpt=Span(start=0, end=1), trigger=None)
    assert paired(case, (made,)).pairs == ()


def test_a_program_is_asked_line_by_line(tmp_path: Path) -> None:
    """A program that answers each text with one claim in the form of `dateline read` is scored."""
    program = tmp_path / "reader.py"
    program.write_text(
        "import json, sys\n"
        "for line in sys.stdin:\n"
        "    it = json.loads(line)\n"
        "    claim = {'kind': 'attack', 'status': 'asserted', 'excerpt': {'start': 0, 'end': len(it['text'])},\n"
        "             'places': [], 'when': None}\n"
        "    print(json.dumps({'id': it['id'], 'claims': [claim]}))\n"
    )
    pairings = scored(CASES, of_program(CASES, f"{sys.executable} {program}"))
    assert len(CASES) == figures(pairings)["made"]


def test_the_dump_leads_back_to_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--dump"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [dumped(case) for case in CASES] == [json.loads(line) for line in lines]
    first = json.loads(lines[0])
    place = first["claims"][0]["places"][0]
    assert place["text"] == first["text"][place["start"] : place["end"]]


def test_a_record_of_the_terminal_is_read() -> None:
    claim = made_from(
        {
            "kind": "attack",
            "status": "asserted",
            "excerpt": {"start": 0, "end": 9, "text": "Aden hit."},
            "places": [{"role": "at", "start": 0, "end": 4, "text": "Aden", "lat": 12.8, "lon": 45.0}],
            "when": {"first": "2020-01-05", "last": None},
            "sources": [{"text": "Reuters", "start": None, "end": None}],
            "movement": None,
        }
    )
    assert (claim.first, claim.last, claim.reached) == ("2020-01-05", None, None)
    assert claim.sources == (("Reuters", None),)


def test_the_examples_in_the_pairing_hold() -> None:
    result = doctest.testmod(matching)
    assert result.attempted > 0
    assert result.failed == 0


def test_a_missed_claim_says_why() -> None:
    """The reason is that of the rejection which names its trigger; where there is none, no word was a trigger."""
    case = CASES[0]
    gold = case.claims[0]
    word = gold.trigger.of(case.text)
    named = Rejection(reason=Reason.UNPLACED, message=f"expected a place for “{word}”", name="x", span=gold.sentence)
    other = Rejection(reason=Reason.UNPLACED, message="expected a place for “else”", name="x", span=gold.sentence)
    assert Answer(rejections=(named,)).why_missed(case, gold) == "unplaced"
    assert Answer(rejections=(other,)).why_missed(case, gold) == "no trigger"
