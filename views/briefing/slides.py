"""Make slides of a briefing: the map as a picture, an editable title, and the source list as text."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.util import Emu, Inches, Pt

from views.briefing.archive import with_fixed_times
from views.briefing.page import Pages
from views.briefing.pen import INK
from views.briefing.surround import title_size, without_title
from views.briefing.words import BANNER

ENTRIES = 22
"""Entries of the list on a slide; each may take two lines."""
NOTED = 200
"""Entries in the notes of the first slide; more would be too long to open."""
PICTURE_DPI = 200


def slides_of(pages: Pages, tell: Callable[[int, int], None]) -> bytes:
    """Return the briefing as PPTX."""
    sheet, lines = pages.sheet, pages.contents.lines
    width, height = sheet.paper.inches
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Inches(width), Inches(height)
    parts = [lines[start : start + ENTRIES] for start in range(0, len(lines), ENTRIES)] or [()]
    picture = io.BytesIO()
    with without_title(pages.map):
        pages.map.savefig(picture, format="png", dpi=PICTURE_DPI, metadata={"Software": None})
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    shown = slide.shapes.add_picture(picture, Emu(0), Emu(0), deck.slide_width, deck.slide_height)
    shown._element.nvPicPr.cNvPr.set(  # noqa: SLF001 - python-pptx has no other way to describe a picture
        "descr", f"{pages.title}. {BANNER}. The claims follow as a list."
    )
    # what comes first lies beneath: the title is on the picture, which leaves its place free
    slide.shapes._spTree.insert(2, shown._element)  # noqa: SLF001 - python-pptx has no order of shapes
    _write_title(slide.shapes.title, pages)
    slide.notes_slide.notes_text_frame.text = "\n".join(_notes(pages, lines))
    tell(1, 1 + len(parts))
    for number, part in enumerate(parts, start=1):
        _add_list_slide(deck, pages, part, name=f"Sources, {number:,} of {len(parts):,}")
        tell(1 + number, 1 + len(parts))
    moment = sheet.as_of.replace(tzinfo=None)
    deck.core_properties.created = deck.core_properties.modified = moment
    deck.core_properties.author = deck.core_properties.last_modified_by = "Dateline"
    deck.core_properties.title = pages.title
    raw = io.BytesIO()
    deck.save(raw)
    return with_fixed_times(raw.getvalue())


def _write_title(title: SlidePlaceholder, pages: Pages) -> None:
    """Write the title where the picture leaves it out, in letters of the same size, to be edited."""
    head = pages.plan.head
    size, lines = title_size(pages.contents, pages.sheet, pages.plan)
    title.left, title.top = Pt(head.left), Pt(pages.plan.height - head.top)
    title.width, title.height = Pt(head.width), Pt(size * 1.2 * lines)
    frame = title.text_frame
    frame.text, frame.word_wrap, frame.vertical_anchor = pages.title, True, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    paragraph.alignment, paragraph.line_spacing = PP_ALIGN.LEFT, 1.0
    font = paragraph.runs[0].font
    font.size, font.bold, font.color.rgb = Pt(size), True, _colour(INK)


def _notes(pages: Pages, lines: Sequence[str]) -> list[str]:
    head = [f"{pages.sheet.handling.value}. {BANNER}. As of {pages.sheet.date_time_group}.", "Sources:"]
    rest = len(lines) - NOTED
    return [*head, *lines[:NOTED], *([f"… {rest:,} more on the slides that follow"] if rest > 0 else [])]


def _add_list_slide(deck: Presentation, pages: Pages, lines: Sequence[str], *, name: str) -> None:
    """Add a part of the source list as text that can be edited, under the handling label."""
    width, height = pages.sheet.paper.inches
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = Inches(0.5), Inches(0.45), Inches(width - 1), Inches(0.6)
    title.text = name
    title.text_frame.paragraphs[0].runs[0].font.size = Pt(24)
    for top in (0.08, height - 0.38):
        label = slide.shapes.add_textbox(Inches(width / 2 - 1.2), Inches(top), Inches(2.4), Inches(0.3))
        label.fill.solid()
        label.fill.fore_color.rgb = _colour("000000")
        run = label.text_frame.paragraphs[0].add_run()
        run.text = pages.sheet.handling.value
        run.font.size, run.font.bold, run.font.color.rgb = Pt(11), True, _colour(pages.colour)
        label.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    box = slide.shapes.add_textbox(Inches(0.5), Inches(1.1), Inches(width - 1), Inches(height - 1.6))
    body = box.text_frame
    body.word_wrap = True
    body.paragraphs[0].text = f"{BANNER}. As of {pages.sheet.date_time_group}."
    size = Pt(10 if width > 15 else 8)
    for line in lines:
        body.add_paragraph().text = line
    for paragraph in body.paragraphs:
        paragraph.font.size = size


def _colour(code: str) -> RGBColor:
    colour: RGBColor = RGBColor.from_string(code.lstrip("#"))  # type: ignore[no-untyped-call]  # it has no types
    return colour
