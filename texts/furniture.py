"""Tell the lines that belong to a page from those that belong to its text."""

from __future__ import annotations

import re

from texts.lexicon import rows_of
from texts.line import lines_in
from texts.span import Span

LONGEST = 120
"""Furniture is short: a line with more characters is text."""

PARAGRAPH = 240
"""A line with so many characters is a paragraph of text, even below a trailer's heading."""

ATTACHMENT = re.compile(r"[\w() -]{1,80}\.(?:jpe?g|png|gif|webp|bmp|mp4|webm|pdf)\Z", re.IGNORECASE)
"""A line that is the name of an attached file."""

_EDGES = " \t\u00a0.,:;!?…·•|»«›‹\"'“”‘’()[]—–-*_#>/\\"


def _of(how: str) -> tuple[str, ...]:
    return tuple(row[1] for row in rows_of("furniture") if row[0] == how)


_WHOLE = frozenset(_of("line"))
_STARTS = _of("start")
_TRAILERS = _of("rest")


def furniture_in(text: str) -> tuple[Span, ...]:
    r"""Return the lines of `text` that are menus, buttons, attachments' names and trailers, in order.

    The words stay in the text; nothing is claimed from them.

    >>> text = "What's new\n\nMosul fell.\nYou may also like\nTen recipes"
    >>> [span.of(text) for span in furniture_in(text)]
    ["What's new", 'You may also like', 'Ten recipes']
    >>> furniture_in("")
    ()
    """
    spans: list[Span] = []
    below: list[Span] = []
    in_trailer = False
    for span in lines_in(text):
        line = span.of(text).replace("’", "'").lower().strip() if len(span) <= LONGEST else "text"
        bare = line.strip(_EDGES)
        if bare.startswith(_TRAILERS):
            in_trailer = True
            spans.append(span)
        elif line and (bare in _WHOLE or line.startswith(_STARTS) or not bare or ATTACHMENT.match(line)):
            spans.append(span)
        elif len(span) >= PARAGRAPH:
            in_trailer = False  # what stood below the heading so far was text after all
            below.clear()
        elif in_trailer and line:
            below.append(span)
    return tuple(sorted(spans + below))
