"""Set a briefing in words as DOCX."""

from __future__ import annotations

import io
from itertools import zip_longest

import docx
from docx.document import Document
from docx.shared import Cm, Pt

from views.briefing.archive import with_fixed_times
from views.briefing.report import Report, Section
from views.briefing.sheet import Sheet
from views.briefing.words import BANNER, entry_words, side_words
from views.cited import Cited, citation_of
from views.contradiction import Contradiction

PICTURE_CM = 16.0
"""Width of the map on a page of A4 or Letter between the usual margins."""


def printable(words: str) -> str:
    r"""Return words without the control characters that XML cannot hold; each becomes U+FFFD.

    >>> printable("a\x00b")
    'a\ufffdb'
    """
    return "".join(c if c in "\t\n" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF) else "\ufffd" for c in words)


def docx_of(report: Report, sheet: Sheet, picture: bytes) -> bytes:
    """Return the report as DOCX; the same report gives the same bytes.

    Parameters
    ----------
    picture
        The map as PNG.
    """
    paper = docx.Document()
    for edge in (paper.sections[0].header, paper.sections[0].footer):
        edge.paragraphs[0].text = f"{report.handling} · {BANNER}"
    paper.add_heading(printable(report.title), level=0)
    paper.add_paragraph(f"{report.handling} · {BANNER} · as of {report.as_of}")
    paper.add_picture(io.BytesIO(picture), width=Cm(PICTURE_CM))
    for section in report.sections:
        _add_section(paper, section)
    if not report.sections:
        paper.add_paragraph("No claim to show.")
    paper.add_heading("What is not known", level=1)
    for sentence in report.unknown:
        paper.add_paragraph(sentence, style="List Bullet")
    for note in report.notes:
        paper.add_paragraph(printable(note)).runs[0].font.size = Pt(8)
    paper.add_paragraph(f"{report.handling} · claims {report.digest}")
    moment = sheet.as_of.replace(tzinfo=None)
    paper.core_properties.created = paper.core_properties.modified = moment
    paper.core_properties.title = printable(report.title)[:255]
    paper.core_properties.author = paper.core_properties.last_modified_by = "Dateline"
    raw = io.BytesIO()
    paper.save(raw)
    return with_fixed_times(raw.getvalue())


def _add_section(paper: Document, section: Section) -> None:
    paper.add_heading(printable(" · ".join(filter(None, (section.place, section.native_name)))), level=1)
    for one in section.cited:
        head = paper.add_paragraph()
        head.add_run(str(one.number)).bold = True
        head.add_run(f" · {printable(entry_words(one))}")
        paper.add_paragraph(printable(one.claim.excerpt.text), style="Intense Quote")
        paper.add_paragraph(printable(citation_of(one)))
    for against in section.contradictions:
        _add_contradiction(paper, against)


def _add_contradiction(paper: Document, against: Contradiction[Cited]) -> None:
    paper.add_paragraph(f"Reports of {against.kind} here contradict each other")
    table = paper.add_table(rows=1, cols=2, style="Table Grid")
    for cell, name in zip(table.rows[0].cells, ("said", "denied"), strict=True):
        cell.text = name
    for pair in zip_longest(against.said, against.denied):
        for cell, side in zip(table.add_row().cells, pair, strict=True):
            cell.text = printable(side_words(side)) if side else ""
