"""Build the index of the gazetteer."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log2, log10
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from geo.bases import bare_keys, forms_of
from geo.index import BUCKET_BITS, MAGIC, NOWHERE, PLACE_BITS, PLACE_MASK, SECTIONS, Name
from geo.keys import keys_of
from geo.spelling import COUNTRIES, form_of
from geo.world import Row
from texts.lexicon import rows_of

MOST_POSTINGS = 120
"""A name keeps this many places, the most prominent ones."""

LONGEST_KEY = 120
"""Bytes beyond which a name is not entered."""

MOST_WORDS = 9
"""Words beyond which a name is not entered."""

RANKS = (0.0, 1.0, 0.0, 0.0, 4.0, 1.0, 0.0)
"""How much further up a place stands among those of a name, by what the name is to it (`Name`)."""

CODE_WEIGHT = {
    "PCLI": 9.0, "CONT": 8.5, "ADM1": 6.0, "PPLC": 6.5, "OCN": 7.0, "SEA": 6.0, "RGN": 5.5, "GULF": 5.5, "STM": 5.0,
    "ADM2": 3.4, "PPLA": 4.4, "PPLA2": 3.6, "PPLA3": 3.0, "PPLX": 2.0, "PPL": 2.8,
}  # fmt: skip
"""How prominent a place is by its kind alone, on the scale of a logarithm of its inhabitants."""


def _floats() -> array[float]:
    return array("f")


def _ints() -> array[int]:
    return array("I")


@dataclass(slots=True)
class _Columns:
    """The columns of places as they are gathered, row after row."""

    lat: array[float] = field(default_factory=_floats)
    lon: array[float] = field(default_factory=_floats)
    radius: array[float] = field(default_factory=_floats)
    prior: array[float] = field(default_factory=_floats)
    population: array[int] = field(default_factory=_ints)
    gid: array[int] = field(default_factory=_ints)
    country: array[int] = field(default_factory=_ints)
    admin1: array[int] = field(default_factory=_ints)
    code: array[int] = field(default_factory=_ints)
    names: array[int] = field(default_factory=_ints)
    title: array[int] = field(default_factory=_ints)
    titles: bytearray = field(default_factory=bytearray)
    countries: dict[str, int] = field(default_factory=lambda: {"": 0})
    areas: dict[str, int] = field(default_factory=lambda: {"": 0})
    codes: dict[str, int] = field(default_factory=dict)
    ids: dict[int, str] = field(default_factory=dict)
    """ids that do not follow from the geonameid"""
    outlines: dict[int, str] = field(default_factory=dict)

    def add(self, row: Row) -> int:
        """Enter a place and return its number."""
        number = len(self.lat)
        self.lat.append(row.lat)
        self.lon.append(row.lon)
        self.radius.append(row.radius_km)
        self.prior.append(prominence(row))
        self.population.append(row.population)
        self.gid.append(row.geonameid or 0)
        self.country.append(self.countries.setdefault(row.country or "", len(self.countries)))
        self.admin1.append(self.areas.setdefault(row.admin1 or "", len(self.areas)))
        self.code.append(self.codes.setdefault(row.code, len(self.codes)))
        self.names.append(min(255, len(row.names)))
        self.title.append(len(self.titles))
        self.titles += row.name.encode("utf-8", "replace") + b"\0"
        if row.id != f"gn:{row.geonameid}":
            self.ids[number] = row.id
        if row.outline:
            self.outlines[number] = row.outline
        return number


def hash_of(data: bytes) -> int:
    """Return the 64 bits by which a key is told from others while the index is built."""
    return crc32(data) | crc32(data[::-1]) << 32


@dataclass(slots=True)
class _Names:
    """The names as they are gathered, with what each leads to."""

    blob: bytearray = field(default_factory=bytearray)
    ends: array[int] = field(default_factory=lambda: array("I", [0]))
    hashes: array[int] = field(default_factory=lambda: array("Q"))
    postings: array[int] = field(default_factory=_ints)
    words: array[int] = field(default_factory=lambda: array("B"))
    firsts: set[str] = field(default_factory=set)
    """first words of names of several words"""

    def add(self, key: str, posting: int) -> None:
        """Enter a name."""
        data = key.encode("utf-8", "replace")
        words = key.count(" ") + 1
        if len(data) > LONGEST_KEY or words > MOST_WORDS:
            return
        self.blob.extend(data)
        self.ends.append(len(self.blob))
        self.hashes.append(hash_of(data))
        self.postings.append(posting)
        self.words.append(words)
        if words > 1:
            self.firsts.add(key[: key.index(" ")])


GENERIC = re.compile(
    r"(?:state|province|city|district|county|municipality|town|region|department|governorate|emirate|prefecture|"
    r"muhafazat|ostan e|oblast|provincia) (?:of |de |del |da |do )?\w"
)
"""Spellings that say what the place is before they name it: the text's own words do that, outside the name."""


