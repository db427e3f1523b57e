"""What a person asks of a briefing map: its words, its paper and its label."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

TITLE_LIMIT = 300
"""Characters of a title; a longer one does not fit the head of the sheet even over two lines."""

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
"""English abbreviations, whatever the machine's locale."""

FRAMES = frozenset({1, 2, 3, 4, 6, 8, 9})
"""How many maps can stand side by side: as many as fill their rows."""


class Handling(StrEnum):
    """Who may see it, by the Traffic Light Protocol 2.0 (https://www.first.org/tlp/)."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"


class Paper(StrEnum):
    """The size of the picture."""

    UHD = "3840x2160"
    HD = "1920x1080"
    A4 = "A4"
    LETTER = "Letter"

    @property
    def inches(self) -> tuple[float, float]:
        """Width and height in inches."""
        if self in {Paper.UHD, Paper.HD}:
            return (19.2, 10.8)
        return (11.693, 8.268) if self is Paper.A4 else (11.0, 8.5)

    @property
    def dpi(self) -> int:
        """Dots an inch."""
        return {"3840x2160": 200, "1920x1080": 100, "A4": 300, "Letter": 300}[self]


class Format(StrEnum):
    """A file format of a briefing map."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    PPTX = "pptx"


class ReportFormat(StrEnum):
    """A file format of a briefing in words."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"


class SheetError(ValueError):
    """A briefing was asked for that cannot be drawn; the message says what was expected and what came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A briefing map as it is ordered.

    `as_of` comes from the caller, in UTC: below the terminal and the page nothing reads the clock.
    """

    as_of: datetime
    title: str | None = None
    handling: Handling = Handling.CLEAR
    paper: Paper = Paper.UHD
    frames: int = 1
    """how many periods stand side by side"""
    filters: str = "none"
    """the filters in words, for the footer"""
    version: str = ""
    """the program's version"""

    def __post_init__(self) -> None:
        if self.as_of.tzinfo is None:
            raise SheetError(f"as-of must carry a time zone, got {self.as_of.isoformat()}")
        if self.title is not None and len(self.title) > TITLE_LIMIT:
            raise SheetError(f"a title has at most {TITLE_LIMIT} characters, got {len(self.title)}")
        if self.frames not in FRAMES:
            raise SheetError(f"frames must be 1, 2, 3, 4, 6, 8 or 9, got {self.frames}")

    @property
    def date_time_group(self) -> str:
        """The moment as a military date-time group in UTC.

        >>> Sheet(as_of=datetime(2014, 6, 13, 9, 30, tzinfo=UTC)).date_time_group
        '130930ZJUN2014'
        """
        moment = self.as_of.astimezone(UTC)
        return f"{moment:%d%H%M}Z{MONTHS[moment.month - 1]}{moment:%Y}"
