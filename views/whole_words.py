"""Write words so that other programs read them to their end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def whole(words: str) -> str:
    r"""Return the words with U+FFFD for what ends or breaks them elsewhere: NUL and lone surrogates.

    GDAL, for one, takes a NUL for the end of a cell and says nothing.

    >>> whole("seen\x00 at Tikrit"), whole("a\ud800b"), whole("تكريت")
    ('seen\ufffd at Tikrit', 'a\ufffdb', 'تكريت')
    """
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\x00", "\ufffd")


def whole_row(cells: Mapping[str, Any]) -> dict[str, Any]:
    r"""Return a row of a table with all its words whole.

    >>> whole_row({"place": "a\x00", "leg": 0, "when": None})
    {'place': 'a\ufffd', 'leg': 0, 'when': None}
    """
    return {name: whole(cell) if isinstance(cell, str) else cell for name, cell in cells.items()}
