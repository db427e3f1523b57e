"""An analyst's date for a text that has none: its claims are read again from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from events.extract import claims_in
from events.stored import StoredClaim
from texts.dating import Basis, Dating, Interval, Precision
from texts.published import with_dates
from ui.opening import editable, gazetteer
from ui.plain import plain


def date_document(claims: Sequence[StoredClaim]) -> None:
    """Let a date be given to a text that these claims are from and that has none."""
    texts = {it.publication.id: it.publication for it in claims if it.publication.dating is None}
    if not texts:
        return
    with st.form("dating", border=False):
        asked = st.selectbox(
            "Date a text", list(texts), format_func=lambda id_: plain(texts[id_].name), key="dated_text"
        )
        day = st.date_input("Published on", value=None, format="YYYY-MM-DD", key="dated_day")
        sent = st.form_submit_button("Set the date")
    if not sent or day is None:
        return
    store = editable()
    dating = Dating(
        edtf=day.isoformat(),
        interval=Interval(start=day, end=day + timedelta(days=1)),
        precision=Precision.DAY,
        basis=Basis.ANALYST,
        source="an analyst",
    )
    document = with_dates(store.date_document(asked, dating))
    reading = claims_in(document, gazetteer())
    store.replace(document, reading.claims, reading.rejections)
    st.rerun()
