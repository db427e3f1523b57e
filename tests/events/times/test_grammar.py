"""Where forms of time expressions may start."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from events.times.grammar import form_at, readings_at
from events.times.tape import tape_of

WORDS = (
    "the", "a", "an", "one", "this", "that", "last", "next", "army", "shelled", "Monday", "June", "2014", "12", "3rd",
    "day", "days", "week", "ago", "before", "later", "of", "in", "at", "time", "same", "two", "half", "early", "late",
    "mid", "noon", "to", "has", "for", "long", "yesterday", ",", ".", "-", "\n", "'s", "'90s", "5", "pm", "hours",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_no_form_is_passed_over(words: list[str]) -> None:
    """Between where a search begins and where it finds a form no other form starts with a word of the lexicon."""
    tape = tape_of(" ".join(words))
    token = 0
    while token < len(tape.tokens):
        found = form_at(tape, token)
        stop = len(tape.tokens) if found is None else found[0]
        passed = [at for at in range(token, stop) if tape.tokens[at] == "the" and any(readings_at(tape, at, rule=0))]
        assert passed == []
        token = stop + 1
