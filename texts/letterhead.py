"""Find the heads of the letters in a copy of a mailing list or a newsgroup."""

from __future__ import annotations

import re

from texts.line import lines_in

_FROM = re.compile(
    r"\*{0,2}From:\*{0,2}[ \t]+[\"']?(?P<name>[^\"'<>\n@()]{1,60}?)[\"']?[ \t]*(?:[<(\[][^\n]{0,80})?\Z", re.IGNORECASE
)
_BARE = re.compile(r"\*{0,2}From:\*{0,2}[ \t]+<?(?P<name>[^\s<>@]{1,60})@[^\n]{1,80}\Z", re.IGNORECASE)
_FIELD = re.compile(
    r"\*{0,2}(?:date|sent|subject|to|cc|newsgroups|reply-to|message-id|organi[sz]ation):", re.IGNORECASE
)
_DATED = re.compile(r"\*{0,2}(?:date|sent):", re.IGNORECASE)
HEAD = 6
"""Lines behind the sender's within which a head has its date."""
LONGEST = 160
"""A line with more characters heads no letter."""


def letterheads(text: str) -> list[tuple[int, str | None]]:
    r"""Return where letters with a head begin, and who wrote them: "From:", and a date among the fields behind it.

    >>> letterheads('From: "Ana K." <ana@example.org>\nDate: 2 May 1999\n\nThe bridge is down.')
    [(0, 'Ana K.')]
    >>> letterheads("From: Zagreb\nwe went on"), letterheads("")
    ([], [])
    """
    if "rom:" not in text and "ROM:" not in text:
        return []
    lines = tuple(lines_in(text))
    found: list[tuple[int, str | None]] = []
    for number, span in enumerate(lines):
        line = span.of(text).strip() if len(span) <= LONGEST else ""
        sender = (_FROM.match(line) or _BARE.match(line)) if line else None
        if sender is None:
            continue
        for below in lines[number + 1 : number + 1 + HEAD]:
            field = text[below.start : min(below.end, below.start + LONGEST)]
            if _DATED.match(field):
                found.append((span.start, sender["name"].strip()))
                break
            if not _FIELD.match(field):
                break
    return found
