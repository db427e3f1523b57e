"""Tell what a text is like as a whole: news of its day, or a chronicle of another time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from events.times.frame import Focus, Frame
from events.times.grammar import Found
from events.times.tape import CLASS_OF, Tape
from events.times.tense import tense_of

_LINK = "".join(CLASS_OF[name] for name in ("and", "or", "to", "through", "until"))
_MONTHS = "".join(CLASS_OF[name] for name in ("month", "monthq", "mon", "monthl", "season", "seasonq"))
_SMALL = "".join(CLASS_OF[name] for name in ("n12", "n24", "n31"))
_SHARED = re.compile(
    rf"(?: [{_LINK}] | ?[-/,] ?)(?:[{CLASS_OF['early']}{CLASS_OF['the']}][ -]){{0,2}}"
    rf"(?:[{_SMALL}][{CLASS_OF['ordsuf']}]? )?"
    rf"[{_MONTHS}](?: [{CLASS_OF['of']}])?(?: [{_SMALL}][{CLASS_OF['ordsuf']}]?)?,? (?P<year>[{CLASS_OF['year']}])"
)
"""What follows the first of two dates that have one year between them."""

_DATED = frozenset(("month", "month_day", "day_month", "season", "days_month", "month_days"))
"""Rules whose form may take its year from a second date."""


_YEARS = re.compile(CLASS_OF["year"])
_OF_THE_DAY = tuple(CLASS_OF[name] for name in ("deictic", "tonight", "weekday", "ago"))
"""Words that count from the day of writing: yesterday, Thursday, ago."""

_FEW = 4
_SPARSE = 300
"""A chronicle names at least this many years of another time, and one in so many words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a text is like as a whole."""

    published: date | None
    chronicle: bool
    day_first: bool

    def frame_at(
        self, found: Found, focus: Focus | None, *, near: bool = False, range_start: date | None = None
    ) -> Frame:
        """Return what surrounds the form at its place."""
        return Frame(
            published=self.published,
            focus=focus,
            chronicle=self.chronicle,
            focus_near=near,
            tense=tense_of(found),
            shared_year=_shared_year(found),
            day_first=self.day_first,
            range_start=range_start,
        )


def setting_of(tape: Tape, published: date | None) -> Setting:
    """Return what the text on `tape` is like.

    It is a chronicle where the years that it names are mostly not those around its publication.
    """
    years = [int(tape.tokens[match.start()]) for match in _YEARS.finditer(tape.classes)]
    near = 0 if published is None else sum(abs(year - published.year) <= 1 for year in years)
    far = len(years) - near + tape.classes.count(CLASS_OF["bc"])
    of_the_day = sum(tape.classes.count(mark) for mark in _OF_THE_DAY)
    words = max(1, tape.classes.count(" "))
    chronicle = published is not None and far > near + of_the_day and far >= _FEW and far * _SPARSE > words
    return Setting(published=published, chronicle=chronicle, day_first=False)


def _shared_year(found: Found) -> int | None:
    if found.rule not in _DATED or found.words("year", "year1"):
        return None
    match = _SHARED.match(found.tape.classes, found.last)
    return int(found.tape.tokens[match.start("year")]) if match else None
