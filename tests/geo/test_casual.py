"""Names that are written small, shouted, shortened or run together in hashtags, as people write in a hurry."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from geo.lines import Style, styled_lines
from geo.scan import words_of
from texts.document import Document, text_id


def found(text: str, gazetteer: Gazetteer) -> list[str]:
    resolutions = resolutions_in(Document(id=text_id(text), text=text, name="test"), gazetteer)
    return [it.toponym.text for it in resolutions if it.place]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("shelling heard in aleppo and Hama since dawn", ["aleppo", "Hama"]),
        ("mortars again in homs, hama, deraa. nobody sleeps", ["homs", "hama", "deraa"]),
        ("Units of the PMF operate in iraq and syria against ISIL", ["iraq", "syria"]),
        ("PKK ambush near kirkuk, 2 soldiers hurt", ["kirkuk"]),
        ("SDF is now 3km from raqqa acc to locals", ["raqqa"]),
        ("heavy clashes in kidal, MINUSMA base hit by mortars", ["kidal"]),
        ("no water in khan younis for 3 days", ["khan younis"]),
        ("sirens in tel aviv and ashdod just now", ["tel aviv", "ashdod"]),
        ("grass fire in bastrop tx is out of control", ["bastrop", "tx"]),
        ("fires everywhere in the usa and uk papers say nothing", ["usa", "uk"]),
        ("kherson under fire again", ["kherson"]),
        ("the whole of kelantan is under water", ["kelantan"]),
        ("[31/03, 20:41] Huda Ali: mortars near kidal again, nobody sleeps", ["kidal"]),
        ("all quiet in taiz. they bombed khormaksar and the road to al hawtah", ["taiz", "khormaksar", "al hawtah"]),
        ("no news from khartoum. they say merowe is lost too", ["khartoum", "merowe"]),
        ("no news from sanaa. the crater was deep and the saleh boys went home", ["sanaa"]),
        ("Word came from Idlib, homs and aleppo that Hassan lives", ["Idlib", "homs", "aleppo"]),
    ],
)
def test_names_in_small_letters_behind_a_word_of_place_or_beside_a_place(
    gazetteer: Gazetteer, text: str, names: list[str]
) -> None:
    """Acronyms and the capitals that start sentences do not make a line a paper's; lists hold places together."""
    assert found(text, gazetteer) == names


@pytest.mark.parametrize(
    "text",
    [
        "happy birthday paris and jackson, love u both",
        "turkey sandwich for lunch, chili for dinner",
        "my china cabinet broke in the move",
        "left my phone in the reading room, mobile signal is bad",
        "Mr Hassan Ali stayed in bed with a nice book",
        "he lives in a nice mobile home",
        "they say merowe is lost too",
        "a spring in the air and a march for our lives",
        "stabbed in the neck and in the back, Mr Omar said",
    ],
)
def test_words_and_persons_in_small_letters_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    """Common words, given names and parts of the body stay what they are."""
    assert found(text, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("HEAVY FIGHTING NEAR MARIUPOL AS REBELS ADVANCE", ["MARIUPOL"]),
        ("STRONG QUAKE SHAKES CHILE AND PERU", ["CHILE", "PERU"]),
        ("FLOOD WATERS RISE IN NEW ORLEANS TONIGHT", ["NEW ORLEANS"]),
        ("READING THE NEWS WILL MAKE YOU MOBILE AND NICE", []),
    ],
)
def test_shouted_lines_are_read_as_if_a_paper_had_written_them(
    gazetteer: Gazetteer, text: str, names: list[str]
) -> None:
    """Words that could be names keep a capital, all others lose it."""
    assert found(text, gazetteer) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("people run to the streets #NepalEarthquake", ["Nepal"]),
        ("#PrayForBeirut tonight", ["Beirut"]),
        ("so sad #prayforbeirut", ["Beirut".lower()]),
        ("need boats #ChennaiFloods2015", ["Chennai"]),
        ("no power #PuertoRico", ["PuertoRico"]),
        ("no power #puertorico", ["puertorico"]),
        ("they march #StandWithUkraine", ["Ukraine"]),
        ("good morning #ThrowbackThursday #MondayMotivation #love", []),
        ("#ReadingIsFun #NiceDay #MayTheForce", []),
    ],
)
def test_a_hashtag_holds_a_place_beside_other_words(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    """The span is the name alone; words that are no names make no place."""
    assert found(text, gazetteer) == names


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Troops in S. Sudan fired.", "S. Sudan", "iso:SS"),
        ("N Korea tested a rocket.", "N Korea", "iso:KP"),
        ("They met in N. Ireland.", "N. Ireland", "adm1:GB.NIR"),
    ],
)
def test_a_letter_of_the_compass_shortens_a_great_name(gazetteer: Gazetteer, text: str, name: str, place: str) -> None:
    """S. Sudan is South Sudan and not Sudan."""
    resolutions = resolutions_in(Document(id=text_id(text), text=text, name="test"), gazetteer)
    assert [(it.toponym.text, it.place.id) for it in resolutions if it.place] == [(name, place)]


