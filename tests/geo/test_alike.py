"""Names written by ear: found where only a place can stand and the text speaks of its country."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from geo.spelling import form_of
from geo.toponym import Resolution
from texts.document import Document, text_id


def named(name: str, text: str, gazetteer: Gazetteer) -> Resolution | None:
    """What became of a name of a text."""
    found = resolutions_in(Document(id=text_id(text), text=text, name="a text"), gazetteer)
    return next((it for it in found if it.toponym.text == name and it.place is not None), None)


@pytest.mark.parametrize(
    ("name", "text", "id_"),
    [
        ("Hawijjeh", "Gunmen held two roads in Hawijjeh while Kirkuk and Mosul were quiet.", "gn:390188"),
        ("Saraqeeb", "A bakery burned in Saraqeeb, an hour from Idlib in Syria.", "gn:164816"),
        ("Khan Shaykoun", "Rockets fell near Khan Shaykoun in Syria; Idlib heard them.", "gn:168325"),
        ("Lisichanske", "Guns fired from Lisichanske towards Bakhmut in Ukraine.", "gn:702972"),
        ("Sabrata", "Boats left from Sabrata, an hour west of Tripoli in Libya.", "gn:2212771"),
    ],
)
def test_a_name_that_is_spelt_by_ear_is_found(name: str, text: str, id_: str, gazetteer: Gazetteer) -> None:
    """With less trust than a name that is known, and with the reason."""
    found = named(name, text, gazetteer)
    assert found is not None
    assert found.place is not None
    assert found.place.id == id_
    assert found.confidence < 0.5
    assert "sounds alike" in found.reason


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Saraqeeb", "A bakery burned in Saraqeeb, an hour from Lyon in France."),
        ("Saraqeeb", "Old Saraqeeb said that Idlib in Syria was cold."),
        ("Hawijjeh", "They waited in Hawijjeh."),
        ("Hasan", "He heard it from Hasan in Baghdad, Iraq."),
    ],
)
def test_elsewhere_it_is_not_guessed(name: str, text: str, gazetteer: Gazetteer) -> None:
    """Not in a text of another country, not where a person may stand, not without any country, not a given name."""
    assert named(name, text, gazetteer) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("banghazi", "benghazi"), ("hawija", "huwayjah"), ("saraqib", "sarakeb"), ("kharkiv", "kharkov"),
        ("jaloula", "jalula"), ("qamishli", "kamishly"), ("makhmour", "makhmur"), ("ramadi", "rammady"),
        ("dabiq", "dabeq"), ("suwaida", "suwayda"), ("jisr ash shughour", "jisr al shughur"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_have_one_form(one: str, other: str) -> None:
    """Vowels, emphatic and doubled consonants, endings in -ah, articles."""
    assert form_of(one) == form_of(other) != ""


@pytest.mark.parametrize("key", ["hama", "homs", "sur", "", " ", "\u0645\u0648\u0635\u0644", "t 4", "x" * 3])
def test_short_names_and_other_scripts_have_no_form(key: str) -> None:
    """They would stand for too much."""
    assert form_of(key) == ""
