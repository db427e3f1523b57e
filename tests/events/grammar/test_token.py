"""Words and marks stand where the text has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.grammar.token import tokens_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S. envoys left Sana'a.", ("U.S.", "envoys", "left", "Sana'a", ".")),
        ("11,000 men, 7.5 km", ("11,000", "men", ",", "7.5", "km")),
        ("a 300-mile front", ("a", "300-mile", "front")),
        ("the militias' camp", ("the", "militias", "'", "camp")),
        ("they dont, it Isnt", ("they", "do", "nt", ",", "it", "Is", "nt")),
        ("they’re Iran’s", ("they", "’re", "Iran", "’s")),
        ("al-Hawl, Sar-e Pol", ("al-Hawl", ",", "Sar-e", "Pol")),
        ("Absolutely,and gone.Both", ("Absolutely", ",", "and", "gone", ".", "Both")),
        ("gazette.ru reports", ("gazette.ru", "reports")),
        ("“No…” he said", ("“", "No", "…", "”", "he", "said")),
        ("قال المتحدث", ("قال", "المتحدث")),
    ],
)
def test_words_of(text: str, words: tuple[str, ...]) -> None:
    """Abbreviations, numbers, hyphens and addresses stay whole; endings with an apostrophe come off."""
    assert words == tokens_in(text).words


@given(st.text(max_size=80))
def test_every_token_is_verbatim_and_in_order(text: str) -> None:
    """A token is what the text has between its offsets, and what lies between tokens is white space or joiners."""
    tokens = tokens_in(text)
    assert list(tokens.words) == [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))
