"""What a text was read as: its claims, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from events.claim import Claim
from texts.rejection import Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The claims of a document and everything in it that could have been one and is not, both in the text's order."""

    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]
