"""Movements: which words are the start, the way, the goal and the place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.movement import moves_in
from texts.span import Span


def roles(text: str, trigger: str) -> dict[str, list[str]]:
    start = text.index(trigger)
    (move,) = moves_in(text, [Span(start=start, end=start + len(trigger))])
    found = {"origin": move.origin, "via": move.via, "destination": move.destination, "at": move.at}
    return {role: [span.of(text) for span in spans] for role, spans in found.items() if spans}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Two brigades left Kirkuk.", "left", {"origin": ["Kirkuk"]}),
        ("The column drove from Homs to Palmyra.", "drove", {"origin": ["Homs"], "destination": ["Palmyra"]}),
        ("A convoy travelled through Sinjar.", "travelled", {"via": ["Sinjar"]}),
        ("Nine civilians were killed in Taiz.", "killed", {"at": ["Taiz"]}),
        ("The army entered Goma.", "entered", {"destination": ["Goma"]}),
    ],
)
def test_roles_of_plain_sentences(text: str, trigger: str, expected: dict[str, list[str]]) -> None:
    """Each place stands in the role that its preposition and its verb give it."""
    assert expected == roles(text, trigger)


def test_given_triggers_are_answered_in_their_order() -> None:
    """Every trigger gets exactly one answer, even where it touches no word."""
    triggers = [Span(start=9, end=13), Span(start=0, end=3), Span(start=3, end=4)]
    assert triggers == [move.trigger for move in moves_in("The army left Raqqa.", triggers)]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 30))
def test_any_text_and_trigger_is_answered(text: str, start: int, length: int) -> None:
    """Whatever the text, nothing is raised and every span lies inside it."""
    trigger = Span(start=min(start, len(text)), end=min(start + length, len(text)))
    for move in (*moves_in(text, [trigger]), *moves_in(text)):
        for span in (*move.origin, *move.via, *move.destination, *move.at):
            assert 0 <= span.start < span.end <= len(text)
