"""What is only talked about: outlooks, topics, judgements, sport, prices and titles put nothing on the map."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from events.reading import Reading
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id
from texts.rejection import Reason


def reading_of(text: str, gazetteer: Gazetteer) -> Reading:
    return claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The drought may bring new fighting in Sudan.", "an outlook for a whole country"),
        ("Her views on the fighting in Sudan are well known.", "a topic, not a happening"),
        ("The drought complicates the fighting in Sudan.", "a judgement of a whole country"),
        ("The quarrel is a battle of two generals in Sudan.", "a judgement of a whole country"),
        ("What they do in Sudan is no raid.", "a country beside it, not the place"),
        ("Their goalkeeper attacked the post in Basra.", "words of sport"),
        ("He lent me a novel called “The Siege of Erbil”.", "the title or the making of a work"),
        ("The film was shot in Malta.", "the title or the making of a work"),
        ("She is the author of a study on the siege of Sarajevo.", "the topic of a work"),
        ("Why would Iran attack Israel?", "an outlook for a whole country"),
        ("The ministry in Baghdad protested.", "a government's protest"),
        ("The panel, in a report sent to Erbil, was vague.", "a letter or a report on its way"),
        ("Pictures from Homs reached Erbil on Monday.", "a letter or a report on its way"),
        ("Rumours coming out of Erbil are guesses.", "a letter or a report on its way"),
        ("The river Drina runs through Visegrad.", "the course of a road or a line"),
    ],
)
def test_what_is_only_talked_about_is_left_out_with_its_reason(gazetteer: Gazetteer, text: str, why: str) -> None:
    """A trigger and a place that tell of no happening are a rejection that says why, and no claim."""
    reading = reading_of(text, gazetteer)
    assert reading.claims == ()
    assert list(dict.fromkeys((it.reason, why in it.message) for it in reading.rejections)) == [(Reason.NO_CLAIM, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Fighting in Mosul may spread.",
        "The army reported fighting in Sudan.",
        "Their coach was killed in Basra.",
        "Rebels played a video and shelled Erbil.",
        "Students in Baghdad protested.",
    ],
)
def test_what_looks_alike_is_kept(gazetteer: Gazetteer, text: str) -> None:
    """A nearer place, a plain report, the hurt, and people who are no office of state make a claim."""
    assert len(reading_of(text, gazetteer).claims) == 1
