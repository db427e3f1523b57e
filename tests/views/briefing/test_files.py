"""Briefings as files: opened by other programs, the same bytes each time, complete."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from matplotlib.font_manager import FontProperties, findfont
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdf import PdfReader
from shapely import box

from events.claim import Claim, Kind, Status
from tests.claims import BAGHDAD, CONVOY, DOCUMENT, FEARED, OFFERED, REFUTED, RETAKEN, at, claim, town
from views.briefing.contents import Contents
from views.briefing.face import FAMILY, FILES, settings
from views.briefing.files import check_letters, write_pages
from views.briefing.page import pages_of
from views.briefing.sheet import Handling, Paper, Sheet, SheetError
from views.briefing.underlay import Basemap
from views.briefing.words import Tally
from views.cited import cite

MOMENT = datetime(2014, 8, 25, 9, 30, tzinfo=UTC)
LAND = Basemap(land=(box(38, 29, 49, 38),), globe=(box(38, 29, 49, 38),))
FIVE = (CONVOY, RETAKEN, FEARED, REFUTED, OFFERED)


def contents(claims: Sequence[Claim]) -> Contents:
    """The claims on a plain basemap."""
    cited = cite((one, DOCUMENT) for one in claims)
    tally = Tally(shown=len(claims), filtered=2, undated=1, unplaced=3)
    return Contents(
        cited=cited, tally=tally, area="Iraq", basemap=lambda _: LAND, outlines=lambda _: box(40, 30, 47, 37)
    )


def written(claims: Sequence[Claim], path: Path, sheet: Sheet) -> tuple[Path, ...]:
    """The files of a briefing of the claims."""
    made = contents(claims)
    return write_pages(pages_of(made, sheet), path)


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf", "pptx"])
def test_the_same_state_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    """Written twice, every file is equal to the last byte."""
    sheet = Sheet(as_of=MOMENT, paper=Paper.HD)
    first = written(FIVE, tmp_path / f"a.{suffix}", sheet)
    again = written(FIVE, tmp_path / f"b.{suffix}", sheet)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


@pytest.mark.parametrize(("paper", "size"), [(Paper.HD, (1920, 1080)), (Paper.UHD, (3840, 2160))])
def test_a_png_has_the_size_that_was_asked(tmp_path: Path, paper: Paper, size: tuple[int, int]) -> None:
    """Width and height stand in its header."""
    (path, *_) = written(FIVE, tmp_path / "a.png", Sheet(as_of=MOMENT, paper=paper))
    assert size == struct.unpack(">II", path.read_bytes()[16:24])


def test_the_pdf_says_what_every_picture_must_say(tmp_path: Path) -> None:
    """Title, banner, handling, as-of, counts, projection, sources and attribution are words in it."""
    sheet = Sheet(as_of=MOMENT, paper=Paper.A4, handling=Handling.AMBER_STRICT, version="9.9")
    (path,) = written(FIVE, tmp_path / "a.pdf", sheet)
    words = " ".join("".join(page.extract_text() for page in PdfReader(path).pages).split())
    for expected in (
        "Reported claims: Iraq, 12 Jun 2014 – 22 Aug 2014",
        "Claims as reported; not verified",
        "TLP:AMBER+STRICT",
        "250930ZAUG2014",
        "reports up to 24 Aug 2014",
        "Shown 5 (1 without a date of the event); filtered out 2; undated and so outside the period 1; unplaced 3",
        "datum WGS 84",
        "Natural Earth",
        "GeoNames",
        "Example Wire, citing An informed source",
        "Dateline 9.9",
    ):
        assert expected in words


def test_the_fonts_of_the_pdf_are_embedded(tmp_path: Path) -> None:
    """The page reads the same on a machine without the face."""
    (path,) = written(FIVE, tmp_path / "a.pdf", Sheet(as_of=MOMENT, paper=Paper.LETTER))
    fonts = PdfReader(path).pages[0]["/Resources"]["/Font"].get_object().values()
    for font in fonts:
        inner = font.get_object().get("/DescendantFonts", [font])[0].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object())


def test_the_list_runs_on_and_loses_nobody(tmp_path: Path) -> None:
    """With 200 claims every number has its line on some sheet, and the first says that more follow."""
    many = [claim(Kind.ATTACK, Status.ASSERTED, at(BAGHDAD), on="2014-06-20", number=n) for n in range(80)]
    many += [claim(Kind.CONTROL, Status.PLANNED, at(BAGHDAD), number=n) for n in range(80)]
    (path,) = written(many, tmp_path / "a.pdf", Sheet(as_of=MOMENT, paper=Paper.A4))
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert len(pages) > 1
    assert "more on the next 2 sheets" in " ".join(pages[0].split())
    words = " ".join("\n".join(pages).split())
    assert all(f"{number}. attack" in words or f"{number}. control" in words for number in range(1, 161))


def test_a_pptx_has_picture_title_and_sources(tmp_path: Path) -> None:
    """The slides can be edited, and the notes carry the sources."""
    (path,) = written(FIVE, tmp_path / "a.pptx", Sheet(as_of=MOMENT, title="Convoys", paper=Paper.HD))
    slides = list(Presentation(str(path)).slides)
    assert slides[0].shapes.title.text == "Reported claims: Convoys, 12 Jun 2014 – 22 Aug 2014"
    title, picture = (
        slides[0].shapes.title,
        next(shape for shape in slides[0].shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE),
    )
    assert (title.left >= 0, title.top >= 0) == (True, True)
    assert title.left + title.width <= picture.width
    assert list(slides[0].shapes).index(title) > [shape.shape_type for shape in slides[0].shapes].index(
        MSO_SHAPE_TYPE.PICTURE
    )
    assert "control, asserted — at Tikrit" in slides[0].notes_slide.notes_text_frame.text
    listed = [shape.text_frame.text for shape in slides[-1].shapes if shape.has_text_frame]
    assert any("movement, planned — to Mosul" in text for text in listed)


def test_a_slide_bears_its_title_once(tmp_path: Path) -> None:
    """The picture beneath the title leaves its place white: the words are not written over themselves."""
    (path,) = written(FIVE, tmp_path / "a.pptx", Sheet(as_of=MOMENT, title="Convoys " * 20, paper=Paper.HD))
    deck = Presentation(str(path))
    title, picture = (
        deck.slides[0].shapes.title,
        next(it for it in deck.slides[0].shapes if it.shape_type == MSO_SHAPE_TYPE.PICTURE),
    )
    drawn = Image.open(io.BytesIO(picture.image.blob)).convert("L")
    scale = drawn.width / picture.width
    box = [round(at * scale) for at in (title.left, title.top, title.left + title.width, title.top + title.height)]
    assert drawn.crop(tuple(box)).getextrema() == (255, 255)


@pytest.mark.parametrize(
    ("claims", "title"),
    [
        ((), None),
        ((RETAKEN,), None),
        (FIVE, "x" * 300),
        (FIVE, "الموصل وتكريت: ما قيل"),
        (FIVE, r"$\frac{1}{0}$ </script> ${x} `"),
        (
            (
                claim(Kind.ATTACK, Status.ASSERTED, at(town("Suva", 178.4, -18.1, "FJ"))),
                claim(Kind.ATTACK, Status.ASSERTED, at(town("Apia", -171.8, -13.8, "WS"))),
            ),
            "across the antimeridian",
        ),
        (
            (
                claim(Kind.ATTACK, Status.ASSERTED, at(town("Lima", -77.0, -12.0, "PE"))),
                claim(Kind.ATTACK, Status.ASSERTED, at(town("Manila", 121.0, 14.6, "PH"))),
                claim(Kind.ATTACK, Status.ASSERTED, at(town("Accra", -0.2, 5.6, "GH"))),
            ),
            "the world",
        ),
    ],
)
def test_odd_selections_give_a_picture(tmp_path: Path, claims: tuple[Claim, ...], title: str | None) -> None:
    """Nothing, one, long and foreign titles, the antimeridian and the whole world are drawn."""
    for frames in (1, 4):
        (path, *_) = written(
            claims, tmp_path / "a.png", Sheet(as_of=MOMENT, title=title, paper=Paper.HD, frames=frames)
        )
        assert path.stat().st_size > 10_000


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    """The message says what was expected and what came."""
    with pytest.raises(SheetError, match=r"a\.bmp: expected a name that ends in png, svg, pdf, pptx, got \.bmp"):
        written(FIVE, tmp_path / "a.bmp", Sheet(as_of=MOMENT))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [({"title": "x" * 301}, "at most 300 characters, got 301"), ({"frames": 5}, "frames must be")],
)
def test_a_sheet_that_cannot_be_drawn_is_refused(wrong: dict[str, object], message: str) -> None:
    """Before anything is drawn."""
    with pytest.raises(SheetError, match=message):
        Sheet(as_of=MOMENT, **wrong)  # type: ignore[arg-type]  # the wrong ones are the test


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf", "pptx"])
def test_a_long_list_gives_the_same_bytes_too(tmp_path: Path, suffix: str) -> None:
    """With the PDF beside a picture, and sheets that are set by us."""
    many = [claim(Kind.ATTACK, Status.ASSERTED, at(BAGHDAD), on="2014-06-20", number=n) for n in range(80)]
    many += [claim(Kind.CONTROL, Status.PLANNED, at(BAGHDAD), number=n) for n in range(80)]
    many += [claim(Kind.SUPPORT, Status.DENIED, at(BAGHDAD), number=n) for n in range(80)]
    sheet = Sheet(as_of=MOMENT, paper=Paper.A4)
    first = written(many, tmp_path / f"a.{suffix}", sheet)
    assert [path.suffix for path in first] == ([f".{suffix}", ".pdf"] if suffix in {"png", "svg"} else [f".{suffix}"])
    (again,) = {tuple(path.read_bytes() for path in written(many, tmp_path / f"b.{suffix}", sheet))}
    assert again == tuple(path.read_bytes() for path in first)


def test_a_list_in_another_script_is_shaped_and_found(tmp_path: Path) -> None:
    """Sheets with letters that must be shaped are drawn, the others are set; both hold words that can be searched."""
    names = ["Example Wire"] * 120 + ["وكالة الأنباء"] * 3 + ["Example Wire"] * 120
    pairs = [
        (
            claim(Kind.ATTACK, Status.ASSERTED, at(BAGHDAD), on=f"2014-06-{1 + n // 9:02}", number=n % 80),
            replace(DOCUMENT, publisher=name),
        )
        for n, name in enumerate(names)
    ]
    made = replace(contents(()), cited=cite(pairs))
    (path,) = write_pages(pages_of(made, Sheet(as_of=MOMENT, paper=Paper.A4)), tmp_path / "a.pdf")
    reader = PdfReader(path)
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert len(reader.pages) > 2
    assert all(f"{number}. attack" in words for number in range(1, len(names) + 1))


def test_the_face_is_the_one_that_comes_with_matplotlib() -> None:
    """Whatever is installed on the machine, and whatever its user has set."""
    with settings():
        assert Path(findfont(FAMILY)) == FILES[False]
        assert Path(findfont(FontProperties(family=FAMILY, weight="bold"))) == FILES[True]


def test_a_title_without_letters_is_refused() -> None:
    """The message names the letters that the face does not have."""
    with pytest.raises(SheetError, match="no letters for '北京'"):
        check_letters("北京 Beijing")
