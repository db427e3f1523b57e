"""A place name in a text, and the place that it was taken for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.place import Ground, Place
from texts.span import Span


class Usage(StrEnum):
    """How a place name is meant (Gritta et al., A Pragmatic Guide to Geoparsing Evaluation, 2020)."""

    LITERAL = "literal"
    """the place itself"""
    ASSOCIATIVE = "associative"
    """a government, agreement, format, newspaper or institution that bears its name"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name as it stands in a text."""

    span: Span
    text: str
    usage: Usage = Usage.LITERAL
    demonym: bool = False
    """whether it names people or a quality ("Iraqi") and not the place"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a toponym could mean, with what speaks for it in words a person can read."""

    place: Place
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The place that a toponym was taken for, or none, with what else it could have been."""

    toponym: Toponym
    candidates: tuple[Candidate, ...]
    """best first"""
    place: Place | None
    ground: Ground | None
    """where it was put; None exactly where `place` is None"""
    margin: float
    """how far the first candidate's score is ahead of the second's; 0 where there is none"""
    confidence: float
    """between 0 and 1"""
    reason: str
    """why this place, or why none"""
