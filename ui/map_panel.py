"""The map in the page: one folium map that is never built anew, told what to show and asked what was clicked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st
from streamlit import runtime
from streamlit_folium import st_folium

from events.counts import Counts
from events.query import Clock, Query
from events.store import Store
from ui.residue_panel import WITHOUT
from ui.serving import address_of, address_of_file, assets
from ui.state import AS, MOVEMENT, OPEN, RESIDUE, choose, chosen, together, turned
from views.export import export
from views.export_form import Format
from views.layers import Layer, layer_of
from views.map import Sight, command_of, map_of
from views.outlines import outlines_of
from views.selection import params_of, query_from

HEIGHT = 700
"""Pixels, where the page's style does not make it as high as the window."""
MAP_KEY = "map"
TABLE = "table_asked"
"""The window, clock, day of knowledge and area of which the map asked for a table."""


def show_map(store: Store, query: Query, *, version: str) -> None:
    """Draw the map of a selection; a click on a place opens its excerpts."""
    layer = _layer(store, replace(query, kinds=(), statuses=()), store.path, version=version)
    places = chosen()
    counts = _whole(store, store.path, version=version)
    sight = Sight(
        layer=address_of(layer.numbers, slot="numbers"),
        names=address_of(layer.names, slot="names"),
        dark=st.context.theme.type == "dark",
        kinds=query.kinds,
        statuses=query.statuses,
        unplaced=counts.unplaced,
        elsewhere=counts.total - counts.unplaced - layer.claims,
        open=places,
        texts=turned(),
        saved=_saved(store, query),
        params=(
            *params_of(query).items(),
            *((OPEN, "|".join(places)) for _ in places[:1]),
            *((AS, MOVEMENT) for _ in places[:1] if together()),
        ),
    )
    told = assets()
    st_folium(
        map_of(told),
        key=MAP_KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=command_of(sight, told),
        on_change=_take,
    )


def clicked() -> bool:
    """Whether this session has clicked in the map."""
    return "last_click" in st.session_state


@st.cache_resource(max_entries=8, show_spinner=False)
def _layer(_store: Store, query: Query, path: Path, *, version: str) -> Layer:
    """Return the layer of a selection; `path` and `version` tell one store from another and from its past."""
    del path, version
    marks = _store.marks(query)
    return layer_of(marks, outlines=outlines_of(marks))


@st.cache_resource(max_entries=8, show_spinner=False)
def _whole(_store: Store, path: Path, *, version: str) -> Counts:
    """Return what became of every claim of a store."""
    del path, version
    return _store.counts(Query())


def _take() -> None:
    """Open what was clicked, before the page is written: the excerpts need not wait for the map.

    What comes from the browser is believed only where it has the form that is expected.
    """
    answer = st.session_state.get(MAP_KEY)
    drawing = answer.get("last_active_drawing") if isinstance(answer, dict) else None
    properties = drawing.get("properties") if isinstance(drawing, dict) else None
    if not isinstance(properties, dict):
        return
    places, click = properties.get("places"), properties.get("click")
    if click == st.session_state.get("last_click"):
        return
    st.session_state["last_click"] = click
    clock = properties.get("clock")
    if properties.get("show") == "undated" and isinstance(clock, str) and clock in WITHOUT:
        st.session_state[RESIDUE] = WITHOUT[Clock(clock)]
    elif properties.get("save") == "csv":
        names = {"from": "from", "to": "to", "clock": "clock", "as-known-on": "known", "bbox": "box"}
        st.session_state[TABLE], _ = query_from({name: str(properties.get(key, "")) for name, key in names.items()})
    elif isinstance(places, list) and all(isinstance(place, str) for place in places):
        way = properties.get("together") is True
        if (tuple(places), way) != (chosen(), together()):
            choose(tuple(places), together=way)


def _saved(store: Store, query: Query) -> str | None:
    """Return the address of the table that was just asked for: the claims that the map shows, filters and all."""
    asked = st.session_state.pop(TABLE, None)
    if not isinstance(asked, Query) or not runtime.exists():
        return None
    window = {name: getattr(asked, name) for name in ("start", "end", "clock", "known_on", "box")}
    shown = replace(query, **window)
    pieces = export(store.claims(shown), Format.CSV, filters=params_of(shown), counts=store.counts(shown))
    return address_of_file(b"".join(pieces), kind="text/csv", slot="table")
