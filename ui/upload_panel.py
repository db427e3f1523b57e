"""The user's own texts: read in this session, and forgotten with it."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath

import streamlit as st

from texts.formats.suffix import SUFFIXES
from texts.read import PLAIN
from ui.opening import OWN, leave_own, own_store, read_into
from ui.state import choose

MOST_FILES = 200
READ = (*(suffix for suffix in (*PLAIN, *SUFFIXES) if suffix.count(".") == 1), ".gz", ".csv", ".geojson")
"""Suffixes that the box offers; what a file holds decides, and what is not read is counted."""


def show_upload() -> None:
    """Take files and read them; what is shown changes to them, and back at a button."""
    with st.form("upload", clear_on_submit=True, border=False):
        files = st.file_uploader(
            "Your own texts", type=[suffix[1:] for suffix in READ], accept_multiple_files=True, key="files"
        )
        sent = st.form_submit_button("Read them")
    if sent and files:
        store = own_store()
        with tempfile.TemporaryDirectory(prefix="dateline-") as folder, st.spinner("Reading …"):
            for number, file in enumerate(files[:MOST_FILES]):
                into = Path(folder) / str(number) / (PurePosixPath(file.name).name or "text.txt")
                into.parent.mkdir()
                into.write_bytes(file.getvalue())
                read_into(store, into)
        if len(files) > MOST_FILES:
            st.warning(
                f"{MOST_FILES} files were read, {len(files) - MOST_FILES} were not: read a folder by the terminal."
            )
        choose(())
        st.rerun()
    if OWN in st.session_state and st.button("Back to the first texts"):
        leave_own()
        choose(())
        st.rerun()
