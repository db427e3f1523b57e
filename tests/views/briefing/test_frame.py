"""The frame holds every point, wherever on the globe."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.distance import distance_km
from views.briefing.core import frame_for
from views.briefing.frame import frame_of
from views.briefing.ground import window_of
from views.briefing.scale import bar_km

points = st.lists(st.tuples(st.floats(-180, 180), st.floats(-85, 85)), min_size=1, max_size=12)


@given(points, st.sampled_from([0.7, 1.0, 1.6]))
def test_every_point_is_inside(at: list[tuple[float, float]], ratio: float) -> None:
    """No claim lies beyond the edge of its own map."""
    frame = frame_of(at, ratio=ratio)
    for lon, lat in at:
        x, y = frame.transformer.transform(lon, lat)
        assert frame.left <= x <= frame.right
        assert frame.bottom <= y <= frame.top
    assert ratio == pytest.approx((frame.right - frame.left) / (frame.top - frame.bottom))


@pytest.mark.parametrize("at", [[(46.4, -1.6), (35.8, 90.0)], [(10.0, 60.0), (20.0, -40.0)], [(0.0, 90.0)]])
@pytest.mark.parametrize("ratio", [0.5, 1.78, 3.0])
def test_there_is_ground_in_every_corner(at: list[tuple[float, float]], ratio: float) -> None:
    """A tall extent on a wide sheet does not reach beyond the disc of an azimuthal map."""
    assert all(map(isfinite, window_of(frame_of(at, ratio=ratio))))


def test_two_points_across_the_antimeridian_stay_near_each_other() -> None:
    """Fiji and Samoa are neighbours, not at the ends of the world."""
    frame = frame_of([(178.4, -18.1), (-171.8, -13.8)], ratio=1.6)
    assert not frame.world
    assert (frame.right - frame.left) / 1000 < 2500


def test_a_single_place_is_shown_with_its_surroundings() -> None:
    """One town does not become a map without width."""
    frame = frame_of([(43.1, 36.3)], ratio=1.6)
    assert pytest.approx(120.0) == (frame.right - frame.left) / 1000


def test_nothing_shows_the_world() -> None:
    """An empty selection has no area of its own."""
    assert frame_of([], ratio=1.6).world


def test_a_few_far_places_do_not_shrink_the_rest() -> None:
    """One claim about a capital far off leaves the map to the twenty near each other, and lies beyond the edge."""
    near = {(43.0 + step / 5, 35.0 + step / 9): 2 for step in range(10)}
    far = (71.4, 51.1)
    frame, beyond = frame_for({**near, far: 1}, ratio=1.6)
    assert beyond == {far}
    assert all(frame.left < frame.transformer.transform(*point)[0] < frame.right for point in near)


@pytest.mark.parametrize(
    "weights",
    [
        {},
        {(43.0, 35.0): 3, (71.4, 51.1): 1},
        {(43.0, 35.0): 10, (71.4, 51.1): 2},
        {(0.0, 0.0): 5, (9.0, 9.0): 5},
    ],
)
def test_what_is_not_rare_is_never_cut(weights: dict[tuple[float, float], int]) -> None:
    """Few claims, or more than a tenth of them, are shown whatever the map looks like."""
    assert frame_for(weights, ratio=1.6)[1] == frozenset()


@pytest.mark.parametrize("lat", [0.0, 34.0, 60.0, -50.0])
@pytest.mark.parametrize("width_deg", [1.0, 12.0, 24.0])
def test_the_scale_bar_is_right_for_the_latitude(lat: float, width_deg: float) -> None:
    """Along the bar the ground is as long as the bar says, within 2 %, wherever the map lies."""
    frame = frame_of([(44.0 - width_deg / 2, lat), (44.0 + width_deg / 2, lat)], ratio=1.6)
    length = bar_km((frame.right - frame.left) / 1000)
    assert length is not None
    right = frame.right - (frame.right - frame.left) * 0.01
    ends = [frame.transformer.transform(x, frame.bottom, direction="INVERSE") for x in (right - length * 1000, right)]
    assert pytest.approx(length, rel=0.02) == distance_km(*ends[0], *ends[1])
