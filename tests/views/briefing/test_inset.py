"""The globe beside a map."""

from __future__ import annotations

import numpy as np

from views.briefing.frame import frame_of
from views.briefing.inset import GLOBE, on_globe


def test_what_lies_behind_the_globe_is_laid_along_its_edge() -> None:
    """No chord of a half-seen continent runs over the sea."""
    frame = frame_of([(178.0, -18.0)], ratio=1.5)
    degrees = np.array([(178.0, -18.0), (178.0, 60.0), (10.0, 50.0), (-60.0, -30.0)])
    points, near = on_globe(frame, degrees)
    reach = np.hypot(points[:, 0], points[:, 1]) / GLOBE
    assert near.tolist() == [True, True, False, False]
    assert reach.round(3).tolist() == [0.0, 0.978, 1.0, 1.0]
