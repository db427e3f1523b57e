"""Say when a happening is said to have taken place."""

from __future__ import annotations

from events.claim import ClaimTime, TimeBasis
from events.kind import Trigger
from events.scene import Scene
from events.timex_choice import timex_for
from events.timex_edtf import edtf_of


def time_of(scene: Scene, trigger: Trigger) -> ClaimTime | None:
    """Return when what `trigger` names is said to have happened; None where no words of its sentence date it."""
    timex = timex_for(trigger.span, scene.span, scene.timexes, parse=scene.parse)
    if timex is None or timex.interval is None or timex.precision is None:
        return None
    return ClaimTime(
        edtf=edtf_of(timex),
        interval=timex.interval,
        precision=timex.precision,
        span=timex.span,
        text=timex.text,
        basis=TimeBasis.TEXT,
        anchor=timex.anchor,
    )
