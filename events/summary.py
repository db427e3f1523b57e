"""What became of the files that were brought in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from texts.rejection import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What became of the files of a run."""

    files: int = 0
    known: int = 0
    """files that had been read before, and were passed over"""
    documents: int = 0
    copies: int = 0
    """texts that the store had already, from another file"""
    claims: int = 0
    words: int = 0
    stubs: int = 0
    """texts of which a file of claims gave excerpts alone"""
    known_claims: int = 0
    """claims of such files that the store had already"""
    rejections: tuple[tuple[Reason, int], ...] = ()

    def plus(self, other: Summary) -> Summary:
        """Return the sum of two summaries."""
        reasons = Counter(dict(self.rejections)) + Counter(dict(other.rejections))
        return Summary(
            files=self.files + other.files,
            known=self.known + other.known,
            documents=self.documents + other.documents,
            copies=self.copies + other.copies,
            claims=self.claims + other.claims,
            words=self.words + other.words,
            stubs=self.stubs + other.stubs,
            known_claims=self.known_claims + other.known_claims,
            rejections=tuple((reason, reasons[reason]) for reason in Reason if reasons[reason]),
        )
