"""The briefing panel: a selection becomes a file to take away."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from events.store import Store
from tests.claims import CONVOY, DOCUMENT, RETAKEN

PAGE = """
from pathlib import Path
from events.query import Query
from events.store import Store
from ui.briefing_panel import show_briefing
show_briefing(Store.open(Path({path!r}), read_only=True), Query())
"""


@pytest.fixture
def panel(tmp_path: Path) -> AppTest:
    """The panel alone, over a store with two claims."""
    path = tmp_path / "s.sqlite"
    with Store.open(path) as store:
        store.add(DOCUMENT, (CONVOY, RETAKEN))
    return AppTest.from_string(PAGE.format(path=str(path)), default_timeout=60).run()


def test_nothing_is_made_without_being_asked(panel: AppTest) -> None:
    """There is a form and no download."""
    assert not panel.exception
    assert "briefing" not in panel.session_state


@pytest.mark.parametrize(("form", "head"), [("svg", b"<?xml"), ("html", b"<!doctype html>")])
def test_a_briefing_is_made_and_named(panel: AppTest, form: str, head: bytes) -> None:
    """The file bears the title, the size and the day, and is of the form that was asked for."""
    panel.text_input[0].input("Two claims")
    panel.selectbox[0].select(form)
    panel.button[0].click().run()
    assert not panel.exception
    name, content = panel.session_state["briefing"]
    assert name.startswith("dateline_Two-claims_3840x2160_")
    assert name.endswith(form)
    assert content.startswith(head)
