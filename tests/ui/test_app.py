"""The whole page, without a browser: nothing, one claim, many, and a store that cannot be opened."""

from __future__ import annotations

import base64
import json
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from events.claim import Kind, Status
from events.store import Store
from tests.claims import BAGHDAD, CONVOY, DOCUMENT, FEARED, KHANAQIN, REFUTED, RETAKEN, at, claim
from ui import map_panel

APP = Path(__file__).resolve().parents[2] / "app.py"
MANY = 40


def page_over(path: Path, monkeypatch: pytest.MonkeyPatch, **address: str) -> AppTest:
    """The page as `streamlit run app.py -- --store path` opens it, at an address."""
    monkeypatch.setattr(sys, "argv", ["app.py", "--store", str(path)])
    page = AppTest.from_file(str(APP), default_timeout=90)
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def told(page: AppTest) -> dict[str, Any]:
    """What the map was told."""
    (map_,) = (it for it in page.main.get("component_instance") if "feature_group" in it.proto.json_args)
    packed = re.search(r'atob\("([^"]+)"\)', json.loads(map_.proto.json_args)["feature_group"])
    assert packed is not None
    return dict(json.loads(base64.b64decode(packed[1])))


def words_of(page: AppTest) -> str:
    return "\n".join(it.value for it in (*page.markdown, *page.caption, *page.subheader, *page.error))


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A store in which many claims are at one place, and a few elsewhere."""
    path = tmp_path / "filled.sqlite"
    many = [claim(Kind.ATTACK, Status.ASSERTED, at(BAGHDAD), on="2014-06-21", number=n) for n in range(MANY)]
    with Store.open(path) as store:
        store.add(DOCUMENT, (CONVOY, RETAKEN, FEARED, REFUTED, *many))
    return path


def test_nothing_is_a_state_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty store shows the page, its invitation, and that nothing was left out."""
    path = tmp_path / "empty.sqlite"
    Store.open(path).close()
    page = page_over(path, monkeypatch)
    assert not page.exception
    assert "Click a place on the map" in words_of(page)
    assert "Everything that was read is on the map." in words_of(page)
    assert (told(page)["unplaced"], told(page)["elsewhere"]) == (0, 0)


def test_a_store_that_goes_away_under_the_page_is_told_and_its_successor_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No empty store is made in its place, and what takes its name later is not taken for it."""
    path, other = tmp_path / "s.sqlite", tmp_path / "other.sqlite"
    for where, it in ((path, RETAKEN), (other, CONVOY)):
        with Store.open(where) as store:
            store.add(DOCUMENT, (it,))
    page = page_over(path, monkeypatch)
    before = told(page)["layer"]
    path.unlink()
    page.run()
    assert not page.exception
    assert ["there is no store" in it.value for it in page.error] == [True]
    assert not path.exists()
    other.rename(path)
    page.run()
    assert not page.exception
    assert told(page)["layer"] != before


def test_one_claim_is_shown_and_can_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its place's id in the address."""
    path = tmp_path / "one.sqlite"
    with Store.open(path) as store:
        store.add(DOCUMENT, (RETAKEN,))
    place = RETAKEN.places[0].place
    page = page_over(path, monkeypatch, open=place.id)
    assert not page.exception
    assert place.name in [it.value for it in page.subheader]
    assert "1 claim, by date. Claims as reported; not verified." in words_of(page)
    assert told(page)["open"] == [place.id]
    assert ["open", place.id] in told(page)["params"]


def test_many_claims_are_filtered_opened_and_closed(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Filters go to the map as positions; closing leaves nothing open."""
    page = page_over(filled, monkeypatch, open=BAGHDAD.id, kind="attack")
    assert not page.exception
    assert told(page)["kinds"] == [list(Kind).index(Kind.ATTACK)]
    assert told(page)["open"] == [BAGHDAD.id]
    page.button(key="close").click().run()
    assert not page.exception
    assert told(page)["open"] == []
    assert "Click a place on the map" in words_of(page)


def test_a_movement_opens_its_own_excerpts_alone(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By all its places in the address; not what else is told of one of them."""
    ids = "|".join(one.place.id for one in CONVOY.places)
    names = " → ".join(one.place.name for one in CONVOY.places)
    page = page_over(filled, monkeypatch, **{"open": ids, "as": "movement"})
    assert not page.exception
    assert names in [it.value.replace("\\", "") for it in page.subheader]
    assert "1 movement, by date. Claims as reported; not verified." in words_of(page)
    assert [pair for pair in told(page)["params"] if pair[0] in ("open", "as")] == [["open", ids], ["as", "movement"]]
    page.button(key="close").click().run()
    assert [pair for pair in told(page)["params"] if pair[0] == "as"] == []


def test_a_place_is_a_filter_too(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chosen in the sidebar or spelled in the address, it goes to the address, and what it leaves out is counted."""
    page = page_over(filled, monkeypatch)
    whole = told(page)["elsewhere"]
    page.sidebar.multiselect(key="place").set_value([BAGHDAD.id]).run()
    assert not page.exception
    assert ["place", BAGHDAD.id] in told(page)["params"]
    assert told(page)["elsewhere"] > whole
    again = page_over(filled, monkeypatch, place=BAGHDAD.id)
    assert again.sidebar.multiselect(key="place").value == [BAGHDAD.id]


def test_nobody_is_told_of_online_pictures_but_as_an_offer(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each with its credit as text; nothing says that one of them is on."""
    command = told(page_over(filled, monkeypatch))
    assert [it["name"] for it in command["online"]] == ["OpenStreetMap", "OpenTopoMap (relief)"]
    assert all("OpenStreetMap contributors" in it["credit"] and "<" not in it["credit"] for it in command["online"])


def test_an_address_that_names_nothing_known_is_said(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part that was dropped has its name said, and the page is whole."""
    page = page_over(filled, monkeypatch, open="gn:none|" + KHANAQIN.id, kind="sideways", status="certain")
    assert not page.exception
    said = [it.value for it in page.sidebar.caption]
    assert [f"Left out of the address: {name}" for name in ("kind", "status", "open")] == said[:3]
    assert told(page)["open"] == [KHANAQIN.id]


def test_a_store_that_is_none_is_an_error_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback, no map, no blank page."""
    path = tmp_path / "broken.sqlite"
    path.write_bytes(b"this is no store" * 100)
    page = page_over(path, monkeypatch)
    assert not page.exception
    (error,) = page.error
    assert error.value.startswith("The store cannot be opened")
    assert list(page.main.get("component_instance")) == []


MALFORMED = (
    {"places": [1]},
    {"places": "gn:1"},
    {"show": {"undated": 1}},
    {"show": "undated", "clock": ["event"]},
    {"show": "undated", "clock": "said"},
    {"save": ["csv"]},
    7,
    None,
)


@pytest.mark.parametrize("click", MALFORMED)
def test_a_click_of_another_form_is_ignored(monkeypatch: pytest.MonkeyPatch, click: object) -> None:
    """What comes from the browser is believed only where it has the form that is expected."""
    session = {"map": {"last_active_drawing": {"properties": click}}, "last_click": "before"}
    monkeypatch.setattr(map_panel, "st", SimpleNamespace(session_state=session))
    map_panel._take()
    assert session.keys() == {"map", "last_click"}


def test_the_button_pressed_without_a_file_says_so(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_over(filled, monkeypatch)
    next(it for it in page.button if it.label == "Read them").click().run()
    assert [it.value for it in page.warning] == ["Choose files first: none had arrived when the button was pressed."]
