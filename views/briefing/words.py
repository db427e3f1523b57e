"""The words on a briefing: title, period, numbers, sources and the lines that every picture carries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from views.briefing.sheet import MONTHS, Sheet
from views.cited import Cited, voice_of

BANNER = "Claims as reported; not verified"
NAMES_NOTE = "Names and borders as in the sources; they imply no view on the status of any territory."
ATTRIBUTION = "Basemap: Natural Earth (public domain). Place names: GeoNames (CC BY 4.0) and the project's gazetteer."
NUMBERS_SHOWN = 4
"""Runs of numbers beside a mark; the rest becomes an ellipsis, since the list has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many claims the picture shows, how many it does not, and why; together they are all claims of the store."""

    shown: int
    filtered: int
    undated: int
    """have no date and are therefore outside the window; without a window the undated are shown"""
    unplaced: int
    not_yet_known: int = 0


def runs(numbers: Sequence[int]) -> str:
    """Return sorted numbers as runs.

    >>> runs([1, 2, 3, 7])
    '1–3, 7'
    >>> runs([1, 3, 5, 7, 9, 11])
    '1, 3, 5, 7 …'
    >>> runs([])
    ''
    """
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    named = [str(first) if first == last else f"{first}–{last}" for first, last in found]
    return ", ".join(named[:NUMBERS_SHOWN]) + (" …" if len(named) > NUMBERS_SHOWN else "")


def period_of(cited: Iterable[Cited]) -> str:
    """Return the days that the claims' events are said to span; "undated" where none is dated."""
    intervals = [one.claim.when.interval for one in cited if one.claim.when]
    first = min((interval.start for interval in intervals if interval.start), default=None)
    last = max((day for interval in intervals if (day := interval.last)), default=None)
    if first is None and last is None:
        return "undated"
    if first == last and first is not None:
        return _day(first.isoformat())
    return f"{_day(first.isoformat()) if first else '…'} – {_day(last.isoformat()) if last else '…'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The claims of one of several maps side by side, with its days in words."""

    title: str
    cited: tuple[Cited, ...]


def periods_of(cited: Sequence[Cited], *, frames: int) -> tuple[Period, ...]:
    """Return the claims by periods of equal length; a claim stands in every period that its interval touches.

    A single frame holds everything, dated or not, and has no title; undated claims stand in no other.
    """
    if frames == 1:
        return (Period(title="", cited=tuple(cited)),)
    dated = [
        (one, one.claim.when.interval.start, one.claim.when.interval.end or one.claim.when.interval.start)
        for one in cited
        if one.claim.when and one.claim.when.interval.start
    ]
    if not dated:
        return (Period(title="undated", cited=()),) * frames
    first = min(start for _, start, _ in dated)
    length = max(1, -(-(max(end for _, _, end in dated) - first).days // frames))
    periods = []
    for position in range(frames):
        opening = first + timedelta(days=length * position)
        closing = opening + timedelta(days=length)
        part = tuple(one for one, start, end in dated if start < closing and max(end, start) > opening)
        title = f"{opening} – {closing - timedelta(days=1)}: {len(part)} claims"
        periods.append(Period(title=title, cited=part))
    return tuple(periods)


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1].capitalize()} {int(year)}"


def cut_off_of(cited: Iterable[Cited]) -> str:
    """Return the last day on which one of the reports may have been published."""
    days = [day for one in cited if one.report and (day := one.report.interval.last)]
    return max(days).isoformat() if days else "unknown"


def digest_of(cited: Iterable[Cited]) -> str:
    """Return the hash of the claims: the same claims in the same order give the same digits."""
    return hashlib.sha256("\n".join(one.claim.id for one in cited).encode()).hexdigest()[:16]


def source_line(one: Cited) -> str:
    """Return the entry of the numbered source list for a claim."""
    status = one.claim.status
    report = f", as put by the report: {one.claim.report_status}" if one.claim.report_status != status else ""
    places = ", ".join(dict.fromkeys(f"{place.role} {place.place.name}" for place in one.claim.places))
    outlet = one.outlet or one.title or "outlet unknown"
    return (
        f"{one.number}  {one.claim.kind}, {status}{report} — {places}. "
        f"{outlet}: {voice_of(one)}; published {one.report_date}; event {one.event_date}; "
        f"text {one.document_id}"
    )


def footer_lines(sheet: Sheet, tally: Tally, *, projection: str, cited: Sequence[Cited]) -> tuple[str, ...]:
    """Return the small print at the foot of every sheet."""
    counts = (
        f"Shown {tally.shown}; filtered out {tally.filtered}; undated {tally.undated}; "
        f"unplaced {tally.unplaced}; not yet known {tally.not_yet_known}."
    )
    made = f"Dateline {sheet.version}; claims {digest_of(cited)}; as of {sheet.date_time_group}"
    return (
        f"{BANNER}. {counts} Filters: {sheet.filters}.",
        f"{NAMES_NOTE} {ATTRIBUTION}",
        f"{projection}. {made}; reports up to {cut_off_of(cited)}.",
    )
