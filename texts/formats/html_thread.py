"""The posts of a forum's page, written out with their authors, days and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from lxml.etree import iterwalk

from texts.formats.html_forum import FORMS, LABELS, QUOTATIONS, QUOTED_AUTHOR, WRAPPERS, Form
from texts.stamp import dating_of_stamp, writes_day_first

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}))?")
_EPOCH = re.compile(r"[0-9]{10}(?:[0-9]{3})?\Z")
_WROTE = re.compile(r"(?P<author>.{1,60}?) (?:wrote|said)\b")

UNDATED = "no date"
"""Stands in a post's head where the page gives no day, as `texts.thread` reads it."""

LONGEST = 200
"""So many characters of what may be a name or a day are looked at."""

BLOCKS = {
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "table",
    "section",
    "pre",
}
DROPPED = {"script", "style", "noscript", "template", "button", "form", "svg", "iframe"}

MOST_PARTS = 100_000
"""Of a block with more pieces the rest is left out."""


def thread_in(tree: Any) -> str | None:
    r"""Return a thread as text, or None where the page is none: each post under a line "author, day, time".

    Quotations are lines that begin with `> `, as `texts.thread` reads them, under one that says who is quoted where the
    page does.
    """
    for form in FORMS:
        posts = [it for it in tree.xpath(form.post) if not it.xpath("ancestor::blockquote")]
        if len(posts) >= 2:
            days = [_found(post, form.day) for post in posts]
            day_first = writes_day_first(tuple(days))
            written = [
                _written(post, form, _day_of(day, day_first=day_first)) for post, day in zip(posts, days, strict=True)
            ]
            told = [text for text in written if text]
            if len(told) >= 2:
                return "\n\n".join(told)
    return None


def _written(post: Any, form: Form, day: str) -> str | None:
    body = next((found[0] for path in form.body if (found := post.xpath(path))), None)
    if body is None:
        return None
    words = "\n".join(_lines(body))
    return f"{_plain(_found(post, form.author))}, {day}\n{words}" if words.strip() else None


def _found(element: Any, paths: Sequence[str]) -> str:
    """Return what the first path that finds some words finds; "" where none does."""
    for path in paths:
        for it in element.xpath(path)[:1]:
            words = str(it) if isinstance(it, str) else it.text_content()
            if words := " ".join(words[:LONGEST].split()):
                return words
    return ""


def _day_of(words: str, *, day_first: bool | None) -> str:
    """Return a post's day as its head tells it, with the time of day where the page gives that in figures.

    >>> _day_of("2014-06-13T18:20:00+0300", day_first=None), _day_of("1402683600000", day_first=None)
    ('2014-06-13, 18:20', '2014-06-13, 18:20')
    >>> _day_of("06-13-2014, 06:20 PM", day_first=None), _day_of("by ali » 03-04-2014", day_first=None)
    ('2014-06-13', '03/04/2014')
    >>> _day_of("Yesterday", day_first=None)
    'no date'
    """
    match = _DAY.match(words)
    if match is not None:
        return ", ".join(part for part in match.groups() if part)
    if _EPOCH.match(words):
        return datetime.fromtimestamp(int(words[:10]), tz=UTC).strftime("%Y-%m-%d, %H:%M")
    dating = dating_of_stamp(words, day_first=day_first)
    if dating is None or dating.span is None:
        return UNDATED
    return dating.edtf if _DAY.match(dating.edtf) else dating.span.of(words).replace("-", "/")


def _plain(author: str) -> str:
    return re.sub(r"[,:|•·»–>#\n]", " ", author).strip()[:40].strip() or "unnamed"


def _lines(body: Any) -> Iterator[str]:
    """Yield the lines of a post, one for each block, quoted ones behind `> `."""
    parts: list[str] = []
    quoting: list[str | None] = []
    told: str | None = None
    walk = iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        started, named = event == "start", isinstance(element.tag, str)
        dropped = named and (element.tag in DROPPED or _is_label(element, quoting))
        if started and (dropped or len(parts) > MOST_PARTS):
            walk.skip_subtree()
        quotes = named and element is not body and _quotes(element)
        if quotes or dropped or (named and (element.tag in BLOCKS or element.tag == "br")):
            line = " ".join("".join(parts).split())
            parts.clear()
            if line and quoting and quoting[-1] not in {None, told}:
                told = quoting[-1]
                yield f"> {told} said:"
            if line:
                yield f"> {line}" if quoting else line
            told = told if quoting else None
        if started:
            if quotes:
                quoting.append(_quoted_author(element) or (quoting[-1] if quoting else None))
            parts.append("" if dropped else element.text or "")
        else:
            if quotes:
                quoting.pop()
            parts.append(element.tail or "" if element is not body else "")
    line = " ".join("".join(parts).split())
    if line:
        yield line


def _quotes(element: Any) -> bool:
    classes = set((element.get("class") or "").split())
    if not WRAPPERS.isdisjoint(classes):
        return False
    if element.tag == "td":  # vBulletin 3 draws a quotation as a table of its own
        return "alt2" in classes
    return element.tag == "blockquote" or not QUOTATIONS.isdisjoint(classes)


def _is_label(element: Any, quoting: Sequence[object]) -> bool:
    """Whether an element holds the program's words about a quotation."""
    classes = set((element.get("class") or "").split())
    if not LABELS.isdisjoint(classes):
        return True
    if element.tag == "cite" or (quoting and "title" in classes):
        return bool(quoting)
    own = (element.text or "").strip()
    if quoting and own.startswith("Originally Posted by"):
        return True
    return "smallfont" in classes and not len(element) and own == "Quote:"


def _quoted_author(element: Any) -> str | None:
    words = _found(element, QUOTED_AUTHOR)
    match = _WROTE.match(words)
    words = match["author"] if match is not None else words.rstrip(":")
    return _plain(words) if words else None
