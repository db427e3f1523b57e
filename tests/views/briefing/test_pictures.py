"""Pictures are as they were: compared with references that the program drew, with a tolerance.

DATELINE_REDRAW=1 draws the references anew; look at them before you commit them.
"""

from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.views.briefing.cases import CASES, Case
from views.briefing.face import settings
from views.briefing.page import pages_of

REFERENCES = Path(__file__).with_name("references")
WIDTH = 480
COLUMNS, ROWS = 16, 9
TOLERANCE = 9.0
"""Root mean square difference of a tile, of 255 steps of grey or colour; letters a pixel off stay below it."""


def drawn(case: Case) -> Image.Image:
    """The first sheet, small."""
    raw = io.BytesIO()
    with settings():
        pages_of(case.contents(), case.sheet).map.savefig(raw, format="png", dpi=WIDTH / case.sheet.paper.inches[0] * 2)
    picture = Image.open(raw).convert("RGB")
    height = round(picture.height * WIDTH / picture.width)
    return picture.resize((WIDTH, height), Image.Resampling.LANCZOS)


def worst_tile(a: Image.Image, b: Image.Image) -> float:
    """The greatest difference among the tiles of two pictures, so that a small mark counts where it stands."""
    assert a.size == b.size
    square: NDArray[np.float64] = (np.asarray(a, dtype=float) - np.asarray(b, dtype=float)) ** 2
    tiles = [part for row in np.array_split(square, ROWS) for part in np.array_split(row, COLUMNS, axis=1)]
    return float(max(np.sqrt(part.mean()) for part in tiles))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_picture_is_as_it_was(case: Case) -> None:
    """Whoever changes it sees it: nothing, one claim, 10,000, the world, the antimeridian, long and foreign titles."""
    path = REFERENCES / f"{case.name}.png"
    picture = drawn(case)
    if os.environ.get("DATELINE_REDRAW"):
        path.parent.mkdir(exist_ok=True)
        picture.quantize(64, method=Image.Quantize.FASTOCTREE).save(path, optimize=True)
    assert worst_tile(picture, Image.open(path).convert("RGB")) < TOLERANCE


@pytest.mark.parametrize("left_out", [0, 2, 4])
def test_the_comparison_sees_a_claim_that_is_missing(left_out: int) -> None:
    """A check that cannot fail would prove nothing."""
    five = next(case for case in CASES if case.name == "five")
    claims = five.claims()
    fewer = replace(five, claims=lambda: (*claims[:left_out], *claims[left_out + 1 :]))
    reference = Image.open(REFERENCES / "five.png").convert("RGB")
    assert worst_tile(drawn(fewer), reference) > TOLERANCE
