"""Find what stands between quotation marks, also across sentences and paragraphs."""

from __future__ import annotations

from events.grammar.clause import Stretch
from events.grammar.parse import Parse

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_LONGEST = 1500
"""Tokens after which an unclosed quotation is given up: a stray mark must not swallow a document."""


def quotations_in(parse: Parse) -> tuple[Stretch, ...]:
    r"""Return the quotations, marks included, in order and without overlap; one inside another is part of the outer.

    A quotation that is not closed ends with its paragraph; where the next paragraph opens with a mark, it goes on
    there as a quotation of its own.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of('"We hold Bakhmut. We stay," he said.\n“Not so.')
    >>> [parse.span(part).of(parse.text) for part in quotations_in(parse)]
    ['"We hold Bakhmut. We stay,"', '“Not so.']
    """
    words, text, tokens = parse.tokens.words, parse.text, parse.tokens
    found: list[Stretch] = []
    first: int | None = None
    mark = ""
    position = 0
    count = len(words)
    while position < count:
        word = words[position]
        width = 1
        if word in {"'", "`"} and position + 1 < count and words[position + 1] == word:
            width = 2 if tokens.starts[position + 1] == tokens.ends[position] else 1
        if first is not None and (
            position - first > _LONGEST or "\n" in text[tokens.ends[position - 1] : tokens.starts[position]]
        ):
            found.append(Stretch(first=first, stop=position))
            first = None
        straight = word == '"' or width == 2
        if first is None:
            if word in _OPENING or (straight and _may_open(parse, position, width)):
                first, mark = position, "straight" if straight else "curly"
        elif (word in _CLOSING) if mark == "curly" else (straight or word in _CLOSING):
            found.append(Stretch(first=first, stop=position + width))
            first = None
        position += width
    if first is not None:
        found.append(Stretch(first=first, stop=count))
    return tuple(found)


def _may_open(parse: Parse, position: int, width: int) -> bool:
    after = parse.tokens.ends[position + width - 1]
    return after < len(parse.text) and not parse.text[after].isspace()
