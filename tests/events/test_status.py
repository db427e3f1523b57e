"""How something is said to be true, over many theatres."""

from __future__ import annotations

from pathlib import Path

import pytest

from events.attribution import attributions_in
from events.claim import Status
from events.status import StatusReading, status_of
from texts.span import Span

TABLE = Path(__file__).parent / "data" / "status_cases.txt"


def _cases() -> list[tuple[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t", 1)) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


def _read(marked: str) -> StatusReading:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return status_of(text, Span(start=start, end=end), Span(start=0, end=len(text)), attributions_in(text))


@pytest.mark.parametrize(("status", "marked"), _cases())
def test_status_of_a_trigger(status: str, marked: str) -> None:
    """The words around a trigger, and who says it, give its status."""
    assert Status(status) is _read(marked).status


@pytest.mark.parametrize(
    ("marked", "cues"),
    [
        ("They massed in order to [attack] Lysychansk.", ["in order to"]),
        ("An officer who said so told us that Taiz was [shelled].", ["An officer"]),
    ],
)
def test_the_words_that_carry_a_status(marked: str, cues: list[str]) -> None:
    """A cue is marked whole, and the words of an unnamed source rather than its pronoun."""
    text = marked.replace("[", "").replace("]", "")
    assert [cue.of(text) for cue in _read(marked).cues] == cues


def test_a_place_that_is_excepted_is_denied() -> None:
    """Where men are sent to one place "and none to" another, the sending to that other is denied."""
    text = "They plan to send men to the border, and none to Bor."
    start, place = text.index("send"), text.index("Bor")
    trigger, whole = Span(start=start, end=start + 4), Span(start=0, end=len(text))
    there = (Span(start=place, end=place + 3),)
    said = attributions_in(text)
    assert status_of(text, trigger, whole, said).status is Status.PLANNED
    assert status_of(text, trigger, whole, said, places=there).status is Status.DENIED
