"""Write the sheets of a briefing as PNG, SVG, PDF or PPTX; the same sheets give the same bytes."""

from __future__ import annotations

from pathlib import Path

from matplotlib.figure import Figure

from views.briefing.face import missing_letters, settings
from views.briefing.page import Pages, Progress, next_sheet
from views.briefing.sheet import Format, SheetError

PICTURES_MOST = 2
"""Sheets of a PNG or SVG; a longer list becomes a PDF beside the picture."""
FAST_PNG = {"compress_level": 4}
"""A larger file by a fifth in half the time."""


def write_pages(pages: Pages, path: Path, *, told: Progress | None = None) -> tuple[Path, ...]:
    """Write the sheets to `path` and return the files that were written.

    PNG and SVG hold one sheet a file: a second one gets `_2` before the suffix. Where the list needs more, it stands in
    a PDF beside the picture instead, whose name ends in `_sources.pdf`.

    Raises
    ------
    SheetError
        If the suffix of the path is not a format of briefings.
    """
    suffix = path.suffix.lower().lstrip(".")
    if suffix not in set(Format):
        raise SheetError(f"{path.name}: expected a name that ends in {', '.join(Format)}, got {path.suffix or 'none'}")
    tell = told or (lambda _done, _all: None)
    with settings():
        if suffix == Format.PDF:
            from views.briefing.pdf import pdf_of  # noqa: PLC0415 - a second: not before it is wanted

            path.write_bytes(pdf_of(pages, tell))
            return (path,)
        if suffix == Format.PPTX:
            from views.briefing.slides import slides_of  # noqa: PLC0415 - half a second: not before it is wanted

            path.write_bytes(slides_of(pages, tell))
            return (path,)
        return _write_pictures(pages, path, suffix, tell)


def more_beside(sheets: int) -> str:
    """Say where the rest of a list stands that is written for a PNG or SVG."""
    return next_sheet(sheets) if sheets < PICTURES_MOST else "in the list beside this picture (…_sources.pdf)"


def _write_pictures(pages: Pages, path: Path, suffix: str, tell: Progress) -> tuple[Path, ...]:
    metadata = {"Software": None} if suffix == Format.PNG else {"Date": None, "Creator": "Dateline"}

    def save(figure: Figure, name: Path) -> None:
        if suffix == Format.PNG:
            figure.savefig(name, format=suffix, metadata=metadata, pil_kwargs=FAST_PNG)
        else:
            figure.savefig(name, format=suffix, metadata=metadata)

    save(pages.map, path)
    tell(1, pages.count)
    if pages.count > PICTURES_MOST:
        beside = path.with_name(f"{path.stem}_sources.pdf")
        from views.briefing.pdf import pdf_of  # noqa: PLC0415 - same

        beside.write_bytes(pdf_of(pages, tell, with_map=False))
        return (path, beside)
    written = [path]
    for position in range(len(pages.rest)):
        written.append(path.with_name(f"{path.stem}_{position + 2}{path.suffix}"))
        save(pages.further(position), written[-1])
        tell(position + 2, pages.count)
    return tuple(written)


def check_letters(title: str | None) -> None:
    """Refuse a title that the face has no letters for.

    Raises
    ------
    SheetError
        If letters are missing; the message names them.
    """
    if title and (missing := missing_letters(title)):
        raise SheetError(f"the face of briefings has no letters for {missing[:20]!r}: give a title in other letters")
