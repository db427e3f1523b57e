"""The posts of a forum's page, written out with their authors, days and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import iterwalk

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}))?")

_HAS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"

POSTS = tuple(
    path.format(*(_HAS.format(name) for name in names))
    for path, names in (
        ("//article[@data-author and {}]", ("message",)),  # XenForo 2
        ("//li[@data-author and {}]", ("message",)),  # XenForo 1
        ("//div[{} and .//*[{}]]", ("post", "author")),  # phpBB
        ("//li[{}]", ("postcontainer",)),  # vBulletin 4
        ("//article[@data-post-id or @data-user-id]", ()),  # Discourse
        ("//article[{} and .//*[{}]]", ("ipsComment", "ipsComment_author")),  # Invision
    )
)
"""Where the usual forum programs keep a post."""

BODIES = ("bbWrapper", "messageText", "messageContent", "content", "postcontent", "cooked", "ipsType_richText")
"""Classes of the element with a post's own words, the innermost first."""

AUTHORS = ("username", "username-coloured", "author", "creator", "ipsComment_author")
QUOTATIONS = frozenset({"bbCodeBlock--quote", "bbCodeQuote", "quote", "bbcode_quote", "ipsQuote"})

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

    Quotations are lines that begin with `> `, as `texts.thread` reads them.
    """
    for path in POSTS:
        posts = [it for it in tree.xpath(path) if not it.xpath("ancestor::blockquote")]
        if len(posts) >= 2:
            written = [text for text in map(_written, posts) if text]
            if len(written) >= 2:
                return "\n\n".join(written)
    return None


def _written(post: Any) -> str | None:
    body = next((it for name in BODIES for it in post.xpath(f".//*[{_HAS.format(name)}]")[:1]), None)
    if body is None:
        return None
    author = post.get("data-author") or _author(post) or "unnamed"
    words = "\n".join(_lines(body))
    return f"{', '.join(filter(None, (_plain(author), *_stamp(post))))}\n{words}" if words.strip() else None


def _author(post: Any) -> str | None:
    for name in AUTHORS:
        for it in post.xpath(f".//*[{_HAS.format(name)}]")[:1]:
            return " ".join(it.text_content().split())[:60]
    return None


def _stamp(post: Any) -> tuple[str, ...]:
    for value in post.xpath(".//time/@datetime")[:1] + post.xpath(".//*[@data-datestring]/@title")[:1]:
        match = _DAY.match(str(value))
        if match is not None:
            return tuple(part for part in match.groups() if part)
    return ()


def _plain(author: str) -> str:
    return re.sub(r"[,|•·»–>#\n]", " ", author).strip()[:40] or "unnamed"


def _lines(body: Any) -> Iterator[str]:
    """Yield the lines of a post, one for each block, quoted ones behind `> `."""
    parts: list[str] = []
    quoted = 0
    walk = iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        started, named = event == "start", isinstance(element.tag, str)
        if started and (element.tag in DROPPED or len(parts) > MOST_PARTS):
            walk.skip_subtree()
        quotes = named and _quotes(element)
        if quotes or (named and (element.tag in BLOCKS or element.tag == "br")):
            yield from _line(parts, quoted=quoted > 0)
        if started:
            quoted += quotes
            parts.append("" if element.tag in DROPPED else element.text or "")
        else:
            quoted -= quotes
            parts.append(element.tail or "" if element is not body else "")
    yield from _line(parts, quoted=quoted > 0)


def _quotes(element: Any) -> bool:
    return element.tag == "blockquote" or not QUOTATIONS.isdisjoint((element.get("class") or "").split())


def _line(parts: list[str], *, quoted: bool) -> Iterator[str]:
    text = " ".join("".join(parts).split())
    parts.clear()
    if text:
        yield f"> {text}" if quoted else text
