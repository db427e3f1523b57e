"""Tell time expressions from words and numbers that only look like them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from events.times.frame import Frame
from events.times.grammar import Found
from events.times.tape import CLASS_OF, value_of
from texts.lexicon import entries_of

_PREPOSITIONS = "".join(
    CLASS_OF[name]
    for name in (
        "in",
        "by",
        "since",
        "until",
        "from",
        "of",
        "during",
        "between",
        "to",
        "and",
        "on",
        "before",
        "after",
        "through",
    )
)
_FIRST_YEAR, _LAST_YEAR = 1500, 2050
"""Bare numbers in this range are years unless what follows is counted."""


def _class_at(found: Found, token: int) -> str:
    classes = found.tape.classes
    return classes[token] if 0 <= token < len(classes) else "\n"


def _before(found: Found) -> str:
    """Return the class of the token before the form, white space skipped."""
    token = found.first - 1
    return _class_at(found, token - 1 if _class_at(found, token) == " " else token)


def _word_after(found: Found) -> str:
    token = found.last + (1 if _class_at(found, found.last) == " " else 0)
    return found.tape.tokens[token] if token < len(found.tape.tokens) else ""


def _month(found: Found, frame: Frame) -> bool:
    """May and March need a preposition or a modifier before them; so do abbreviations."""
    del frame
    first = found.span("month")[0]
    weak = found.tape.classes[first] in (CLASS_OF["monthq"], CLASS_OF["mon"])
    if not weak:
        return not (_class_at(found, found.last) == " " and _word_after(found) in ("Revolution", "Theses"))
    if found.first < first:
        return True
    if _word_after(found)[:1].isupper():
        return False
    return _before(found) in _PREPOSITIONS and _class_at(found, found.first - 1) == " "


def _year(found: Found, frame: Frame) -> bool:
    del frame
    words = found.words("year")
    before, after = _before(found), _class_at(found, found.last)
    modified = found.first < found.span("year")[0]
    if before in "$£€#" or after in "%°" or (before in ".,:/" and _class_at(found, found.first - 1) == before):
        return False
    if after in ".,:" and _class_at(found, found.last + 1) in _NUMBERS:
        return False
    if after == "-" and found.tape.tokens[found.last + 1 : found.last + 2] and not found.words("year2"):
        joined = found.tape.tokens[found.last + 1].lower()
        if joined.isalpha() and joined not in _JOINS_YEAR:
            return False
    follower = _word_after(found)
    if follower.lower() in entries_of("timex_counted"):
        return False
    if modified or _FIRST_YEAR <= int(words) <= _LAST_YEAR:
        return True
    return before in _PREPOSITIONS or before == "("


def _units(found: Found, frame: Frame) -> bool:
    """Bare plural units are durations where they stand alone: "for years", "within days"."""
    del frame
    return _before(found) in _UNIT_PREPOSITIONS


def _short_year(found: Found, frame: Frame) -> bool:
    del frame
    return (
        _class_at(found, found.first - 1) == " "
        and _before(found) in _PREPOSITIONS
        and _class_at(found, found.last) != "'"
    )


def _season(found: Found, frame: Frame) -> bool:
    """Spring and fall are verbs too."""
    del frame
    first, last = found.span("season")
    token = found.tape.tokens[first]
    if found.tape.classes[first] != CLASS_OF["seasonq"]:
        return True
    told = found.words("rel2")
    if told and value_of(told.split()[-1]) != "Y":
        return False  # "prices fall next month"
    if last < found.last or found.words("rel", "year1", "mod", "mod2"):
        return True
    after = _word_after(found)
    if after in _FOLLOWS_FALL and not (after in ("in", "at") and _before(found) == CLASS_OF["in"]):
        return False
    if token[0].isupper():
        return _before(found) in _PREPOSITIONS
    return found.first < first or _before(found) == CLASS_OF["in"]


def _ramadan(found: Found, frame: Frame) -> bool:
    """Of the Islamic months only Ramadan is spoken of without a year or day; the others are names too."""
    del frame
    return value_of(found.words("month")) == "9"


def _holiday(found: Found, frame: Frame) -> bool:
    """Refuse what a holiday only gives its name to: Easter Island, the Ashura Brigade."""
    del frame
    after = _word_after(found)
    return not (after[:1].isupper() and _class_at(found, found.last) == " " and found.tape.value(found.last + 1) == "")


def _decade(found: Found, frame: Frame) -> bool:
    """Refuse ages and counts: "in his 60s" is no decade, "the 60s" and "'60s" are."""
    del frame
    if not found.words("two"):
        return True
    words = "".join(found.tape.tokens[found.first : found.last]).lower()
    return "'" in words or "’" in words or "the " in words


def _weekday(found: Found, frame: Frame) -> bool:
    """Abbreviations of weekdays are also names and words: Sun, Sat, Wed."""
    del frame
    first = found.span("weekday")[0]
    if found.tape.classes[first] != CLASS_OF["wkday"]:
        return True
    return first > found.first or bool(found.words("part")) or _before(found) == CLASS_OF["on"]


def _duration(found: Found, frame: Frame) -> bool:
    """Refuse fractions and the vague: a quarter of the army, some day."""
    del frame
    amount, unit = found.words("amount"), found.span("unit")[0]
    if amount == "many" and found.tape.tokens[max(0, found.first - 2)] == "as":
        return False  # "the third in as many weeks"
    if found.words("unit").startswith("quarter"):
        return _class_at(found, found.last + 1) != CLASS_OF["of"] and amount not in ("a", "one", "some", "several")
    return not (amount == "some" and found.tape.classes[unit] == CLASS_OF["unit"])


def _the_day(found: Found, frame: Frame) -> bool:
    del frame
    after = _word_after(found)
    return _before(found) in _DAY_PREPOSITIONS and not (after.isalpha() and after.lower() not in _FOLLOWS_DAY)


def _clock(found: Found, frame: Frame) -> bool:
    del frame
    return _class_at(found, found.first - 1) not in ".,:/" and _word_after(found) not in ("million", "billion")


def _part(found: Found, frame: Frame) -> bool:
    return frame.chronicle or _class_at(found, found.first) in (CLASS_OF["noon"], CLASS_OF["daypart"])


_NUMBERS = "".join(
    CLASS_OF[name] for name in ("n0", "n12", "n24", "n31", "n59", "n99", "n999", "year", "n9999", "n8", "big")
)
_DAY_PREPOSITIONS = "".join(CLASS_OF[name] for name in ("on", "by", "until", "to", "from", "and"))
_JOINS_YEAR = frozenset(
    ("era", "present", "born", "built", "style", "vintage", "based", "model", "early", "mid", "late")
)
"""What a hyphen joins to a year; anything else is counted: a 2000-pound bomb."""

_FOLLOWS_FALL = frozenset(("of", "to", "from", "in", "by", "at", "into", "back"))
_FOLLOWS_DAY = frozenset(("was", "and", "but", "the", "when", "they", "he", "she", "it", "a", "to", "by", "in"))
_UNIT_PREPOSITIONS = "".join(
    CLASS_OF[name] for name in ("in", "for", "within", "of", "and", "or", "after", "before", "during")
)

_GUARDS: Mapping[str, Callable[[Found, Frame], bool]] = MappingProxyType(
    {
        "month": _month,
        "year": _year,
        "units": _units,
        "short_year": _short_year,
        "season": _season,
        "clock": _clock,
        "decade": _decade,
        "holiday": _holiday,
        "weekday": _weekday,
        "ramadan": _ramadan,
        "duration": _duration,
        "the_day": _the_day,
        "part": _part,
    }
)


def is_time(found: Found, frame: Frame) -> bool:
    """Whether the words are meant as a time; bare numbers, May the name and March the act are not."""
    guard = _GUARDS.get(found.rule)
    return True if guard is None else guard(found, frame)
