"""How something is said to be true, over many theatres."""

from __future__ import annotations

import pytest

from events.attribution import attributions_in
from events.claim import Status
from events.status import status_of
from texts.span import Span

CASES = [
    ("asserted", "shelled", "The army shelled Bakhmut on Monday."),
    ("denied", "enter", "The brigade did not enter Stepanakert."),
    ("denied", "entered", "Kigali denied that its troops had entered Goma."),
    ("planned", "storm", "The army is preparing to storm Idlib."),
    ("planned", "march", "He urged his men to march on Sanaa."),
    ("hypothetical", "strike", "Militias could strike Eilat."),
    ("hypothetical", "attack", "If they attack Tyre, war will follow."),
    ("unconfirmed", "hit", "Drones reportedly hit the depot at Engels."),
    ("unconfirmed", "crossed", "A security source said that tanks crossed the Dinder river."),
]


@pytest.mark.parametrize(("status", "trigger", "text"), CASES)
def test_status_of_a_trigger(status: str, trigger: str, text: str) -> None:
    """The words around a trigger, and who says it, give its status."""
    start = text.index(trigger)
    span = Span(start=start, end=start + len(trigger))
    assert Status(status) is status_of(text, span, Span(start=0, end=len(text)), attributions_in(text)).status
