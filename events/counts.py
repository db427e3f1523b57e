"""How many claims a selection holds, and what became of the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from events.claim import Kind, Status
from texts.rejection import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Every claim that was read, told by what became of it: the parts add up to the total."""

    total: int
    shown: int
    """pass the filters and have a date on the query's clock"""
    filtered: int
    """were known, and do not pass the filters"""
    undated: int
    """pass every filter but have no date on the query's clock, so that no window can show them"""
    unplaced: int
    """have no place that could be resolved: they are rejections, not claims"""
    not_yet_known: int
    """come from texts that were published after the day in question, or on no known day"""
    rejections: tuple[tuple[Reason, int], ...] = ()
    """all rejections by reason, the unplaced ones among them"""

    def __post_init__(self) -> None:
        parts = self.shown + self.filtered + self.undated + self.unplaced + self.not_yet_known
        if parts != self.total:
            raise ValueError(f"the parts must add up to the total, got {parts} of {self.total}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A value that a filter could take, and how many claims of the selection have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The values of a selection, the most frequent first; kinds and statuses in their own order, zeros included."""

    kinds: tuple[tuple[Kind, int], ...]
    statuses: tuple[tuple[Status, int], ...]
    places: tuple[Facet, ...]
    """value: the place's id"""
    sources: tuple[Facet, ...]
    actors: tuple[Facet, ...]
    publishers: tuple[Facet, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Histogram:
    """How many claims of a selection begin on each day, sorted; shape `(days,)`, proleptic ordinals."""

    days: NDArray[np.int32]
    counts: NDArray[np.int64]
