"""The scene of a briefing: what is drawn once, and what is never drawn."""

from __future__ import annotations

from dataclasses import replace

from events.claim import BorderCrossing, CrossingBasis, Kind, Movement, Role, Status
from geo.frontier import place_of
from geo.place import Shape
from tests.claims import BAGHDAD, CONVOY, DOCUMENT, FEARED, IRAQ, KHANAQIN, KHOSRAVI, RETAKEN, SARPOL, TIKRIT, at, claim
from views.briefing.scene import scene_of
from views.briefing.tags import tag_of
from views.cited import cite
from views.legs import Leg, legs_of
from views.outlines import outline_of


def test_nothing_gives_an_empty_scene() -> None:
    """An empty selection is a scene without spots, flows or gates."""
    scene = scene_of(())
    assert (scene.spots, scene.flows, scene.gates) == ((), (), ())


def test_a_place_is_drawn_once_and_names_every_claim_about_it() -> None:
    """Tikrit is retaken and feared for: one spot, two numbers."""
    scene = scene_of(cite([(RETAKEN, DOCUMENT), (FEARED, DOCUMENT)]))
    tikrit = next(spot for spot in scene.spots if spot.name == "Tikrit")
    assert tikrit.numbers == (1, 2)
    assert [(share.status, share.count) for share in tikrit.shares] == [(Status.ASSERTED, 1), (Status.PLANNED, 1)]


def test_a_border_is_drawn_as_the_line_that_two_countries_share() -> None:
    """Not as the outlines of both, which would put a claim about the border on their coasts."""
    countries, middle = place_of(("iso:IQ", "iso:IR"))
    border = replace(at(BAGHDAD), place=countries, ground=middle)
    (spot,) = scene_of(cite([(claim(Kind.BUILDUP, Status.UNCONFIRMED, border), DOCUMENT)])).spots
    lines = [outline_of(id_) for id_ in spot.ground.outlines]
    assert [line.geom_type for line in lines if line is not None] == ["MultiLineString"]


def test_a_part_of_a_country_says_that_it_is_one() -> None:
    """ "In the north of Iraq" is a ring of its own, which is not Iraq."""
    whole = replace(IRAQ, approximation_km=560.0)
    middle = at(whole, shape=Shape.RING, radius_km=280.0)
    north = replace(middle, ground=replace(middle.ground, lat=35.5))
    south = replace(middle, ground=replace(middle.ground, lat=30.5))
    spots = scene_of(
        cite([(claim(Kind.ATTACK, Status.DENIED, part), DOCUMENT) for part in (middle, north, south)])
    ).spots
    assert [tag_of(spot).name for spot in spots] == ["northern Iraq", "part of Iraq", "southern Iraq"]
    assert [tag_of(spot).native_name for spot in spots] == [None, None, None]


def test_no_route_is_invented_for_a_movement_that_names_only_goals() -> None:
    """Without a start or a point on the way there is no arrow."""
    assert legs_of(FEARED) == ()


def test_the_crossing_stands_between_the_countries() -> None:
    """The legs lead from the last point before the border through the crossing to the goal."""
    gate = (KHOSRAVI.lon, KHOSRAVI.lat)
    expected = (
        Leg(start=(SARPOL.lon, SARPOL.lat), end=gate, final=False),
        Leg(start=gate, end=(KHANAQIN.lon, KHANAQIN.lat), final=True),
    )
    assert expected == legs_of(CONVOY)


def test_a_stop_beyond_the_border_comes_after_the_crossing() -> None:
    """From Iran through Khanaqin to Baghdad the crossing comes before Khanaqin."""
    moved = claim(
        Kind.MOVEMENT,
        Status.ASSERTED,
        at(SARPOL, Role.FROM),
        at(KHANAQIN, Role.VIA),
        at(BAGHDAD, Role.TO),
        movement=Movement(reached=True, crossing=KHOSRAVI, border=("IR", "IQ")),
    )
    stops = [leg.start for leg in legs_of(moved)]
    expected = [(SARPOL.lon, SARPOL.lat), (KHOSRAVI.lon, KHOSRAVI.lat), (KHANAQIN.lon, KHANAQIN.lat)]
    assert expected == stops


def test_only_the_last_leg_bears_a_head() -> None:
    """A stop on the way is not a goal."""
    assert [leg.final for leg in legs_of(CONVOY)] == [False, True]


def test_a_crossing_that_anybody_states_is_stated() -> None:
    """One claim infers it, another says it: it is drawn as stated and names both."""
    said = BorderCrossing(
        name=KHOSRAVI.name, lon=KHOSRAVI.lon, lat=KHOSRAVI.lat, basis=CrossingBasis.STATED, reason="named"
    )
    other = claim(
        Kind.MOVEMENT,
        Status.ASSERTED,
        at(SARPOL, Role.FROM),
        at(TIKRIT, Role.TO),
        movement=Movement(reached=True, crossing=said, border=("IR", "IQ")),
    )
    scene = scene_of(cite([(CONVOY, DOCUMENT), (other, DOCUMENT)]))
    assert [(gate.stated, gate.numbers) for gate in scene.gates] == [(True, (1, 2))]


def test_two_starts_are_not_stops_of_one_another() -> None:
    """Units from two towns go to a third: two legs, none between the towns that they left."""
    moved = claim(
        Kind.MOVEMENT,
        Status.ASSERTED,
        at(SARPOL, Role.FROM),
        at(KHANAQIN, Role.FROM),
        at(BAGHDAD, Role.TO),
        movement=Movement(reached=True),
    )
    ends = [(leg.start, leg.end, leg.final) for leg in legs_of(moved)]
    goal = (BAGHDAD.lon, BAGHDAD.lat)
    assert [((SARPOL.lon, SARPOL.lat), goal, True), ((KHANAQIN.lon, KHANAQIN.lat), goal, True)] == ends
