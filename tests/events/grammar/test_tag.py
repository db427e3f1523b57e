"""Parts of speech, on words of many theatres."""

from __future__ import annotations

import pytest

from events.grammar.parse import parse_of
from events.grammar.tag import Tag


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The governor of Kherson reported heavy shelling.", "reported", Tag.PAST),
        ("The report names three officers.", "report", Tag.NOUN),
        ("They plan to cross the Dnipro.", "plan", Tag.PRESENT),
        ("The plan has been dropped.", "plan", Tag.NOUN),
        ("The militia will not withdraw from Goma.", "withdraw", Tag.BASE),
        ("Witnesses said that the town fell.", "that", Tag.MARK),
        ("That town fell last week.", "That", Tag.DETERMINER),
        ("The town had been seized by the army.", "seized", Tag.PARTICIPLE),
        ("The town had been seized by the army.", "had", Tag.AUXILIARY),
        ("General Burhan left Khartoum.", "Burhan", Tag.NAME),
        ("Fighters who fled reached Marib.", "who", Tag.WH),
        ("Russia Sends Tanks to Retake Kherson", "Sends", Tag.PRESENT),
        ("Russia Sends Tanks to Retake Kherson", "Retake", Tag.BASE),
        ("RUSSIA SENDS TANKS TO RETAKE KHERSON", "SENDS", Tag.PRESENT),
        ("Ukraine Denies Losing Bakhmut", "Losing", Tag.GERUND),
        ("The rebels' camp fell.", "'", Tag.GENITIVE),
        ("The 'rebels' fled, he said.", "'", Tag.QUOTE),
        ("A group which has overrun major towns fled.", "overrun", Tag.PARTICIPLE),
        ("They dont hold the port and wont take it.", "hold", Tag.BASE),
    ],
)
def test_tag_of_a_word(text: str, word: str, tag: Tag) -> None:
    """A word has the tag that its place in the sentence asks for."""
    parse = parse_of(text)
    assert tag == parse.tags[parse.tokens.words.index(word)]


def test_hostile_words_are_tagged_too() -> None:
    """Lone surrogates, NUL and other scripts have a tag like any word."""
    parse = parse_of("\ud800 \x00 мир 東京 x" + "y" * 5000)
    assert len(parse.tokens) == len(parse.tags)


@pytest.mark.parametrize("text", ["begun list of towns the army has", "shut of the gate they had"])
def test_the_last_word_stands_before_none(text: str) -> None:
    """What opens a text has nothing before it, whatever the text ends with."""
    parse = parse_of(text)
    assert len(parse.tokens) == len(parse.tags) == len(parse.codes)
