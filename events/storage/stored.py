"""What the store gives back: a claim with its number and the text that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from events.claim import Claim
from events.summary import Summary
from texts.dating import Dating


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The text behind a claim, without its words."""

    id: str
    name: str
    title: str | None
    publisher: str | None
    url: str | None
    dating: Dating | None
    home: str | None = None
    """where its publisher is at home, as somebody said; its names were read so"""
    theatre: str | None = None
    """what part of the earth it is about, as somebody said"""
    captured: str | None = None
    """when the text was taken from where it stood, as its file says it (ISO 8601)"""
    carriers: int = 1
    """how many files carried this very text"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredClaim:
    """A claim as the store has it."""

    number: int
    """the store's own, which the map's marks carry; an export never does"""
    claim: Claim
    publication: Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file whose bytes the store has; what came out of it can be added without writing them again."""

    name: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the program over some files, with the versions that it read them with."""

    program: str
    gazetteer: str
    """hash of everything that the places come from"""
    lexicons: str
    """hash of the word lists and weights"""
    options: str | None = None
    """as a person would type them"""
    started: str | None = None
    """by the caller's clock, ISO 8601"""
    ended: str | None = None
    """None for one that goes on or was cut off"""
    summary: Summary | None = None
    """what became of the files; None as above"""
