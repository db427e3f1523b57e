"""Saved web pages: the article or the thread in them, and what the page says about itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import trafilatura
from lxml import html as lxml_html
from lxml.etree import ParserError, XMLSyntaxError

from texts.decoding import UndecodableError, decode, is_encoding
from texts.extracted import Extracted, Found, Refused
from texts.formats.html_thread import thread_in
from texts.limits import Limits
from texts.rejection import Reason

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset=["']?([\w-]{2,40})""", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

MENU = 0.9
"""From what share of its words in links on a page is a menu."""

FITS = 20
"""A page is in the encoding that it declares where at most one of so many characters beyond ASCII is none of it."""

MOST_LINKED_DATA = 200_000
"""JSON-LD with more characters is not looked at."""


def pages_in(content: bytes, name: str, limits: Limits, depth: int = 0, charset: str | None = None) -> Iterator[Found]:
    """Yield the text of a page: its posts where it is a forum's, else its article without menus and links.

    Nothing that the page names is fetched, and no entity of its own making is expanded.
    """
    del limits, depth
    encoding, doubt = encoding_of(content, charset)
    tree = _tree_of(content, encoding)
    if tree is None:
        yield Refused(name=name, reason=Reason.UNREADABLE, message="expected a web page, got something else")
        return
    fields = fields_of(tree)
    text = thread_in(tree) or trafilatura.extract(
        tree, include_comments=False, include_tables=True, deduplicate=False, favor_recall=True, with_metadata=False
    )
    if not (text or "").strip() or _is_menu(tree):
        yield Refused(name=name, reason=Reason.EMPTY, message="the page has no text that can be told from its menus")
        return
    assert text is not None
    yield Extracted(
        name=name,
        text=text.strip() + "\n",
        fields=fields,
        source="page metadata",
        encoding=encoding,
        doubt=doubt,
    )


def fields_of(tree: Any) -> dict[str, str]:
    """Return what a page says about itself: title, site, address, language, day of publication.

    A copyright year is no day of publication, and neither is a date somewhere in the text.
    """
    fields = {
        "title": _meta(tree, "og:title") or _first(tree, "//title/text()"),
        "author": _meta(tree, "author"),
        "publisher": _meta(tree, "og:site_name"),
        "url": _first(tree, "//link[@rel='canonical']/@href") or _meta(tree, "og:url"),
        "language": _first(tree, "/html/@lang"),
        "published": _published(tree),
    }
    return {name: value for name, value in fields.items() if value}


def _is_menu(tree: Any) -> bool:
    """Whether nearly all words of a page stand in links."""
    linked = sum(len(link.text_content().strip()) for link in tree.xpath("//a[not(ancestor::a)]"))
    return linked > MENU * len("".join(tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]")).strip())


def encoding_of(content: bytes, charset: str | None = None) -> tuple[str | None, str | None]:
    r"""Return the encoding of a page, and why it may be another one.

    It is the one that is given or that the page declares, where that fits but for a few characters; else what the bytes
    look like.

    >>> encoding_of(b'<meta charset="utf-8"><p>Mosul')
    ('utf-8', None)
    >>> encoding_of('<meta charset="utf-8"><p>войска вошли'.encode("cp1251"))[1][:36]
    'says utf-8, which does not fit; not '
    """
    declared = charset or _declared(content)
    why = ""
    if declared is not None:
        try:
            read = content.decode(declared, "replace") if is_encoding(declared) else None
        except UnicodeError:
            read = None
        if read is None:
            why = f"says {declared[:40]}, which there is not; "
        else:
            lost = read.count("\ufffd")
            if not lost:
                return declared, None
            if lost * FITS <= sum(character > "\x7f" for character in read):
                return declared, f"{lost} characters are none of {declared}"
            why = f"says {declared}, which does not fit; "
    try:
        decoded = decode(content)
    except UndecodableError:
        return declared if declared and is_encoding(declared) else None, why.removesuffix("; ") or None
    return (
        decoded.encoding,
        f"{why}{decoded.doubt or f'it looks like {decoded.encoding}'}" if why or decoded.doubt else None,
    )


def _tree_of(content: bytes, declared: str | None) -> Any:
    for encoding in dict.fromkeys((declared, None)):
        try:
            parser = lxml_html.HTMLParser(encoding=encoding, no_network=True, huge_tree=False)
            return lxml_html.document_fromstring(content, parser=parser)
        except (ParserError, XMLSyntaxError, LookupError, ValueError):
            continue
    return None


def _declared(content: bytes) -> str | None:
    match = _CHARSET.search(content[:4096])
    return None if match is None else match[1].decode("ascii", "replace")


def _published(tree: Any) -> str | None:
    for name in (
        "article:published_time",
        "datePublished",
        "date",
        "dc.date",
        "pubdate",
        "publishdate",
        "dc.date.issued",
    ):
        day = _day(_meta(tree, name))
        if day:
            return day
    for script in tree.xpath("//script[@type='application/ld+json']/text()")[:20]:
        day = _day(_linked(str(script)))
        if day:
            return day
    return _day(_first(tree, "//time[@itemprop='datePublished' or @pubdate]/@datetime"))


def _linked(script: str) -> str | None:
    if len(script) > MOST_LINKED_DATA:
        return None
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return None
    items = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict) and isinstance(item.get("datePublished"), str):
            return str(item["datePublished"])
    return None


def _day(value: str | None) -> str | None:
    match = _DAY.match(value.strip()) if value else None
    if match is None:
        return None
    try:
        return date.fromisoformat(match[0]).isoformat()
    except ValueError:
        return None


def _meta(tree: Any, name: str) -> str | None:
    return _first(tree, "//meta[@property=$name or @name=$name or @itemprop=$name]/@content", name=name)


def _first(tree: Any, path: str, **values: str) -> str | None:
    found = tree.xpath(path, **values)
    return " ".join(str(found[0]).split()) or None if found else None
