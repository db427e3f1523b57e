"""The component that writes claims as cards, with every word set as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from events.stored import StoredClaim
from ui.card import card_of

PARTS = Path(__file__).parent / "parts"


@cache
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "dateline_excerpts",
        css=(PARTS / "excerpts.css").read_text(encoding="utf-8"),
        js=(PARTS / "excerpts.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )


def write_excerpts(claims: Sequence[StoredClaim], *, offset: int, total: int, key: str) -> str | None:
    """Write claims as cards and return the id of the document whose whole text was just asked for."""
    cards = [card_of(stored) for stored in claims]
    result = _component()(
        data={"cards": cards, "offset": offset, "total": total}, key=key, on_whole_change=lambda: None
    )
    asked = getattr(result, "whole", None)
    return str(asked["document"]) if asked else None
