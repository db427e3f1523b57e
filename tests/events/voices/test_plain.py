"""The plain form of telling: whoever tells, whatever opens the sentence and whatever stands before "that"."""

from __future__ import annotations

import pytest

from events.attribution import attributions_in
from events.grammar.parse import parse_of
from events.voices.plain import plainly_in

FRONTS = ("", "In Marib ", "On Monday ", "Meanwhile, ", "After the raid, ", "In the capital, ", "This week ")
SOURCES = (
    "the army",
    "two officials in Seiyun",
    "residents",
    "the head of the hospital, Dr Ali Hassan,",
    "a spokesman for the army",
    "an officer who asked not to be named",
    "our reporter in Ataq",
)
TAILS = ("said", "told reporters", "said on Tuesday", "warned in a statement", "confirmed by telephone", "has said")
TAILS += (
    "said late on Sunday",
    "said, citing an officer,",
    "claimed yesterday",
    "wrote this morning",
    "denied in Geneva",
)
TOLD = "that the convoy had reached Shabwa"


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("source", SOURCES)
def test_who_tells_is_read_whatever_stands_around(front: str, source: str) -> None:
    wrong = []
    for tail in TAILS:
        begun = f"{front}{source}"
        text = f"{begun[0].upper()}{begun[1:]} {tail} {TOLD}."
        parse = parse_of(text)
        read = [
            (parse.span(it.source).of(text), parse.span(it.content[0]).of(text))
            for it in plainly_in(parse)
            if it.source
        ]
        if [(one.lower().rstrip(","), two) for one, two in read] != [(source.lower().rstrip(","), TOLD)]:
            wrong.append((text, read))
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "The army never said that the town had fallen.",
        "Nobody knows which generals said that the bridge was mined.",
        "The claim made by officials that the town had fallen was false.",
        "The army repeated the claim that the town had fallen.",
        "The minister could say that the town had fallen.",
        "The letter was written on the day that the town fell.",
    ],
)
def test_what_nobody_tells_is_no_telling(text: str) -> None:
    assert plainly_in(parse_of(text)) == ()


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        (
            "A spokesman for the army, Brigadier Adel Noor, denied this and said that a convoy had reached Kosti.",
            "A spokesman for the army, Brigadier Adel Noor",
            "that a convoy had reached Kosti",
        ),
        (
            "Radio Ndeke said this morning, citing a chief from Bria, that at least 20 people were killed near Zemio.",
            "Radio Ndeke",
            "that at least 20 people were killed near Zemio",
        ),
        (
            "A driver who came to Bangui yesterday told my brother that families are fleeing.",
            "A driver who came to Bangui yesterday",
            "that families are fleeing",
        ),
        (
            "The group has sent “observers” to Homs overnight, two Lebanese officials told the station.",
            "two Lebanese officials",
            "The group has sent “observers” to Homs overnight",
        ),
        (
            'The group has sent "supervising forces" to Homs overnight, two Lebanese officials told the station.',
            "two Lebanese officials",
            'The group has sent "supervising forces" to Homs overnight',
        ),
    ],
)
def test_the_attribution_takes_what_the_plain_form_reads(text: str, source: str, told: str) -> None:
    said = [(it.source[0].of(text), it.content[0].of(text)) for it in attributions_in(text) if it.source]
    assert (source, told) in said


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("The army denied leaving Sinjar.", "The army", "leaving Sinjar"),
        (
            "A spokesman for the army has denied having taken Kumba.",
            "A spokesman for the army",
            "having taken Kumba",
        ),
        ("On Friday the governor of Kirkuk denied shelling Daquq.", "the governor of Kirkuk", "shelling Daquq"),
    ],
)
def test_who_denies_a_deed_is_its_source(text: str, source: str, told: str) -> None:
    parse = parse_of(text)
    read = [
        (parse.span(it.source).of(text), parse.span(it.content[0]).of(text)) for it in plainly_in(parse) if it.source
    ]
    assert read == [(source, told)]
