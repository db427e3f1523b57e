"""Write time expressions as the records of `dateline timex`."""

from __future__ import annotations

from datetime import date

from events.timex import Timex
from texts.dating import Basis, Dating, Interval, Precision


def anchor_on(published: str | None) -> Dating | None:
    """Return the dating of a text that a caller says was published on that day, `YYYY-MM-DD`.

    Raises
    ------
    ValueError
        If it is no such day.
    """
    if published is None:
        return None
    day = date.fromisoformat(published)
    end = date.fromordinal(day.toordinal() + 1) if day < date.max else None
    return Dating(
        edtf=day.isoformat(),
        interval=Interval(start=day, end=end),
        precision=Precision.DAY,
        basis=Basis.STATED,
        source="dct",
    )


def record_of(timex: Timex) -> dict[str, str | int | None]:
    """Return the record of a time expression; `first` and `last` are inclusive days, null where it has none."""
    start = timex.interval.start if timex.interval else None
    last = timex.interval.last if timex.interval else None
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.text,
        "value": timex.value,
        "first": start.isoformat() if start else None,
        "last": last.isoformat() if last else None,
        "precision": timex.precision.value if timex.precision else None,
        "anchor": timex.anchor,
    }
