"""Find how many: numbers with their units, ranges, and lower bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.claim import Kind, Quantity
from events.compact_number import compact_number
from events.grammar.clause import Clause
from events.grammar.tag import Tag
from events.kind import Trigger
from events.numeral import NUMBER_WORDS, grouped, number_at, past_groups
from texts.lexicon import entries_of

if TYPE_CHECKING:
    from events.scene import Scene

_DIGITS = 20
"""What may stand before "hundred" or "thousand" in words, at most."""
_AT_LEAST = (
    ("at", "least"),
    ("more", "than"),
    ("no", "fewer", "than"),
    ("over",),
    ("upwards", "of"),
    ("nearly", "over"),
)
_TIMES = frozenset({"year", "years", "year-old", "hours", "hour", "days", "day", "weeks", "minutes", "months"})
_NOT_UNITS = frozenset({"per", "percent", "%", "times"}) | _TIMES
_DISTANCES = entries_of("distance_units")
_AWAY = frozenset(
    {"from", "of", "off", "outside", "away", "inside", "into", "north", "south", "east", "west", "further", "farther"}
)
"""What follows a distance that tells where something is, not how long it is."""
_TALKERS = frozenset({"sources", "source", "witnesses", "residents", "sides", "officials", "parties", "interviews"})
"""Who are counted only as those who speak."""
_UNIT_TAGS = frozenset({Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.PARTICIPLE, Tag.GENITIVE, Tag.GERUND})


def quantities_of(scene: Scene, trigger: Trigger) -> tuple[Quantity, ...]:
    """Return the numbers of a trigger's clause that count something, in order."""
    clause = scene.clause_at(trigger.first)
    first, stop = max(clause.first, scene.sentence.first), min(clause.stop, scene.sentence.stop)
    found = _between(scene, trigger, _with_antecedent(scene, clause, first), stop)
    if trigger.kind is Kind.ATTACK:
        found += [it for it in _between(scene, trigger, stop, _semicolon(scene, stop)) if it.unit.lower() in _TOLLS]
    return tuple(found)


_TOLLS = frozenset({"killed", "dead", "wounded", "hurt", "injured", "missing"})
"""What follows a bare number of people."""
_HARMED = frozenset({"killed", "killing", "wounded", "wounding", "hurt", "injured", "injuring"})
_COUNTED = frozenset({"dead", "toll", "wounded", "injured", "missing"})
"""What stands before a bare number of people: "hurt 15", "put the dead at 52"."""
_MONTHS = frozenset(
    {
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december"),
    }
)


def _with_antecedent(scene: Scene, clause: Clause, first: int) -> int:
    """Return where the clause begins, with the phrase that its "who" or "which" stands for."""
    if clause.opener != first or scene.parse.tokens.lower[first] not in {"who", "which", "that"}:
        return first
    at = first - 1
    while at > scene.sentence.first and first - at < 8 and scene.parse.codes[at - 1] in "9nNadio":
        at -= 1
    return max(at, scene.sentence.first)


def _semicolon(scene: Scene, first: int) -> int:
    lower = scene.parse.tokens.lower
    return next((at for at in range(first, scene.sentence.stop) if lower[at] == ";"), scene.sentence.stop)


def _between(scene: Scene, trigger: Trigger, first: int, stop: int) -> list[Quantity]:
    """Return the numbers that count something between two tokens."""
    found: list[Quantity] = []
    position = first
    while position < stop:
        value, end = number_at(scene, position, stop)
        if value is None:
            position += 1
            continue
        start, upper = position, _upper(scene, position)
        more = end < stop and scene.parse.tokens.lower[end] == "+"
        end += more
        if upper is None and end + 1 < stop and scene.parse.tokens.lower[end] in {"to", "and", "-", "–", "or"}:
            # "20 to 30 men"; "and" only after "between"
            further, beyond = number_at(scene, end + 1, stop)
            between = position > first and scene.parse.tokens.lower[position - 1] == "between"
            if further is not None and further > value and (scene.parse.tokens.lower[end] != "and" or between):
                scale = NUMBER_WORDS.get(scene.parse.tokens.lower[beyond - 1], 1.0)
                if beyond - end > 2 and value < further / scale <= _DIGITS:
                    value *= scale  # "three to four hundred"
                upper, end = further, beyond
        end = past_groups(scene, position, end)
        value = grouped(scene, position, end, value)
        end = _past_about(scene, end, stop)
        unit = _unit_end(scene, end, stop)
        bare = _bare_unit(scene, trigger, position, end) if unit == end and value >= 2 else None
        if bare is not None and not _is_time(scene, start, end):
            span = scene.parse.tokens.span(start, end)
            least = more or _at_least(scene, start, first)
            found.append(Quantity(value=value, unit=bare, span=span, upper=upper, at_least=least))
            position = end
            continue
        several = position > first and scene.parse.tokens.lower[position - 1] in {"several", "many"} and value >= 100
        toll = end < stop and scene.parse.tokens.lower[end] in _TOLLS
        lone = end - position == 1 and scene.parse.tokens.lower[position] == "one" and not toll
        if (
            unit > end
            and not lone
            and scene.parse.tokens.lower[unit - 1] not in _TALKERS
            and not _is_time(scene, start, end)
            and not _is_away(scene, start, unit)
        ):
            span = scene.parse.tokens.span(start, unit)
            words = scene.parse.tokens.span(end, unit).of(scene.document.text)
            found.append(
                Quantity(
                    value=value,
                    unit=words,
                    span=span,
                    upper=upper,
                    at_least=several or more or _at_least(scene, start, first),
                )
            )
        position = max(end, unit)
    return found


