"""Who speaks in an interview."""

from __future__ import annotations

import pytest

from events.attribution import attributions_in
from events.grammar.parse import parse_of
from events.voices.turns import turns_in

INTERVIEW = (
    "Osman: When did they come?\nNasser: On 4 April. They came from Jenin.\n"
    "Osman: How many?\nNasser: Forty. My uncle told me they had two tanks.\nThe talk was held in May."
)


def _turns(text: str) -> list[tuple[str, str]]:
    parse = parse_of(text)
    return [
        (parse.span(one.source).of(text), parse.span(one.content[0]).of(text))
        for one in turns_in(parse)
        if one.source is not None
    ]


def test_a_turn_is_all_that_is_said_up_to_the_next_name() -> None:
    """Each turn has its speaker, over sentences; the last ends with its line."""
    expected = [
        ("Osman", "When did they come?"), ("Nasser", "On 4 April. They came from Jenin"),
        ("Osman", "How many?"), ("Nasser", "Forty. My uncle told me they had two tanks"),
    ]  # fmt: skip
    assert [(who, what.rstrip("?")) for who, what in _turns(INTERVIEW)] == [
        (who, what.rstrip("?")) for who, what in expected
    ]


def test_whom_a_speaker_quotes_lies_inside_the_turn() -> None:
    """The uncle is quoted by the man who is asked."""
    made = attributions_in(INTERVIEW)
    (inner,) = [one for one in made if one.source and one.source[0].of(INTERVIEW) == "My uncle"]
    assert inner.parent is not None
    assert made[inner.parent].source[0].of(INTERVIEW) == "Nasser"


@pytest.mark.parametrize(
    "text",
    [
        "Kharkiv: Two hurt by shells.\nKherson: One hurt.\nKharkiv: Sirens again?\nKherson: Nothing new.",
        "Date: 3 May 2016\nLocation: Deraa\nDate: 4 May 2016\nLocation: Homs",
        "Q: Who fired?\nA: They did.\nQ: And then?\nA: We left.",
        "Nasser: Forty came.",
        "",
    ],
)
def test_where_nobody_asks_or_is_named_there_is_no_interview(text: str) -> None:
    """Reports from places, forms, letters for names and single labels have no speakers."""
    assert _turns(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "**Host:** When did they come?\n**Nasser:** In May.\n**Host:** From where?\n**Nasser:** From Jenin.",
        "*Host:* You stayed.\n*Nasser:* I did.\n*Host:* Why?\n*Nasser:* For the mill.\n*Host:* Alone?\n*Nasser:* No.",
    ],
)
def test_marks_around_a_name_do_not_hide_a_turn(text: str) -> None:
    """Whoever asks more often than not is the one who asks, though some turns are no questions."""
    assert {who for who, _ in _turns(text)} == {"Host", "Nasser"}


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("An interview with Colonel Adama Sy.", "Colonel Adama Sy"),
        ("Last week we spoke to Rana Aziz, who fled.", "Rana Aziz"),
        ("A midwife from Bambari talks to us.", "A midwife from Bambari"),
        ("Our reporter interviewed the mayor of Bor.", "the mayor of Bor"),
    ],
)
def test_answers_without_a_name_belong_to_whom_the_head_of_the_text_names(lead: str, who: str) -> None:
    text = f"{lead}\nQ: Who fired?\nA: They did. Two died.\nQ: And then?\nA: We left."

    assert _turns(text) == [(who, "They did. Two died"), (who, "We left")]


def test_letters_with_a_full_stop_are_turns_too() -> None:
    text = "We talked to Rana Aziz.\nQ. Who fired?\nA. They did.\nQ. And then?\nA. We left."

    assert _turns(text) == [("Rana Aziz", "They did"), ("Rana Aziz", "We left")]


def test_whoever_asks_half_the_time_asks_and_a_title_is_no_label() -> None:
    text = (
        "The Weekly: How many came?\nDr. Amani: Sixty. We have no serum.\n"
        "The Weekly: They promised a pause.\nDr. Amani: Who would dare?\n"
        "The Weekly: Will you stay?\nDr. Amani: Yes, I will.\nThe Weekly: Thank you.\nDr. Amani: Pray for us."
    )

    assert [who for who, _ in _turns(text)][:2] == ["The Weekly", "Dr. Amani"]


def test_an_answer_belongs_to_the_name_between_commas() -> None:
    text = "A baker from Kobani, Mustafa, spoke with us.\nQ: Who fired?\nA: They did.\nQ: And then?\nA: We left."

    assert {who for who, _ in _turns(text)} == {"Mustafa"}
