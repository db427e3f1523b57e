"""Bad input for the geoparser: made here, answered in linear time, with the row or the offset named."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from geo.curated import laid_over
from geo.gazetteer import Gazetteer, open_gazetteer, read_all, write_atomically
from geo.geoparse import resolutions_in
from geo.home import home_read
from geo.index import Index
from geo.index_build import build
from geo.toponym import Resolution
from texts.document import Document, text_id
from texts.span import Span

HEADER = "id,title,fclasses,lon,lat,feature_code\n"


def read(text: str, gazetteer: Gazetteer) -> tuple[Resolution, ...]:
    return resolutions_in(Document(id=text_id(text), text=text, name="hostile"), gazetteer)


def processor_s(text: str, gazetteer: Gazetteer) -> float:
    begun = time.process_time()
    read(text, gazetteer)
    return time.process_time() - begun


@pytest.mark.parametrize(
    "unit",
    [
        "Shells fell on Tikrit and Samarra while Mosul waited. ",
        "a" * 50 + " ",
        "Mosul ",
        "Mosul, ",
        "between Mosul and ",
        "Mosul border with ",
        "ten kilometres north of ",
        "U.S.",
        "'",
        "counties and ",
        "\u0627\u0644\u0639\u0631\u0627\u0642 ",
        "Мосул ",
    ],
)
def test_twice_the_text_costs_twice_the_time(gazetteer: Gazetteer, unit: str) -> None:
    """Cost grows with the text and no faster, whatever is repeated on one line."""
    short, long = unit * (20_000 // len(unit)), unit * (160_000 // len(unit))
    read(short, gazetteer)
    base = min(processor_s(short, gazetteer) for _ in range(2))
    assert processor_s(long, gazetteer) < 8 * 4 * base + 0.5


def test_a_line_of_five_megabytes_is_read(gazetteer: Gazetteer) -> None:
    """One line without an end of five million characters is answered."""
    line = "x" * 2_500_000 + " Tikrit " + "y" * 2_500_000
    assert [it.toponym.text for it in read(line, gazetteer)] == ["Tikrit"]


def test_fifty_thousand_names_are_each_answered(gazetteer: Gazetteer) -> None:
    """A text of nothing but names answers for every one of them."""
    found = read("Mosul; " * 50_000, gazetteer)
    assert len(found) == 50_000


@pytest.mark.parametrize("hidden", ["\u200b", "\u2060", "\ufeff", "\u200d"])
def test_a_hidden_character_is_flagged(gazetteer: Gazetteer, hidden: str) -> None:
    """A name with an invisible character inside is shown with the reason, and not placed."""
    (found,) = read(f"Troops left Mo{hidden}sul.", gazetteer)
    assert (found.place, found.toponym.span.start) == (None, 12)
    assert "invisible" in found.reason


def test_a_letter_of_another_alphabet_is_flagged(gazetteer: Gazetteer) -> None:
    """A Cyrillic o in a Latin name is not taken for the name."""
    (found,) = read("Troops left M\u043esul.", gazetteer)
    assert found.place is None
    assert "look-alike" in found.reason


def test_a_joiner_inside_a_persian_word_is_no_trick(gazetteer: Gazetteer) -> None:
    """Persian spells with the zero-width non-joiner; nothing is flagged."""
    assert [it.toponym.text for it in read("\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645", gazetteer)] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "\ud800 Mosul \udfff",
        "Mo\ud83dsul",
        "\u202eluso\u200eM \u202c",
        "\u0301\u0301\u0301",
        "Mosul\u0000Tikrit",
        "'" * 1000,
        "#" * 1000 + "Mosul",
        "\u0301Mosul",
        "Mosul\u0301 \u0627\u0644\u0645\u0648\u0635\u0644 Мосул מוסול",
    ],
)
def test_whatever_comes_the_words_are_the_texts_own(gazetteer: Gazetteer, text: str) -> None:
    """Every answer's words are the characters at its span, and a place and a ground come together."""
    for found in read(text, gazetteer):
        assert found.toponym.span.of(text) == found.toponym.text
        assert (found.place is None) == (found.ground is None)


