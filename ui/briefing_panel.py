"""The briefing panel: the selection as a map with its proof, to take away."""

from __future__ import annotations

import io
import tempfile
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import streamlit as st

from events.query import Query
from events.store import Store
from views.briefing.sheet import TITLE_LIMIT, Format, Handling, Paper, ReportFormat, Sheet, SheetError
from views.release import release
from views.selection import words_of

LAST_DAY = date(9999, 12, 30)
"""The last day after which there is another."""
MADE = "briefing"
"""Where the session keeps the last briefing: its file's name and bytes."""


def show_briefing(store: Store, query: Query) -> None:
    """Take what a briefing needs, make it, and offer it for download."""
    with st.expander("Briefing map"), st.form("briefing-form", border=False):
        title = st.text_input("Title", max_chars=TITLE_LIMIT, placeholder="the countries of the claims")
        first = st.date_input("From", value=None, min_value=date.min, max_value=LAST_DAY)
        last = st.date_input("To", value=None, min_value=date.min, max_value=LAST_DAY)
        form = st.selectbox("Format", [form.value for form in (*Format, *ReportFormat)], format_func=str.upper)
        paper = st.selectbox("Size", [paper.value for paper in Paper])
        handling = st.selectbox("Handling", [handling.value for handling in Handling])
        if st.form_submit_button("Make it"):
            asked = replace(query, start=first, end=last + timedelta(days=1) if last else None)
            sheet = Sheet(
                as_of=datetime.now(tz=UTC).replace(second=0, microsecond=0),
                title=title.strip() or None,
                handling=Handling(handling),
                paper=Paper(paper),
                filters=words_of(asked),
                version=release(),
            )
            try:
                with st.spinner("Drawing …"):
                    st.session_state[MADE] = _made(store, asked, sheet, form)
            except (SheetError, ValueError) as error:
                st.error(str(error))
    if MADE in st.session_state:
        name, content = st.session_state[MADE]
        st.download_button(f"Download {name}", content, file_name=name, width="stretch", on_click="ignore")


def _made(store: Store, query: Query, sheet: Sheet, form: str) -> tuple[str, bytes]:
    """Return the name and the bytes of the briefing; several sheets of PNG or SVG come as one archive."""
    from views.briefing.order import brief, file_name  # noqa: PLC0415 - takes a second: not before it is wanted

    name = file_name(sheet, form)
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        written = brief(store, query, sheet, Path(folder) / name)
        if len(written) == 1:
            return name, written[0].read_bytes()
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in written:
                archive.write(file, file.name)
        return f"{name}.zip", packed.getvalue()
