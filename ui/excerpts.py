"""The component that writes claims as cards, with every word set as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was just asked for on a card."""

    whole: str | None = None
    """the id of the document whose whole text is wanted"""
    places: int | None = None
    """the number of the claim whose names' other places are wanted"""


def write_excerpts(claims: Sequence[StoredClaim], *, offset: int, total: int, key: str) -> Asked:
    """Write claims as cards and return what was just asked for on one of them."""
    cards = [card_of(stored) for stored in claims]
    result = _component()(
        data={"cards": cards, "offset": offset, "total": total},
        key=key,
        on_whole_change=lambda: None,
        on_places_change=lambda: None,
    )
    whole, places = getattr(result, "whole", None), getattr(result, "places", None)
    return Asked(whole=str(whole["document"]) if whole else None, places=int(places["number"]) if places else None)
