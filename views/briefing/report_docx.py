"""Set a briefing in words as DOCX."""

from __future__ import annotations

import io
from itertools import zip_longest

import docx
from docx.shared import Cm, Pt

from views.briefing.archive import with_fixed_times
from views.briefing.docx_parts import Body, Style, Words, printable
from views.briefing.report import Report, Section
from views.briefing.sheet import Paper, Sheet
from views.briefing.words import BANNER, entry_words, side_words
from views.cited import citation_of

PICTURE_CM = 16.0
"""Width of the map on a page of A4 or Letter between the margins."""
A4 = Cm(21.0), Cm(29.7)
MARGIN = Cm(2.5)


def docx_of(report: Report, sheet: Sheet, picture: bytes) -> bytes:
    """Return the report as DOCX; the same report gives the same bytes.

    Parameters
    ----------
    picture
        The map as PNG.
    """
    paper = docx.Document()
    page = paper.sections[0]
    page.left_margin = page.right_margin = MARGIN
    if sheet.paper is not Paper.LETTER:
        page.page_width, page.page_height = A4
    for edge in (page.header, page.footer):
        edge.paragraphs[0].text = f"{report.handling} · {BANNER}"
    paper.add_heading(printable(report.title), level=0)
    paper.add_paragraph(f"{report.handling} · {BANNER} · as of {report.as_of}")
    paper.add_picture(io.BytesIO(picture), width=Cm(PICTURE_CM))
    body = Body(paper)
    for section in report.sections:
        _add_section(body, section)
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


def _add_section(body: Body, section: Section) -> None:
    name = " · ".join(filter(None, (section.place, section.native_name)))
    body.add(Words(text=name), style=Style.HEADING)
    for one in section.cited:
        head = Words(text=str(one.number), bold=True), Words(text=f" · {entry_words(one)}")
        body.add(*head, with_next=True)
        body.add(Words(text=one.claim.excerpt.text), style=Style.QUOTE, with_next=True)
        body.add(Words(text=citation_of(one)))
    for against in section.contradictions:
        body.add(Words(text=f"Reports of {against.kind} here contradict each other"), with_next=True)
        pairs = zip_longest(against.said, against.denied)
        body.add_table(("said", "denied"), ([side_words(side) if side else "" for side in pair] for pair in pairs))
