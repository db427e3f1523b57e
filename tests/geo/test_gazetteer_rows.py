"""The curated gazetteer's loader: what it accepts, and what it says of what it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from geo.borders import load_borders
from geo.distance import distance_km
from geo.gazetteer_rows import GazetteerError, read_rows
from geo.place import FeatureClass, Place

GAZETTEER = Path(__file__).resolve().parents[2] / "data" / "gazetteer.csv"
HEADER = "id,title,fclasses,ccodes,variants,lon,lat,feature_code,approximation,matches"
GOOD = "gn:99072,Mosul,P,IQ,Mossul@en-Latn;الموصل@ar-Arab,43.119,36.335,PPL,8,gn:99072"
OUTLINE_ERROR_KM = 5.0
"""the outlines are simplified from a map of 1:10 million"""


@pytest.fixture(scope="module")
def places() -> tuple[Place, ...]:
    return read_rows(GAZETTEER)


@pytest.fixture(scope="module")
def by_name(places: tuple[Place, ...]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in places:
        for name in {name.casefold() for name in (place.name, *(name for _, name in place.names))}:
            found.setdefault(name, []).append(place)
    return found


def written(folder: Path, *lines: str, header: str = HEADER) -> Path:
    path = folder / "gazetteer.csv"
    path.write_bytes("\n".join((header, *lines, "")).encode())
    return path


def place_of_good() -> Place:
    return Place(
        id="gn:99072",
        name="Mosul",
        feature_class=FeatureClass.SETTLEMENT,
        feature_code="PPL",
        lon=43.119,
        lat=36.335,
        country="IQ",
        geonameid=99072,
        approximation_km=8.0,
        names=(("en", "Mossul"), ("ar", "الموصل")),
    )


def test_a_good_row_becomes_a_place(tmp_path: Path) -> None:
    assert (place_of_good(),) == read_rows(written(tmp_path, GOOD))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path, start: bytes, end: str) -> None:
    path = tmp_path / "gazetteer.csv"
    path.write_bytes(start + end.join((HEADER, GOOD, "")).encode())

    assert (place_of_good(),) == read_rows(path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("36.335", "94.2", "gazetteer.csv:3: lat must be in [-90, 90], got 94.2; are lon and lat swapped?"),
        ("43.119", "181", "gazetteer.csv:3: lon must be in [-180, 180], got 181"),
        (
            "43.119,36.335",
            "0,0",
            "gazetteer.csv:3: lon and lat must be a place, got (0, 0), which stands for a missing one",
        ),
        ("43.119", "", "gazetteer.csv:3: lon must be a number of degrees, got nothing"),
        ("36.335", "36° 20' N", 'gazetteer.csv:3: lat must be a number of degrees, got "36° 20\' N"'),
        ("36.335", "nan", "gazetteer.csv:3: lat must be a number of degrees, got 'nan'"),
        ("36.335", "inf", "gazetteer.csv:3: lat must be a number of degrees, got 'inf'"),
        (",P,", ",X,", "gazetteer.csv:3: fclasses must be one of A, H, L, P, R, S, T, U, V, got 'X'"),
        (",PPL,", ",,", "gazetteer.csv:3: feature_code must be a GeoNames feature code such as PPL, got nothing"),
        (
            "Mossul@en-Latn",
            "Mossul",
            "gazetteer.csv:3: variants must be name@language-Script separated by ;, got 'Mossul'",
        ),
        (
            "Mossul@en-Latn",
            "Mossul@en",
            "gazetteer.csv:3: variants must be name@language-Script separated by ;, got 'Mossul@en'",
        ),
        (
            "Mossul@en-Latn",
            "@en-Latn",
            "gazetteer.csv:3: variants must be name@language-Script separated by ;, got '@en-Latn'",
        ),
        (
            "Mossul@en-Latn",
            "Mos\u200bsul@en-Latn",
            "gazetteer.csv:3: variants must not hold invisible characters such as U+200B, got 'Mos\\u200bsul'",
        ),
        (",Mosul,", ",,", "gazetteer.csv:3: title must be a name, got nothing"),
        (",IQ,", ",Iraq,", "gazetteer.csv:3: ccodes must be ISO 3166-1 alpha-2 codes separated by ;, got 'Iraq'"),
        (",8,", ",-8,", "gazetteer.csv:3: approximation must be kilometres above 0, got '-8'"),
        (",gn:99072", ",gn:Mosul", "gazetteer.csv:3: matches must hold gn:<number>, got 'gn:Mosul'"),
        ("dl:second", "second", "gazetteer.csv:3: id must be gn:<number>, iso:<code> or <prefix>:<slug>, got 'second'"),
        ("dl:second", "gn:99072", "gazetteer.csv:3: id must be unique and not that of gazetteer.csv:2, got 'gn:99072'"),
        ("dl:second,", "", "gazetteer.csv:3: 10 fields expected, as in the header, got 9"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_what_was_expected(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    second = GOOD.replace("gn:99072", "dl:second", 1)
    assert old in second
    path = written(tmp_path, GOOD, second.replace(old, new, 1))

    with pytest.raises(GazetteerError) as caught:
        read_rows(path)

    assert message == str(caught.value)


def test_the_line_named_is_the_file_s_own_after_a_row_that_spans_two(tmp_path: Path) -> None:
    path = written(
        tmp_path, GOOD.replace("Mosul", '"Mosul\n"'), "", GOOD.replace("36.335", "99").replace("gn:99072", "dl:b", 1)
    )

    with pytest.raises(GazetteerError, match=r"^gazetteer\.csv:5: lat"):
        read_rows(path)


def test_swapped_coordinates_east_of_ninety_are_recognised(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="are lon and lat swapped"):
        read_rows(written(tmp_path, GOOD.replace("43.119,36.335", "36.3,103.1")))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "gazetteer.csv: a header line expected, got an empty file"),
        (b"\n\n", "gazetteer.csv: a header line expected, got an empty file"),
        (
            b"id,title\n",
            (
                "gazetteer.csv:1: the header must have the columns id, title, fclasses, lon, lat, feature_code; "
                "missing: fclasses, lon, lat, feature_code"
            ),
        ),
        (HEADER.encode() + b",lon\n", "gazetteer.csv:1: each column once expected, got twice: lon"),
        (HEADER.encode() + b"\n\xff\xfe\n", "gazetteer.csv: the file must be UTF-8, got byte 0xff at offset 77"),
        (HEADER.encode() + b"\ngn:1,\x00\n", "gazetteer.csv:2: text expected, got a NUL character"),
    ],
)
def test_a_file_that_is_no_gazetteer_is_refused_as_a_whole(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "gazetteer.csv"
    path.write_bytes(content)

    with pytest.raises(GazetteerError) as caught:
        read_rows(path)

    assert message == str(caught.value)


def test_a_misspelt_column_is_refused_instead_of_ignored(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="unknown column 'varaints'"):
        read_rows(written(tmp_path, GOOD, header=HEADER.replace("variants", "varaints")))


def test_a_missing_file_is_a_broken_set_up(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_rows(tmp_path / "gazetteer.csv")


def test_the_theatre_is_covered(places: tuple[Place, ...]) -> None:
    provinces = {
        country: sum(p.country == country and p.feature_code == "ADM1" for p in places)
        for country in ("IQ", "SY", "IR")
    }

    assert len(places) >= 500
    assert provinces == {"IQ": 18, "SY": 14, "IR": 31}


def test_every_entry_lies_in_the_countries_that_it_names(places: tuple[Place, ...]) -> None:
    borders = load_borders()
    astray = []
    for place in places:
        if place.country is None:
            continue
        outline = borders.outline(f"iso:{place.country}")
        assert outline is not None
        drawn = borders.outline(place.outline) if place.outline else None
        shape = drawn if drawn is not None else shapely.Point(place.lon, place.lat)
        (x1, y1), (x2, y2) = shapely.shortest_line(outline, shape).coords
        at_sea = not borders.countries_at(place.lon, place.lat)
        if distance_km(x1, y1, x2, y2) > (60.0 if at_sea else place.approximation_km + OUTLINE_ERROR_KM):
            astray.append(place.id)

    assert astray == []


def test_the_countries_test_can_fail() -> None:
    """A town with its coordinates swapped is far outside its country."""
    outline = load_borders().outline("iso:IQ")
    assert outline is not None
    (x1, y1), (x2, y2) = shapely.shortest_line(outline, shapely.Point(36.335, 43.119)).coords

    assert distance_km(x1, y1, x2, y2) > 100


def test_every_province_named_is_where_its_entry_lies(places: tuple[Place, ...]) -> None:
    borders = load_borders()
    wrong = [
        place.id
        for place in places
        if place.admin1
        and place.feature_class is FeatureClass.SETTLEMENT
        and borders.province_of(place.lon, place.lat) != f"iso:{place.admin1}"
    ]

    assert wrong == []


def test_every_outline_named_can_be_drawn(places: tuple[Place, ...]) -> None:
    borders = load_borders()

    assert [place.id for place in places if place.outline and borders.outline(place.outline) is None] == []


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Mosul", "gn:99072"),
        ("Tikrit", "gn:90150"),
        ("Khanaqin", "gn:94591"),
        ("Jalawla", "dl:jalawla"),
        ("Jalula", "dl:jalawla"),
        ("Sarpol-e Zahab", "gn:120931"),
        ("Serpil Zahab", "gn:120931"),
        ("سرپل ذهاب", "gn:120931"),
        ("Karbala", "gn:94824"),
        ("Najaf", "gn:98860"),
        ("Samarra", "gn:91597"),
        ("Qom", "gn:119208"),
        ("Mecca", "gn:104515"),
        ("Medina", "gn:109223"),
        ("Aqaba", "gn:250774"),
        ("Basra", "gn:99532"),
        ("Eilat", "gn:295277"),
        ("Gaza", "gn:281133"),
        ("Riqqa", "gn:172955"),
        ("Raqqa", "gn:172955"),
        ("Aleppo", "gn:170063"),
        ("Hama", "gn:170017"),
        ("Mosul Dam", "dl:mosul-dam"),
        ("Ninevah", "iso:IQ-NI"),
        ("Salah-eldin", "iso:IQ-SD"),
        ("Anbar", "iso:IQ-AN"),
        ("Teheran", "gn:112931"),
        ("Lorestan", "iso:IR-15"),
        ("Qamishli", "gn:173377"),
        ("Dera'a", "gn:170905"),
        ("Makhmour", "gn:93818"),
        ("Amerli", "dl:amerli"),
        ("Bashiqa", "dl:bashiqa"),
        ("Zumar", "dl:zumar"),
        ("al-Tanf", "dl:al-tanf"),
        ("Rabia", "dl:rabia"),
        ("Astana", "gn:1526273"),
        ("Vienna", "gn:2761369"),
        ("U.S.", "iso:US"),
        ("Türkiye", "iso:TR"),
        ("Ain al-Asad", "dl:ain-al-asad"),
        ("Green Zone", "dl:green-zone"),
        ("KRG", "dl:kurdistan-region"),
        ("Khosravi", "dl:crossing-khosravi"),
        ("Parvizkhan", "dl:crossing-parvizkhan"),
        ("شلمچه", "dl:crossing-shalamcheh"),
        ("Rabia crossing", "dl:crossing-rabia-yaarubiyah"),
        ("Tal Afar", "gn:90393"),
        ("الموصل", "gn:99072"),
        ("هەولێر", "gn:95446"),
    ],
)
def test_a_spelling_means_one_place(by_name: dict[str, list[Place]], name: str, identity: str) -> None:
    assert [identity] == [place.id for place in by_name.get(name.casefold(), [])]


def test_urumieh_means_the_town_and_the_province(by_name: dict[str, list[Place]]) -> None:
    assert {"gn:121801", "iso:IR-04"} == {place.id for place in by_name["urumieh"]}


def test_two_places_of_one_kind_and_country_share_no_name(by_name: dict[str, list[Place]]) -> None:
    """What shares a name is told apart by kind or country; otherwise nothing could choose."""
    shared = {
        name: sorted(place.id for place in found)
        for name, found in by_name.items()
        if len({(place.country, place.feature_class) for place in found}) < len(found)
    }

    assert shared == {}


@pytest.mark.parametrize("word", ["Allah", "Kars", "Homo", "Khan", "Diana", "Ahmad", "Ariel", "Razi", "رازی", "المصنع"])
def test_words_and_people_that_the_source_lists_as_spellings_name_no_place(
    by_name: dict[str, list[Place]], word: str
) -> None:
    assert by_name.get(word.casefold(), []) == []
