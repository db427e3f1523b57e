"""Find the heads of the messages in a copy of a chat, where author and words share a line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from texts.lexicon import entries_of
from texts.line import lines_in
from texts.span import Span

_CLOCK = r"[0-2]?[0-9][:.][0-5][0-9](?:[:.][0-5][0-9])?(?: ?[ap]\.?m\.?)?"
_DAY = r"(?:[0-9]{1,4}[/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?)"
_TIME = rf"(?:{_DAY},? )?{_CLOCK}"
_NAME = r"[^\W_][\w .'’|()~+-]{0,38}?"
_STAMPED = re.compile(
    rf"[ \t]{{0,8}}(?:"
    rf"(?:[\[(]{_TIME}[\])] ?)?<[@+~ ]?(?P<nick>[^\s<>]{{1,30}})>"
    rf"|[\[(]{_TIME}[\])] ?(?P<name1>{_NAME}):"
    rf"|(?P<name2>{_NAME}):? [\[(]{_TIME}[\])]:?"
    rf"|{_DAY},? {_CLOCK} [-–] (?P<name3>{_NAME}):"
    rf")[ \t]+(?=\S)",
    re.IGNORECASE,
)
"""The head of a message with its time: "[18:02] <zed> ", "[17/04/2023, 06:14] Zed: ", "Zed: [17/04, 06:14] "."""
_BARE = re.compile(r"[ \t]{0,8}(?P<name>[^\W\d][\w.~-]{1,24}(?: [\w.~-]{1,12})?): {1,3}(?=\S)")
_HANDLE = re.compile(r"[^\WA-Z]|\w*[0-9_]")
_LONGEST = 90
"""Characters of a message's head, at most."""
FEWEST = 4
"""So many lines with names that look like handles make a chat where no line has a time."""
SHARE = 0.6
"""The share of a chat's lines that open with a name."""
_NO_NAMES = entries_of("label_words") | frozenset({"interviewer", "reporter", "journalist", "moderator"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatHead:
    """The head of a message: its author and perhaps its time, before the words."""

    span: Span
    author: str


def day_of(line: str) -> str | None:
    """Return the day in figures at the head of a message, before its time; None where the line is no such head.

    >>> day_of("[31/03, 20:41] Ana: hello"), day_of("Ana [31/03/22, 20:41]: hello"), day_of("[20:41] Ana: hello")
    ('31/03', '31/03/22', None)
    """
    head = _STAMPED.match(line[:_LONGEST])
    day = _STAMPED_DAY.search(head.group()) if head is not None else None
    return None if day is None else day["day"]


_STAMPED_DAY = re.compile(rf"(?<![\w/.-])(?P<day>{_DAY}),? {_CLOCK}", re.IGNORECASE)


def chat_heads(text: str) -> tuple[ChatHead, ...]:
    r"""Return the heads of the messages of a chat, in order; none where the text is no chat.

    Lines with a time and a name in a chat's form decide where there are two of them; else names before a colon, where
    most lines have one, they come back, and at least half of them are handles, in small letters or with a figure.

    >>> text = "[18:02] <salma> anyone there?\n[18:03] <bu_ali> yes. Tanks at the gate"
    >>> [(it.author, it.span.of(text)) for it in chat_heads(text)]
    [('salma', '[18:02] <salma> '), ('bu_ali', '[18:03] <bu_ali> ')]
    >>> chat_heads("Tripoli: fighting goes on.\nBenghazi: quiet."), chat_heads("")
    ((), ())
    """
    if ":" not in text and "<" not in text:
        return ()
    stamped: list[ChatHead] = []
    bare: list[ChatHead] = []
    filled = 0
    for line in lines_in(text):
        head = text[line.start : min(line.end, line.start + _LONGEST)]
        if not head.strip():
            continue
        filled += 1
        found = _STAMPED.match(head)
        if found is not None:
            who = next(filter(None, (found["nick"], found["name1"], found["name2"], found["name3"]))).strip()
            stamped.append(_head(line, found, who))
            continue
        found = _BARE.match(head)
        if found is not None and found["name"].lower() not in _NO_NAMES:
            bare.append(_head(line, found, found["name"]))
    if len(stamped) > 1:
        return tuple(stamped)
    return tuple(bare) if _is_chat(bare, filled) else ()


def _head(line: Span, found: re.Match[str], who: str) -> ChatHead:
    return ChatHead(span=Span(start=line.start, end=line.start + found.end()), author=who)


def _is_chat(heads: list[ChatHead], filled: int) -> bool:
    if len(heads) < FEWEST or len(heads) < SHARE * filled:
        return False
    times = Counter(head.author for head in heads)
    handles = sum(_HANDLE.match(name) is not None for name in times)
    return len(times) > 1 and max(times.values()) > 1 and 2 * handles >= len(times)
