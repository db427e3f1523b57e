"""Cut a text into lines."""

from __future__ import annotations

from collections.abc import Iterator

from texts.span import Span


def lines_in(text: str) -> Iterator[Span]:
    r"""Yield the span of every line of `text`, without its line feed, blank ones included.

    >>> [span.of("a\n\nb") for span in lines_in("a\n\nb")]
    ['a', '', 'b']
    >>> list(lines_in(""))
    []
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        if end < 0:
            end = len(text)
        yield Span(start=start, end=end)
        start = end + 1
