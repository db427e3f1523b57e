"""The Streamlit page: load, select, show."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from events.query import Query
from ui.briefing_panel import show_briefing
from ui.controls import filters
from ui.map_panel import clicked, show_map
from ui.opening import opened, version_of
from ui.place_panel import show_place
from ui.residue_panel import show_residue
from ui.state import first_query, open_first
from ui.upload_panel import show_upload


@st.fragment
def explore(query: Query) -> None:
    """Show the map and what was clicked in it; a click runs this much and no more."""
    store = opened()
    on_map, beside = st.columns([7, 3], gap="small")
    # what is waited for goes first: at the start the map, and from the first click on the excerpts
    for column in (beside, on_map) if clicked() else (on_map, beside):
        with column:
            if column is on_map:
                show_map(store, query, version=version_of(store))
                continue
            with st.container(height=800, border=False, key="beside"):
                show_place(store, query)
                show_residue(store, query)


UI = Path(__file__).parent / "ui"
# an icon of Streamlit's own would be fetched from elsewhere
st.set_page_config(page_title="Dateline", page_icon=UI / "parts" / "icon.png", layout="wide", initial_sidebar_state=270)
st.html(UI / "page.css")
with st.sidebar:
    st.header("Dateline", anchor=False)
    first_query()
    open_first(opened())
    wanted = filters(opened(), version=version_of(opened()))
explore(wanted)
with st.sidebar:
    show_upload()
    show_briefing(opened(), wanted)
