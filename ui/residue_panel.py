"""What is not on the map, and why: the undated, the unplaced and whatever else was left out."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from events.query import Clock, Query
from events.store import Store
from texts.rejection import Reason, Rejection
from ui.dating_form import date_document
from ui.excerpts import asked_on, write_excerpts
from ui.plain import plain
from ui.state import RESIDUE, WHOLE
from views.versions import run_in_words

MOST = 200
"""How many rejections are listed; the count beside them is of all."""
MOST_UNDATED = 25
CARDS = "undated"
WITHOUT = {Clock.EVENT: "no event date", Clock.REPORT: "no report date"}
"""What the claims are called that a clock cannot show, here and in the map's tray."""


WHY = {
    Clock.EVENT: "Nothing in the text dates these; the report’s own date is shown as the report’s.",
    Clock.REPORT: "Nothing tells when the texts of these were published.",
}


def show_residue(store: Store, query: Query) -> None:
    """Show the counts of what is not on the map; each opens at a click, and only then is read."""
    sorts = _sorts(store, query)
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
    clock = next((clock for clock, sort in WITHOUT.items() if sort == asked), None)
    if clock is not None:
        undated = store.undated(replace(query, clock=clock), limit=MOST_UNDATED)
        st.caption(WHY[clock])
        date_document(undated)
        write_excerpts(undated, offset=0, total=sorts[WITHOUT[clock]], key=CARDS, on_asked=_heard)
    elif asked:
        _table(store.rejections(Reason(asked), limit=MOST))
    _show_runs(store)


def _heard() -> None:
    """Open the whole text that was asked for on a card."""
    asked = asked_on(CARDS)
    if asked.whole is not None:
        st.session_state[WHOLE] = asked.whole


def _show_runs(store: Store) -> None:
    """Say at the foot what read the texts, and when."""
    for run in store.runs()[-1:]:
        st.caption(f"Last read: {plain(run_in_words(run))}")
    doubts = store.doubts()
    if doubts:
        with st.expander(f"Encoding in doubt: {len(doubts)}"):
            names, why = [name for name, _ in doubts[:MOST]], [doubt for _, doubt in doubts[:MOST]]
            st.dataframe({"File": names, "Why": why}, hide_index=True)


def _sorts(store: Store, query: Query) -> dict[str, int]:
    """Return how many claims each clock cannot show, and how much was left out for each reason."""
    counts = {clock: store.counts(replace(query, clock=clock)) for clock in WITHOUT}
    undated = {WITHOUT[clock]: counts[clock].undated for clock in WITHOUT if counts[clock].undated}
    return undated | {reason.value: count for reason, count in counts[Clock.EVENT].rejections}


def _table(rejections: list[Rejection]) -> None:
    st.dataframe(
        {
            "Words": [rejection.text or "" for rejection in rejections],
            "Why": [rejection.message for rejection in rejections],
            "In": [rejection.name for rejection in rejections],
        },
        hide_index=True,
    )
