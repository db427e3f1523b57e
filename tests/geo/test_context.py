"""Long texts are read piece by piece and stretch by stretch."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo import context
from geo.context import pieces
from geo.gazetteer import open_gazetteer
from geo.geoparse import resolutions_in
from texts.document import Document


@given(st.text(alphabet="ab \n", min_size=0, max_size=60).map(lambda unit: unit * 20_000))
def test_pieces_are_the_whole_text(text: str) -> None:
    """Nothing is lost or read twice, and no piece is too long."""
    found = list(pieces(text))
    assert text == "".join(text[start:stop] for start, stop in found)
    assert max(stop - start for start, stop in found) <= context.PIECE


def test_names_of_a_long_text_keep_their_positions() -> None:
    """Positions count from the start of the document, not of the piece."""
    text = "Nothing happened that day at all.\n" * 12_000 + "Troops left Tikrit."
    (found,) = resolutions_in(Document(id="x", text=text, name="x"), open_gazetteer())
    assert found.toponym.span.of(text) == "Tikrit"
    assert len(text) - 7 == found.toponym.span.start
