"""The structure of the SVG and the words of the PDF are as they were.

DATELINE_REDRAW=1 writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.views.briefing.cases import CASES, Case
from views.briefing.files import write_pages
from views.briefing.page import pages_of

GOLDEN = Path(__file__).with_name("golden")
SHOWN = [case for case in CASES if case.name in {"nothing", "five", "four-periods", "antimeridian", "right-to-left"}]


def structure_of(svg: str) -> str:
    """The ids of what is drawn and the words that are written, in their order."""
    found = re.findall(r'<g id="(map[^"]+)">|<!-- (.*?) -->', svg)
    return "".join(f"{id_ or f'  {words}'}\n" for id_, words in found)


def words_of(path: Path) -> str:
    """The words of every page, a line each."""
    pages = [re.sub(r"[^\S\n]+", " ", page.extract_text()) for page in PdfReader(path).pages]
    return (
        "\n---\n".join("\n".join(line.strip() for line in page.splitlines() if line.strip()) for page in pages) + "\n"
    )


def check(name: str, found: str) -> None:
    """Compare with the file of that name."""
    path = GOLDEN / name
    if os.environ.get("DATELINE_REDRAW"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == found


@pytest.mark.parametrize("case", SHOWN, ids=lambda case: case.name)
def test_the_svg_is_built_as_it_was(case: Case, tmp_path: Path) -> None:
    """Each mark has an id of its own, and every word stands beside its outline."""
    (path, *_) = write_pages(pages_of(case.contents(), case.sheet), tmp_path / "a.svg")
    svg = path.read_text(encoding="utf-8")
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    check(f"{case.name}.svg.txt", structure_of(svg))


@pytest.mark.parametrize("case", SHOWN, ids=lambda case: case.name)
def test_the_pages_say_what_they_said(case: Case, tmp_path: Path) -> None:
    """Word for word, page for page."""
    (path,) = write_pages(pages_of(case.contents(), case.sheet), tmp_path / "a.pdf")
    check(f"{case.name}.pdf.txt", words_of(path))
