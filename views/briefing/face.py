"""The face that every sheet is set in, and the settings of the pen: the same on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import anyascii
import matplotlib as mpl
from matplotlib.ft2font import FT2Font, LoadFlags

FAMILY = "DejaVu Sans"
"""The face comes with matplotlib, a pinned dependency: no machine draws with another."""
FOLDER = Path(mpl.get_data_path()) / "fonts" / "ttf"
FILES = {False: FOLDER / "DejaVuSans.ttf", True: FOLDER / "DejaVuSans-Bold.ttf"}
"""The face's files, by whether it is bold."""
SETTINGS: dict[Any, object] = {
    "font.family": FAMILY,
    "svg.hashsalt": "dateline",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "hatch.linewidth": 0.7,
    # letters stand as far apart at every size as `width_of` says
    "text.hinting": "none",
}
"""What differs from matplotlib's own settings: the bytes stay the same and fonts are embedded."""


@contextmanager
def settings(*, few_words: bool = False) -> Iterator[None]:
    """Draw and write with the program's own settings, whatever the machine's user has set.

    Parameters
    ----------
    few_words
        Embed in a PDF the outlines of the letters that are used rather than a part of the face, which takes half a
        second to cut: for a page with a head and a foot alone.
    """
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(SETTINGS)
        if few_words:
            mpl.rcParams["pdf.fonttype"] = 3
        yield


@cache
def font_of(*, bold: bool = False) -> FT2Font:
    """Return the face, opened once."""
    font = FT2Font(str(FILES[bold]))
    font.set_size(100.0, 72.0)
    return font


@cache
def _advance(letter: str, *, bold: bool) -> float:
    """Return how far a letter leads, in its height."""
    glyph = font_of(bold=bold).load_char(ord(letter), LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / 100.0


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of words at a size, in the unit of the size.

    Arabic letters are counted as they stand alone, which is the widest that they get.

    >>> width_of("", 10.0)
    0.0
    >>> 2 * width_of("Tikrit", 5.0) == width_of("Tikrit", 10.0) < width_of("Tikrit", 10.0, bold=True)
    True
    """
    return sum(_advance(letter, bold=bold) for letter in words) * size


@cache
def _letters() -> frozenset[int]:
    return frozenset(font_of().get_charmap())


def missing_letters(words: str) -> str:
    """Return the letters that the face does not have, each once; white space is never missing.

    >>> missing_letters("Kyiv Київ بغداد")
    ''
    >>> missing_letters("北京 Beijing 北")
    '北京'
    """
    return "".join(dict.fromkeys(c for c in words if not c.isspace() and ord(c) not in _letters()))


def drawable(words: str) -> str:
    r"""Return the words with each letter that the face does not have romanised, so that no empty box is drawn.

    White space that it does not have, such as the end of a line, is a space: names come in from files of others.

    >>> drawable("via 北京"), drawable("Hit\n\x1fand\x14 on")
    ('via BeiJing', 'Hit  and? on')
    """
    missing = {letter for letter in words if ord(letter) not in _letters()}
    return words.translate({ord(letter): _romanised(letter) for letter in missing}) if missing else words


def _romanised(letter: str) -> str:
    # a control character is ASCII already, so it is its own romanisation
    return " " if letter.isspace() else "?" if letter.isascii() else anyascii.anyascii(letter) or "?"


def wrapped(words: str, width: float, size: float, *, bold: bool = False, indent: float = 0.0) -> list[str]:
    """Return the words as lines that fit a width, broken at spaces; a word that is too long is broken where it must be.

    Parameters
    ----------
    width, size, indent
        Of the room, of the letters and of the second and further lines, in one unit.

    >>> wrapped("one two three", width_of("one two", 7.0) + 0.1, 7.0)
    ['one two', 'three']
    >>> wrapped("", 10.0, 7.0)
    []
    """
    lines: list[str] = []
    line, used = "", 0.0
    space = width_of(" ", size, bold=bold)
    for word in words.split(" "):
        length = width_of(word, size, bold=bold)
        room = width - (indent if lines else 0.0)
        if line and used + space + length <= room:
            line, used = f"{line} {word}", used + space + length
            continue
        if line:
            lines.append(line)
            room = width - indent
        while length > room and len(word) > 1:
            kept = 1
            while width_of(word[: kept + 1], size, bold=bold) <= room:
                kept += 1
            lines.append(word[:kept])
            word = word[kept:]  # noqa: PLW2901 - the rest of it goes on
            length = width_of(word, size, bold=bold)
            room = width - indent
        line, used = word, length
    return [*lines, line] if line else lines
