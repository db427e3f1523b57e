"""What a person asks of the store: the same filters in the page, the terminal and the exports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from events.claim import Kind, Status


class Clock(StrEnum):
    """Which of a claim's times the window is laid over."""

    EVENT = "event"
    """when it is said to have happened"""
    REPORT = "report"
    """when the text was published"""
    SAID = "said"
    """when it was said, where the text dates the saying; the map's own timeline does not have it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on the map, degrees in EPSG:4326; `west` > `east` crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        if not (-180 <= self.west <= 180 and -180 <= self.east <= 180):
            raise ValueError(f"a box's west and east must be in [-180, 180], got {self.west}, {self.east}")
        if not -90 <= self.south <= self.north <= 90:
            raise ValueError(f"a box must satisfy -90 <= south <= north <= 90, got {self.south}, {self.north}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The filters; an empty one lets everything through.

    Values within a field are alternatives, fields restrict one another. `start` and `end` are a half-open window
    over `clock`: a claim is inside where its interval and the window share a day. With a window, claims without a
    date on that clock are outside it.
    """

    start: date | None = None
    end: date | None = None
    clock: Clock = Clock.EVENT
    known_on: date | None = None
    """nothing that was published later; a text without a date is never known"""
    box: Box | None = None
    places: tuple[str, ...] = ()
    """ids of places, or names as a person types them"""
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    text: str | None = None
    """words that the excerpt must hold"""
