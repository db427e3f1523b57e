"""Make paragraphs and tables of a DOCX body as bare XML, in time that grows with their number alone.

python-docx looks through the whole body and the whole style sheet for each paragraph that it adds: a minute for ten
thousand claims. What is made here stands in the order in which it is added, and names its styles by their ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from docx.document import Document
from lxml.etree import Element, SubElement, _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TEXT_WIDTH = 9070
"""Width of a table, in twentieths of a point: 16 cm."""
NOT_XML = re.compile("[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""What XML 1.0 has no way to hold (https://www.w3.org/TR/xml/#charsets)."""
BREAKS = re.compile(r"([\t\n])")


class Style(StrEnum):
    """Styles of python-docx's template, by their ids."""

    PLAIN = ""
    HEADING = "Heading1"
    QUOTE = "IntenseQuote"
    GRID = "TableGrid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a paragraph that look alike."""

    text: str
    bold: bool = False


def printable(words: str) -> str:
    r"""Return words without the control characters that XML cannot hold; each becomes U+FFFD.

    >>> printable("a\x00b\uffff")
    'a\ufffdb\ufffd'
    """
    return NOT_XML.sub("\ufffd", words)


class Body:
    """The body of a document, written from its beginning to its end."""

    def __init__(self, paper: Document) -> None:
        self._end = paper.element.body.sectPr

    def add(self, *words: Words, style: Style = Style.PLAIN, with_next: bool = False) -> None:
        """Add a paragraph; `with_next` keeps it on the page of the one after it."""
        self._end.addprevious(_paragraph(words, style=style, with_next=with_next))

    def add_table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Add a table whose head is repeated on every page that it runs over."""
        table = Element(f"{W}tbl")
        look = SubElement(table, f"{W}tblPr")
        SubElement(look, f"{W}tblStyle", {f"{W}val": Style.GRID})
        SubElement(look, f"{W}tblW", {f"{W}type": "dxa", f"{W}w": str(TEXT_WIDTH)})
        grid = SubElement(table, f"{W}tblGrid")
        width = str(TEXT_WIDTH // len(head))
        for _ in head:
            SubElement(grid, f"{W}gridCol", {f"{W}w": width})
        for position, row in enumerate((head, *rows)):
            line = SubElement(table, f"{W}tr")
            if not position:
                SubElement(SubElement(line, f"{W}trPr"), f"{W}tblHeader")
            for text in row:
                cell = SubElement(line, f"{W}tc")
                SubElement(SubElement(cell, f"{W}tcPr"), f"{W}tcW", {f"{W}type": "dxa", f"{W}w": width})
                cell.append(_paragraph((Words(text=text, bold=not position),)))
        self._end.addprevious(table)
        # two tables without a paragraph between them would be one
        self._end.addprevious(Element(f"{W}p"))


def _paragraph(words: Sequence[Words], *, style: Style = Style.PLAIN, with_next: bool = False) -> _Element:
    paragraph = Element(f"{W}p")
    if style or with_next:
        look = SubElement(paragraph, f"{W}pPr")
        if style:
            SubElement(look, f"{W}pStyle", {f"{W}val": style})
        if with_next:
            SubElement(look, f"{W}keepNext")
    for part in words:
        run = SubElement(paragraph, f"{W}r")
        if part.bold:
            SubElement(SubElement(run, f"{W}rPr"), f"{W}b")
        for text in BREAKS.split(printable(part.text)):
            if text == "\t":
                SubElement(run, f"{W}tab")
            elif text == "\n":
                SubElement(run, f"{W}br")
            elif text:
                SubElement(run, f"{W}t", {XML_SPACE: "preserve"}).text = text
    return paragraph
