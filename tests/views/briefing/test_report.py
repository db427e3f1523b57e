"""A briefing in words: every claim with its words and citation, contradictions, and what is not known."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from PIL import Image

from events.claim import Claim, Kind, Status
from tests.claims import BAGHDAD, CONVOY, DOCUMENT, FEARED, REFUTED, RETAKEN, at, claim
from texts.span import Excerpt
from views.briefing.report import report_of
from views.briefing.report_files import markdown_of, write_report
from views.briefing.sheet import Handling, Paper, Sheet, SheetError
from views.briefing.words import Tally
from views.cited import cite
from views.contradiction import contradictions_in

SHEET = Sheet(as_of=datetime(2014, 8, 25, 9, 30, tzinfo=UTC), handling=Handling.GREEN)
NONE_LEFT_OUT = Tally(shown=3, filtered=0, undated=1, unplaced=2)


def pixel() -> bytes:
    """The smallest picture."""
    raw = io.BytesIO()
    Image.new("RGB", (1, 1)).save(raw, "PNG")
    return raw.getvalue()


PIXEL = pixel()
CLAIMED = claim(Kind.ATTACK, Status.ASSERTED, at(BAGHDAD), on="2014-06-20", number=1)
HOSTILE = """<img src=x onerror=alert(1)> </script> ${1} `x` [a](javascript:alert(1)) \\"""


def test_a_claim_stands_under_each_of_its_places_with_words_and_citation() -> None:
    """The convoy is under Khanaqin and under Sarpol-e Zahab, each time with the sentence and where it is from."""
    words = markdown_of(
        report_of(
            cite([(CONVOY, DOCUMENT)]),
            sheet=SHEET,
            tally=NONE_LEFT_OUT,
            title="Reported claims: Iraq",
            projection="as the map",
        )
    )
    assert words.count("a convoy went through Sarpol\\-e Zahab") == 2
    assert words.count("Example Wire, A convoy, published 2014\\-08\\-17/2014\\-08\\-24") == 2


def test_a_claim_and_its_denial_stand_side_by_side() -> None:
    """An attack on Baghdad is said and denied for the same day."""
    (found,) = contradictions_in(cite([(CLAIMED, DOCUMENT), (REFUTED, DOCUMENT)]))
    assert (
        found.kind,
        [one.claim.status for one in found.said],
        [one.claim.status for one in found.denied],
    ) == (Kind.ATTACK, [Status.ASSERTED], [Status.DENIED])


@pytest.mark.parametrize(
    "other",
    [
        claim(Kind.ATTACK, Status.ASSERTED, at(BAGHDAD), on="2014-06-21"),
        claim(Kind.CONTROL, Status.ASSERTED, at(BAGHDAD), on="2014-06-20"),
        claim(Kind.ATTACK, Status.PLANNED, at(BAGHDAD), on="2014-06-20"),
    ],
)
def test_another_day_kind_or_a_plan_contradicts_nothing(other: Claim) -> None:
    """A denial answers only what it could be about."""
    assert contradictions_in(cite([(other, DOCUMENT), (REFUTED, DOCUMENT)])) == ()


def test_what_is_not_known_is_said() -> None:
    """Undated claims, unplaced sentences, unnamed sources, and that nothing was verified."""
    made = report_of(
        cite([(RETAKEN, DOCUMENT), (FEARED, DOCUMENT)]),
        sheet=SHEET,
        tally=NONE_LEFT_OUT,
        title="Reported claims: Iraq",
        projection="as the map",
    )
    assert made.unknown == (
        "When: 1 of the 2 claims carry no date of the event (2).",
        "When: 1 more claims without a date lie outside the period.",
        "Where: 2 sentences with a happening could not be placed and are on no map.",
        "Who: 2 of the 2 claims rest on sources without a name (1–2).",
        "Whether: no claim here has been verified; the program judges no source.",
    )


@pytest.mark.parametrize("suffix", ["md", "html", "docx"])
def test_a_report_tells_the_times_apart_and_flags_what_is_a_stub(tmp_path: Path, suffix: str) -> None:
    """When it happened, was said and was published; and that of the text nothing but the excerpt is at hand."""
    said = replace(RETAKEN, said=CONVOY.when)
    stub = replace(DOCUMENT, held=(RETAKEN.excerpt.span,))
    made = report_of(
        cite([(said, stub), (REFUTED, DOCUMENT), (CLAIMED, DOCUMENT)]),
        sheet=SHEET,
        tally=NONE_LEFT_OUT,
        title="Reported claims: Iraq",
        projection="as the map",
    )
    path, *_ = write_report(made, tmp_path / f"a.{suffix}", sheet=SHEET, picture=PIXEL)
    if suffix == "docx":
        paper = docx.Document(str(path))
        cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
        words = "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])
    else:
        words = path.read_text(encoding="utf-8").replace("\\", "")
    for expected in (
        "event 12 Jun 2014 · said 22 Aug 2014 · Example Wire, citing An informed source",
        "published 2014-08-17/2014-08-24 (inferred)",
        "the excerpt alone is at hand, not the text around it",
        "Reports of attack here contradict each other",
        f"“{REFUTED.excerpt.text}” — attack, denied",
        f"“{CLAIMED.excerpt.text}” — attack, asserted",
        "Basemap: Natural Earth",
    ):
        assert expected in words


def test_an_empty_selection_says_so() -> None:
    """No section, but the page is whole."""
    assert "No claim to show." in markdown_of(
        report_of((), sheet=SHEET, tally=NONE_LEFT_OUT, title="Reported claims: Iraq", projection="as the map")
    )


@pytest.mark.parametrize("suffix", ["md", "html", "docx"])
def test_hostile_words_stay_words(tmp_path: Path, suffix: str) -> None:
    """What would run in a page is shown as it was written."""
    span = RETAKEN.excerpt.span
    hostile = replace(RETAKEN, excerpt=Excerpt(document_id=DOCUMENT.id, span=span, text=HOSTILE))
    made = report_of(
        cite([(hostile, DOCUMENT)]), sheet=SHEET, tally=NONE_LEFT_OUT, title=HOSTILE, projection="as the map"
    )
    path, *_ = write_report(made, tmp_path / f"a.{suffix}", sheet=SHEET, picture=PIXEL)
    if suffix == "docx":
        assert HOSTILE in "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
        return
    words = path.read_text(encoding="utf-8")
    bare = {"md": r"(?<!\\)<(img|/script)|(?<!\\)\]\(javascript|(?<!\\)`x", "html": r"<img src=x|</script>"}[suffix]
    assert not re.search(bare, words)


@pytest.mark.parametrize("suffix", ["md", "html", "docx"])
def test_the_same_state_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    """Written twice, every file is equal to the last byte."""
    made = report_of(
        cite([(RETAKEN, DOCUMENT), (REFUTED, DOCUMENT), (CLAIMED, DOCUMENT)]),
        sheet=SHEET,
        tally=NONE_LEFT_OUT,
        title="Reported claims: Iraq",
        projection="as the map",
    )
    first = write_report(made, tmp_path / f"a.{suffix}", sheet=SHEET, picture=PIXEL)
    old = [path.read_bytes() for path in first]
    again = write_report(made, tmp_path / f"a.{suffix}", sheet=SHEET, picture=PIXEL)
    assert old == [path.read_bytes() for path in again]


def test_the_page_opens_without_script_or_network(tmp_path: Path) -> None:
    """Its policy lets in nothing but its own picture and style."""
    made = report_of(
        cite([(RETAKEN, DOCUMENT)]),
        sheet=SHEET,
        tally=NONE_LEFT_OUT,
        title="Reported claims: Iraq",
        projection="as the map",
    )
    (path,) = write_report(made, tmp_path / "a.html", sheet=SHEET, picture=PIXEL)
    words = path.read_text(encoding="utf-8")
    assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'" in words
    assert "<script" not in words


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    """The message says what was expected and what came."""
    made = report_of((), sheet=SHEET, tally=NONE_LEFT_OUT, title="Reported claims: Iraq", projection="as the map")
    with pytest.raises(SheetError, match=r"a\.odt: expected a name that ends in md, html, docx, got \.odt"):
        write_report(made, tmp_path / "a.odt", sheet=SHEET, picture=PIXEL)


@pytest.mark.parametrize(("paper", "inches"), [(Paper.A4, (8.27, 11.69)), (Paper.LETTER, (8.5, 11.0))])
def test_the_docx_has_the_paper_that_was_asked(tmp_path: Path, paper: Paper, inches: tuple[float, float]) -> None:
    """Its page is as large as the paper, and the map fits between the margins."""
    sheet = replace(SHEET, paper=paper)
    made = report_of((), sheet=sheet, tally=NONE_LEFT_OUT, title="Reported claims: Iraq", projection="as the map")
    (path,) = write_report(made, tmp_path / "a.docx", sheet=sheet, picture=PIXEL)
    opened = docx.Document(str(path))
    page = opened.sections[0]
    assert (round(page.page_width.inches, 2), round(page.page_height.inches, 2)) == inches
    assert opened.inline_shapes[0].width <= page.page_width - page.left_margin - page.right_margin
