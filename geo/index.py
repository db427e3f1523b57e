"""The index of the gazetteer: names to places, in one file that is mapped into memory."""

from __future__ import annotations

import json
import mmap
from enum import IntEnum
from pathlib import Path
from zlib import crc32

MAGIC = b"DLGAZ015"
BUCKET_BITS = 20


class Name(IntEnum):
    """What a key is to a place."""

    OTHER = 0
    """a further spelling, mostly of another language"""
    OWN = 1
    """its own name"""
    SHORT = 2
    """an abbreviation that needs its surroundings, such as two letters of a state"""
    PEOPLE = 3
    """a demonym"""
    CURATED = 4
    """the own name of an entry of a curated gazetteer"""
    VARIANT = 5
    """a further spelling of such an entry"""
    LIKE = 6
    """the one form of spellings that are written by ear (`geo.spelling`)"""


PLACE_BITS = 24
PLACE_MASK = (1 << PLACE_BITS) - 1
NOWHERE = 0xFFFFFFFF

SECTIONS = (
    ("lat", "f"), ("lon", "f"), ("radius", "f"), ("prior", "f"), ("population", "I"), ("gid", "I"), ("country", "H"),
    ("admin1", "H"), ("code", "B"), ("names", "B"), ("title", "I"), ("bucket", "I"), ("hash", "I"), ("key", "I"),
    ("words", "B"), ("first", "I"), ("posting", "I"),
)  # fmt: skip


class Index:
    """An opened index; columns are read by a place's number, names by their key."""

    __slots__ = (
        "admin1", "areas", "bucket", "code", "codes", "countries", "country", "first", "gid", "hash", "ids", "key",
        "keys", "lat", "lon", "names", "outlines", "population", "posting", "prior", "radius", "title", "titles",
        "words",
    )  # fmt: skip

    lat: memoryview
    lon: memoryview
    radius: memoryview
    prior: memoryview
    population: memoryview
    gid: memoryview
    country: memoryview
    admin1: memoryview
    code: memoryview
    names: memoryview
    title: memoryview
    bucket: memoryview
    hash: memoryview
    key: memoryview
    words: memoryview
    first: memoryview
    posting: memoryview

    def __init__(self, source: Path | bytes) -> None:
        path = source if isinstance(source, Path) else "the index"
        view = _mapped(source) if isinstance(source, Path) else memoryview(source)
        if view[:8] != MAGIC:
            raise ValueError(f"{path}: expected an index of this version, got {bytes(view[:8])!r}")
        size = int.from_bytes(view[8:16], "little")
        head = json.loads(bytes(view[16 : 16 + size]))
        at = 16 + size + (-size % 8)
        pieces = []
        for length in head["sizes"]:
            pieces.append(view[at : at + length])
            at += length + (-length % 8)
        if at > len(view):
            raise ValueError(f"{path}: expected {at} bytes, got {len(view)}")
        for (name, kind), piece in zip(SECTIONS, pieces, strict=False):
            setattr(self, name, memoryview.cast(piece, kind))  # type: ignore[call-overload]  # kinds are f, I, H and B
        self.titles = pieces[-2]
        self.keys = pieces[-1]
        self.countries: list[str] = head["countries"]
        self.areas: list[str] = head["areas"]
        self.codes: list[str] = head["codes"]
        self.ids: dict[int, str] = {int(place): name for place, name in head["ids"].items()}
        self.outlines: dict[int, str] = {int(place): name for place, name in head["outlines"].items()}
        """the outline or line of a place, by its id among the borders"""

    def find(self, key: str) -> int:
        """Return the number of the name with this key, or -1."""
        data = key.encode("utf-8", "replace")
        value = crc32(data)
        row = value >> (32 - BUCKET_BITS)
        hashes = self.hash
        for number in range(self.bucket[row], self.bucket[row + 1]):
            if hashes[number] == value and self.keys[self.key[number] : self.key[number + 1]] == data:
                return number
        return -1

    def postings(self, number: int) -> list[tuple[int, int]]:
        """Return the places of a name, the most prominent first, as (place, what the name is to it)."""
        return [
            (value & PLACE_MASK, value >> PLACE_BITS)
            for value in self.posting[self.first[number] : self.first[number + 1]]
        ]

    def name_of(self, place: int) -> str:
        """Return a place's own name."""
        start = self.title[place]
        stop = self.title[place + 1] if place + 1 < len(self.title) else len(self.titles)
        return bytes(self.titles[start : stop - 1]).decode("utf-8")

    def id_of(self, place: int) -> str:
        """Return a place's id."""
        return self.ids.get(place) or f"gn:{self.gid[place]}"


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        if not path.stat().st_size:
            raise ValueError(f"{path}: expected an index, got an empty file")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
