"""What a time expression is counted from: the report's date, or the last date mentioned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from events.times.tense import Tense

ROLL_OVER = 8
"""How many months a month may lie before the last one mentioned until it is taken for the next year's."""

AGAINST_TENSE = 12.0
"""How much further off a date on the side that the verb does not look to seems."""

AHEAD_UNSAID = 1.5
"""The same for a date ahead where no verb says which way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The last date mentioned, as exactly as it was given; a year before Christ is negative."""

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return value_at(self.year, self.month, self.day)

    @property
    def start(self) -> date | None:
        """The first day that it may mean."""
        if not 1 <= self.year <= date.max.year:
            return None
        return date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What surrounds a time expression."""

    published: date | None
    focus: Focus | None
    chronicle: bool
    """whether the text tells of a time long before its publication"""
    tense: Tense = Tense.UNKNOWN
    """whether the words around it look back or ahead"""
    shared_year: int | None = None
    """the year that the second of two dates names for both: "in April and June 1955" """
    focus_near: bool = False
    """whether the last date mentioned stands in the same sentence"""
    day_first: bool = False
    """whether the text writes the day before the month in figures"""
    range_start: date | None = None
    """the day from which a stretch runs to this expression: "from Monday to" """

    @property
    def origin(self) -> tuple[Focus | None, str | None]:
        """What a partial date is counted from: the last date mentioned in a chronicle, the report's date in news."""
        if self.focus is not None and (self.chronicle or self.published is None):
            return self.focus, self.focus_anchor
        return (None if self.published is None else focus_at(self.published)), self.report_anchor

    @property
    def report_anchor(self) -> str | None:
        """The report's date in words."""
        return None if self.published is None else f"the report's date {self.published.isoformat()}"

    @property
    def focus_anchor(self) -> str | None:
        """The last date mentioned in words."""
        return None if self.focus is None else f"the last date mentioned {self.focus.value}"


def value_at(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return the TIMEX3 value of a date.

    >>> value_at(2014, 6, 12), value_at(2014), value_at(-480, 8)
    ('2014-06-12', '2014', 'BC0480-08')
    """
    head = f"BC{-year:04d}" if year < 0 else f"{year:04d}"
    return head + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def day_exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a day.

    >>> day_exists(2014, 2, 31), day_exists(2016, 2, 29)
    (False, True)
    """
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def year_of(month: int, frame: Frame, *, day: int | None = None) -> tuple[int | None, str | None]:
    """Return the year of a month that is named without one, with what it was taken from.

    A chronicle goes on from the last date mentioned, into the next year where the month would lie far behind. News
    means the nearest such month, on the side that the verb says; where it says nothing, rather one gone by.
    """
    if frame.shared_year is not None:
        return frame.shared_year, None
    if frame.focus is not None and (frame.chronicle or frame.published is None):
        year = frame.focus.year
        if year > 0 and frame.focus.month and frame.focus.month - month >= ROLL_OVER:
            year += 1
        return year, frame.focus_anchor
    if frame.published is None:
        return None, None
    report = frame.published
    here = report.month * 31 + (report.day if day else 0)
    distances = {step: (month + 12 * step) * 31 + (day or 0) - here for step in (-1, 0, 1)}
    step = min(distances, key=lambda key: cost_of(distances[key], frame.tense))
    return report.year + step, frame.report_anchor


def cost_of(days: int, tense: Tense) -> float:
    """Return how unlikely a date so many days ahead is."""
    if days > 0:
        return days * {Tense.BACK: AGAINST_TENSE, Tense.UNKNOWN: AHEAD_UNSAID, Tense.AHEAD: 1.0}[tense]
    return -days * (AGAINST_TENSE if tense is Tense.AHEAD else 1.0)


def weekday_day(weekday: int, frame: Frame, *, direction: int | None = None) -> date | None:
    """Return the day of a weekday (1 is Monday): the last one up to the report's day, or the next after it.

    `direction` -1 means strictly before, 1 strictly after, None goes by the tense.
    """
    report = frame.published
    if report is None:
        return None
    back = (report.isoweekday() - weekday) % 7
    if direction == -1:
        return moved(report, -(back or 7))
    if direction == 1 or (direction is None and frame.tense is Tense.AHEAD and back):
        return moved(report, 7 - back)
    return moved(report, -back)


def moved(day: date, days: int) -> date | None:
    """Return the day this many days later, or None beyond the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shifted(origin: Focus, amount: int, unit: str) -> str | None:  # noqa: PLR0911 - one line a unit
    """Return the value of a date so many units from `origin`, as coarse as the unit; None beyond the years 1 to 9999.

    >>> shifted(Focus(year=2014, month=6, day=13), -2, "D"), shifted(Focus(year=2014, month=6, day=13), -1, "Y")
    ('2014-06-11', '2013')
    """
    if abs(amount) > 40_000_000:
        return None
    if unit in "YEC":
        year = origin.year + amount * {"Y": 1, "E": 10, "C": 100}[unit]
        if origin.year < 0 <= year:
            year += 1
        if not -9999 <= year <= 9999 or year == 0:
            return None
        whole = f"{abs(year):04d}"
        return {"Y": value_at(year), "E": f"{whole[:3]}X", "C": f"{whole[:2]}XX"}[unit] if year > 0 else value_at(year)
    if unit in "MQ":
        return _shifted_months(origin, amount, unit)
    if origin.day is None or origin.start is None:
        return None
    if unit in "WF":
        day = moved(origin.start, amount * (7 if unit == "W" else 14))
        return None if day is None else week_of(day)
    day = moved(origin.start, amount)
    return None if day is None else day.isoformat()


def _shifted_months(origin: Focus, amount: int, unit: str) -> str | None:
    if origin.quarter is not None and unit == "Q":
        year, quarter = divmod(origin.year * 4 + origin.quarter - 1 + amount, 4)
        return f"{year:04d}-Q{quarter + 1}" if 1 <= year <= date.max.year else None
    if origin.month is None or origin.year < 0:
        return None
    year, month = divmod(origin.year * 12 + origin.month - 1 + amount * (3 if unit == "Q" else 1), 12)
    if not 1 <= year <= date.max.year:
        return None
    return value_at(year, month + 1) if unit == "M" else f"{year:04d}-Q{month // 3 + 1}"


def week_of(day: date) -> str:
    """Return the ISO week of a day as a TIMEX3 value.

    >>> week_of(date(2014, 6, 13))
    '2014-W24'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def focus_of(value: str) -> Focus | None:
    """Return the date that a value puts into focus, or None where it has no year."""
    before_christ = value.startswith("BC")
    parts = value.removeprefix("BC").split("T")[0].split("-")
    if len(parts[0]) != 4 or not parts[0].isdecimal() or int(parts[0]) == 0:
        return None
    year = -int(parts[0]) if before_christ else int(parts[0])
    if len(parts) > 1 and parts[1][0] == "Q":
        return Focus(year=year, quarter=int(parts[1][1]))
    month = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else None
    day = int(parts[2]) if month and len(parts) > 2 and parts[2].isdecimal() else None
    if month is not None and not 1 <= month <= 12:
        return Focus(year=year)
    return Focus(year=year, month=month, day=day)


def focus_at(day: date) -> Focus:
    """Return the focus on a day."""
    return Focus(year=day.year, month=day.month, day=day.day)
