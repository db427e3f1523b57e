"""What is known about a text beside the text itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from texts.dating import Basis, Dating
from texts.edtf import dating_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Who published a text, where and when, as a manifest or the head of the file says."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    dating: Dating | None = None
    captured: str | None = None
    """when the text was taken from where it stood (ISO 8601)"""
    home: str | None = None
    """where the publisher is at home: a place's name, or lon,lat in degrees"""
    theatre: str | None = None
    """what part of the earth the text is about: countries, boxes W,S,E,N of degrees, or both"""

    def over(self, other: Metadata) -> Metadata:
        """Return what this says, and what `other` says where this says nothing."""
        return Metadata(
            title=self.title or other.title,
            author=self.author or other.author,
            publisher=self.publisher or other.publisher,
            url=self.url or other.url,
            language=self.language or other.language,
            dating=self.dating or other.dating,
            home=self.home or other.home,
            theatre=self.theatre or other.theatre,
            captured=self.captured or other.captured,
        )


NOTHING = Metadata()
"""What is known where nobody says anything."""

NAMES = {
    "title": ("title", "headline"),
    "author": ("author", "byline"),
    "publisher": ("publisher", "site", "outlet"),
    "url": ("url", "link", "source_url"),
    "language": ("language", "lang"),
    "published": ("published", "date"),
    "basis": ("published_basis", "basis"),
    "home": ("home", "publisher_home"),
    "captured": ("captured", "retrieved", "accessed"),
    "theatre": ("theatre", "theater"),
}
"""Under which names each thing is looked for, best first."""


LONGEST = 1_000
"""A value with more characters is dropped: no title, name or address has so many."""


def metadata_from(fields: Mapping[str, str], *, source: str) -> tuple[Metadata, tuple[str, ...]]:
    """Return the metadata that named values give, and a message for each value that could not be read.

    >>> found, dropped = metadata_from({"title": "Fog", "date": "2014-06-12"}, source="front matter")
    >>> found.title, found.dating.edtf, dropped
    ('Fog', '2014-06-12', ())
    >>> metadata_from({"date": "last week"}, source="front matter")[1]
    ("published: a date must be in EDTF, such as 2014-06-12, 2014-06 or 2014-06-12/2014-06-20, got 'last week'",)
    """
    lowered = {name.strip().lower(): value.strip() for name, value in fields.items()}

    dropped: list[str] = []

    def value_of(key: str) -> str | None:
        found = next((lowered[name] for name in NAMES[key] if lowered.get(name)), None)
        if found is not None and len(found) > LONGEST:
            dropped.append(f"{key}: expected at most {LONGEST:,} characters, got {len(found):,}")
            return None
        return found

    basis = Basis.STATED
    stated_basis, published = value_of("basis"), value_of("published")
    if stated_basis is not None:
        if stated_basis in set(Basis):
            basis = Basis(stated_basis)
        else:
            dropped.append(f"published_basis: expected one of {', '.join(Basis)}, got {stated_basis!r}")
    dating: Dating | None = None
    if published is not None:
        try:
            dating = dating_from(published, basis=basis, source=source)
        except ValueError as error:
            dropped.append(f"published: {error}")
    metadata = Metadata(
        title=value_of("title"),
        author=value_of("author"),
        publisher=value_of("publisher"),
        url=value_of("url"),
        language=value_of("language"),
        dating=dating,
        home=value_of("home"),
        theatre=value_of("theatre"),
        captured=_moment(value_of("captured"), dropped),
    )
    return metadata, tuple(dropped)


def _moment(words: str | None, dropped: list[str]) -> str | None:
    """Return a day or a moment as it stands, or None for anything else."""
    if words is None:
        return None
    try:
        datetime.fromisoformat(words)
    except ValueError:
        dropped.append(f"captured: expected a day or a moment as in 2014-06-12T08:00:00Z, got {words[:40]!r}")
        return None
    return words
