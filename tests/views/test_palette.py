"""The colours of kinds are the same on the page and in briefings."""

from __future__ import annotations

import re
from pathlib import Path

from events.claim import Kind
from views.palette import KIND_COLOURS

STYLE = Path(__file__).parents[2] / "views" / "js" / "style.js"


def test_a_kind_has_one_colour() -> None:
    """Who has read the page reads the briefing without its legend."""
    light = re.search(r"const LIGHT = \{.*?kinds: \[(.*?)\]", STYLE.read_text(encoding="utf-8"), re.DOTALL)
    assert light is not None
    assert re.findall(r"#\w{6}", light[1]) == [KIND_COLOURS[kind] for kind in Kind]
