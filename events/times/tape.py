"""Cut a text into tokens and write the class of each as one character."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import accumulate

from texts.lexicon import rows_of

_PARTS = (
    r"[^\W\d_]{2,}|[^\S\n]+"
    r"|(?<![^\W\d_])(?:[AaPp]\. ?[Mm]\.(?=\W|$)|B\. ?C\.(?: ?E\.)?|A\. ?D\.)"
    r"|[^\W\d_]|\d+|\n\s*|."
)
"""What there is most of stands first."""
_TOKEN = re.compile(_PARTS, re.DOTALL)

_LONG_NAMES = tuple(row[0] for row in rows_of("timex_words") if not row[0].replace(".", "").isalpha())
"""Names of months that are written in two words or with a hyphen."""

_LONG_STARTS = tuple({re.split(r"[ '-]", name)[0] for name in _LONG_NAMES})
_TOKEN_OR_LONG = re.compile(
    rf"(?<![^\W\d_])(?i:{'|'.join(map(re.escape, _LONG_NAMES))})(?![^\W\d_])|{_PARTS}", re.DOTALL
)

_WRAPPED_MIN, _WRAPPED_MAX = 40, 110
"""Lengths in characters of a line that a person or a mail program broke: its line break counts as a space."""

_KNOWN_MAX = 60_000
"""How many tokens that no lexicon has are remembered with their class."""

_LONGEST = 20
"""Longer tokens are no time words; they are not remembered."""

_PUNCTUATION = dict.fromkeys(",.-/:()'%$£€+;?!#\"", "") | {
    "–": "-", "—": "~", "‑": "-", "−": "-", "’": "'", "‘": "'", "،": ",", "…": ".", "“": '"', "”": '"',
}  # fmt: skip

OTHER = "_"
"""The class of a token that has no part in any time expression."""


def _class_names() -> dict[str, str]:
    names = ["n0", "n12", "n24", "n31", "n59", "n99", "n999", "year", "n9999", "n8", "big"]
    for row in rows_of("timex_words"):
        names += [name for name in (row[1], *row[3:4]) if name != "-" and name not in names]
    return {name: chr(0x100 + number) for number, name in enumerate(names)}


CLASS_OF = _class_names()
"""The character that stands for each class of words; docs in data/lexicons/timex_words.txt."""


_PAST_VERB = CLASS_OF["went"]
"""The class of words that end like a verb in the past."""


_LONG_CLASSES = {row[0]: CLASS_OF[row[1]] for row in rows_of("timex_words") if row[0] in _LONG_NAMES}


class _Classes(dict[str, str]):
    """The class of each token; what the lexicons lack is worked out once and remembered."""

    def __missing__(self, token: str) -> str:
        found = _class_of_unknown(token)
        if len(token) <= _LONGEST and len(self) < _KNOWN_MAX:
            self[token] = found
        return found


def _class_of_unknown(token: str) -> str:
    first = token[0]
    if first == "\n":
        return "\n"
    if first.isspace():
        return " "
    if first.isdecimal():
        return CLASS_OF[_number_class(token)]
    if token.lower() in _LONG_CLASSES:
        return _LONG_CLASSES[token.lower()]
    if token in _PUNCTUATION:
        return _PUNCTUATION[token] or token
    return _PAST_VERB if token.endswith("ed") and len(token) > 4 and token.islower() else OTHER


def _number_class(token: str) -> str:
    if len(token) > 4:
        return "n8" if len(token) == 8 else "big"
    number = int(token)
    if len(token) == 4:
        return "year" if 1000 <= number < 2100 else "n9999"
    if len(token) == 3:
        return "n999"
    if number == 0:
        return "n0"
    for limit in (12, 24, 31, 59):
        if number <= limit:
            return f"n{limit}"
    return "n99"


def _read_lexicon() -> tuple[_Classes, dict[str, str]]:
    classes, values = _Classes(), {}
    for word, name, *more in rows_of("timex_words"):
        values[word] = more[0] if more else ""
        lower = more[1] if len(more) > 1 else name
        for form in (word, word.capitalize(), word.upper()):
            shown = lower if form == word else name
            classes[form] = OTHER if shown == "-" else CLASS_OF[shown]
            if "." in form:
                classes[form + "."] = classes[form.replace(".", ". ") + "."] = classes[form]
    return classes, values


_CLASSES, _VALUES = _read_lexicon()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tape:
    """A text as tokens, with the class of each token as one character of `classes`."""

    tokens: list[str]
    classes: str
    ends: array[int]
    """where each token ends in the text; a token starts where the one before it ends"""

    def start(self, token: int) -> int:
        """Return the offset in the text at which the token with this number starts."""
        return self.ends[token - 1] if token else 0

    def value(self, token: int) -> str:
        """Return the lexicon's value for the token with this number, "" where it has none."""
        return value_of(self.tokens[token])


def value_of(word: str) -> str:
    """Return the lexicon's value for a word: "6" for June, "W" for week.

    >>> value_of("June"), value_of("Tikrit")
    ('6', '')
    """
    return _VALUES.get(word.lower().rstrip(".").replace(". ", "."), "")


def tape_of(text: str) -> Tape:
    """Cut `text` into tokens; they cover it without a gap.

    >>> tape = tape_of("On 12 June")
    >>> tape.tokens
    ['On', ' ', '12', ' ', 'June']
    >>> tape.start(2), tape.value(4)
    (3, '6')
    >>> tape_of("").classes
    ''
    """
    lowered = text.lower()
    pattern = _TOKEN_OR_LONG if any(start in lowered for start in _LONG_STARTS) else _TOKEN
    tokens = pattern.findall(text)
    ends = array("L", accumulate(map(len, tokens)))
    classes = "".join(map(_CLASSES.__getitem__, tokens))
    return Tape(tokens=tokens, classes=_unwrapped(classes, tokens, ends), ends=ends)


def _unwrapped(classes: str, tokens: list[str], ends: array[int]) -> str:
    """Turn the line breaks of a hard-wrapped text into spaces."""
    if "\n" not in classes:
        return classes
    wrapped = []
    before = 0
    at = classes.find("\n")
    while at >= 0:
        length = (ends[at - 1] if at else 0) - before
        if tokens[at].count("\n") == 1 and _WRAPPED_MIN <= length <= _WRAPPED_MAX and classes[at - 1] not in ".?!:":
            wrapped.append(at)
        before = ends[at]
        at = classes.find("\n", at + 1)
    if not wrapped:
        return classes
    letters = list(classes)
    for place in wrapped:
        letters[place] = " "
    return "".join(letters)
