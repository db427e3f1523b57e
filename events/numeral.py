"""Read the number that begins at a token: digits, words, groups of thousands, "half a dozen", "40-strong"."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from events.compact_number import compact_number, size_in
from texts.lexicon import rows_of

if TYPE_CHECKING:
    from events.scene import Scene

NUMBER_WORDS = {row[0]: float(row[1]) for row in rows_of("count_words")}
_LARGEST = 1e12
"""Larger numbers are no counts of anything on the ground."""


def number_at(scene: Scene, position: int, stop: int) -> tuple[float | None, int]:
    """Return the number that begins at a token and where it ends; None and the token where none does."""
    total: float | None = None
    part = 0.0
    here = position
    while here < stop and here - position < 6:
        value = _number(scene.parse.tokens.lower[here])
        if value is None or (here == position and _is_vague(scene, here)):
            break
        if here > position and part and (value >= 100 or scene.parse.tokens.lower[here] == "dozen"):
            part *= value
            if value >= 1000:
                total, part = (total or 0.0) + part, 0.0
        else:
            if here > position and not (part >= 20 and value < part):
                break
            part += value
        here += 1
    if here == position:
        half = scene.words(position, min(position + 3, stop)) == ("half", "a", "dozen")
        return (6.0, position + 3) if half else (None, position)
    result = (total or 0.0) + part
    return (result, here) if math.isfinite(result) and 0 <= result <= _LARGEST else (None, position)


def _is_vague(scene: Scene, position: int) -> bool:
    """Whether a "dozen" says no more than "dozens": "several dozen"."""
    lower = scene.parse.tokens.lower
    return lower[position] == "dozen" and position > 0 and lower[position - 1] not in {"a", "one"}


def _number(word: str) -> float | None:
    word = size_in(word) or word
    known = NUMBER_WORDS.get(word)
    compact = compact_number(word) if known is None else None
    if compact is not None:
        return compact[0]
    if known is not None or not word[0].isdigit() or not word.isascii():
        return known
    digits = word.replace(",", "")
    if len(digits) > 15 or digits.count(".") > 1 or not digits.replace(".", "").isdigit():
        return None
    return float(digits)


def past_groups(scene: Scene, position: int, end: int) -> int:
    """Return the end of a number whose thousands stand apart: "370 000"."""
    words, tokens = scene.parse.tokens.words, scene.parse.tokens
    if end - position != 1 or not words[position].isdigit() or len(words[position]) > 3:
        return end
    while end < scene.sentence.stop and len(words[end]) == 3 and words[end].isdigit() and end - position < 4:
        if tokens.starts[end] - tokens.ends[end - 1] != 1:
            break
        end += 1
    return end


def grouped(scene: Scene, position: int, end: int, value: float) -> float:
    """Return the value of a number whose thousands may stand apart."""
    words = scene.parse.tokens.words[position:end]
    return float("".join(words)) if len(words) > 1 and all(word.isdigit() for word in words) else value
