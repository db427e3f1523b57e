"""The briefing panel: the selection as a map with its proof, to take away."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import streamlit as st

from events.query import Query
from events.store import Store
from views.briefing.sheet import FRAMES, TITLE_LIMIT, Format, Handling, Paper, ReportFormat, Sheet, SheetError
from views.release import release
from views.selection import words_of

LAST_DAY = date(9999, 12, 30)
"""The last day after which there is another."""
MADE = "briefing"
"""Where the session keeps the last briefing: its file's name and bytes."""
FORMS = {
    Format.PNG: "PNG, a picture",
    Format.SVG: "SVG, a drawing to edit",
    Format.PDF: "PDF, to print",
    Format.PPTX: "PPTX, slides",
    ReportFormat.MD: "Markdown, map and claims in words",
    ReportFormat.HTML: "HTML, map and claims in words",
    ReportFormat.DOCX: "DOCX, map and claims in words",
}
SIZES = {
    Paper.UHD: "3840 × 2160",
    Paper.HD: "1920 × 1080",
    Paper.A4: "A4, across",
    Paper.LETTER: "Letter, across",
}
ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip file can hold: the same files give the same archive."""


def show_briefing(store: Store, query: Query) -> None:
    """Take what a briefing needs, make it, and offer it for download."""
    with st.expander("Briefing map"), st.form("briefing-form", border=False):
        title = st.text_input("Title", max_chars=TITLE_LIMIT, placeholder="the countries of the claims")
        first = st.date_input("From", value=None, min_value=date.min, max_value=LAST_DAY)
        last = st.date_input("To", value=None, min_value=date.min, max_value=LAST_DAY)
        as_of = st.date_input("As of", value=None, min_value=date.min, max_value=LAST_DAY, help="Now, where empty; UTC")
        form = st.selectbox("Format", list(FORMS), format_func=lambda form: FORMS[form])
        paper = st.selectbox("Size", list(SIZES), format_func=lambda paper: SIZES[paper])
        frames = st.selectbox(
            "Maps side by side", sorted(FRAMES), help="The same area over as many periods of equal length"
        )
        handling = st.selectbox("Handling", [handling.value for handling in Handling])
        if st.form_submit_button("Make it"):
            st.session_state.pop(MADE, None)
            try:
                if first and last and first > last:
                    raise SheetError(f"To: expected a day not before {first}, got {last}")
                asked = replace(query, start=first, end=last + timedelta(days=1) if last else None)
                sheet = Sheet(
                    as_of=_moment(as_of),
                    title=title.strip() or None,
                    handling=Handling(handling),
                    paper=paper,
                    frames=frames,
                    filters=words_of(asked),
                    version=release(),
                )
                bar = st.progress(0.0, "Drawing the map …")
                st.session_state[MADE] = _made(store, asked, sheet, form, told=_teller(bar.progress))
                bar.empty()
            except (SheetError, ValueError) as error:
                st.error(f"No briefing was made: {error}")
    if MADE in st.session_state:
        name, content = st.session_state[MADE]
        st.download_button(f"Download {name}", content, file_name=name, width="stretch", on_click="ignore")


def _moment(day: date | None) -> datetime:
    """Return the end of a day, or now."""
    if day is None:
        return datetime.now(tz=UTC).replace(second=0, microsecond=0)
    return datetime.combine(day, time(23, 59), tzinfo=UTC)


def _teller(show: Callable[[float, str], object]) -> Callable[[int, int], None]:
    def told(done: int, of: int) -> None:
        show(min(done / max(of, 1), 1.0), f"Sheet {done:,} of {of:,} …")

    return told


def _made(
    store: Store, query: Query, sheet: Sheet, form: str, *, told: Callable[[int, int], None]
) -> tuple[str, bytes]:
    """Return the name and the bytes of the briefing; several files come as one archive."""
    from views.briefing.order import brief, file_name  # noqa: PLC0415 - takes a second: not before it is wanted

    name = file_name(sheet, form)
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        written = brief(store, query, sheet, Path(folder) / name, told=told)
        if len(written) == 1:
            return name, written[0].read_bytes()
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in written:
                archive.writestr(zipfile.ZipInfo(file.name, ZIP_MOMENT), file.read_bytes(), zipfile.ZIP_DEFLATED)
        return f"{Path(name).stem}.zip", packed.getvalue()
