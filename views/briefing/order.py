"""Make a briefing from a store: gather what a selection shows, draw it, write it."""

from __future__ import annotations

import io
import re
from collections import Counter
from functools import cache
from pathlib import Path

from events.query import Query
from events.store import Store
from geo.borders import load_borders
from texts.dating import Interval
from texts.document import Document
from views.briefing.contents import Contents
from views.briefing.face import settings
from views.briefing.files import check_letters, more_beside, write_pages
from views.briefing.page import Progress, next_sheet, pages_of
from views.briefing.sheet import Format, ReportFormat, Sheet, SheetError
from views.briefing.underlay import underlay_of
from views.briefing.words import Tally
from views.cited import Cited, cite
from views.outlines import outline_of

CLAIMS_MOST = 20_000
"""Claims of one briefing; nobody reads a source list of more."""
COUNTRIES_NAMED = 3
"""Countries in a title; the rest is counted."""
TITLE_IN_NAME = 40
"""Letters of the title in a file's name."""

CODE_MOST = 12
"""Letters of a country's code that nobody knows: claims come in from files of others, with any text for one."""


def brief(store: Store, query: Query, sheet: Sheet, path: Path, *, told: Progress | None = None) -> tuple[Path, ...]:
    """Write the briefing that a sheet orders, over a selection of the store, and return the files.

    The path's suffix says the format: png, svg, pdf, pptx for a map; md, html, docx for a map and the claims in words.

    Raises
    ------
    SheetError
        If the format is unknown or the selection too large for a briefing.
    """
    suffix = path.suffix.lower().lstrip(".")
    if suffix not in {*Format, *ReportFormat}:
        known = ", ".join((*Format, *ReportFormat))
        raise SheetError(f"{path.name}: expected a name that ends in {known}, got {path.suffix or 'none'}")
    check_letters(sheet.title)
    contents = contents_of(store, query)
    if suffix in set(Format):
        more = more_beside if suffix in {Format.PNG, Format.SVG} else next_sheet
        return write_pages(pages_of(contents, sheet, more=more), path, told=told)
    from views.briefing.report import report_of  # noqa: PLC0415 - half a second: not before it is wanted
    from views.briefing.report_files import write_report  # noqa: PLC0415 - same

    picture = io.BytesIO()
    pages = pages_of(contents, sheet, more=lambda _: "below, in words")
    with settings():
        pages.map.savefig(picture, format="png", dpi=100, metadata={"Software": None})
    report = report_of(
        contents.cited, sheet=sheet, tally=contents.tally, title=pages.title, projection=pages.frame.name
    )
    return write_report(report, path, sheet=sheet, picture=picture.getvalue())


def contents_of(store: Store, query: Query) -> Contents:
    """Return what the briefing of a selection is made of; an empty selection gives an empty one.

    Raises
    ------
    SheetError
        If the selection has more claims than a briefing can list.
    """
    found = store.claims(query, limit=CLAIMS_MOST + 1)
    if len(found) > CLAIMS_MOST:
        raise SheetError(f"a briefing lists at most {CLAIMS_MOST:,} claims, got more: narrow the filters")

    @cache
    def document(id_: str) -> Document:
        return store.document(id_)

    cited = cite((one.claim, document(one.publication.id)) for one in found)
    counts = store.counts(query)
    windowed = query.start is not None or query.end is not None
    return Contents(
        cited=cited,
        tally=Tally(
            shown=len(cited),
            filtered=counts.filtered,
            undated=counts.undated if windowed else 0,
            unplaced=counts.unplaced,
            not_yet_known=counts.not_yet_known,
            window=Interval(start=query.start, end=query.end) if windowed else None,
            clock=query.clock,
        ),
        area=area_of(cited),
        basemap=underlay_of,
        outlines=outline_of,
    )


def area_of(cited: tuple[Cited, ...]) -> str:
    """Return the countries that the claims' places lie in, those of the most claims first, in words."""
    countries = Counter(
        code for one in cited for code in {place.place.country for place in one.claim.places} if code is not None
    )
    names = []
    for code, _ in sorted(countries.items(), key=lambda item: (-item[1], item[0])):
        area = load_borders().area(f"iso:{code}")
        names.append(area.name if area else code[:CODE_MOST])
    if len(names) > COUNTRIES_NAMED:
        names = [*names[:COUNTRIES_NAMED], f"{len(names) - COUNTRIES_NAMED} more"]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:]))) or "no place"


def file_name(sheet: Sheet, suffix: str) -> str:
    """Return the name that a briefing gets where the caller gives none.

    >>> from datetime import UTC, datetime
    >>> file_name(Sheet(as_of=datetime(2014, 6, 13, tzinfo=UTC), title="Tikrit, retaken?"), "pdf")
    'dateline_Tikrit-retaken_3840x2160_20140613.pdf'
    """
    words = re.sub(r"[^\w]+", "-", sheet.title or "reported-claims").strip("-")[:TITLE_IN_NAME]
    return f"dateline_{words}_{sheet.paper}_{sheet.as_of:%Y%m%d}.{suffix}"
