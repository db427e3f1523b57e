"""The excerpts of the place that was clicked, beside the map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import streamlit as st

from events.claim import Kind
from events.query import Query
from events.storage.stored import StoredClaim
from events.store import Store
from ui.considered import CONSIDERED, show_considered
from ui.contradictions import show_contradictions
from ui.dating_form import show_datings
from ui.excerpt import report_label
from ui.excerpts import asked_on, write_excerpts, write_whole
from ui.plain import plain
from ui.state import WHOLE, choose, chosen, leave_whole, together
from views.export_csv import csv_lines

PAGE = 25
"""Excerpts on one page of the panel."""
CARDS = "excerpts"
CURRENT = "current_excerpt"
"""The number of the claim whose excerpt is stood at, or `LAST` for the last on the page."""
LAST = "last"
MOST_NAMES = 4
"""Places named in the panel's head, where several share a disc."""


def show_place(store: Store, query: Query) -> None:
    """Show the claims of the chosen places, by date, or the whole text of one of them."""
    if _show_whole(store):
        return
    places = chosen()
    if not places:
        _invite()
        return
    way = _of_way(store, places, query) if together() else None
    counts = store.counts(replace(query, places=places))
    total = counts.shown + counts.undated if way is None else len(way)
    start = min(st.session_state.get("page", 0) * PAGE, max(0, total - 1) // PAGE * PAGE)
    claims = _claims_at(store, places, query, start=start) if way is None else way[start : start + PAGE]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(plain(_name(claims, places, " → " if way is not None else ", ")), anchor=False)
        if claims:
            _save(lambda: store.claims(replace(query, places=places)) if way is None else way)
        st.button("Close", key="close", type="tertiary", on_click=choose, args=((),))
    if not claims:
        st.markdown("No claim here passes the filters.")
        return
    what = "claim" if way is None else "movement"
    st.caption(f"{total} {what if total == 1 else what + 's'}, by date. Claims as reported; not verified.")
    if way is None:
        show_contradictions(store, places, query, total=total)
    current = st.session_state.get(CURRENT)
    numbers = [it.number for it in claims]
    standing = current if current in numbers else numbers[-1 if current == LAST else 0]
    write_excerpts(claims, offset=start, total=total, key=CARDS, current=standing, on_asked=_heard)
    show_considered(store)


def _heard() -> None:
    """Do what was asked for on a card, before the page is written anew."""
    asked = asked_on(CARDS)
    if asked.whole is not None:
        st.session_state[WHOLE] = st.session_state[CURRENT] = asked.whole
    if asked.places is not None:
        st.session_state[CONSIDERED] = st.session_state[CURRENT] = asked.places
    if asked.turn:
        st.session_state["page"] = max(0, st.session_state.get("page", 0) + asked.turn)
        st.session_state[CURRENT] = LAST if asked.turn < 0 else None


def _save(claims: Callable[[], Iterable[StoredClaim]]) -> None:
    """Offer claims as a table, which is written when it is asked for."""
    st.download_button(
        "CSV",
        lambda: b"".join(csv_lines(claims())),
        file_name="excerpts.csv",
        mime="text/csv",
        key="save_excerpts",
        type="tertiary",
        on_click="ignore",
        help="These claims as a table, with their excerpts and sources",
    )


def _show_whole(store: Store) -> bool:
    """Show the text that was asked for, opened at the excerpt, and return whether there is one."""
    asked = st.session_state.get(WHOLE)
    if asked is None:
        return False
    try:
        stored = store.claim(int(asked))
        document = store.document(stored.publication.id)
    except KeyError:
        del st.session_state[WHOLE]
        return False
    st.button("‹ Back to the excerpts", key="close_whole", type="tertiary", on_click=leave_whole)
    st.subheader(plain(document.title or document.name), anchor=False)
    held = "" if document.held is None else " Excerpts alone are held of this text; what is shaded is not known."
    st.caption(plain(f"{report_label(stored.publication.dating)}.") + held)
    show_datings(document)
    write_whole(document, stored)
    return True


def _claims_at(store: Store, places: Sequence[str], query: Query, *, start: int) -> list[StoredClaim]:
    """Return one page of the claims at any of the places, by date."""
    if len(places) == 1:
        return store.claims_at(places[0], query, limit=PAGE, offset=start)
    found = {it.number: it for place in places for it in store.claims_at(place, query, limit=start + PAGE)}
    return sorted(found.values(), key=_by_date)[start : start + PAGE]


def _of_way(store: Store, places: Sequence[str], query: Query) -> list[StoredClaim]:
    """Return the movements that name every one of the places, by date."""
    if query.kinds and Kind.MOVEMENT not in query.kinds:
        return []
    moving = replace(query, kinds=(Kind.MOVEMENT,))
    rarest = min(places, key=lambda place: store.counts(replace(moving, places=(place,))).shown)
    moves = store.claims_at(rarest, moving)
    wanted = set(places)
    return sorted((it for it in moves if wanted <= {place.place.id for place in it.claim.places}), key=_by_date)


def _by_date(stored: StoredClaim) -> tuple[int, int]:
    when = stored.claim.when
    start = when.interval.start if when else None
    return (start.toordinal() if start else 10**7, stored.number)


def _name(claims: Sequence[StoredClaim], places: Sequence[str], between: str) -> str:
    """Name the places that the claims on this page are at, and count the others."""
    names = {place.place.id: place.place.name for stored in claims for place in stored.claim.places}
    known = [names[place] for place in places if place in names][:MOST_NAMES]
    more = len(places) - len(known)
    return between.join(known) + (f" and {more} more" if more and known else "") or "No claims here"


def _invite() -> None:
    st.subheader("Excerpts", anchor=False)
    st.markdown(
        "Click a place on the map to read the words behind it: who says it, how, and when.\n\n"
        "Drag the band under the map, or press the arrow keys, to move through time."
    )
