"""What is not on the map, and why: the undated, the unplaced and whatever else was left out."""

from __future__ import annotations

import streamlit as st

from events.counts import Counts
from events.query import Query
from events.store import Store
from texts.rejection import Reason, Rejection
from ui.dating_form import date_document
from ui.excerpts import write_excerpts
from ui.plain import plain
from ui.state import RESIDUE
from views.versions import run_in_words

MOST = 200
"""How many rejections are listed; the count beside them is of all."""
MOST_UNDATED = 25
UNDATED = "undated"


def show_residue(store: Store, query: Query) -> None:
    """Show the counts of what is not on the map; each opens at a click, and only then is read."""
    counts = store.counts(query)
    sorts = _sorts(counts)
    st.subheader("Not on the map", anchor=False)
    if not sorts:
        st.caption("Everything that was read is on the map.")
        _show_runs(store)
        return
    asked = st.pills(
        "Not on the map",
        list(sorts),
        format_func=lambda sort: f"{sort.capitalize()}: {sorts.get(sort, 0)}",
        key=RESIDUE,
        label_visibility="collapsed",
    )
    if asked == UNDATED:
        undated = store.undated(query, limit=MOST_UNDATED)
        st.caption("Nothing in the text dates these; the report’s own date is shown as the report’s.")
        date_document(undated)
        write_excerpts(undated, offset=0, total=counts.undated, key="undated")
    elif asked:
        _table(store.rejections(Reason(asked), limit=MOST))
    _show_runs(store)


def _show_runs(store: Store) -> None:
    """Say at the foot what read the texts, and when."""
    for run in store.runs()[-1:]:
        st.caption(f"Last read: {plain(run_in_words(run))}")


def _sorts(counts: Counts) -> dict[str, int]:
    undated = {UNDATED: counts.undated} if counts.undated else {}
    return undated | {reason.value: count for reason, count in counts.rejections}


def _table(rejections: list[Rejection]) -> None:
    st.dataframe(
        {
            "Words": [rejection.text or "" for rejection in rejections],
            "Why": [rejection.message for rejection in rejections],
            "In": [rejection.name for rejection in rejections],
        },
        hide_index=True,
    )
