"""Names of the index found in words."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from geo.scan import words_of
from texts.document import Document, text_id


def found(text: str, gazetteer: Gazetteer, *, demonyms: bool = False) -> list[tuple[str, str | None]]:
    resolutions = resolutions_in(Document(id=text_id(text), text=text, name="test"), gazetteer, demonyms=demonyms)
    return [(it.toponym.text, it.place.id if it.place else None) for it in resolutions if it.place]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Iraq's forces left.", "Iraq", "iso:IQ"),
        ("Iraq\u2019s forces left.", "Iraq", "iso:IQ"),
        ("They live in Louisville, Ky., and vote there.", "Ky.", "iso:US-KY"),
        ("The U.S. sent aid.", "U.S.", "iso:US"),
        ("Aid came from the UAE on Monday.", "UAE", "iso:AE"),
        ("The army left al-Tanf at night.", "al-Tanf", "dl:al-tanf"),
        ("القوات دخلت العراق", "العراق", "iso:IQ"),
        ("نیروها در عراق هستند", "عراق", "iso:IQ"),
        ("Бои идут в Ираке.", "Ираке", "iso:IQ"),
        ("Bu sabah Irak'ta sessizlik vardı.", "Irak", "iso:IQ"),
        ("הכוחות נכנסו לעיראק", "עיראק", "iso:IQ"),
    ],
)
def test_a_name_is_found_in_its_own_clothes(gazetteer: Gazetteer, text: str, name: str, place: str) -> None:
    """Possessives, abbreviations, articles, other scripts and their endings; offsets are the text's own."""
    assert (name, place) in found(text, gazetteer)


def test_a_state_after_a_comma_tells_which_town(gazetteer: Gazetteer) -> None:
    """Paris, Texas is not in France; the reason says so."""
    text = "She grew up in Paris, Texas, and stayed."
    paris, texas = resolutions_in(Document(id=text_id(text), text=text, name="test"), gazetteer)
    assert (paris.place.admin1 if paris.place else None) == "US-TX"
    assert "stated: in Texas" in paris.reason
    assert (texas.place.id if texas.place else None) == "iso:US-TX"


def test_a_country_is_not_eclipsed_by_a_spelling_of_a_town(gazetteer: Gazetteer) -> None:
    """ "Iraq" among Iranian towns is the country, though a town of Iran is spelt so somewhere."""
    text = "Iran, Tehran, Qom, Isfahan and Hamadan were calm; Iraq was not."
    assert ("Iraq", "iso:IQ") in found(text, gazetteer)


def test_hamas_is_not_hama(gazetteer: Gazetteer) -> None:
    """A movement is not a town."""
    assert found("Hamas spoke. Fighters entered Hama.", gazetteer) == [("Hama", "gn:170017")]


def test_small_letters_count_where_nobody_writes_capitals(gazetteer: Gazetteer) -> None:
    """A forum post in small letters names places; a small word in a proper sentence does not."""
    assert [name for name, _ in found("i think they are still fighting in mosul", gazetteer)] == ["mosul"]
    assert [name for name, _ in found("they took tikrit and aleppo", gazetteer)] == ["tikrit", "aleppo"]
    assert [name for name, _ in found("he flew from london to paris", gazetteer)] == ["london", "paris"]
    assert [name for name, _ in found("we split the orange, nice one, mobile", gazetteer)] == []
    assert [name for name, _ in found("He wrote of the Word and the fighting in mobile units.", gazetteer)] == []


def test_shared_counties_are_counties(gazetteer: Gazetteer) -> None:
    """ "Walton and Oconee counties" names two counties."""
    text = "Deputies of Walton and Oconee counties in Georgia met in Athens, Georgia."
    names = {it.toponym.text: it for it in resolutions_in(Document(id="x", text=text, name="x"), gazetteer)}
    assert [names[name].place.feature_code for name in ("Walton", "Oconee") if names[name].place] == ["ADM2", "ADM2"]  # type: ignore[union-attr]  # just tested


def test_words_are_the_texts_own() -> None:
    """Positions are code points of the exact text."""
    text = "Dara\u2019a's  \u0627\u0644\u0645\u0648\u0635\u0644 \U0001f600 U.S. W.Va."
    words = words_of(text)
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == [
        "Dara\u2019a",
        "\u0627\u0644\u0645\u0648\u0635\u0644",
        "U.S.",
        "W.Va.",
    ]
