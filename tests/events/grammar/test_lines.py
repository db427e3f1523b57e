"""What stands on one line is no part of a phrase of the next."""

from __future__ import annotations

from events.attribution import attributions_in
from events.grammar.parse import parse_of


def test_no_phrase_reaches_over_the_end_of_a_sentence() -> None:
    """Tags alone do not see the line's end: "crew" and "Army" would make one noun phrase."""
    text = "Landing at dawn, crew\nArmy says it controls Goma."
    parse = parse_of(text)
    assert not [words for phrase in parse.phrases if "\n" in (words := parse.span(phrase).of(text))]
    assert [one.source[0].of(text) for one in attributions_in(text)] == ["Army"]