COMMON = frozenset(row[0] for row in rows_of("common_words") if int(row[1]) >= 3)
"""Everyday English words that some town has for a further spelling."""


def prominence(row: Row) -> float:
    """Return how prominent a place is before anything is read."""
    base = CODE_WEIGHT.get(row.code, 3.0 if row.code.startswith("PPL") else 4.0)
    people = log10(row.population + 10.0)
    known = min(log2(1 + len(row.names)), 7.0) * 0.35
    if row.code == "PCLI":
        return base + 0.15 * people
    if row.code == "ADM1":
        return base + 0.25 * (people - 5.5)
    if row.code.startswith("PPL"):
        return 0.35 * base + 0.75 * people + known
    return base


def build(rows: Iterable[Row]) -> bytes:
    """Return the index of `rows` as the bytes of its file."""
    columns, names = _Columns(), _Names()
    bare: list[tuple[str, int]] = []
    for row in rows:
        place = columns.add(row)
        keys = _keys(row)
        for key, kind in keys.items():
            names.add(key, place | kind << PLACE_BITS)
        if row.country in COUNTRIES and row.code.startswith(("PPL", "ADM1")):
            for form in sorted({form_of(key) for key, kind in keys.items() if kind != Name.PEOPLE} - {""}):
                names.add(form, place | Name.LIKE << PLACE_BITS)
        bare += [(key, place) for key in bare_keys(row)]
    _add_bare_bases(bare, names)
    for word in names.firsts:
        names.add(word, NOWHERE)
    return _written(columns, names)


def _add_bare_bases(bare: list[tuple[str, int]], names: _Names) -> None:
    """Enter bases under their bare names where no other place has that for its own: Bagram, and not Kirkuk."""
    kinds = np.frombuffer(names.postings, dtype=np.uint32) >> PLACE_BITS
    known = np.frombuffer(names.hashes, dtype=np.uint64)
    taken = set(known[(kinds == Name.OWN) | (kinds == Name.CURATED) | (kinds == Name.VARIANT)].tolist())
    del kinds, known
    for key, place in bare:
        if hash_of(key.encode("utf-8", "replace")) not in taken:
            names.add(key, place | Name.OWN << PLACE_BITS)


def _keys(row: Row) -> dict[str, Name]:
    """Return the keys under which a place is found, with what each is to it."""
    keys: dict[str, Name] = {}
    for found, kind in (
        ((row.name, row.name.split(" (")[0], *row.names[:1]), Name.CURATED if row.curated else Name.OWN),
        (_short_city(row), Name.OWN),
        (row.demonyms, Name.PEOPLE),
        (row.names, Name.VARIANT if row.curated else Name.OTHER),
        (forms_of(row), Name.VARIANT if row.curated else Name.OTHER),
        (row.abbreviations, Name.SHORT),
    ):
        for name in found:
            for key in keys_of(name):
                if kind is not Name.OTHER or _useful(name, key, row):
                    keys.setdefault(key, kind)
    return keys


