"""Draw docs/gallery from the sample corpus: briefings in every format, and exports as others open them."""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import geopandas
import pypdfium2
import shapely
from matplotlib.figure import Figure
from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import sync_playwright
from pptx import Presentation
from pptx.util import Emu

from events.query import Clock, Query
from events.store import Store
from geo.borders import load_borders
from tests.browser.conftest import FLAGS
from views.briefing.face import FILES, settings
from views.briefing.order import brief
from views.briefing.sheet import Handling, Paper, Sheet
from views.export import export
from views.export_form import Format as ExportFormat
from views.palette import KIND_COLOURS
from views.release import release
from views.selection import query_from, words_of
from views.terminal.serve import cached_store

ROOT = Path(__file__).resolve().parent.parent
GALLERY = ROOT / "docs" / "gallery"
WIDTH = 1280
"""Pixels across: enough to judge a picture, small enough to keep."""
MOMENT = datetime(2014, 8, 25, 9, 30, tzinfo=UTC)
JUNE = {"clock": Clock.REPORT.value, "from": "2014-06-01", "to": "2014-06-30"}
AUGUST = {"clock": Clock.REPORT.value, "from": "2014-08-01", "to": "2014-08-31"}
IN_JUNE = Sheet(as_of=datetime(2014, 6, 30, 18, 0, tzinfo=UTC), handling=Handling.GREEN, paper=Paper.HD)
IN_AUGUST = Sheet(as_of=MOMENT, title="Iranian armour at Khanaqin", handling=Handling.AMBER, paper=Paper.A4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A briefing of the gallery: its name, its format, its filters and its sheet."""

    name: str
    form: str
    filters: dict[str, str]
    sheet: Sheet


PICTURES = (
    Picture(name="june-2014", form="png", filters=JUNE, sheet=IN_JUNE),
    Picture(name="png-3840x2160", form="png", filters=JUNE, sheet=replace(IN_JUNE, paper=Paper.UHD)),
    Picture(name="khanaqin-august-2014", form="png", filters=AUGUST, sheet=IN_AUGUST),
    Picture(name="letter", form="png", filters=AUGUST, sheet=replace(IN_AUGUST, paper=Paper.LETTER)),
    Picture(name="four-periods", form="png", filters=JUNE, sheet=replace(IN_JUNE, frames=4)),
    Picture(name="nothing", form="png", filters={"place": "no such place"}, sheet=Sheet(as_of=MOMENT, paper=Paper.HD)),
    Picture(name="pdf", form="pdf", filters=JUNE, sheet=replace(IN_JUNE, paper=Paper.A4)),
    Picture(name="svg", form="svg", filters=AUGUST, sheet=IN_AUGUST),
    Picture(name="pptx", form="pptx", filters=AUGUST, sheet=replace(IN_AUGUST, paper=Paper.HD)),
    Picture(name="html", form="html", filters=AUGUST, sheet=IN_AUGUST),
)


def main() -> None:
    """Draw every picture."""
    GALLERY.mkdir(parents=True, exist_ok=True)
    corpus = cached_store([ROOT / "data" / "corpus"], argparse.Namespace(gazetteer=[]))
    with Store.open(corpus, read_only=True) as store, tempfile.TemporaryDirectory() as name:
        for picture in PICTURES:
            query, _ = query_from(picture.filters)
            sheet = replace(picture.sheet, filters=words_of(query), version=release())
            first, *_ = brief(store, query, sheet, Path(name, f"{picture.name}.{picture.form}"))
            keep(RENDERINGS[picture.form](first), picture.name)
        page = Path(name, "claims.html")
        page.write_bytes(exported(store, ExportFormat.HTML))
        keep(in_browser(page), "export-html")
        keep(drawn_tables(store, Path(name)), "exports-read-back")


def keep(image: Image.Image, name: str) -> None:
    """Write a picture into the gallery, small."""
    size = (WIDTH, round(image.height * WIDTH / image.width))
    small = image.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    small.quantize(128, method=Image.Quantize.FASTOCTREE).save(GALLERY / f"{name}.png", optimize=True)
    print(f"docs/gallery/{name}.png")


def of_pdf(path: Path) -> Image.Image:
    """Return the first two pages, one above the other."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [document[number].render(scale=1.6).to_pil() for number in range(min(2, len(document)))]
    whole = Image.new("RGB", (pages[0].width, sum(page.height for page in pages)), "white")
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height
    return whole


def in_browser(path: Path) -> Image.Image:
    """Return a file as a browser shows it from disk, with no network."""
    found = [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=next(filter(None, found), None), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.context.set_offline(True)
        page.goto(path.as_uri())
        page.wait_for_timeout(800)
        raw = page.screenshot()
        browser.close()
    return Image.open(io.BytesIO(raw))


def of_pptx(path: Path) -> Image.Image:
    """Return the slides with their pictures and their text, redrawn: enough to see what stands where."""
    deck = Presentation(str(path))
    scale = WIDTH / deck.slide_width
    shown = []
    for slide in list(deck.slides)[:2]:
        image = Image.new("RGB", (WIDTH, round(deck.slide_height * scale)), "white")
        for shape in slide.shapes:
            left, top = round(shape.left * scale), round(shape.top * scale)
            if hasattr(shape, "image"):
                part = Image.open(io.BytesIO(shape.image.blob)).convert("RGB")
                image.paste(part.resize((round(shape.width * scale), round(shape.height * scale))), (left, top))
            elif shape.has_text_frame:
                _draw_text(ImageDraw.Draw(image), shape, left, top, scale)
        shown.append(image)
    whole = Image.new("RGB", (WIDTH, sum(image.height for image in shown) + 8), "#6b757d")
    for number, image in enumerate(shown):
        whole.paste(image, (0, number * (image.height + 8)))
    return whole


def _draw_text(draw: ImageDraw.ImageDraw, shape: object, left: int, top: int, scale: float) -> None:
    for paragraph in shape.text_frame.paragraphs:  # type: ignore[attr-defined]  # a shape with text
        sizes = [run.font.size for run in paragraph.runs if run.font.size] or [paragraph.font.size or Emu(228600)]
        size = max(6, round(sizes[0] * scale))
        label = shape.fill.type == 1  # type: ignore[attr-defined]  # a solid filling: the handling label
        font = ImageFont.truetype(str(FILES[False]), size)
        if label:
            draw.rectangle((left, top, left + shape.width * scale, top + size * 1.6), fill="black")  # type: ignore[attr-defined]
        draw.text((left + 4, top), paragraph.text, font=font, fill="white" if label else "#1f2933")
        top += round(size * 1.5)


RENDERINGS: dict[str, Callable[[Path], Image.Image]] = {
    "png": Image.open,
    "pdf": of_pdf,
    "svg": in_browser,
    "pptx": of_pptx,
    "html": in_browser,
}


def exported(store: Store, form: ExportFormat) -> bytes:
    """Return everything in the store as a file."""
    return b"".join(export(store.each_claim(), form, filters={}, counts=store.counts(Query())))


def drawn_tables(store: Store, folder: Path) -> Image.Image:
    """Return what geopandas reads from each export with places, one map a format."""
    figure = Figure(figsize=(12.8, 8.4), dpi=100)
    land = geopandas.GeoSeries([load_borders().outline(area.id) for area in load_borders().countries], crs="EPSG:4326")
    forms = {ExportFormat.GEOJSON: "geojson", ExportFormat.KML: "kml", ExportFormat.GPKG: "gpkg"}
    with settings():
        for number, (form, suffix) in enumerate({**forms, ExportFormat.GEOPARQUET: "parquet"}.items(), start=1):
            path = folder / f"claims.{suffix}"
            path.write_bytes(exported(store, form))
            table = geopandas.read_parquet(path) if suffix == "parquet" else geopandas.read_file(path)
            axes = figure.add_subplot(2, 2, number)
            box = shapely.box(*table.total_bounds).buffer(2.0)
            land.clip(box).plot(ax=axes, facecolor="#f4f1ea", edgecolor="#8d857a", linewidth=0.6)
            kinds = table["kind"] if "kind" in table else table["Name"].str.extract(r"\): (\w+)")[0]
            colours = [KIND_COLOURS.get(kind, "#1f2933") for kind in kinds]
            table.plot(ax=axes, color=colours, markersize=14, edgecolor="#1f2933", linewidth=0.5)
            axes.set_xlim(box.bounds[0], box.bounds[2])
            axes.set_ylim(box.bounds[1], box.bounds[3])
            axes.set_aspect("equal", adjustable="datalim")
            axes.set_xlabel("")
            axes.set_ylabel("")
            axes.set_title(f"{form}: {len(table)} rows, read back by geopandas", fontsize=9)
            axes.tick_params(labelsize=7)
        raw = io.BytesIO()
        figure.savefig(raw, format="png", metadata={"Software": None})
    return Image.open(raw)


if __name__ == "__main__":
    sys.exit(main())
