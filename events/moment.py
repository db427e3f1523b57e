"""Choose the time expression that dates a happening."""

from __future__ import annotations

from events.claim import ClaimTime, TimeBasis
from events.kind import Trigger
from events.scene import Scene
from events.timex import Timex
from events.timex_meaning import TimexKind


def time_of(scene: Scene, trigger: Trigger) -> ClaimTime | None:
    """Return when what `trigger` names is said to have happened; None where no words of its sentence date it."""
    dated = [
        timex
        for timex in scene.timexes
        if timex.kind in {TimexKind.DATE, TimexKind.TIME} and timex.interval is not None and timex.precision is not None
    ]
    if not dated:
        return None
    clause = scene.parse.span(scene.clause_at(trigger.first))
    nearest = min(dated, key=lambda it: (not it.span.within(clause), _distance(it, trigger), it.span))
    if not nearest.span.within(clause) and any(
        _distance(nearest, other) < _distance(nearest, trigger) for other in scene.triggers
    ):
        return None
    assert nearest.interval is not None
    assert nearest.precision is not None
    return ClaimTime(
        edtf=nearest.value,
        interval=nearest.interval,
        precision=nearest.precision,
        span=nearest.span,
        text=nearest.text,
        basis=TimeBasis.TEXT,
        anchor=nearest.anchor,
    )


def _distance(timex: Timex, trigger: Trigger) -> int:
    return max(trigger.span.start - timex.span.end, timex.span.start - trigger.span.end, 0)
