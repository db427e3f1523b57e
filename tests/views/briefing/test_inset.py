"""The globe beside a map."""

from __future__ import annotations

import numpy as np

from views.briefing.frame import frame_of
from views.briefing.inset import GLOBE, along_edge, on_globe


def test_only_the_near_half_of_the_globe_is_seen() -> None:
    """The middle is the middle, and Europe lies behind Fiji."""
    frame = frame_of([(178.0, -18.0)], ratio=1.5)
    degrees = np.array([(178.0, -18.0), (178.0, 60.0), (10.0, 50.0), (-60.0, -30.0)])
    points, near = on_globe(frame, degrees)
    reach = np.hypot(points[:, 0], points[:, 1]) / GLOBE
    assert near.tolist() == [True, True, False, False]
    assert reach[:2].round(3).tolist() == [0.0, 0.978]


def test_an_outline_that_dips_behind_follows_the_edge_the_shorter_way() -> None:
    """No chord of a half-seen continent runs over the sea, and none fills the whole globe."""
    turn = np.radians([-20.0, 0.0, 20.0])
    seen = np.column_stack([np.cos(turn), np.sin(turn)]) * GLOBE * 0.9
    ring = np.vstack([[[0.0, 0.0]], seen, [[0.5 * GLOBE, 0.0]]])
    found = along_edge(ring, np.array([True, True, False, True, True]))
    angles = np.degrees(np.arctan2(found[2:-2, 1], found[2:-2, 0]))
    reach = np.hypot(found[2:-2, 0], found[2:-2, 1]) / GLOBE
    assert (len(found), reach.round(6).min(), reach.round(6).max()) == (len(angles) + 4, 1.0, 1.0)
    assert (angles.round(3).min(), angles.round(3).max()) == (-20.0, 20.0)
