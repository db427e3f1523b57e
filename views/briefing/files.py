"""Write the sheets of a briefing as PNG, SVG, PDF or PPTX; the same sheets give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pptx
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from pptx.presentation import Presentation
from pptx.util import Emu, Inches, Pt

from views.briefing.archive import with_fixed_times
from views.briefing.sheet import Format, Sheet, SheetError

FIXED: dict[Any, object] = {
    "svg.hashsalt": "dateline",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "hatch.linewidth": 0.7,
}
"""matplotlib settings that keep the bytes the same and the fonts embedded."""


def write_pages(pages: Sequence[Figure], path: Path, *, sheet: Sheet, lines: Sequence[str]) -> tuple[Path, ...]:
    """Write the sheets to `path` and return the files that were written.

    PNG and SVG hold one sheet a file: the second and further get `_2`, `_3` … before the suffix.

    Parameters
    ----------
    lines
        The source list, for the notes and the editable slide of a PPTX.

    Raises
    ------
    SheetError
        If the suffix of the path is not a format of briefings.
    """
    suffix = path.suffix.lower().lstrip(".")
    if suffix not in set(Format):
        raise SheetError(f"{path.name}: expected a name that ends in {', '.join(Format)}, got {path.suffix or 'none'}")
    with mpl.rc_context():
        mpl.rcParams.update(FIXED)
        if suffix == Format.PDF:
            _write_pdf(pages, path, sheet)
            return (path,)
        if suffix == Format.PPTX:
            _write_pptx(pages, path, sheet, lines)
            return (path,)
        names = [path, *(path.with_name(f"{path.stem}_{n}{path.suffix}") for n in range(2, len(pages) + 1))]
        metadata = {"Software": None} if suffix == Format.PNG else {"Date": None, "Creator": "Dateline"}
        for figure, name in zip(pages, names, strict=True):
            figure.savefig(name, format=suffix, metadata=metadata)
    return tuple(names)


def _write_pdf(pages: Sequence[Figure], path: Path, sheet: Sheet) -> None:
    metadata = {
        "Creator": "Dateline",
        "Producer": None,
        "CreationDate": None,
        "Title": sheet.title or "Reported claims",
    }
    with PdfPages(path, metadata=metadata) as pdf:
        for figure in pages:
            pdf.savefig(figure)


def _write_pptx(pages: Sequence[Figure], path: Path, sheet: Sheet, lines: Sequence[str]) -> None:
    width, height = sheet.paper.inches
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Inches(width), Inches(height)
    for number, figure in enumerate(pages):
        picture = io.BytesIO()
        figure.savefig(picture, format="png", dpi=200, metadata={"Software": None})
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.add_picture(picture, Emu(0), Emu(0), deck.slide_width, deck.slide_height)
        title = slide.shapes.title
        title.text = sheet.title or "Reported claims"
        title.left, title.top, title.width, title.height = Inches(0), -Inches(0.6), Inches(width), Inches(0.5)
        if number == 0:
            slide.notes_slide.notes_text_frame.text = "\n".join(lines)
    _add_list_slide(deck, lines, width=width, height=height)
    moment = sheet.as_of.replace(tzinfo=None)
    deck.core_properties.created = deck.core_properties.modified = moment
    deck.core_properties.author = deck.core_properties.last_modified_by = "Dateline"
    raw = io.BytesIO()
    deck.save(raw)
    path.write_bytes(with_fixed_times(raw.getvalue()))


def _add_list_slide(deck: Presentation, lines: Sequence[str], *, width: float, height: float) -> None:
    """Add the source list as text that can be edited."""
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Sources"
    box = slide.shapes.add_textbox(Inches(0.5), Inches(1.4), Inches(width - 1), Inches(height - 1.9))
    box.text_frame.word_wrap = True
    for position, line in enumerate(lines):
        paragraph = box.text_frame.paragraphs[0] if position == 0 else box.text_frame.add_paragraph()
        paragraph.text = line
        paragraph.font.size = Pt(10)
