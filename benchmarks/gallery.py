"""Draw the pictures of docs/gallery from the sample corpus."""

from __future__ import annotations

import argparse
import io
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from events.query import Clock
from events.store import Store
from views.briefing.order import contents_of
from views.briefing.page import pages_of
from views.briefing.sheet import Handling, Paper, Sheet
from views.release import release
from views.selection import query_from, words_of
from views.terminal.serve import cached_store

ROOT = Path(__file__).resolve().parent.parent
GALLERY = ROOT / "docs" / "gallery"
WIDTH = 1280
"""Pixels across: enough to judge a picture, small enough to keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of the gallery: its name, its filters and its sheet."""

    name: str
    filters: dict[str, str]
    sheet: Sheet


MOMENT = datetime(2014, 8, 25, 9, 30, tzinfo=UTC)
PICTURES = (
    Picture(
        name="june-2014",
        filters={"clock": Clock.REPORT, "from": "2014-06-01", "to": "2014-06-30"},
        sheet=Sheet(as_of=datetime(2014, 6, 15, 18, 0, tzinfo=UTC), handling=Handling.GREEN, paper=Paper.HD),
    ),
    Picture(
        name="khanaqin-august-2014",
        filters={"clock": Clock.REPORT, "from": "2014-08-01", "to": "2014-08-31"},
        sheet=Sheet(as_of=MOMENT, title="Iranian armour at Khanaqin", handling=Handling.AMBER, paper=Paper.A4),
    ),
    Picture(
        name="four-periods",
        filters={"from": "2014-06-01", "to": "2014-06-30"},
        sheet=Sheet(as_of=MOMENT, paper=Paper.HD, frames=4),
    ),
    Picture(name="nothing", filters={"place": "no such place"}, sheet=Sheet(as_of=MOMENT, paper=Paper.HD)),
)


def draw(store: Store, picture: Picture) -> None:
    """Draw the first sheet of the picture's briefing into the gallery."""
    query, _ = query_from(picture.filters)
    sheet = replace(picture.sheet, filters=words_of(query), version=release())
    first = pages_of(contents_of(store, query), sheet).map
    raw = io.BytesIO()
    first.savefig(raw, format="png", dpi=2 * WIDTH / sheet.paper.inches[0], metadata={"Software": None})
    image = Image.open(raw).convert("RGB")
    size = (WIDTH, round(image.height * WIDTH / image.width))
    small = image.resize(size, Image.Resampling.LANCZOS).quantize(256, method=Image.Quantize.FASTOCTREE)
    small.save(GALLERY / f"{picture.name}.png", optimize=True)


def main() -> None:
    """Draw every picture."""
    GALLERY.mkdir(parents=True, exist_ok=True)
    with Store.open(
        cached_store([ROOT / "data" / "corpus"], argparse.Namespace(gazetteer=[])), read_only=True
    ) as store:
        for picture in PICTURES:
            draw(store, picture)
            print(f"docs/gallery/{picture.name}.png")


if __name__ == "__main__":
    main()
