"""What this session looks at: the store, the filters of the address, and the chosen places."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from events.query import Query
from events.store import Store
from views.selection import query_from

CHOSEN = "chosen_places"
RESIDUE = "residue"
WHOLE = "whole"
"""The number of the claim whose whole text is open."""
TOGETHER = "together"
"""Whether the excerpts are those of claims that name all the chosen places: a movement's, not any at one of them."""
AS = "as"
"""The part of the address that says so, by the word `MOVEMENT`."""
MOVEMENT = "movement"
OPEN = "open"
"""The part of the address that names the places whose excerpts are open."""
TURNED = "turned"
MOST_OPEN = 100
"""Places that an address may open."""
FILTERS = ("place", "kind", "status", "actor", "source", "text")
"""The filters that the page writes into the address; the map itself writes the window, the clocks and the view."""


def first_query() -> Query:
    """Return the filters that the address spelled when the session began, and say what was dropped.

    The window, the clocks and the box are the map's own: the layer reads them from the same address.
    """
    if "first_query" not in st.session_state:
        query, dropped = query_from(dict(st.query_params))
        st.session_state["first_query"] = replace(query, start=None, end=None, known_on=None, box=None)
        theirs = tuple(message for message in dropped if message.split(":")[0] in FILTERS)
        st.session_state["dropped"] = theirs
    query = st.session_state["first_query"]
    assert isinstance(query, Query)
    return query


def open_first(store: Store) -> None:
    """Open the places that the address named when the session began; those without a claim are dropped."""
    if CHOSEN in st.session_state:
        return
    asked = tuple(dict.fromkeys(part for part in st.query_params.get(OPEN, "").split("|") if part))
    known = tuple(place for place in asked[:MOST_OPEN] if store.claims_at(place, limit=1))
    choose(known, together=st.query_params.get(AS) == MOVEMENT and len(known) > 1)
    if known != asked:
        st.session_state["dropped"] = (*dropped(), f"{OPEN}: {len(asked) - len(known)} places have no claims here")


def dropped() -> tuple[str, ...]:
    """Return what could not be read of the address."""
    return tuple(st.session_state.get("dropped", ()))


def chosen() -> tuple[str, ...]:
    """Return the ids of the places whose excerpts are open."""
    return tuple(st.session_state.get(CHOSEN, ()))


def together() -> bool:
    """Whether the open excerpts are those of a movement through all the chosen places."""
    return bool(st.session_state.get(TOGETHER, False))


def turn() -> None:
    """Remember that other texts are shown from now on: what was open closes, and the map shows them whole."""
    st.session_state[TURNED] = turned() + 1
    choose(())


def turned() -> int:
    """Return how often this session has turned to other texts."""
    return int(st.session_state.get(TURNED, 0))


def choose(places: tuple[str, ...], *, together: bool = False) -> None:
    """Open the excerpts of these places, or of the movements that name them all."""
    st.session_state[CHOSEN] = places
    st.session_state[TOGETHER] = together
    st.session_state["page"] = 0
    leave_whole()


def leave_whole() -> None:
    """Close the whole text that is open."""
    st.session_state.pop(WHOLE, None)
