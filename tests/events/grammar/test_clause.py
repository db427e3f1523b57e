"""Noun phrases and clauses."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.grammar.clause import CODES, Stretch, clauses_in, noun_phrases
from events.grammar.parse import parse_of


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "Kyiv says that the bridge is open, but Moscow denies it.",
            ["Kyiv says", "that the bridge is open", ", but Moscow denies it."],
        ),
        (
            "The convoy, which left Port Sudan on Monday, has not arrived.",
            ["The convoy,", "which left Port Sudan on Monday", ", has not arrived."],
        ),
        ("If the rebels attacked, the army would respond.", ["If the rebels attacked", ", the army would respond."]),
    ],
)
def test_clauses_of(text: str, clauses: list[str]) -> None:
    """A clause begins where another verb with a tense needs it, and at the words that open clauses."""
    parse = parse_of(text)
    assert clauses == [parse.span(clause).of(text) for clause in parse.clauses]


@given(st.text(alphabet="".join(CODES.values()), min_size=1, max_size=60))
def test_clauses_cover_the_sentence_without_overlap(codes: str) -> None:
    """Every token is in exactly one clause, and phrases do not overlap."""
    clauses = clauses_in(codes, (Stretch(first=0, stop=len(codes)),))
    covered = [position for clause in clauses for position in range(clause.first, clause.stop)]
    assert list(range(len(codes))) == covered
    phrases = noun_phrases(codes)
    assert all(one.stop <= two.first for one, two in pairwise(phrases))
