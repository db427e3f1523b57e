"""The words on a briefing: title, period, numbers, sources and the lines that every picture carries."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from events.claim import ClaimTime
from events.daytime import clock_label
from events.query import Clock
from geo.ground_name import name_of
from texts.dating import Dating, Interval
from views.briefing.face import drawable
from views.briefing.sheet import MONTHS, Sheet
from views.cited import EXCERPT_ALONE, Cited

BANNER = "Claims as reported; not verified"
NAMES_NOTE = "Names and borders as in the sources; they imply no view on the status of any territory."
ATTRIBUTION = "Basemap: Natural Earth (public domain). Place names: GeoNames (CC BY 4.0) and the project's gazetteer."
NO_BREAK = "\u00a0"
UNDATED = "undated"
CLOCK_WORDS = {Clock.EVENT: "", Clock.REPORT: "published ", Clock.SAID: "said "}
"""What the days of a title are, where they are not the events'."""
WHITE = re.compile(r"[^\S\u00a0]+")
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
    window: Interval | None = None
    """the days that were asked for, where any were"""
    clock: Clock = Clock.EVENT
    """whether the days are the events' or the reports'"""


def runs(numbers: Sequence[int], *, most: int = NUMBERS_SHOWN) -> str:
    """Return sorted numbers as runs, at most so many.

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
    return ", ".join(named[:most]) + (" …" if len(named) > most else "")


def period_of(cited: Iterable[Cited], tally: Tally | None = None) -> str:
    """Return the days that were asked for, or else those that the claims span; "undated" where none is dated.

    The days are those of the clock by which the selection was made.
    """
    clock = tally.clock if tally is not None else Clock.EVENT
    intervals = [time.interval for one in cited if (time := time_of(one, clock))]
    first = min((interval.start for interval in intervals if interval.start), default=None)
    last = max((day for interval in intervals if (day := interval.last)), default=None)
    if tally is not None and tally.window is not None:
        first, last = tally.window.start or first, tally.window.last or last
    days = days_of(first, last)
    return f"{CLOCK_WORDS[clock]}{days}" if days != UNDATED else days


def time_of(one: Cited, clock: Clock) -> Dating | ClaimTime | None:
    """Return the time of a claim by a clock: when it happened, was published or was said; None where nobody tells."""
    return {Clock.EVENT: one.claim.when, Clock.REPORT: one.report, Clock.SAID: one.claim.said}[clock]


def days_of(first: date | None, last: date | None) -> str:
    """Return a stretch of days as short as it can be said, with spaces at which no line is broken.

    >>> days_of(date(2014, 6, 12), date(2014, 6, 12)).replace(NO_BREAK, " ")
    '12 Jun 2014'
    >>> days_of(date(2014, 8, 17), date(2014, 8, 24)).replace(NO_BREAK, " ")
    '17–24 Aug 2014'
    >>> days_of(date(2014, 6, 1), date(2014, 6, 30)).replace(NO_BREAK, " ")
    'Jun 2014'
    >>> days_of(date(2014, 1, 1), date(2014, 12, 31)).replace(NO_BREAK, " ")
    '2014'
    >>> days_of(date(2014, 6, 12), None).replace(NO_BREAK, " ")
    'from 12 Jun 2014'
    >>> days_of(None, None)
    'undated'
    """
    if first is None or last is None:
        known = first or last
        side = "until" if first is None else "from"
        return f"{side}{NO_BREAK}{_day(known)}" if known else UNDATED
    if first == last:
        return _day(first)
    whole = first.day == 1 and (last == date.max or date.fromordinal(last.toordinal() + 1).day == 1)
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    if whole and first.month == 1 and last.month == 12:
        return str(first.year) if same_year else f"{first.year}–{last.year}"
    if whole:
        months = f"{_month(last)}{NO_BREAK}{last.year}"
        return months if same_month else f"{_month(first)}{NO_BREAK}{first.year} – {months}"
    return f"{first.day if same_month else _day(first)}{'–' if same_month else ' – '}{_day(last)}"


def _day(day: date) -> str:
    return f"{day.day}{NO_BREAK}{_month(day)}{NO_BREAK}{day.year}"


def _month(day: date) -> str:
    return MONTHS[day.month - 1].capitalize()


def cut_off_of(cited: Iterable[Cited]) -> str:
    """Return the last day on which one of the reports may have been published."""
    days = [day for one in cited if one.report and (day := one.report.interval.last)]
    return _day(max(days)) if days else "unknown"


def is_outdated(cited: Iterable[Cited], as_of: date) -> bool:
    """Whether a report was certainly published after the day as of which the briefing stands."""
    return any(one.report and one.report.interval.start and one.report.interval.start > as_of for one in cited)


def digest_of(cited: Iterable[Cited]) -> str:
    """Return the hash of the claims: the same claims in the same order give the same digits."""
    return hashlib.sha256("\n".join(one.claim.id for one in cited).encode()).hexdigest()[:16]


def source_line(one: Cited) -> str:
    """Return the entry of the numbered source list for a claim, on one line and in letters that the face has."""
    places = ", ".join(
        dict.fromkeys(f"{place.role} {name_of(place.place, place.ground)}" for place in one.claim.places)
    )
    said = f"said {days_in(one.claim.said)}; " if one.claim.said else ""
    published = f"published {days_in(one.report)}" if one.report else "publication undated"
    stub = f"; {EXCERPT_ALONE}" if one.excerpt_alone else ""
    words = (
        f"{one.number}.{NO_BREAK}{NO_BREAK}{status_words(one)} — {places}. {one.chain}; "
        f"{said}{published}; {_event(one)}; text{NO_BREAK}{one.document_id}{stub}"
    )
    return drawable(one_line(words))


def status_words(one: Cited) -> str:
    """Return the kind and status of a claim, and how the report puts it where that is another."""
    status, report = one.claim.status, one.claim.report_status
    return f"{one.claim.kind}, {status}" + (f" (the report: {report})" if report != status else "")


def entry_words(one: Cited) -> str:
    """Return the line over an excerpt: what is claimed, for when, when it was said if the text tells, and by whom."""
    said = [f"said {days_in(one.claim.said)}"] if one.claim.said else []
    return one_line(" · ".join((status_words(one), _event(one), *said, one.chain))).replace(NO_BREAK, " ")


def side_words(one: Cited) -> str:
    """Return a claim as it stands beside one that contradicts it."""
    return f"{one.number}: “{one.claim.excerpt.text}” — {entry_words(one)}"


def _event(one: Cited) -> str:
    when = one.claim.when
    if when is None:
        return "event undated"
    return f"event {days_in(when)}{f', {clock_label(when.clock)}' if when.clock else ''}"


def days_in(time: Dating | ClaimTime) -> str:
    """Return the days of a date in words."""
    return days_of(time.interval.start, time.interval.last)


def one_line(words: str) -> str:
    r"""Return words with every run of white space but that which breaks no line as one space.

    >>> one_line("a\n b\u00a0c")
    'a b\xa0c'
    """
    return " ".join(part for part in WHITE.split(words) if part)


def footer_lines(sheet: Sheet, tally: Tally, *, projection: str, cited: Sequence[Cited]) -> tuple[str, ...]:
    """Return the small print at the foot of every sheet."""
    undated = sum(one.claim.when is None for one in cited)
    counts = (
        f"Shown {tally.shown:,} ({undated:,} without a date of the event); filtered out {tally.filtered:,}; "
        f"undated and so outside the period {tally.undated:,}; unplaced {tally.unplaced:,}; "
        f"not yet known {tally.not_yet_known:,}."
    )
    cut_off = cut_off_of(cited)
    made = f"Dateline {sheet.version}".rstrip()
    return (
        f"{BANNER}. {counts} Filters: {drawable(one_line(sheet.filters))}.",
        f"{NAMES_NOTE} {ATTRIBUTION}",
        f"{projection}. {made}; claims {digest_of(cited)}; as of {sheet.date_time_group}; reports up to {cut_off}.",
    )
