"""Claims about the chosen places that contradict each other, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from events.claim import Status
from events.query import Query
from events.storage.stored import StoredClaim
from events.store import Store
from ui.excerpts import write_contradiction
from views.contradiction import CONTRARY, Contradiction, contradictions_in

AT_ONCE = 200
"""Claims of the chosen places up to which they are compared unasked; more would hold up the excerpts."""
MOST_COMPARED = 1000
"""Claims of one place on either side that are compared; the first by date."""


def show_contradictions(store: Store, places: Sequence[str], query: Query, *, total: int) -> None:
    """Show which reports of the chosen places contradict each other; nothing where none do."""
    if total > AT_ONCE and not st.toggle("Compare reports that contradict each other", key="compare"):
        return
    found = [against for place in places for against in contradictions_at(store, place, query)]
    for number, against in enumerate(found):
        write_contradiction(against, key=f"against{number}")
    if total > AT_ONCE and not found:
        st.caption("No report here denies what another says.")


def contradictions_at(store: Store, place: str, query: Query) -> tuple[Contradiction[StoredClaim], ...]:
    """Return the claims at one place of which one says what another denies; without a denial nothing more is read."""
    denied = _with(store, place, query, {Status.DENIED})
    if not denied:
        return ()
    return contradictions_in((*_with(store, place, query, CONTRARY), *denied))


def _with(store: Store, place: str, query: Query, statuses: set[Status]) -> list[StoredClaim]:
    wanted = tuple(
        status for status in Status if status in statuses and (not query.statuses or status in query.statuses)
    )
    return store.claims_at(place, replace(query, statuses=wanted), limit=MOST_COMPARED) if wanted else []