def test_an_initial_before_a_family_name_is_no_letter_of_the_compass(gazetteer: Gazetteer) -> None:
    """E. Jordan is a person, though a small town is called East Jordan."""
    assert "E. Jordan" not in found("E. Jordan said that he would stay.", gazetteer)


def test_lines_have_their_style() -> None:
    """Each line is judged by itself; a line of few words says nothing."""
    text = "They left Mosul on Monday.\nno one is left in mosul\nEVERYBODY LEFT THE TOWN\nok\nPKK ambush in sirnak"
    styles = [style for _, _, style in styled_lines(words_of(text))]
    assert styles == [Style.PLAIN, Style.SMALL, Style.SHOUTED, Style.PLAIN, Style.SMALL]


def test_lines_hold_all_words_once() -> None:
    """Lines follow one another from the first word to the last; of no words there are none."""
    words = words_of("a b c\n\n\nd e\n")
    assert [(start, stop) for start, stop, _ in styled_lines(words)] == [(0, 3), (3, 5)]
    assert list(styled_lines(words_of(""))) == []


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("felt the ground shake in san francisco just now", "san francisco", "San Francisco US"),
        ("Everybody in Dallas is told to stay home", "Dallas", "Dallas US"),
        ("Fire in Paradise, CA took every house.", "CA", "California US"),
        ("Crash near Joplin MO, two hurt", "MO", "Missouri US"),
        ("Beds needed in Freetown & Kenema!!", "Kenema", "Kenema SL"),
        ("Felt in Tokyo/Chiba/Saitama", "Chiba", "Chiba JP"),
        ("Two convoys looted since dawn #Darfur", "Darfur", "Darfur SD"),
        ("Ash from Mount Ontake falls on three towns.", "Mount Ontake", "Mount Ontake JP"),
        ("Tremor in the Bismarck Sea, no wave", "Bismarck Sea", "Bismarck Sea None"),
    ],
)
def test_a_post_names_the_place_that_everybody_knows(gazetteer: Gazetteer, text: str, name: str, place: str) -> None:
    """Nothing else speaks for one of many: the most prominent is meant, the state behind it, the place beside it."""
    resolutions = resolutions_in(Document(id=text_id(text), text=text, name="test"), gazetteer)
    assert place in [
        f"{it.place.name} {it.place.country}" for it in resolutions if it.place and it.toponym.text == name
    ]


@pytest.mark.parametrize(
    "text",
    [
        "GNA forces clashed with the others at noon.",
        "ADF rebels killed twenty.",
        "Quds force officers were seen.",
        "Everybody prays for the victims of #Haiyan",
    ],
)
def test_codes_groups_and_storms_are_no_towns(gazetteer: Gazetteer, text: str) -> None:
    """Three capitals that are a further spelling of some town, a group before "force", a small town as a hashtag."""
    assert found(text, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Buses left Oaxaca State at noon.", ["Oaxaca State"]),
        ("They crossed into Kaduna State, where it was calm.", ["Kaduna State"]),
        ("Penalties fell as Ohio State won the game.", []),
    ],
)
def test_the_word_for_what_an_area_is_belongs_to_its_name(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    """Where no further capital follows, and where the two are no university's."""
    assert [name for name in found(text, gazetteer) if name.endswith("State")] == names