def _short_city(row: Row) -> tuple[str, ...]:
    """Return "New York" for New York City, where that is one of its names."""
    short = row.name.removesuffix(" City")
    return (short,) if short != row.name and short in row.names else ()


def _useful(name: str, key: str, row: Row) -> bool:
    """Whether a further spelling is worth finding: airport codes, single letters and towns' common words are not."""
    if not key.isascii():
        return len(key) > 1
    if row.code.startswith(("ADM", "PPL")) and GENERIC.match(key):
        return False
    if row.code.startswith("PPL"):
        if name.isascii() and key in COMMON:
            return False  # "Market" for Marquette, "Human" for Uman: in a headline every word has a capital
        return len(key) > 3 or (len(key) == 3 and not name.isupper())
    return len(key) > 1


def _written(columns: _Columns, names: _Names) -> bytes:
    end = np.frombuffer(names.ends, dtype=np.uint32)
    full = np.frombuffer(names.hashes, dtype=np.uint64)
    posting = np.frombuffer(names.postings, dtype=np.uint32)
    prior = np.frombuffer(columns.prior, dtype=np.float32)
    real = posting != NOWHERE
    rank = np.full(len(posting), -99.0, dtype=np.float32)
    rank[real] = prior[posting[real] & PLACE_MASK] + np.array(RANKS, dtype=np.float32)[posting[real] >> PLACE_BITS]
    # the low half of the hash leads, so that names lie in the order of the buckets
    low = (full & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    order = np.lexsort((-rank, full, low))
    new = np.r_[True, np.diff(full[order]) != 0] if len(order) else np.zeros(0, dtype=bool)
    heads = np.flatnonzero(new)
    name_of = np.cumsum(new) - 1
    keep = real[order] & (np.arange(len(order)) - heads[name_of] < MOST_POSTINGS)
    first = np.r_[0, np.cumsum(np.bincount(name_of[keep], minlength=len(heads)))].astype(np.uint32)
    chosen = order[heads]
    buckets = np.arange((1 << BUCKET_BITS) + 1)
    bucket = np.searchsorted(low[chosen] >> (32 - BUCKET_BITS), buckets).astype(np.uint32)
    starts, sizes = end[:-1][chosen], np.diff(end)[chosen]
    key_ends = np.r_[0, np.cumsum(sizes)].astype(np.uint32)
    # slices, not an array of indices: that would take four bytes for each letter, three times over
    gathered = bytearray()
    for start, size in zip(starts, sizes, strict=True):
        gathered += names.blob[start : start + size]
    keys = bytes(gathered)
    del gathered
    words = np.frombuffer(names.words, dtype=np.uint8)[chosen]
    arrays = {
        "bucket": bucket, "hash": low[chosen], "key": key_ends, "first": first, "posting": posting[order][keep],
        "words": _longest(keys, key_ends, words, low[chosen], bucket),
    }  # fmt: skip
    parts: list[bytes] = []
    for name, kind in SECTIONS:
        column = arrays[name] if name in arrays else np.asarray(getattr(columns, name))
        parts.append(column.astype(np.dtype(kind)).tobytes())
    parts += [bytes(columns.titles), keys]
    head = {
        "sizes": [len(part) for part in parts],
        "countries": list(columns.countries),
        "areas": list(columns.areas),
        "codes": list(columns.codes),
        "ids": {str(place): name for place, name in columns.ids.items()},
        "outlines": {str(place): name for place, name in columns.outlines.items()},
    }
    head_bytes = json.dumps(head).encode()
    pieces = [MAGIC, len(head_bytes).to_bytes(8, "little"), head_bytes, b" " * (-len(head_bytes) % 8)]
    for part in parts:
        pieces += [part, b"\0" * (-len(part) % 8)]
    return b"".join(pieces)


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
    for number in map(int, np.flatnonzero(words > 1)):
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
