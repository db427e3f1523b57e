"""Find how many: numbers with their units, ranges, and lower bounds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from events.claim import Quantity
from events.kind import Trigger
from events.tag import Tag
from texts.lexicon import rows_of

if TYPE_CHECKING:
    from events.scene import Scene

_WORDS = {row[0]: float(row[1]) for row in rows_of("count_words")}
_LARGEST = 1e12
"""Larger numbers are no counts of anything on the ground."""
_AT_LEAST = (
    ("at", "least"),
    ("more", "than"),
    ("no", "fewer", "than"),
    ("over",),
    ("upwards", "of"),
    ("nearly", "over"),
)
_NOT_UNITS = frozenset({"per", "percent", "%", "year", "years", "year-old", "hours", "hour", "days", "day", "weeks"})
_TALKERS = frozenset({"sources", "source", "witnesses", "residents", "sides", "officials", "parties", "interviews"})
"""Who are counted only as those who speak."""
_UNIT_TAGS = frozenset({Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.PARTICIPLE, Tag.GENITIVE, Tag.GERUND})


def quantities_of(scene: Scene, trigger: Trigger) -> tuple[Quantity, ...]:
    """Return the numbers of a trigger's clause that count something, in order."""
    clause = scene.clause_at(trigger.first)
    first, stop = max(clause.first, scene.sentence.first), min(clause.stop, scene.sentence.stop)
    found: list[Quantity] = []
    position = first
    while position < stop:
        value, end = number_at(scene, position, stop)
        if value is None:
            position += 1
            continue
        start, upper = position, None
        if end + 1 < stop and scene.parse.tokens.lower[end] in {"to", "and", "-", "–", "or"}:
            # "20 to 30 men"; "and" only after "between"
            further, beyond = number_at(scene, end + 1, stop)
            between = position > first and scene.parse.tokens.lower[position - 1] == "between"
            if further is not None and further > value and (scene.parse.tokens.lower[end] != "and" or between):
                upper, end = further, beyond
        unit = _unit_end(scene, end, stop)
        several = position > first and scene.parse.tokens.lower[position - 1] in {"several", "many"} and value >= 100
        lone = end - position == 1 and scene.parse.tokens.lower[position] == "one"
        if (
            unit > end
            and not lone
            and scene.parse.tokens.lower[unit - 1] not in _TALKERS
            and not _is_time(scene, start, end)
        ):
            span = scene.parse.tokens.span(start, unit)
            words = scene.parse.tokens.span(end, unit).of(scene.document.text)
            found.append(
                Quantity(
                    value=value, unit=words, span=span, upper=upper, at_least=several or _at_least(scene, start, first)
                )
            )
        position = max(end, unit)
    return tuple(found)


def number_at(scene: Scene, position: int, stop: int) -> tuple[float | None, int]:
    """Return the number that begins at a token and where it ends; None and the token where none does."""
    total: float | None = None
    part = 0.0
    here = position
    while here < stop and here - position < 6:
        value = _number(scene.parse.tokens.lower[here])
        if value is None:
            break
        if value >= 100 and part and here > position:
            part *= value
            if value >= 1000:
                total, part = (total or 0.0) + part, 0.0
        else:
            if here > position and not (part >= 20 and value < part):
                break
            part += value
        here += 1
    if here == position:
        return None, position
    result = (total or 0.0) + part
    return (result, here) if math.isfinite(result) and 0 <= result <= _LARGEST else (None, position)


def _number(word: str) -> float | None:
    known = _WORDS.get(word)
    if known is not None or not word[0].isdigit() or not word.isascii():
        return known
    digits = word.replace(",", "")
    if len(digits) > 15 or digits.count(".") > 1 or not digits.replace(".", "").isdigit():
        return None
    return float(digits)


def _unit_end(scene: Scene, first: int, stop: int) -> int:
    end = first
    while end < stop and end - first < 6 and scene.parse.tags[end] in _UNIT_TAGS:
        if scene.parse.tokens.lower[end] in _NOT_UNITS:
            return first
        end += 1
    while end > first and scene.parse.tags[end - 1] not in {Tag.NOUN, Tag.NAME}:
        end -= 1
    return end


def _at_least(scene: Scene, position: int, first: int) -> bool:
    return any(scene.words(max(first, position - len(words)), position) == words for words in _AT_LEAST)


def _is_time(scene: Scene, first: int, stop: int) -> bool:
    span = scene.parse.tokens.span(first, stop)
    return any(timex.span.overlaps(span) for timex in scene.timexes)
