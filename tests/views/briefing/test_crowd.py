"""Marks that would hide one another are joined, and none is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from events.claim import Kind, Status
from tests.claims import DOCUMENT, at, claim, town
from views.briefing.crowd import CLOSEST, with_joined_spots
from views.briefing.pen import disc_radius
from views.briefing.scene import Scene, scene_of
from views.cited import cite

spread = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 200)), min_size=1, max_size=40, unique=True)


def scene_at(points: list[tuple[int, int]]) -> Scene:
    """A claim about a place at each point of the sheet; ten points are a degree."""
    made = [
        claim(Kind.ATTACK, Status.ASSERTED, at(town(f"P{number}", x / 10, y / 10, "IQ")))
        for number, (x, y) in enumerate(points)
    ]
    return scene_of(cite((one, DOCUMENT) for one in made))


@given(spread, st.integers(1, 30))
def test_nothing_is_lost_and_discs_stay_apart(points: list[tuple[int, int]], most: int) -> None:
    """Every claim keeps its mark, there are no more marks than wanted, and none hides the middle of another."""
    scene = scene_at(points)
    joined = with_joined_spots(scene, lambda lon, lat: (lon * 10, lat * 10), most=most)
    assert len(joined.spots) <= most
    assert sorted(number for spot in joined.spots for number in spot.numbers) == list(range(1, len(points) + 1))
    assert sum(1 + len(spot.joined) for spot in joined.spots) == len(points)
    assert all(sum(share.count for share in spot.shares) == len(spot.numbers) for spot in joined.spots)
    middles = [(spot.ground.lon * 10, spot.ground.lat * 10, disc_radius(len(spot.numbers))) for spot in joined.spots]
    for position, (x, y, radius) in enumerate(middles):
        for a, b, other in middles[:position]:
            assert (x - a) ** 2 + (y - b) ** 2 >= min(CLOSEST, radius, other) ** 2 * 0.999


def test_what_stands_apart_stays_as_it_is() -> None:
    """Three towns far from each other are three marks."""
    scene = scene_at([(0, 0), (100, 100), (250, 30)])
    assert scene == with_joined_spots(scene, lambda lon, lat: (lon * 10, lat * 10), most=30)
