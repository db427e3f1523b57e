"""The heads of a chat's messages."""

from __future__ import annotations

import pytest

from texts.chat import chat_heads
from texts.sentence import sentences_in
from texts.thread import posts_in


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[18:02] <ali_x> ", "[18:03] <Zed> "),
        ("[12/06/2014, 18:02:11] Ali X: ", "[12/06/2014, 18:03:40] Zed: "),
        ("12/06/2014, 18:02 - Ali X: ", "12/06/2014, 18:03 - Zed: "),
        ("Ali X: [12/06, 18:02] ", "Zed (Homs): [12/06, 18:03] "),
        ("<ali> ", "<zed> "),
    ],
)
def test_heads_with_a_time_or_a_nickname_open_messages(first: str, second: str) -> None:
    """Two are enough; the words of each are a sentence of their own and so is each head."""
    text = f"{first}Tikrit fell.\nSo they say.\n{second}No it did not."

    assert [head.span.of(text) for head in chat_heads(text)] == [first, second]
    assert len(posts_in(text)) == 2
    assert "No it did not." in [span.of(text) for span in sentences_in(text)]


def test_names_that_come_back_before_a_colon_are_a_chat_where_half_of_them_are_handles() -> None:
    text = "ko_min: they shot again\nMay: where??\nko_min: near the market\nMay: stay in"

    assert [post.author for post in posts_in(text)] == ["ko_min", "May", "ko_min", "May"]


@pytest.mark.parametrize(
    "text",
    [
        "Tripoli: fighting.\nBenghazi: quiet.\nTripoli: more fighting.\nBenghazi: still quiet.",
        "Osman: When?\nNasser: In May.\nOsman: Why?\nNasser: I had to.",
        "update: shells fell\nnote: no toll yet\nupdate: two dead\nsource: a doctor",
        "He wrote one word: no.\nIt was late.",
        "",
    ],
)
def test_tickers_interviews_and_labels_are_no_chats(text: str) -> None:
    assert chat_heads(text) == ()


def test_whoever_begins_lines_in_small_letters_begins_sentences_so_too() -> None:
    text = "two dead today. the port was never taken, dont believe it\nHe saw Gen. ali there. nobody else"

    assert [span.of(text) for span in sentences_in(text)] == [
        "two dead today.",
        "the port was never taken, dont believe it",
        "He saw Gen. ali there. nobody else",
    ]


@pytest.mark.parametrize("text", ["a: " * 200_000, "[18:02] " * 100_000, "ab_c: d\n" * 50_000, "<a> " * 100_000])
def test_long_monotonous_texts_take_linear_time(text: str) -> None:
    assert isinstance(sentences_in(text), tuple)
