"""Kinds: which words name a happening, and of what kind."""

from __future__ import annotations

import pytest

from events.grammar.parse import parse_of
from events.happenings.named import triggers_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets bombed the depot.", [("bombed", "attack")]),
        ("Rebels took over the town.", [("took over", "control")]),
        ("Militants were gathering near the line.", [("gathering", "buildup")]),
        ("Families fled the village.", [("fled", "displacement")]),
        ("Attack helicopters were sold.", []),
        ("The ministers signed a truce.", [("signed", "diplomacy"), ("truce", "diplomacy")]),
        ("The 3rd Assault Brigade is resting.", []),
        ("The People's Liberation Front shelled Bara.", [("shelled", "attack")]),
        ("", []),
    ],
)
def test_words_that_name_a_happening(text: str, expected: list[tuple[str, str]]) -> None:
    """A word counts in the form that names a happening, not where it only describes another word."""
    assert expected == [(it.span.of(text), it.kind.value) for it in triggers_in(parse_of(text))]
