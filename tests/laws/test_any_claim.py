"""Whatever stands in a claim that came in from a file of others, each way out takes it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from events.query import Query
from tests.laws.test_return import exported
from tests.laws.test_store import Batch, batches, few, filled
from ui.card import card_of
from ui.excerpts import whole_of
from views.briefing.order import brief
from views.briefing.sheet import Format as Picture
from views.briefing.sheet import Paper, ReportFormat, Sheet
from views.export_form import Format
from views.layers import layer_of
from views.outlines import outlines_of

SHEET = Sheet(as_of=datetime(2014, 8, 25, 9, 30, tzinfo=UTC), paper=Paper.HD)


@given(given_batches=batches())
@few
def test_the_map_and_the_cards_take_any_claim(given_batches: list[Batch]) -> None:
    """The layer has every mark, and a card's words together are the excerpt."""
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        marks = store.marks()
        layer = layer_of(marks, outlines=outlines_of(marks))
        assert layer.claims == len(store.claims())
        for it in store.claims():
            card = card_of(it)
            assert it.claim.excerpt.text == "".join(words for words, _ in card["segments"])
            document = store.document(it.publication.id)
            whole = whole_of(document, it)
            assert document.text == whole["before"] + it.claim.excerpt.text + whole["after"]
            json.dumps([card, whole], allow_nan=False)


@pytest.mark.parametrize("form", [Format.HTML, Format.TIMEMAP, Format.ANNOTATIONS])
@given(given_batches=batches())
@few
def test_an_export_that_is_not_read_back_takes_any_claim(form: Format, given_batches: list[Batch]) -> None:
    """It is a whole file of its kind, with every claim in it."""
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        content = exported(store, form).decode()
        if form is Format.HTML:
            found = re.search(r'<script type="application/json" id="dateline-data">(.*?)</script>', content, re.DOTALL)
            assert found is not None
            content = json.dumps(json.loads(found[1])["claims"])
        legs = sum(len(it.claim.places) for it in store.claims())
        assert len(json.loads(content)) == (legs if form is Format.TIMEMAP else len(store.claims()))


@pytest.mark.parametrize("suffix", [*Picture, *ReportFormat])
@given(given_batches=batches())
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_briefing_takes_any_claim(suffix: str, given_batches: list[Batch]) -> None:
    """It is drawn and written to its end, without an empty box for a letter."""
    with TemporaryDirectory() as folder, filled(folder, given_batches) as store:
        written = brief(store, Query(), SHEET, Path(folder, f"a.{suffix}"))
        assert all(path.stat().st_size for path in written)
