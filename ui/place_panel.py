"""The excerpts of the place that was clicked, beside the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from events.query import Query
from events.store import Store
from events.stored import StoredClaim
from ui.considered import CONSIDERED, show_considered
from ui.excerpts import write_excerpts
from ui.plain import plain
from ui.state import choose, chosen

PAGE = 25
"""Excerpts on one page of the panel."""
MOST_NAMES = 4
"""Places named in the panel's head, where several share a disc."""


def show_place(store: Store, query: Query) -> None:
    """Show the claims of the chosen places, by date."""
    places = chosen()
    if not places:
        _invite()
        return
    asked_of = replace(query, places=places)
    counts = store.counts(asked_of)
    total = counts.shown + counts.undated
    start = min(st.session_state.get("page", 0) * PAGE, max(0, total - 1) // PAGE * PAGE)
    claims = _claims_at(store, places, query, start=start)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(plain(_name(claims, places)), anchor=False)
        if st.button("Close", key="close", type="tertiary"):
            choose(())
            st.rerun(scope="fragment")
    if not claims:
        st.markdown("No claim here passes the filters.")
        return
    st.caption(f"{total} {'claim' if total == 1 else 'claims'}, by date. Claims as reported; not verified.")
    asked = write_excerpts(claims, offset=start, total=total, key="excerpts")
    if total > PAGE:
        _pages(total)
    if asked.whole:
        st.session_state["whole"] = asked.whole
    if asked.places is not None:
        st.session_state[CONSIDERED] = asked.places
    show_considered(store)
    _whole(store)


def _claims_at(store: Store, places: Sequence[str], query: Query, *, start: int) -> list[StoredClaim]:
    """Return one page of the claims at any of the places, by date."""
    if len(places) == 1:
        return store.claims_at(places[0], query, limit=PAGE, offset=start)
    found = {it.number: it for place in places for it in store.claims_at(place, query, limit=start + PAGE)}
    return sorted(found.values(), key=_by_date)[start : start + PAGE]


def _by_date(stored: StoredClaim) -> tuple[int, int]:
    when = stored.claim.when
    start = when.interval.start if when else None
    return (start.toordinal() if start else 10**7, stored.number)


def _name(claims: Sequence[StoredClaim], places: Sequence[str]) -> str:
    """Name the places that the claims on this page are at, and count the others."""
    names = {place.place.id: place.place.name for stored in claims for place in stored.claim.places}
    known = [names[place] for place in places if place in names][:MOST_NAMES]
    more = len(places) - len(known)
    return ", ".join(known) + (f" and {more} more" if more and known else "") or "No claims here"


def _invite() -> None:
    st.subheader("Excerpts", anchor=False)
    st.markdown(
        "Click a place on the map to read the words behind it: who says it, how, and when.\n\n"
        "Drag the band under the map, or press the arrow keys, to move through time."
    )


def _pages(total: int) -> None:
    last = (total - 1) // PAGE
    page = st.session_state.get("page", 0)
    with st.container(horizontal=True):
        if st.button("Previous", disabled=page <= 0, key="previous"):
            st.session_state["page"] = page - 1
            st.rerun(scope="fragment")
        if st.button("Next", disabled=page >= last, key="next"):
            st.session_state["page"] = page + 1
            st.rerun(scope="fragment")


def _whole(store: Store) -> None:
    asked = st.session_state.get("whole")
    if not asked:
        return
    try:
        document = store.document(asked)
    except KeyError:
        del st.session_state["whole"]
        return
    with st.expander(plain(document.title or document.name), expanded=True):
        st.text(document.text)
        if st.button("Close the text", key="close_whole"):
            del st.session_state["whole"]
            st.rerun(scope="fragment")
