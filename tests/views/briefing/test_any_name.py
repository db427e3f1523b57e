"""Names in files of others may hold anything: a briefing is made of them all the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from events.claim import BorderCrossing, CrossingBasis, Kind, Movement, Role, Status
from events.query import Query
from events.store import Store
from tests.claims import BAGHDAD, DOCUMENT, TIKRIT, at, claim
from views.briefing.order import area_of, brief
from views.briefing.sheet import Format, Paper, ReportFormat, Sheet
from views.cited import cite

ODD = "a\x14b\x1f\nc\u2028\ud800\ufffe{$x_}" + "d" * 400
SHEET = Sheet(as_of=datetime(2014, 8, 25, 9, 30, tzinfo=UTC), paper=Paper.HD)
GATE = BorderCrossing(name=ODD, lon=44.0, lat=34.0, basis=CrossingBasis.STATED, reason=ODD)
NAMED = replace(TIKRIT, name=ODD, country=ODD, names=(("ar", "تك\x1fريت"), ("ku", ODD)))
CLAIM = claim(
    Kind.MOVEMENT,
    Status.ASSERTED,
    at(NAMED, Role.FROM),
    at(replace(BAGHDAD, names=(("ar", "بغ\nداد"),)), Role.TO),
    movement=Movement(reached=True, crossing=GATE),
)


@pytest.mark.parametrize("suffix", [*Format, *ReportFormat])
def test_a_briefing_is_made_of_names_that_no_face_has_letters_for(tmp_path: Path, suffix: str) -> None:
    """Control characters, ends of lines and lone surrogates stop neither the pen nor the writer."""
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(DOCUMENT, (CLAIM,))
        written = brief(store, Query(), SHEET, tmp_path / f"a.{suffix}")
    assert all(path.stat().st_size for path in written)


def test_a_country_that_nobody_knows_does_not_fill_the_head() -> None:
    """Its code is cut; it stands for two letters."""
    assert len(area_of(cite([(CLAIM, DOCUMENT)]))) < 40
