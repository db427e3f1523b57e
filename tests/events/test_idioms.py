"""Fixed groups that only borrow the words of war."""

from __future__ import annotations

import pytest

from events.grammar.parse import parse_of
from events.happenings.named import triggers_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote will take place in May.", []),
        ("They took the town.", ["took"]),
        ("A doctor in the city, reached by WhatsApp, knew nothing.", []),
        ("A plan is talked of in the capital.", []),
        ("They are holding drills at sea.", ["drills"]),
        ("The initial attack failed.", ["attack"]),
        ("The army's supply line is long.", []),
        ("He will run for mayor and head the party.", []),
    ],
)
def test_an_idiom_blocks_its_first_word_alone(text: str, expected: list[str]) -> None:
    """“Take place” names no taking; what follows the first word of an idiom is still read."""
    assert expected == [it.span.of(text) for it in triggers_in(parse_of(text))]
