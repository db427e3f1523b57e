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


OPENERS = {
    "the": "the same day",
    "a": "a week ago",
    "one": "one day later",
    "this": "this week",
    "that": "that day",
    "last": "last week",
    "next": "next week",
    "early": "early June",
    "two": "two days ago",
    "half": "half a day later",
    "Monday": "Monday",
    "June": "June",
    "yesterday": "yesterday",
    "noon": "noon",
}
"""Words that begin a form, each with one."""


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_no_form_is_passed_over(words: list[str]) -> None:
    """A search goes over no word that a form may start with and does, whatever stands behind it."""
    tape = tape_of(" ".join(words))
    token = 0
    while token < len(tape.tokens):
        found = form_at(tape, token)
        stop = len(tape.tokens) if found is None else found[0]
        passed = [at for at in range(token, stop) if tape.tokens[at] in OPENERS and any(readings_at(tape, at, rule=0))]
        assert passed == []
        token = stop + 1


def test_what_needs_a_second_word_is_found_where_it_has_one() -> None:
    """The law above looks at words that do begin forms."""
    for opener, text in OPENERS.items():
        tape = tape_of(f"shelled {text} army")
        assert form_at(tape, 0) is not None, opener
