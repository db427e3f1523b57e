"""Cut the claims of a briefing into periods of equal length, for maps side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from events.query import Clock
from views.briefing.words import NO_BREAK, Tally, days_of, time_of
from views.cited import Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The claims of one of several maps side by side, with its days in words."""

    title: str
    cited: tuple[Cited, ...]


def periods_of(cited: Sequence[Cited], tally: Tally, *, frames: int) -> tuple[Period, ...]:
    """Return the claims by periods of equal length; a claim stands in every period that its interval touches.

    The periods divide the days that were asked for, or those that the claims span. A single frame holds everything,
    dated or not, and has no title; undated claims stand in no other.
    """
    if frames == 1:
        return (Period(title="", cited=tuple(cited)),)
    dated = [(one, *days) for one in cited if (days := _days(one, tally.clock))]
    if not dated:
        return (Period(title="undated", cited=()),) * frames
    first = min(start for _, start, _ in dated)
    after = max(end for _, _, end in dated)
    if tally.window is not None:
        first = tally.window.start.toordinal() if tally.window.start else first
        after = tally.window.end.toordinal() if tally.window.end else after
    length = max(1, -(-(after - first) // frames))
    return tuple(_period(dated, first + length * position, length) for position in range(frames))


def undated_in(cited: Sequence[Cited], tally: Tally) -> int:
    """Return how many claims stand in no period, since nothing dates them."""
    return sum(_days(one, tally.clock) is None for one in cited)


def _period(dated: Sequence[tuple[Cited, int, int]], opening: int, length: int) -> Period:
    closing = opening + length
    part = tuple(one for one, start, end in dated if start < closing and end > opening)
    count = f"{len(part):,}{NO_BREAK}claim{'s' if len(part) != 1 else ''}"
    # years after 9999 have no date; only an open end can reach them
    days = days_of(date.fromordinal(opening), date.fromordinal(min(closing - 1, date.max.toordinal())))
    return Period(title=f"{days}: {count}", cited=part)


def _days(one: Cited, clock: Clock) -> tuple[int, int] | None:
    """Return the first day of a claim and the day after its last, as ordinals; an open end lasts a day."""
    time = time_of(one, clock)
    if time is None or (time.interval.start is None and time.interval.end is None):
        return None
    start = time.interval.start.toordinal() if time.interval.start else None
    end = time.interval.end.toordinal() if time.interval.end else None
    if start is None:
        assert end is not None, "one side at least is closed"
        start = end - 1
    return start, start + 1 if end is None else end
