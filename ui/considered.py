"""The places that were considered for the names of a claim, asked again when somebody wants to know."""

from __future__ import annotations

import streamlit as st

from events.claim import ClaimPlace
from events.store import Store
from geo.gazetteer import Gazetteer
from geo.geoparse import resolution_at
from geo.reasons import candidate_lines
from texts.document import Document
from ui.opening import gazetteer
from ui.plain import plain

CONSIDERED = "considered"
"""The number of the claim that is asked about."""


def show_considered(store: Store) -> None:
    """Show the candidates of each name of the claim that was asked about, the chosen one first."""
    asked = st.session_state.get(CONSIDERED)
    if asked is None:
        return
    try:
        claim = store.claim(int(asked)).claim
    except KeyError:
        del st.session_state[CONSIDERED]
        return
    document = store.document(claim.excerpt.document_id)
    with st.expander("Places considered", expanded=True):
        for place in claim.places:
            st.markdown(f"**{plain(place.text)}** ({place.role})")
            st.text("\n".join(considered(place, document, gazetteer())))
        if st.button("Close the list", key="close_considered"):
            del st.session_state[CONSIDERED]
            st.rerun(scope="fragment")


def considered(place: ClaimPlace, document: Document, known: Gazetteer) -> tuple[str, ...]:
    """Return the places that the name of a claim could mean, one line each, and the line of the chosen one first.

    A place that the geoparser did not choose by itself, because a table gave it, an analyst set it, or the
    gazetteer is another now, stands first with its own reason.
    """
    found = None if document.held is not None else resolution_at(document, known, place.span)
    lines = () if found is None else candidate_lines(found)
    if found is not None and found.place is not None and found.place.id == place.place.id:
        chosen = [line for line in lines if line.startswith("chosen: ")]
        others = [line for line in lines if not line.startswith("chosen: ")]
        return (*chosen, *(others or ("no other place of this name is known",)))
    kept = f"chosen: {place.place.name}, {place.place.country or 'no country'}: {place.reason}"
    return (kept, *(line.removeprefix("chosen: ") for line in lines))
