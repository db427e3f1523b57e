"""Find the words in a post that belong to somebody else's earlier post."""

from __future__ import annotations

import re

from texts.document import Quotation
from texts.line import lines_in
from texts.span import Span

SHORTEST = 25
"""A repeated line with fewer characters may be chance ("I agree") and is no quotation."""

_SAID = re.compile(
    r">{0,3}[ \t]*(?:(?:originally )?posted by[: ]{1,3}(?P<after>[^\n:]{1,40}?)"
    r"|quote from[: ]{1,3}(?P<of>[^\n:]{1,40}?)"
    r"|on [^\n]{6,60}[0-9,] (?P<mailer>[^\n:,<>0-9]{1,40}?)(?: <[^\n<>]{1,60}>)? wrote"
    r"|(?P<before>[^\n:,]{1,40}?) (?:said|wrote))"
    r":?[ \t]*\Z",
    re.IGNORECASE,
)
_OPENS = re.compile(r">{1,3}[ \t]*(?:originally )?posted by[: ]{1,3}(?P<author>[^\n:]{1,40}?):[ \t]", re.IGNORECASE)
"""The head of a quotation with its first words on the same line."""
_TAG = re.compile(r"\[quote(?:=[\"']?(?P<author>[^\"';,\]\n]{1,40}))?[^\]\n]{0,60}\]", re.IGNORECASE)
_CLOSING = re.compile(r"\[/quote\]", re.IGNORECASE)
_EXPAND = re.compile(r"click to expand", re.IGNORECASE)


def quotations_in(text: str, post: Span, earlier: dict[str, str | None]) -> tuple[Quotation, ...]:
    r"""Return the quotations in one post of a thread, in order.

    Quoted are lines that begin with `>` (their author stands on the line before or at their head), what stands between
    "NAME said:" and "Click to expand" or between the tags of a quotation, and lines that repeat a line of an earlier
    post word for word.

    Parameters
    ----------
    earlier
        The lines of the posts before, as `key_of` writes them, with their authors.

    >>> text = "> ali wrote:\n> Tikrit fell.\nNo."
    >>> [(it.author, it.span.of(text)) for it in quotations_in(text, Span(start=0, end=len(text)), {})]
    [('ali', '> ali wrote:\n> Tikrit fell.')]
    """
    lines = [span.shifted(post.start) for span in lines_in(post.of(text))]
    found: list[Quotation] = []
    author: str | None = None
    until = -1
    for index, span in enumerate(lines):
        line = span.of(text).strip()
        said = _SAID.match(line) if len(line) <= 80 else None
        opens = _OPENS.match(line)
        if opens is not None:
            author = opens["author"].strip()
        if said is not None:
            author = next(filter(None, said.groups())).lstrip("> ").strip()
            end = _expand_at(text, lines, index)
            if end is not None:
                until = end
        tag = _TAG.search(line[:LONGEST_TAG])
        if tag is not None and index > until:
            author = None if tag["author"] is None else tag["author"].strip()
            until = _closed_at(text, lines, index)
        quoted = line.startswith(">") or index <= until
        if not quoted and len(line) >= SHORTEST and key_of(line) in earlier:
            quoted, author = True, earlier[key_of(line)]
        if quoted and line:
            closing = _CLOSING.search(text, span.start, span.end) if index == until else None
            _append(found, text, span if closing is None else Span(start=span.start, end=closing.end()), author)
        elif line and said is None:
            author = None
    return tuple(found)


def key_of(line: str) -> str:
    """Return a line as it is compared: without quotation marks, in lower case, white space as one blank.

    >>> key_of("  Tikrit   fell. ")
    'tikrit fell.'
    """
    return " ".join(line.split()).strip('"“”>').strip().lower()


def _expand_at(text: str, lines: list[Span], index: int) -> int | None:
    """Return the line within the next hundred that closes a quotation."""
    window = range(index + 1, min(index + 100, len(lines)))
    return next((at for at in window if _EXPAND.match(text, lines[at].start)), None)


LONGEST_TAG = 120
"""Characters at the head of a line within which a quotation's tag stands, at most."""


def _closed_at(text: str, lines: list[Span], index: int) -> int:
    """Return the line within the next hundred that holds the tag at a quotation's end, else its first."""
    window = range(index, min(index + 100, len(lines)))
    return next((at for at in window if _CLOSING.search(text, lines[at].start, lines[at].end)), index)


def _append(found: list[Quotation], text: str, span: Span, author: str | None) -> None:
    if found and found[-1].author == author and not text[found[-1].span.end : span.start].strip():
        found[-1] = Quotation(span=Span(start=found[-1].span.start, end=span.end), author=author)
    else:
        found.append(Quotation(span=span, author=author))
