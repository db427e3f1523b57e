"""A Streamlit page that builds its folium map anew at each step of a slider; usage: streamlit run … -- CLAIMS."""

from __future__ import annotations

import sys

import folium
import numpy as np
import streamlit as st
from branca.element import MacroElement
from folium.template import Template
from streamlit_folium import st_folium

from benchmarks.claims import START, marks_of
from benchmarks.rivals.marks import WINDOW_DAYS


class _Day(MacroElement):
    """The day that the map was built for, written where the benchmark looks."""

    _template = Template("{% macro script(this, kwargs) %}document.body.dataset.day = '{{ this.day }}';{% endmacro %}")

    def __init__(self, day: int) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca's own
        self.day = day


@st.cache_resource
def _columns(claims: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    marks = marks_of(claims)
    first = np.unique(marks.claim, return_index=True)[1]
    at = [marks.places[place] for place in marks.place[first]]
    return (
        marks.first_day[first],
        marks.last_day[first],
        np.array([place.lat for place in at]),
        np.array([place.lon for place in at]),
    )


first_day, last_day, lat, lon = _columns(int(sys.argv[1]))
day = st.slider("Day", START, START + 3600, START + 1800)
map_ = folium.Map(location=(34.0, 44.0), zoom_start=5, tiles=None, prefer_canvas=True)
shown = np.flatnonzero((first_day <= day) & (last_day > day - WINDOW_DAYS))
for row in shown:
    folium.CircleMarker((lat[row], lon[row]), radius=4).add_to(map_)
_Day(int(day)).add_to(map_)
st_folium(map_, height=700, use_container_width=True, returned_objects=[])
