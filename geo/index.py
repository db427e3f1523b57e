"""The index of the gazetteer: names to places, in one file that is mapped into memory."""

from __future__ import annotations

import json
import mmap
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from geo.keys import keys_of
from geo.world import Row

MAGIC = b"DLGAZ003"
BUCKET_BITS = 20
MOST_POSTINGS = 120
"""A name keeps this many places, the most prominent ones."""

ADMIN_CODES = frozenset({"PCLI", "ADM1"})
CODE_WEIGHT = {
    "PCLI": 9.0, "CONT": 8.5, "ADM1": 6.0, "PPLC": 6.5, "OCN": 7.0, "SEA": 6.0, "RGN": 5.5, "GULF": 5.5, "STM": 5.0,
    "ADM2": 3.4, "PPLA": 4.4, "PPLA2": 3.6, "PPLA3": 3.0, "PPLX": 2.0, "PPL": 2.8,
}  # fmt: skip
"""How prominent a place is by its kind alone, on the scale of a logarithm of its inhabitants."""


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
    """a name from a curated gazetteer"""


_PLACE_BITS = 24
_PLACE_MASK = (1 << _PLACE_BITS) - 1
_NOWHERE = 0xFFFFFFFF

_SECTIONS = (
    ("lat", "f"), ("lon", "f"), ("radius", "f"), ("prior", "f"), ("population", "I"), ("gid", "I"), ("country", "H"),
    ("admin1", "H"), ("code", "B"), ("names", "B"), ("title", "I"), ("bucket", "I"), ("hash", "I"), ("key", "I"),
    ("words", "B"), ("first", "I"), ("posting", "I"),
)  # fmt: skip


@dataclass(slots=True)
class _Columns:
    """The columns as they are gathered, row after row."""

    lat: array[float]
    lon: array[float]
    radius: array[float]
    prior: array[float]
    population: array[int]
    gid: array[int]
    country: array[int]
    admin1: array[int]
    code: array[int]
    names: array[int]


def prominence(row: Row) -> float:
    """Return how prominent a place is before anything is read."""
    base = CODE_WEIGHT.get(row.code, 3.0 if row.code.startswith("PPL") else 4.0)
    people = np.log10(row.population + 10.0)
    known = min(np.log2(1 + len(row.names)), 7.0) * 0.35
    if row.code == "PCLI":
        return float(base + 0.15 * people)
    if row.code == "ADM1":
        return float(base + 0.25 * (people - 5.5))
    if row.code.startswith("PPL"):
        return float(0.35 * base + 0.75 * people + known)
    return base


def build(rows: Iterable[Row]) -> bytes:
    """Return the index of `rows` as the bytes of its file."""
    columns = _Columns(*(array(kind) for _, kind in _SECTIONS[:10]))
    countries: dict[str, int] = {"": 0}
    areas: dict[str, int] = {"": 0}
    codes: dict[str, int] = {}
    titles = bytearray()
    title_at = array("I")
    ids: dict[int, str] = {}
    blob = bytearray()
    ends = array("I", [0])
    hashes = array("Q")
    postings = array("I")
    lengths = array("B")
    firsts: set[str] = set()

    def enter(key: str, posting: int) -> None:
        data = key.encode("utf-8", "replace")
        words = key.count(" ") + 1
        if len(data) > 120 or words > 9:
            return
        blob.extend(data)
        ends.append(len(blob))
        hashes.append(crc32(data) | crc32(data[::-1]) << 32)
        postings.append(posting)
        lengths.append(words)
        if words > 1:
            firsts.add(key[: key.index(" ")])

    for place, row in enumerate(rows):
        columns.lat.append(row.lat)
        columns.lon.append(row.lon)
        columns.radius.append(row.radius_km)
        columns.prior.append(prominence(row))
        columns.population.append(row.population)
        columns.gid.append(row.geonameid or 0)
        columns.country.append(countries.setdefault(row.country or "", len(countries)))
        columns.admin1.append(areas.setdefault(row.admin1 or "", len(areas)))
        columns.code.append(codes.setdefault(row.code, len(codes)))
        columns.names.append(min(255, len(row.names)))
        title_at.append(len(titles))
        titles += row.name.encode("utf-8", "replace") + b"\0"
        if row.id != f"gn:{row.geonameid}":
            ids[place] = row.id
        seen: set[str] = set()
        own = Name.CURATED if row.curated else Name.OWN
        other = Name.CURATED if row.curated else Name.OTHER
        for names, kind in (
            ((row.name, *row.names[:1]), own),
            (row.names, other),
            (row.abbreviations, Name.SHORT),
            (row.demonyms, Name.PEOPLE),
        ):
            for name in names:
                for key in keys_of(name):
                    if key not in seen and (kind is not Name.OTHER or _useful(name, key, row)):
                        seen.add(key)
                        enter(key, place | kind << _PLACE_BITS)
    for word in firsts:
        enter(word, _NOWHERE)
    return _written(columns, titles, title_at, ids, (countries, areas, codes), (blob, ends, hashes, postings, lengths))


def _useful(name: str, key: str, row: Row) -> bool:
    """Whether a further spelling is worth finding: airport codes and single letters are not."""
    if not key.isascii():
        return len(key) > 1
    if row.code.startswith("PPL"):
        return len(key) > 3 or (len(key) == 3 and not name.isupper())
    return len(key) > 1


