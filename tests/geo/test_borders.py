"""The outlines of the world: which country a point lies in, and which line two of them share."""

from __future__ import annotations

import itertools

import pytest
import shapely

from geo.borders import Borders, load_borders
from geo.distance import distance_km


@pytest.fixture(scope="module")
def borders() -> Borders:
    return load_borders()


@pytest.mark.parametrize(
    ("lon", "lat", "country", "province"),
    [
        (43.119, 36.335, "IQ", "iso:IQ-NI"),
        (45.391, 34.348, "IQ", "iso:IQ-DI"),
        (45.863, 34.461, "IR", "iso:IR-05"),
        (45.07, 37.55, "IR", "iso:IR-04"),
        (37.158, 36.202, "SY", "iso:SY-HL"),
        (34.94, 29.55, "IL", None),
        (2.35, 48.86, "FR", "iso:FR-75C"),
        (-74.0, 40.71, "US", "iso:US-NY"),
        (37.62, 55.75, "RU", "iso:RU-MOW"),
        (151.21, -33.87, "AU", "iso:AU-NSW"),
        (34.1, 44.95, "UA", "iso:UA-43"),
    ],
)
def test_a_point_lies_in_its_country_and_province(
    borders: Borders, lon: float, lat: float, country: str, province: str | None
) -> None:
    assert borders.country_of(lon, lat) == country
    assert (country,) == borders.countries_at(lon, lat) or not borders.countries_at(lon, lat)
    if province:
        assert borders.province_of(lon, lat) == province


@pytest.mark.parametrize(("lon", "lat"), [(0.0, 0.0), (-30.0, 40.0), (-150.0, -40.0)])
def test_the_open_sea_belongs_to_nobody(borders: Borders, lon: float, lat: float) -> None:
    assert borders.country_of(lon, lat) is None
    assert borders.countries_at(lon, lat) == ()
    assert borders.province_of(lon, lat) is None


def test_just_off_a_coast_the_nearest_country_counts(borders: Borders) -> None:
    assert borders.countries_at(35.46, 33.9) == ()
    assert borders.country_of(35.46, 33.9) == "LB"


def test_a_point_on_the_border_is_within_a_tolerance_of_both(borders: Borders) -> None:
    line = borders.shared_border("iso:IQ", "iso:IR")
    assert line is not None
    point = line.interpolate(0.5, normalized=True)

    assert borders.countries_at(point.x, point.y, tolerance_deg=0.01) == ("IQ", "IR")


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ("IQ", "IR", 1599),
        ("IQ", "SY", 599),
        ("IQ", "TR", 367),
        ("IQ", "SA", 811),
        ("IQ", "JO", 179),
        ("IQ", "KW", 254),
        ("IR", "TR", 534),
    ],
)
def test_a_shared_border_is_as_long_as_the_world_factbook_says(borders: Borders, a: str, b: str, km: float) -> None:
    """A simplified line is shorter than the surveyed one, by up to a fifth."""
    line = borders.shared_border(f"iso:{a}", f"iso:{b}")
    assert line is not None
    measured = 0.0
    for part in shapely.get_parts(line):
        points = list(part.coords)
        measured += sum(distance_km(*p, *q) for p, q in itertools.pairwise(points))

    assert 0.75 * km < measured < 1.1 * km


def test_a_border_is_the_same_from_both_sides(borders: Borders) -> None:
    assert borders.shared_border("iso:IQ", "iso:SY") == borders.shared_border("iso:SY", "iso:IQ")


@pytest.mark.parametrize(("a", "b"), [("iso:IQ", "iso:LB"), ("iso:IQ", "iso:ZZ"), ("iso:IQ", "iso:IQ"), ("iso:IQ", "")])
def test_what_has_no_common_border_has_none(borders: Borders, a: str, b: str) -> None:
    assert borders.shared_border(a, b) is None


def test_two_provinces_share_a_border(borders: Borders) -> None:
    line = borders.shared_border("iso:IQ-DI", "iso:IQ-SU")

    assert line is not None
    assert 0.5 < line.length < 3


@pytest.mark.parametrize(
    ("country", "count"),
    [("IQ", 18), ("SY", 14), ("IR", 31), ("US", 51), ("UA", 27), ("LB", 6), ("YE", 21), ("SD", 18)],
)
def test_a_country_has_its_provinces(borders: Borders, country: str, count: int) -> None:
    found = [area for area in borders.provinces(country) if area.code]

    assert abs(len(found) - count) <= 1


def test_every_id_is_its_own(borders: Borders) -> None:
    ids = [area.id for area in (*borders.countries, *borders.provinces())]

    assert len(ids) == len(set(ids))


def test_every_outline_is_valid_and_holds_its_point(borders: Borders) -> None:
    wrong = []
    for area in (*borders.countries, *borders.provinces()):
        outline = borders.outline(area.id)
        if outline is None or not outline.is_valid or not outline.dwithin(shapely.Point(area.lon, area.lat), 0.02):
            wrong.append(area.id)

    assert wrong == []


def test_provinces_lie_in_their_country(borders: Borders) -> None:
    wrong = [
        area.id
        for country in ("IQ", "IR", "SY", "TR")
        for area in borders.provinces(country)
        if borders.country_of(area.lon, area.lat) != country
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("river", "town"),
    [("dl:tigris", (43.13, 36.34)), ("dl:euphrates", (43.30, 33.44)), ("dl:diyala-river", (45.17, 34.27))],
)
def test_a_river_runs_by_its_towns(borders: Borders, river: str, town: tuple[float, float]) -> None:
    line = borders.outline(river)
    assert line is not None
    (x1, y1), (x2, y2) = shapely.shortest_line(line, shapely.Point(town)).coords

    assert distance_km(x1, y1, x2, y2) < 12


def test_the_kurdistan_region_is_its_provinces(borders: Borders) -> None:
    region = borders.outline("dl:kurdistan-region")
    assert region is not None

    assert region.contains(shapely.Point(44.009, 36.191))
    assert not region.contains(shapely.Point(44.392, 35.468))
