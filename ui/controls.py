"""The filters, in the sidebar."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from events.claim import Kind, Status
from events.counts import Facet, Facets
from events.query import Query
from events.store import Store
from ui.state import dropped, first_query

MOST_CHOICES = 200
"""How many actors or sources a list offers; the rest is found by the text search."""


@st.cache_resource(max_entries=8, show_spinner=False)
def _facets(_store: Store, path: Path, version: str) -> Facets:
    """Return the values to choose from; `path` and `version` tell one store from another and from its past."""
    del path, version
    return _store.facets(Query())


def filters(store: Store, *, version: str) -> Query:
    """Show the filters and return what they ask for."""
    first = first_query()
    facets = _facets(store, store.path, version)
    for message in dropped():
        st.caption(f"Left out of the address: {message.split(':')[0]}")
    text = st.text_input("Words in the excerpt", value=first.text or "", placeholder="convoy border", key="text")
    kinds = st.pills(
        "Kind", list(Kind), default=list(first.kinds), selection_mode="multi", format_func=str.capitalize, key="kind"
    )
    statuses = st.pills(
        "Status",
        list(Status),
        default=list(first.statuses),
        selection_mode="multi",
        format_func=str.capitalize,
        key="status",
    )
    places = _choice("Place", facets.places, first.places)
    actors = _choice("Actor", facets.actors, first.actors)
    sources = _choice("Source", facets.sources, first.sources)
    return Query(
        kinds=tuple(kinds),
        statuses=tuple(statuses),
        actors=actors,
        sources=sources,
        places=places,
        text=text.strip() or None,
    )


def _choice(label: str, facets: Sequence[Facet], first: Sequence[str]) -> tuple[str, ...]:
    labels = {facet.value: f"{facet.label} ({facet.count})" for facet in facets[:MOST_CHOICES]}
    values = list(dict.fromkeys([*first, *labels]))
    chosen = st.multiselect(
        label,
        values,
        default=list(first),
        format_func=lambda value: labels.get(value, value),
        placeholder=f"Any {label.lower()}",
        key=label.lower(),
    )
    return tuple(chosen)
