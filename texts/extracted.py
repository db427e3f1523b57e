"""What a reader of some format took out of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from texts.rejection import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """A text that was found in a file, with what the file says about it."""

    name: str
    """the file's name, with `/` and the name inside it where it holds several"""
    text: str
    fields: Mapping[str, str] = field(default_factory=dict)
    """title, author, publisher, url, language, published, as `texts.metadata` names them"""
    source: str = "file metadata"
    """where the fields were found, in words"""
    captured: str | None = None
    """when the file's maker took it from where it stood, as the file says"""
    encoding: str | None = None
    """by Python's name, where the format does not know its own"""
    doubt: str | None = None
    """why the encoding may be another one"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A part of a file that could not be read."""

    name: str
    reason: Reason
    message: str
    """what was expected and what came, without the name"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """A file that lies in another: an archive's entry, a message's attachment."""

    name: str
    """the outer file's name, `/` and its own"""
    content: bytes


Found = Extracted | Refused
