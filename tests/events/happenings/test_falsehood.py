"""What is called untrue, and what all but happened."""

from __future__ import annotations

import pytest

from events.grammar.parse import parse_of
from events.happenings.falsehood import called_false


def _called(marked: str) -> str | None:
    at = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    parse = parse_of(text)
    trigger = next(number for number, start in enumerate(parse.tokens.starts) if start == at)
    hit = called_false(parse, parse.sentences[0], trigger)
    return None if hit is None else parse.span(hit.words).of(text)


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("The claim that Lin had been [surrounded] turned out to be fabricated.", "fabricated"),
        ("He branded the story that Bara was [bombed] pure fiction.", "fiction"),
        ("It is a myth that they [took] Bara.", "myth"),
        ("People who say that Bara was [taken] are mistaken.", "mistaken"),
        ("Fake reports that Bara was [taken] made the rounds.", "Fake"),
    ],
)
def test_the_word_for_the_untruth_is_the_cue(marked: str, words: str) -> None:
    assert _called(marked) == words


@pytest.mark.parametrize(
    "marked",
    [
        "The claim that Lin was [surrounded] is true, but the rest are lies.",
        "They [bombed] Bara, and the propaganda went on.",
        "Propaganda leaflets fell as they [bombed] Bara.",
        "He was wrong to leave before they [took] Bara.",
    ],
)
def test_an_untruth_beside_a_happening_does_not_touch_it(marked: str) -> None:
    assert _called(marked) is None
