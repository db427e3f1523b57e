"""Cut a text into sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping

from texts.chat import chat_heads
from texts.lexicon import entries_of
from texts.span import Span

ABBREVIATIONS = entries_of("abbreviations")
"""Words whose full stop does not end a sentence, in lower case, without the last stop."""

_BREAK = re.compile(r"[.!?…。؟۔](?:[\"'”’»)\]]{0,3})(?=[ \t\n\r  ]|$)|\n|\[/?quote(?:=[^\]\n]{0,60})?\]", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"[\w.]{1,12}\Z")
_DAYS_AND_NO = frozenset({"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "no"})
"""Abbreviations that are words too, or are written small by those who do not mind their stops."""
_DIGIT = re.compile(r"[ \t]{0,3}(?:[0-9]|[a-z])")
_OPENS_LOWER = re.compile(r"[ \t]{0,3}[a-z]")


def sentences_in(text: str) -> tuple[Span, ...]:
    r"""Return the sentences of `text`, without surrounding white space, in order.

    A line break ends a sentence; so does a full stop, question or exclamation mark before white space, unless the
    word before it is an abbreviation, a single initial, or the next word starts in lower case while the line did not.
    The head of a chat's message stands by itself.

    >>> text = "Gen. Ali spoke. Tikrit fell!\nWhere?"
    >>> [span.of(text) for span in sentences_in(text)]
    ['Gen. Ali spoke.', 'Tikrit fell!', 'Where?']
    >>> sentences_in("  ")
    ()
    >>> [span.of(text) for text in ("No. 5 left on wed. No. 6 stayed.",) for span in sentences_in(text)]
    ['No. 5 left on wed.', 'No. 6 stayed.']
    """
    spans: list[Span] = []
    heads = {head.span.start: head.span.end for head in chat_heads(text)}
    start = _behind_head(spans, text, 0, heads)
    small = _OPENS_LOWER.match(text, start) is not None
    for match in _BREAK.finditer(text):
        if match.start() < start:
            continue
        if match.group() == "\n":
            _append(spans, text, start, match.end())
            start = _behind_head(spans, text, match.end(), heads)
            small = _OPENS_LOWER.match(text, start) is not None
        elif match.group().startswith("["):
            _append(spans, text, start, match.start())
            _append(spans, text, match.start(), match.end())
            start = match.end()
        elif _ends_sentence(text, match, small=small):
            _append(spans, text, start, match.end())
            start = match.end()
    _append(spans, text, start, len(text))
    return tuple(spans)


def _behind_head(spans: list[Span], text: str, start: int, heads: Mapping[int, int]) -> int:
    """Return where the words of a line begin, and keep what heads them for a sentence of its own."""
    end = heads.get(start, start)
    if end > start:
        _append(spans, text, start, end)
    return end


def _ends_sentence(text: str, match: re.Match[str], *, small: bool) -> bool:
    if text[match.start()] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - 12), match.start())
    word = before.group().lower() if before else ""
    if word in _DAYS_AND_NO and before is not None and not (before.group()[0].isupper() and word != "no"):
        # "on wed. One left", "If they come, no. I stay": a number or a date would have to follow
        return _DIGIT.match(text, match.end()) is None
    if word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    return small or _OPENS_LOWER.match(text, match.end()) is None


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start=start, end=end))
