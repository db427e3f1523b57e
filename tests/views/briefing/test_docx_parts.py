"""Bare paragraphs and tables of a DOCX: another program reads the same words in the same order."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from views.briefing.docx_parts import NOT_XML, Body, Style, Words, printable


def opened(paper: Document) -> Document:
    """The document as a reader gets it from its file."""
    raw = io.BytesIO()
    paper.save(raw)
    return docx.Document(io.BytesIO(raw.getvalue()))


def test_paragraphs_keep_order_style_and_breaks() -> None:
    """A heading, a line with a bold number, a quotation over two lines."""
    paper = docx.Document()
    body = Body(paper)
    body.add(Words(text="Tikrit"), style=Style.HEADING)
    body.add(Words(text="7", bold=True), Words(text=" · control\tasserted"), with_next=True)
    body.add(Words(text="  First line\nsecond line "), style=Style.QUOTE)
    heading, entry, quotation = opened(paper).paragraphs
    assert (heading.style.name, heading.text) == ("Heading 1", "Tikrit")
    assert (entry.text, entry.runs[0].bold, entry.paragraph_format.keep_with_next) == (
        "7 · control\tasserted",
        True,
        True,
    )
    assert (quotation.style.name, quotation.text) == ("Intense Quote", "  First line\nsecond line ")


def test_a_table_repeats_its_head_and_stays_apart_from_the_next() -> None:
    """Two tables in a row are two, as wide as the text; an empty cell is an empty paragraph."""
    paper = docx.Document()
    body = Body(paper)
    for number in range(2):
        body.add_table(("said", "denied"), [(f"it was {number}", "it was not"), ("again", "")])
    tables = opened(paper).tables
    cells = [[cell.text for cell in row.cells] for row in tables[1].rows]
    assert len(tables) == 2
    assert cells == [["said", "denied"], ["it was 1", "it was not"], ["again", ""]]
    assert tables[0].rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert abs(tables[0].columns[0].width * 2 - Cm(16)) < Cm(0.01)


@settings(max_examples=50)
@given(st.text(st.characters(), max_size=60))
def test_any_words_come_back_but_for_what_xml_cannot_hold(words: str) -> None:
    """Surrogates and control characters become U+FFFD, everything else stays."""
    paper = docx.Document()
    Body(paper).add(Words(text=words))
    (paragraph,) = opened(paper).paragraphs
    assert paragraph.text == printable(words)
    assert NOT_XML.search(paragraph.text) is None
