"""An analyst's date for a text that has none, which can be taken back: its claims are read again each time."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from events.extract import claims_in
from events.storage.stored import StoredClaim
from texts.dating import Basis, Dating
from texts.document import Document
from texts.edtf import dating_from
from texts.published import as_found, with_dates
from ui.excerpt import report_label
from ui.opening import editable, gazetteer
from ui.plain import plain

SOURCE = "an analyst"


def date_document(claims: Sequence[StoredClaim]) -> None:
    """Let a date be given to a text that these claims are from and that has none."""
    texts = {it.publication.id: it.publication for it in claims if it.publication.dating is None}
    if not texts:
        return
    with st.form("dating", border=False):
        asked = st.selectbox(
            "Date a text", list(texts), format_func=lambda id_: plain(texts[id_].name), key="dated_text"
        )
        words = st.text_input(
            "Published on",
            placeholder="2014-06-12",
            key="dated_day",
            help="A day, a month (2014-06), or a stretch of days (2014-06-12/2014-06-20), as EDTF writes them",
        )
        sent = st.form_submit_button("Set the date")
    if not sent or not words.strip():
        return
    try:
        dating = dating_from(words, basis=Basis.ANALYST, source=SOURCE)
    except ValueError as error:
        st.error(plain(str(error)))
        return
    _read_again(with_dates(editable().date_document(asked, dating)))


def show_datings(document: Document) -> None:
    """List when a text was published by what else it says, and let a date that a person gave be taken back."""
    for other in document.other_datings:
        st.caption(plain(f"Or: {_told(other)}."))
    if document.dating is None or document.dating.basis is not Basis.ANALYST:
        return
    if st.button("Take the analyst’s date back", key="take_back", type="tertiary"):
        _read_again(as_found(editable().document(document.id)))


def _told(dating: Dating) -> str:
    return report_label(dating).removeprefix("Report’s date: ")


def _read_again(document: Document) -> None:
    """Read the claims of a text from its date, which dates "on Thursday" in it too, and show the page anew."""
    reading = claims_in(document, gazetteer())
    editable().replace(document, reading.claims, reading.rejections)
    st.rerun()
