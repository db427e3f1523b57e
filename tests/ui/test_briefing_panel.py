"""The briefing panel: a selection becomes a file to take away."""

from __future__ import annotations

from datetime import date
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


def test_every_option_does_what_it_says(panel: AppTest) -> None:
    """Size, frames, handling and the day as of which stand in the file and its name; a long list comes with it."""
    panel.selectbox[0].select("svg")
    panel.selectbox[1].select("A4")
    panel.selectbox[2].select(4)
    panel.selectbox[3].select("TLP:AMBER+STRICT")
    panel.date_input[2].set_value(date(2014, 8, 26))
    panel.button[0].click().run()
    assert not panel.exception
    name, content = panel.session_state["briefing"]
    assert name == "dateline_reported-claims_A4_20140826.svg"
    words = content.decode("utf-8")
    assert all(part in words for part in ("TLP:AMBER+STRICT", "262359ZAUG2014", "map4"))


def test_what_cannot_be_made_is_said_and_nothing_old_is_offered(panel: AppTest) -> None:
    """Days in the wrong order, and a title in letters that the face does not have."""
    panel.button[0].click().run()
    assert "briefing" in panel.session_state
    panel.date_input[0].set_value(date(2014, 8, 26))
    panel.date_input[1].set_value(date(2014, 8, 25))
    panel.button[0].click().run()
    assert [error.value for error in panel.error] == [
        "No briefing was made: To: expected a day not before 2014-08-26, got 2014-08-25"
    ]
    assert "briefing" not in panel.session_state
    panel.date_input[0].set_value(None)
    panel.date_input[1].set_value(None)
    panel.text_input[0].input("北京")
    panel.button[0].click().run()
    assert "has no letters for '北京'" in panel.error[0].value
