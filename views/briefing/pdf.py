"""Write the sheets of a briefing as one PDF, its fonts embedded."""

from __future__ import annotations

import io

from matplotlib.backends.backend_pdf import PdfPages
from pypdf import PdfReader, PdfWriter

from views.briefing.face import settings
from views.briefing.list_pdf import ListSetter, is_simple, number_row
from views.briefing.page import Pages, Progress


def pdf_of(pages: Pages, tell: Progress, *, with_map: bool = True) -> bytes:
    """Return the map and the list as a PDF; sheets of the list whose letters stand side by side are set by us."""
    metadata = {
        "Creator": "Dateline",
        "Producer": None,
        "CreationDate": None,
        "Title": pages.title,
    }
    raw = io.BytesIO()
    shaped = [position for position, sheet in enumerate(pages.rest) if not is_simple(sheet)]
    with settings(few_words=not (with_map or shaped)), PdfPages(raw, metadata=metadata) as pdf:
        if pages.rest:
            pdf.savefig(pages.surround().figure)
        if with_map:
            pdf.savefig(pages.map)
        for position in shaped:
            pdf.savefig(pages.further(position))
    if not pages.rest:
        return raw.getvalue()
    drawn = PdfReader(raw)
    writer = PdfWriter()
    writer.metadata = drawn.metadata
    if with_map:
        writer.add_page(drawn.pages[1])
    beneath = drawn.pages[0].clone(writer)
    simple = [sheet for position, sheet in enumerate(pages.rest) if position not in shaped]
    setter = ListSetter(writer, beneath, simple) if simple else None
    plan = pages.plan
    for position, sheet in enumerate(pages.rest):
        if setter is not None and position not in shaped:
            words = f"Sheet {position + 2:,} of {pages.count:,}"
            right = plan.foot.left + plan.foot.width
            setter.add(sheet, number=number_row(words, right=right, top=14 * plan.scale, size=sheet.size))
        else:
            writer.add_page(drawn.pages[1 + with_map + shaped.index(position)])
        tell(position + 2, pages.count)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
