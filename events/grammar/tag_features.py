"""What the tagger sees of words and of the tags around them, as rows of hashed features."""

from __future__ import annotations

import zlib
from functools import lru_cache
from struct import Struct

import numpy as np
from numpy.typing import NDArray

from events.grammar.linear import Hashes, feature_rows, shifted
from events.grammar.token import Tokens

_BOUNDARY = 0x5BD1E995
"""the hash of what stands beyond a sentence's end"""


def word_columns(tokens: Tokens, boundaries: frozenset[int]) -> NDArray[np.uint32]:
    """Return hashes of shape `(tokens, 4)`: the word, its ending, its shape, and whether it opens a sentence."""
    table = np.frombuffer(b"".join(map(_word_hashes, tokens.words)), dtype=np.uint32).reshape(-1, _HASHES.size // 4)
    opens = np.zeros((len(tokens), 1), dtype=np.uint32)
    opens[0] = 1
    if boundaries:
        opens[list(boundaries)] = 1
    return np.hstack([table, opens])


def first_pass(columns: NDArray[np.uint32], bits: int) -> NDArray[np.intp]:
    """Return the feature rows that need no tags, of shape `(tokens, features)`."""
    word, ending, shape, opens = (np.ascontiguousarray(column) for column in columns.T)
    closes = shifted(opens, 1, fill=1)
    before = np.where(opens == 1, np.uint32(_BOUNDARY), shifted(word, -1))
    after = np.where(closes == 1, np.uint32(_BOUNDARY), shifted(word, 1))
    ending_before = np.where(opens == 1, np.uint32(_BOUNDARY), shifted(ending, -1))
    ending_after = np.where(closes == 1, np.uint32(_BOUNDARY), shifted(ending, 1))
    parts = [
        (word,),
        (ending, shape),
        (shape, opens),
        (before,),
        (after,),
        (shifted(before, -1),),
        (shifted(after, 1),),
        (before, word),
        (word, after),
        (ending_before, ending),
        (ending, ending_after),
        (shifted(shape, -1), shape, shifted(shape, 1)),
    ]
    return feature_rows(bits, parts, first=1)


def second_pass(columns: NDArray[np.uint32], tags: Hashes, bits: int) -> NDArray[np.intp]:
    """Return the feature rows that look at the tags of the first pass, of shape `(tokens, features)`."""
    word, ending, shape, opens = (np.ascontiguousarray(column) for column in columns.T)
    tags = tags + np.uint32(1)
    closes = shifted(opens, 1, fill=1)
    left = np.where(opens == 1, np.uint32(0), shifted(tags, -1))
    right = np.where(closes == 1, np.uint32(0), shifted(tags, 1))
    left2 = np.where(opens == 1, np.uint32(0), shifted(left, -1))
    right2 = np.where(closes == 1, np.uint32(0), shifted(right, 1))
    left3 = shifted(left2, -1)
    parts = [
        (word,),
        (ending, shape),
        (shape, opens),
        (left, word),
        (word, right),
        (left2, left, tags),
        (tags, right, right2),
        (left, tags, right),
        (left2, left, word),
        (word, right, right2),
        (left, ending, right),
        (shifted(word, -1), tags, right),
        (left, tags, shifted(word, 1)),
        (left3, left2, left, tags),
        (shifted(word, -1), word),
        (word, shifted(word, 1)),
    ]
    return feature_rows(bits, parts, first=21)


def in_capitals(columns: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return the columns of a headline's words, whose capitals are a shape of their own."""
    shapes = np.where(np.isin(columns[:, 2], _CAPITALS), np.uint32(_OF_HEADLINES), columns[:, 2])
    return np.column_stack([columns[:, :2], shapes, columns[:, 3]])


_CAPITALS = (3, 5)
"""Shapes of words in capitals and with one."""
_OF_HEADLINES = 8


@lru_cache(maxsize=65536)
def _word_hashes(word: str) -> bytes:
    lower = "n't" if word in {"nt", "NT"} else word.lower().replace("’", "'")
    coded = lower.encode("utf-8", "surrogatepass")
    return _HASHES.pack(zlib.crc32(coded), zlib.crc32(coded[-3:], 1), _shape(word))


_HASHES = Struct("=3I")
"""The hashes of a word as bytes, which are joined to a table faster than numbers."""


def _shape(word: str) -> int:
    first = word[0]
    if first.isdigit():
        return 1
    if not first.isalnum():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    if first.isupper():
        return 5
    return 6 if "-" in word else 7
