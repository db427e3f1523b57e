"""The map that folium makes."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import replace

import folium
import pytest
from streamlit_folium import generate_leaflet_string

from events.claim import Kind, Status
from views.map import Assets, Sight, command_of, map_of
from views.script import script

ASSETS = Assets(scripts=("/app/static/a.js",), styles=("/app/static/a.css",), basemap="/app/static/b.json")
SIGHT = Sight(layer="/media/1", names="/media/2")
PAYLOADS = ["<img src=x onerror=alert(1)>", "${alert(1)}", "`", "</script><script>alert(1)</script>", "\\", "{{7*7}}"]


def page_script() -> str:
    map_ = map_of(ASSETS)
    map_.get_root().render()
    return str(generate_leaflet_string(map_))


def told(sight: Sight) -> dict[str, object]:
    command = command_of(sight, ASSETS)
    command.add_to(map_of(ASSETS))
    script_ = generate_leaflet_string(command, base_id="feature_group_0")
    return dict(json.loads(base64.b64decode(re.findall(r'atob\("([^"]+)"\)', script_)[0])))


def test_the_page_loads_only_its_own_files() -> None:
    """folium's scripts and styles from elsewhere are gone, and no other map is changed by that."""
    html = map_of(ASSETS).get_root().render()
    assert re.findall(r"https?://[^\s\"'<)]+", html) == []
    assert any("://" in address for _, address in folium.Map.default_js)


def test_the_script_is_the_same_every_time() -> None:
    """Streamlit would otherwise build the map anew, and zoom and selection would be lost."""
    assert page_script() == page_script()


def test_the_command_tells_what_to_show() -> None:
    """Kinds and statuses go as positions; the rest as numbers and addresses."""
    sight = replace(SIGHT, kinds=(Kind.ATTACK,), statuses=(Status.DENIED, Status.PLANNED), unplaced=3)
    command = told(sight)
    assert command["layer"] == "/media/1"
    assert command["kinds"] == [1]
    assert command["statuses"] == [2, 3]
    assert command["unplaced"] == 3
    assert "kinds" not in told(SIGHT)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_filters_reach_the_page_as_base64_only(payload: str) -> None:
    """What a person typed, or a link spelled, is no part of the script that runs."""
    sight = replace(SIGHT, params=(("text", payload),))
    command = command_of(sight, ASSETS)
    command.add_to(map_of(ASSETS))
    script_ = generate_leaflet_string(command, base_id="feature_group_0")
    assert re.search(r'atob\("[A-Za-z0-9+/=]+"\)', script_)
    assert payload == "\\" or payload not in script_
    assert told(sight)["params"] == [["text", payload]]


def test_the_script_needs_no_loader() -> None:
    """Modules are put together once each, in an order in which nothing is used before it is made."""
    code = script()
    assert re.findall(r"^(?:import|export) ", code, re.MULTILINE) == []
    assert code.count("class App {") == 1
    assert code.index("class Tally {") < code.index("class App {")


def test_no_two_modules_have_a_name_in_common() -> None:
    """They share one function's names."""
    names = re.findall(r"^(?:async )?(?:function|class|const) ([A-Za-z0-9_$]+)", script(), re.MULTILINE)
    assert sorted({name for name in names if names.count(name) > 1}) == []
