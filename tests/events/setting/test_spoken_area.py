"""The area that is spoken of where a name stands that no gazetteer has."""

from __future__ import annotations

import pytest

from events.grammar.clause import Stretch
from events.grammar.parse import parse_of
from events.setting.spoken_area import FARTHEST, TRUST, area_of, talk_of
from geo.gazetteer import open_gazetteer
from geo.geoparse import resolutions_in
from texts.document import Document, text_id


@pytest.mark.parametrize(
    ("between", "trust"),
    [("", "sentence"), ("and so on, " * (FARTHEST // 5), "sentence"), ("a, " * FARTHEST, "country")],
)
def test_an_area_is_spoken_of_as_far_as_a_reader_remembers(between: str, trust: str) -> None:
    """However long a sentence is, so many words of it are looked through: a text without stops is no trap."""
    text = f"In Nineveh province, {between}troops captured Qxarab."
    gazetteer, parse = open_gazetteer(), parse_of(text)
    resolutions = resolutions_in(Document(id=text_id(text), text=text, name="a"), gazetteer)
    position = parse.tokens.words.index("Qxarab")
    run = Stretch(first=position, stop=position + 1)
    found = area_of(parse, run, talk_of(parse, resolutions), gazetteer)
    assert found is not None
    assert found.trust == TRUST[trust]


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Families near Gao are fleeing across the border to Niger, toward Qxarab.", "NE"),
        ("Fighters from Mopti and Gao went into Niger, near the village of Qxarab.", "NE"),
        ("They came from Niger, to Qxarab.", "ML"),
        ("Soldiers of Niger, at Qxarab.", "ML"),
    ],
)
def test_a_name_lies_in_the_country_that_was_gone_into_before_it(sentence: str, country: str) -> None:
    text = f"Fighting went on in Gao, Mopti and Kidal. {sentence}"
    gazetteer, parse = open_gazetteer(), parse_of(text)
    resolutions = resolutions_in(Document(id=text_id(text), text=text, name="a"), gazetteer)
    position = parse.tokens.words.index("Qxarab")
    found = area_of(parse, Stretch(first=position, stop=position + 1), talk_of(parse, resolutions), gazetteer)
    assert found is not None
    assert found.place.country == country
