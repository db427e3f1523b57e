"""What is not on the map, and why: the undated, the unplaced and whatever else was left out."""

from __future__ import annotations

import streamlit as st

from events.query import Query
from events.store import Store
from texts.rejection import Rejection
from ui.excerpts import write_excerpts

MOST = 200
"""How many are listed; the count above them is of all."""


def show_residue(store: Store, query: Query) -> None:
    """Show the counts of what is not on the map; each can be opened."""
    counts = store.counts(query)
    st.subheader("Not on the map", anchor=False)
    if counts.undated:
        with st.expander(f"Undated: {counts.undated}"):
            write_excerpts(store.undated(query, limit=MOST), offset=0, total=counts.undated, key="undated")
    for reason, count in counts.rejections:
        with st.expander(f"{reason.value.capitalize()}: {count}"):
            _table(store.rejections(reason, limit=MOST))
    if not counts.undated and not counts.rejections:
        st.caption("Everything that was read is on the map.")


def _table(rejections: list[Rejection]) -> None:
    st.dataframe(
        {
            "Words": [rejection.text or "" for rejection in rejections],
            "Why": [rejection.message for rejection in rejections],
            "In": [rejection.name for rejection in rejections],
        },
        hide_index=True,
    )
