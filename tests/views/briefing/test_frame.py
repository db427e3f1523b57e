"""The frame holds every point, wherever on the globe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.briefing.frame import frame_of

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
