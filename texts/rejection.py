"""What was left out, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from texts.span import Span


class Reason(StrEnum):
    """Why something that came in is not on the map."""

    UNREADABLE = "unreadable"
    """the file could not be opened, decoded or parsed"""
    EMPTY = "empty"
    """there is no text in it"""
    TOO_LARGE = "too large"
    """it exceeds a limit that the message names"""
    UNSUPPORTED = "unsupported"
    """its format or its language is not one that is read"""
    DUPLICATE = "duplicate"
    """the same text was read already; the message names the first carrier"""
    UNPLACED = "unplaced"
    """a claim without a place that could be resolved"""
    AMBIGUOUS_PLACE = "ambiguous place"
    """a place name whose best two candidates are too close to choose"""
    NAME_UNRESOLVED = "name not placed"
    """a place name for which no place was chosen, whether or not anything is said to have happened there"""
    NO_CLAIM = "no claim"
    """a sentence with a place and a trigger from which no claim was made"""
    INVALID = "invalid"
    """a record that does not have the form that was expected"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Something that was left out, with what a person needs to judge whether that was right."""

    reason: Reason
    message: str
    """where, what was expected and what came"""
    name: str
    """the file or document that it was in"""
    span: Span | None = None
    text: str | None = None
    """the words in question, verbatim"""