def _upper(scene: Scene, position: int) -> float | None:
    """Return the upper end of a range that is written in one word."""
    compact = compact_number(scene.parse.tokens.lower[position])
    return None if compact is None else compact[1]


def _past_about(scene: Scene, end: int, stop: int) -> int:
    """Return the end of a number with the "or so" behind it, if what it counts stands behind that."""
    about = scene.parse.tokens.lower[end : end + 2] in _ABOUT and end + 2 < stop
    return end + 2 if about and scene.parse.tags[end + 2] in _UNIT_TAGS else end


_ABOUT = frozenset({("or", "so"), ("or", "more"), ("and", "more"), ("or", "thereabouts")})


def _bare_unit(scene: Scene, trigger: Trigger, position: int, end: int) -> str | None:
    """Return the word that says of whom a number without a unit is: "hurt 15", "the dead at 52", "300,000 fled"."""
    lower, codes = scene.parse.tokens.lower, scene.parse.codes
    people = trigger.kind in _OF_PEOPLE and not trigger.noun and end <= trigger.first
    if people and not codes[end : trigger.first].strip("xrM"):
        return scene.parse.tokens.words[trigger.first]
    if trigger.kind in _OF_PEOPLE and scene.words(end, min(end + 1, scene.sentence.stop)) in _AWAY_FROM:
        between = scene.words(trigger.stop, position) if trigger.stop <= position else ("",)
        return "people" if all(word in _MEASURING for word in between) else None
    if end < scene.sentence.stop and codes[end] not in ",.:ci(":
        return None
    if _is_apart(scene, position, end):
        return "people"
    put = lower[position - 1] in {"at", "to"}
    for at in range(position - 1, max(scene.sentence.first, position - (12 if put else 3)) - 1, -1):
        if lower[at] in (_COUNTED if put else _HARMED):
            return scene.parse.tokens.words[at]
    return None


_ROUGHLY = frozenset({"about", "some", "around", "roughly", "perhaps", "maybe", "nearly", "almost", "over"})
_OF_PEOPLE = frozenset({Kind.DISPLACEMENT, Kind.ATTACK, Kind.MOVEMENT})
"""Kinds of what people do or suffer, whom a bare number counts."""
_AWAY_FROM = frozenset({("from",), ("out",), ("to",), ("into",), ("across",)})
_MEASURING = _ROUGHLY | {"of", "at", "least", "more", "than", "an", "estimated", "another", "up", "to", "almost"}


def _is_apart(scene: Scene, position: int, end: int) -> bool:
    """Whether a rough number tells behind a comma how many those before it are: "took the foreigners, about 900."."""
    lower, codes = scene.parse.tokens.lower, scene.parse.codes
    rough = lower[position - 1] in _ROUGHLY and codes[position - 2 : position - 1] == ","
    return rough and codes[position - 3] == "n" and codes[end : end + 1] in {".", ",", ""}


def _unit_end(scene: Scene, first: int, stop: int) -> int:
    lower = scene.parse.tokens.lower
    end = first
    if first < stop and lower[first] in _TOLLS:
        return first + 1
    special = _aboard_end(scene, first) or _share_end(scene, first, stop)
    if special is not None:
        return special
    if first + 2 < stop and lower[first] == "of" and lower[first + 1] in {"the", "its", "their"}:
        end = _unit_end(scene, first + 2, stop)
        if end > first + 2:
            return end
        return first + 3 if lower[first + 2] in _TOLLS else first
    while end < stop and end - first < 6 and scene.parse.tags[end] in _UNIT_TAGS:
        if scene.parse.tokens.lower[end] in _NOT_UNITS or (end == first and scene.parse.tokens.lower[end] in _MONTHS):
            return first
        end += 1
    while end > first and scene.parse.tags[end - 1] not in {Tag.NOUN, Tag.NAME}:
        end -= 1
    return end


def _aboard_end(scene: Scene, first: int) -> int | None:
    """Return the end of "on board", which says whom a bare number counts."""
    lower = scene.parse.tokens.lower
    if lower[first : first + 2] == ("on", "board"):
        return first + 2
    return first + 1 if lower[first : first + 1] == ("aboard",) else None


def _share_end(scene: Scene, first: int, stop: int) -> int | None:
    """Return the end of the whole that a number is a part of: "20 | of 26 tanks", "about 150 | of them"."""
    if scene.words(first, min(first + 2, stop)) in _OF_THEM:
        return first + 2
    if first + 2 >= stop or scene.parse.tokens.lower[first] != "of" or scene.parse.tags[first + 1] is not Tag.NUMBER:
        return None
    end = _unit_end(scene, first + 2, stop)
    return end if end > first + 2 else None


_OF_THEM = frozenset({("of", "them"), ("of", "us"), ("of", "you")})


def _at_least(scene: Scene, position: int, first: int) -> bool:
    return any(scene.words(max(first, position - len(words)), position) == words for words in _AT_LEAST)


def _is_away(scene: Scene, first: int, stop: int) -> bool:
    """Whether a number tells how far off something is: "40 km from", "within 12 miles, or 20 kilometres, of"."""
    lower = scene.parse.tokens.lower
    if lower[stop - 1] not in _DISTANCES:
        return False
    near = lower[max(scene.sentence.first, first - 6) : first]
    return "within" in near or lower[stop : stop + 1] == () or lower[stop] in _AWAY


def _is_time(scene: Scene, first: int, stop: int) -> bool:
    span = scene.parse.tokens.span(first, stop)
    return any(timex.span.overlaps(span) for timex in scene.timexes)
