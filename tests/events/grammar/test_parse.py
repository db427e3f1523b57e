"""What a parse says of a position agrees with a look through all stretches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from events.grammar.parse import Parse, parse_of

TEXT = (
    "Gunmen who had fled Gao returned at dawn, the mayor said. He fears that they may stay.\n"
    "No one was hurt; shops opened."
)
POSITIONS = range(len(parse_of(TEXT).codes))


@pytest.fixture
def parse() -> Parse:
    return parse_of(TEXT)


@pytest.mark.parametrize("position", POSITIONS)
def test_sentence_and_clause_hold_the_position(parse: Parse, position: int) -> None:
    """The sentence and the clause at a position are the ones that it stands in."""
    assert [it for it in parse.sentences if it.first <= position < it.stop] == [parse.sentence_at(position)]
    assert [it for it in parse.clauses if it.first <= position < it.stop] == [parse.clause_at(position)]


@pytest.mark.parametrize("position", [-1, *POSITIONS])
def test_phrase_and_group_begin_last_at_or_before_the_position(parse: Parse, position: int) -> None:
    """The phrase and the group at a position are the last that begin by then, the group after it the next one."""
    assert [*[None], *[it for it in parse.phrases if it.first <= position]][-1] == parse.phrase_at(position)
    assert [*[None], *[it for it in parse.groups if it.first <= position]][-1] == parse.group_at(position)
    assert next((it for it in parse.groups if it.first > position), None) == parse.group_after(position)


def test_a_copy_with_other_sentences_is_asked_for_its_own(parse: Parse) -> None:
    """A copy that keeps only some sentences finds the last of them that begins by then, else its first."""
    some = replace(parse, sentences=parse.sentences[1:2])
    assert [some.sentence_at(position) for position in (0, POSITIONS[-1])] == [parse.sentences[1]] * 2
