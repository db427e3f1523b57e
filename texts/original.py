"""A file as it came, before anything was read from it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from texts.document import Document
from texts.rejection import Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file's exact bytes, and how its text was decoded."""

    name: str
    """its path below the folder that was given, with `/`, or the file's name alone"""
    content: bytes
    encoding: str | None = None
    """by Python's name; None where there is no text in it or its format knows its own"""
    doubt: str | None = None
    """why the encoding may be another one; None where it was declared or is certain"""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What was found in one file: its documents, and what could not be read."""

    original: Original
    documents: tuple[Document, ...] = ()
    rejections: tuple[Rejection, ...] = ()
