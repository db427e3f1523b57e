"""The components that write claims as cards, and the whole text of one, with every word set as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypedDict

import streamlit as st

from events.storage.stored import StoredClaim
from texts.document import Document
from ui.card import card_of
from ui.excerpt import segments_of
from views.contradiction import Contradiction

PARTS = Path(__file__).parent / "parts"
AROUND = 100_000
"""How many characters of a text are shown before and after an excerpt; how many more there are is said."""
MOST_AGAINST = 4
"""Claims on each side of a contradiction; how many more there are is said."""


@cache
def _component(name: str) -> Callable[..., Any]:
    return st.components.v2.component(
        f"dateline_{name}",
        css=(PARTS / "excerpts.css").read_text(encoding="utf-8"),
        js=(PARTS / f"{name}.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was just asked for on a card."""

    whole: int | None = None
    """the number of the claim whose whole text is wanted"""
    places: int | None = None
    """the number of the claim whose names' other places are wanted"""
    turn: int = 0
    """1 or -1 where the next or the previous page of excerpts is wanted"""


def write_excerpts(
    claims: Sequence[StoredClaim],
    *,
    offset: int,
    total: int,
    key: str,
    current: int | None = None,
    on_asked: Callable[[], None] | None = None,
) -> Asked:
    """Write claims as cards and return what was just asked for on one of them.

    Parameters
    ----------
    current
        The number of the claim to stand at; where it is given, keys turn from one excerpt to the next.
    on_asked
        Called before the page is written anew; `asked_on` then tells what was asked for.
    """
    heard = on_asked or (lambda: None)
    result = _component("excerpts")(
        data={"cards": [card_of(stored) for stored in claims], "offset": offset, "total": total, "current": current},
        key=key,
        on_whole_change=heard,
        on_places_change=heard,
        on_turn_change=heard,
    )
    return _asked(result)


def asked_on(key: str) -> Asked:
    """Return what was just asked for on the cards of this key."""
    return _asked(st.session_state.get(key))


def _asked(result: Any) -> Asked:
    whole, places, turn = (_number(getattr(result, name, None)) for name in ("whole", "places", "turn"))
    return Asked(whole=whole, places=places, turn=turn if turn in (1, -1) else 0)


def _number(told: Any) -> int | None:
    number = told.get("number") if isinstance(told, dict) else None
    return number if isinstance(number, int) else None


def write_contradiction(against: Contradiction[StoredClaim], *, key: str) -> None:
    """Write what is said and what is denied side by side."""
    sides = [
        {"head": head, "cards": [card_of(one) for one in side[:MOST_AGAINST]], "more": max(0, len(side) - MOST_AGAINST)}
        for head, side in (("Said", against.said), ("Denied", against.denied))
    ]
    _component("against")(data={"kind": against.kind.value, "sides": sides}, key=key)


class Whole(TypedDict):
    """A text around an excerpt, ready to be written; the component's JavaScript reads these names."""

    before: str
    segments: list[tuple[str, str]]
    after: str
    left_before: int
    left_after: int


def whole_of(document: Document, stored: StoredClaim) -> Whole:
    """Return the text around the excerpt of a claim, verbatim, with the excerpt's words marked."""
    span = stored.claim.excerpt.span
    start, end = max(0, span.start - AROUND), min(len(document.text), span.end + AROUND)
    return Whole(
        before=document.text[start : span.start],
        segments=[(segment.text, " ".join(segment.markings)) for segment in segments_of(stored.claim)],
        after=document.text[span.end : end],
        left_before=start,
        left_after=len(document.text) - end,
    )


def write_whole(document: Document, stored: StoredClaim) -> None:
    """Write a whole text, opened at the excerpt of a claim."""
    _component("whole")(data=whole_of(document, stored), key="whole_text")
