"""How much of anything is let in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a file may take up before it is refused; every message that refuses one names the limit."""

    file_bytes: int = 50_000_000
    """size of one file"""
    text_characters: int = 1_200_000
    """length of one text; reading a longer one would take more than 500 MB of memory"""
    text_words: int = 300_000
    """words and marks of one text: a text of commas alone has five times as many of them as prose of its length"""
    archive_entries: int = 10_000
    """files in one archive, those of archives inside it included"""
    archive_bytes: int = 500_000_000
    """what an archive may unpack to"""
    archive_ratio: int = 200
    """how many times larger than packed an entry may become, once it exceeds a megabyte"""
    archive_depth: int = 2
    """archives inside archives"""
    parse_seconds: float = 10.0
    """how long one file may be worked on, whatever its size"""
    parse_seconds_a_megabyte: float = 10.0
    """how much longer for each megabyte of it"""
    parse_bytes: int = 1_500_000_000
    """how much memory the work on one file may take"""

    def seconds_for(self, size: int) -> float:
        """Return how long a file of `size` bytes may be worked on.

        >>> Limits().seconds_for(0), Limits().seconds_for(3_000_000)
        (10.0, 40.0)
        """
        return self.parse_seconds + self.parse_seconds_a_megabyte * size / 1_000_000


DEFAULT = Limits()
"""What holds where nothing else is said."""