def _written(
    columns: _Columns,
    titles: bytearray,
    title_at: array[int],
    ids: dict[int, str],
    tables: tuple[dict[str, int], dict[str, int], dict[str, int]],
    names: tuple[bytearray, array[int], array[int], array[int], array[int]],
) -> bytes:
    blob, ends, hashes, postings, lengths = names
    end = np.frombuffer(ends, dtype=np.uint32)
    full = np.frombuffer(hashes, dtype=np.uint64)
    posting = np.frombuffer(postings, dtype=np.uint32)
    word_count = np.frombuffer(lengths, dtype=np.uint8)
    prior = np.frombuffer(columns.prior, dtype=np.float32)
    bonus = np.array([0.0, 1.0, 0.0, 0.0, 4.0], dtype=np.float32)
    real = posting != _NOWHERE
    rank = np.full(len(posting), -99.0, dtype=np.float32)
    rank[real] = prior[posting[real] & _PLACE_MASK] + bonus[posting[real] >> _PLACE_BITS]
    # the low half of the hash leads, so that names lie in the order of the buckets
    low = (full & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    order = np.lexsort((-rank, full, low))
    sorted_full = full[order]
    heads = np.flatnonzero(np.r_[True, sorted_full[1:] != sorted_full[:-1]])
    name_of = np.cumsum(np.r_[True, sorted_full[1:] != sorted_full[:-1]]) - 1
    within = np.arange(len(order)) - heads[name_of]
    keep = real[order] & (within < MOST_POSTINGS)
    counts = np.bincount(name_of[keep], minlength=len(heads))
    first = np.r_[0, np.cumsum(counts)].astype(np.uint32)
    chosen = order[heads]
    unique_low = low[chosen]
    bucket = np.searchsorted(unique_low >> (32 - BUCKET_BITS), np.arange((1 << BUCKET_BITS) + 1)).astype(np.uint32)
    data = np.frombuffer(blob, dtype=np.uint8)
    starts, stops = end[:-1][chosen], end[1:][chosen]
    key_ends = np.r_[0, np.cumsum(stops - starts)].astype(np.uint32)
    take = np.repeat(starts - key_ends[:-1], stops - starts) + np.arange(key_ends[-1], dtype=np.uint32)
    keys = data[take].tobytes()
    longest = _longest(keys, key_ends, word_count[chosen], unique_low, bucket)
    arrays: dict[str, NDArray[np.generic] | array[int] | array[float]] = {
        **{name: getattr(columns, name) for name, _ in _SECTIONS[:10]},
        "title": title_at, "bucket": bucket, "hash": unique_low, "key": key_ends, "words": longest,
        "first": first, "posting": posting[order][keep],
    }  # fmt: skip
    parts: list[bytes] = [np.asarray(arrays[name]).astype(np.dtype(kind)).tobytes() for name, kind in _SECTIONS]
    parts += [bytes(titles), keys]
    head = json.dumps(
        {
            "sizes": [len(part) for part in parts],
            "countries": list(tables[0]),
            "areas": list(tables[1]),
            "codes": list(tables[2]),
            "ids": {str(place): name for place, name in ids.items()},
        }
    ).encode()
    padded = b"".join(part + b"\0" * (-len(part) % 8) for part in parts)
    return MAGIC + len(head).to_bytes(8, "little") + head + b" " * (-len(head) % 8) + padded


def _longest(
    keys: bytes,
    ends: NDArray[np.uint32],
    words: NDArray[np.uint8],
    low: NDArray[np.uint32],
    bucket: NDArray[np.uint32],
) -> NDArray[np.uint8]:
    """Return, for each key, how many words the longest name has that starts with its words' first."""
    longest = words.copy()
    found: dict[bytes, int] = {}
    for number in np.flatnonzero(words > 1):
        key = keys[ends[number] : ends[number + 1]]
        head = key[: key.index(b" ")]
        if words[number] > found.get(head, 0):
            found[head] = int(words[number])
    for head, most in found.items():
        value = crc32(head)
        row = value >> (32 - BUCKET_BITS)
        for number in range(int(bucket[row]), int(bucket[row + 1])):
            if low[number] == value and keys[ends[number] : ends[number + 1]] == head:
                longest[number] = max(most, 1)
    return longest


class Index:
    """An opened index; columns are read by a place's number, names by their key."""

    __slots__ = (
        "admin1", "areas", "bucket", "code", "codes", "countries", "country", "first", "gid", "hash", "ids", "key",
        "keys", "lat", "lon", "names", "population", "posting", "prior", "radius", "title", "titles", "words",
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

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
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
        for (name, kind), piece in zip(_SECTIONS, pieces, strict=False):
            setattr(self, name, piece.cast(kind))
        self.titles = pieces[-2]
        self.keys = pieces[-1]
        self.countries: list[str] = head["countries"]
        self.areas: list[str] = head["areas"]
        self.codes: list[str] = head["codes"]
        self.ids: dict[int, str] = {int(place): name for place, name in head["ids"].items()}

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
            (value & _PLACE_MASK, value >> _PLACE_BITS)
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
