"""Border crossings: they lie on the borders they cross, and the nearest one is found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import shapely

from geo.borders import load_borders
from geo.crossings import CrossingKind, crossing_named, least_detour, load_crossings, nearest_crossing, read_crossings
from geo.table import TableError

HEADER = "id,kind,country_a,name_a,country_b,name_b,variants,lon,lat"
GOOD = "my:border-post,road,IR,Khosravi,IQ,Mundhiriya,خسروی@fa-Arab,45.47,34.385"


def written(folder: Path, *lines: str) -> Path:
    path = folder / "crossings.csv"
    path.write_text("\n".join((HEADER, *lines, "")), encoding="utf-8")
    return path


def test_iraq_s_borders_are_covered() -> None:
    pairs = Counter(crossing.countries for crossing in load_crossings())

    assert len(load_crossings()) >= 30
    assert {("IQ", "IR"), ("IQ", "SY"), ("IQ", "TR"), ("IQ", "JO"), ("IQ", "SA"), ("IQ", "KW"), ("IR", "TR")} <= set(
        pairs
    )
    assert pairs["IQ", "IR"] >= 10


def test_every_crossing_lies_on_the_border_that_it_crosses() -> None:
    borders = load_borders()
    astray = []
    for crossing in load_crossings():
        a, b = crossing.countries
        line = borders.shared_border(f"iso:{a}", f"iso:{b}")
        assert line is not None, crossing.id
        if line.distance(shapely.Point(crossing.lon, crossing.lat)) > 0.01:
            astray.append(crossing.id)

    assert astray == []


@pytest.mark.parametrize(
    ("lon", "lat", "between", "sides"),
    [
        (45.391, 34.348, ("IQ", "IR"), ("Mundhiriya", "Khosravi")),
        (45.319, 34.628, ("IQ", "IR"), ("Parwezkhan", "Parvizkhan")),
        (47.78, 30.509, ("IQ", "IR"), ("Shalamcha", "Shalamcheh")),
        (42.686, 37.149, ("IQ", "TR"), ("Ibrahim Khalil", "Habur")),
        (40.919, 34.452, ("IQ", "SY"), ("al-Qaim", "Abu Kamal")),
        (40.286, 33.037, ("IQ", "JO"), ("Trebil", "al-Karamah")),
        (44.4, 39.29, ("IR", "TR"), ("Bazargan", "Gurbulak")),
    ],
)
def test_the_nearest_crossing_between_two_countries(
    lon: float, lat: float, between: tuple[str, str], sides: tuple[str, str]
) -> None:
    found = nearest_crossing(lon, lat, between=between)

    assert found is not None
    assert sides == found[0].sides


def test_the_nearest_of_all_may_join_other_countries() -> None:
    found = nearest_crossing(36.69, 36.24)

    assert found is not None
    assert found[0].countries == ("SY", "TR")


def test_a_kind_narrows() -> None:
    found = nearest_crossing(47.78, 30.509, between=("IQ", "IR"), kind=CrossingKind.RAIL)

    assert found is not None
    assert "dl:crossing-shalamcheh-rail" == found[0].id  # noqa: SIM300 - expected first, as everywhere


def test_the_way_between_two_towns_goes_over_another_crossing_than_the_first_town_s_nearest() -> None:
    sarpol, khanaqin = (45.863, 34.461), (45.391, 34.348)
    nearest = nearest_crossing(*sarpol, between=("IQ", "IR"))
    way = least_detour(sarpol, khanaqin, between=("IQ", "IR"))

    assert nearest is not None
    assert way is not None
    assert (nearest[0].sides[0], way[0].sides[0]) == ("Parwezkhan", "Mundhiriya")


def test_no_crossing_joins_countries_without_a_border() -> None:
    assert nearest_crossing(45.0, 34.0, between=("IQ", "FR")) is None


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Khosravi", "khosravi"),
        ("Munthiriya", "khosravi"),
        ("خسروی", "khosravi"),
        ("Parvizkhan", "parvizkhan"),
        ("برويزخان", "parvizkhan"),
        ("Shalamcheh", "shalamcheh"),
        ("Zurbatiyah", "mehran"),
        ("Habur", "ibrahim-khalil"),
        ("Trebil", "trebil"),
        ("Semalka", "fishkhabur"),
        ("haji omeran", "haji-omeran"),
        ("Bashmaq", "bashmaq"),
    ],
)
def test_a_crossing_is_known_by_either_side_s_name(name: str, identity: str) -> None:
    crossing = crossing_named(name)

    assert crossing is not None
    assert f"dl:crossing-{identity}" == crossing.id


def test_the_sides_follow_the_countries_whatever_their_order(tmp_path: Path) -> None:
    (crossing,) = read_crossings(written(tmp_path, GOOD))

    assert crossing.countries == ("IQ", "IR")
    assert crossing.sides == ("Mundhiriya", "Khosravi")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("road", "air", "crossings.csv:2: kind must be one of road, rail, water, got 'air'"),
        ("IR", "IQ", "crossings.csv:2: country_b must be another country than country_a, got 'IQ'"),
        ("IR", "Iran", "crossings.csv:2: country_a must be an ISO 3166-1 alpha-2 code, got 'Iran'"),
        (
            "45.47,34.385",
            "0,0",
            "crossings.csv:2: lon and lat must be a place, got (0, 0), which stands for a missing one",
        ),
        ("Khosravi", "", "crossings.csv:2: name_a must be a name, got nothing"),
        ("@fa-Arab", "", "crossings.csv:2: variants must be name@language-Script separated by ;, got 'خسروی'"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = written(tmp_path, GOOD.replace(old, new, 1))

    with pytest.raises(TableError) as caught:
        read_crossings(path)

    assert message == str(caught.value)
