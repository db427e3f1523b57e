"""Laws of what floods cost: whatever a text is made of, reading it takes time that grows with its length."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

import events.extract
from benchmarks.floods import FLOODS, flood, read, worded
from events.cutting import DENSEST
from events.extract import claims_in
from events.scene import Scene
from geo.gazetteer import Gazetteer
from tests.laws.test_claims import assert_spans_hold, document_of

SMALL, LARGE = 2_500, 15_000
SLACK = 2.5
"""What is paid once a text; work that grows with the square would cost six times as much."""
TRIES = 3
"""A busy machine may slow one measurement down, never speed one up: the best of so many tells."""


def seconds(text: str, gazetteer: Gazetteer) -> float:
    begun = time.process_time()
    read(text, gazetteer)
    return time.process_time() - begun


WORST = (
    "spaces between words", "dots and blanks", "commas", "square brackets", "quotation marks", "curly marks",
    "apostrophes in words", "colons and line ends", "hashtags", "mail addresses", "of the", "one name", "initials",
    "unknown names", "between", "shouted lines", "lower case", "dates and text", "months as lines", "according to",
    "hundred levels", "mixed quotes", "who said", "interview", "forwards", "groups", "unlisted", "one sentence",
    "table", "day headings", "posts", "quoted again", "front matter without end", "nested tags", "mixed",
)  # fmt: skip
"""Each stage's own, and those that came nearest to growing faster; the benchmark measures them all."""


@pytest.mark.parametrize("name", WORST)
def test_six_times_the_flood_takes_about_six_times_the_work(name: str, gazetteer: Gazetteer) -> None:
    """In processor time of this process, so that others on the machine have little part in it."""
    small, large = flood(name, SMALL), flood(name, LARGE)
    read(small, gazetteer)
    most = SLACK * (LARGE / SMALL)
    assert any(seconds(large, gazetteer) < most * seconds(small, gazetteer) + 0.25 for _ in range(TRIES))


def test_the_floods_are_what_they_are_called() -> None:
    """Each has about the length that was asked for, and another gets other words."""
    assert len(FLOODS) >= 100
    for name in FLOODS:
        assert 0.9 * SMALL < len(FLOODS[name](SMALL)) < 1.6 * SMALL, name
    assert len({worded(number) for number in range(1_000)}) == 1_000


def test_an_overfull_sentence_is_read_in_halves(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    """No happening is weighed against more places and times than the densest report has; the spans hold."""
    seen: list[Scene] = []
    known = events.extract.scenes_of

    def kept(*given: object) -> tuple[Scene, ...]:
        seen.extend(known(*given))  # type: ignore[arg-type]  # passed on as it came
        return tuple(seen)

    monkeypatch.setattr(events.extract, "scenes_of", kept)
    text = "Fighting in Mosul and Aleppo on Monday, " * 80 + "they said."
    reading = claims_in(document_of(text), gazetteer)
    assert_spans_hold(reading, text)
    assert reading.claims
    assert all(len(it.triggers) * (len(it.sites) + len(it.timexes)) <= DENSEST for it in seen)
    assert all(one.sentence.stop <= other.sentence.first for one, other in pairwise(seen))