def test_spans_get_one_answer_each(gazetteer: Gazetteer) -> None:
    """Spans that overlap, repeat, are empty or name nothing are answered, in order, once each."""
    text = "Mosul and Mosul"
    spans = tuple(Span(start=start, end=end) for start, end in ((10, 15), (0, 5), (0, 5), (2, 12), (6, 6)))
    found = resolutions_in(Document(id="x", text=text, name="x"), gazetteer, spans=spans)
    assert [(it.toponym.span.start, it.toponym.span.end) for it in found] == [(0, 5), (2, 12), (6, 6), (10, 15)]
    assert (found[0].place.name if found[0].place else None) == "Mosul"
    assert found[2].place is None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("dl:a,Alpha,P,33.1,144.2,PPL", "own.csv:2: lat must be in [-90, 90], got 144.2; are lon and lat swapped?"),
        ("dl:a,Alpha,P,,33.1,PPL", "own.csv:2: lon must be a number of degrees, got nothing"),
        ("dl:a,Alpha,P,0,0,PPL", "own.csv:2: lon and lat must be a place, got (0, 0)"),
        ("dl:a,Al\u200bpha,P,44,33,PPL", "own.csv:2: title must not hold invisible characters"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, row: str, message: str) -> None:
    """A gazetteer of one's own with a broken row says which, and why."""
    path = tmp_path / "own.csv"
    path.write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"own\.csv:2") as caught:
        open_gazetteer(curated=(path,))
    assert message in str(caught.value)


def own(tmp_path: Path, *names: str) -> Gazetteer:
    """A gazetteer of one's own with nothing else under it."""
    rows = "".join(f"dl:{number},{name},P,44,33,PPL\n" for number, name in enumerate(names))
    path = tmp_path / "own.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    places = read_all((path,))
    write_atomically(tmp_path / "index", build(laid_over((), places)))
    return Gazetteer(Index(tmp_path / "index"), places)


@pytest.mark.parametrize("name", ["Of", "Man", "The", "Police", "Hit"])
def test_an_entry_that_is_a_common_word_is_not_seen_in_every_sentence(tmp_path: Path, name: str) -> None:
    """Neither in small letters nor at a sentence's start; behind a word of place its capital makes it the place."""
    gazetteer = own(tmp_path, name)
    assert read(f"They spoke {name.lower()} it. {name} was a word. {name} {name.lower()} more.", gazetteer) == ()
    if name in ("Man", "Hit"):
        assert [it.toponym.text for it in read(f"Shells fell near {name}, an officer said.", gazetteer)] == [name]


def test_fifty_thousand_entries_are_read_and_found(tmp_path: Path) -> None:
    """A gazetteer of one's own may be large; the last of it is found as the first is."""
    gazetteer = own(tmp_path, *(f"Zorb{number}an" for number in range(50_000)))
    found = read("Shells fell on Zorb0an and near Zorb49999an.", gazetteer)
    assert [it.place.id if it.place else None for it in found] == ["dl:0", "dl:49999"]


@pytest.mark.parametrize("said", ["\ud800", "x" * 1_000_000, "1e400,0", "inf,inf", ",", "44,33," * 100_000, "\0"])
def test_a_theatre_or_a_home_that_makes_no_sense_is_told_and_passed_over(gazetteer: Gazetteer, said: str) -> None:
    """Whatever stands in a file's head, its text is read."""
    document = Document(id="x", text="Troops left Tikrit.", name="x", home=said, theatre=said)
    home, refused = home_read(document, gazetteer)
    assert len(refused) == 2
    assert max(map(len, refused)) < 400
    assert not home.is_known
    assert [it.toponym.text for it in resolutions_in(document, gazetteer)] == ["Tikrit"]
