"""Labels cover neither marks nor each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from views.briefing.labels import Box, Form, Wanted, place_labels

SHEET = Box(left=0, bottom=0, right=800, top=500)
marks = st.builds(
    Wanted,
    x=st.floats(10, 790),
    y=st.floats(10, 490),
    radius=st.floats(2, 24),
    forms=st.lists(
        st.builds(Form, width=st.floats(20, 120), height=st.just(20.0), cost=st.floats(0, 9)), min_size=1, max_size=3
    ).map(tuple),
)


@given(st.lists(marks, max_size=40))
def test_no_label_covers_another_or_leaves_the_sheet(wanted: list[Wanted]) -> None:
    """Whatever the marks, the placed labels are apart and inside."""
    boxes = [one.box for one in place_labels(wanted, inside=SHEET) if one]
    assert all(box.within(SHEET) for box in boxes)
    assert not any(a.overlaps(b) for position, a in enumerate(boxes) for b in boxes[:position])


@given(st.lists(marks, max_size=40))
def test_every_mark_gets_an_answer(wanted: list[Wanted]) -> None:
    """A label that finds no room is None, not lost."""
    assert len(wanted) == len(place_labels(wanted, inside=SHEET))


def test_a_label_stands_to_the_right_of_a_lone_mark_without_a_leader() -> None:
    """That is where readers look first."""
    (placed,) = place_labels([Wanted(x=100, y=100, radius=5, forms=(Form(width=60, height=20),))], inside=SHEET)
    assert placed is not None
    assert not placed.leader
    assert placed.box.left > 105


def test_a_label_keeps_off_an_arrow_where_it_can() -> None:
    """An arrow that leaves to the right sends the label elsewhere."""
    shaft = [Box(left=x, bottom=98, right=x + 4, top=102) for x in range(106, 400, 4)]
    (placed,) = place_labels(
        [Wanted(x=100, y=100, radius=5, forms=(Form(width=60, height=20),))], inside=SHEET, avoided=shaft
    )
    assert placed is not None
    assert not any(placed.box.overlaps(part) for part in shaft)


def test_the_label_of_an_area_stands_inside_it_and_gives_way_to_others() -> None:
    """At the first middle that is free, without a leader."""
    anchors = ((400.0, 250.0), (300.0, 250.0))
    area = Wanted(x=400, y=250, radius=1, forms=(Form(width=60, height=20, anchors=anchors),))
    town = Wanted(x=410, y=255, radius=8, forms=(Form(width=40, height=20),))
    _, placed = place_labels([town, area], inside=SHEET)
    assert placed is not None
    assert (placed.leader, placed.box.left, placed.box.bottom) == (False, 270.0, 240.0)


def test_a_label_without_room_is_none() -> None:
    """A sheet smaller than the label holds none."""
    tiny = Box(left=0, bottom=0, right=30, top=10)
    assert place_labels([Wanted(x=15, y=5, radius=2, forms=(Form(width=60, height=20),))], inside=tiny) == (None,)
