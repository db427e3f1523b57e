"""The user's own texts: read in this session, and forgotten with it."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath

import streamlit as st

from geo.home import home_read
from texts.document import Document
from texts.formats.suffix import SUFFIXES
from texts.metadata import Metadata
from texts.read import PLAIN
from ui.opening import OWN, arguments, gazetteer, leave_own, own_store, read_into
from ui.plain import plain
from ui.state import choose

MOST_FILES = 200
READ = (*(suffix for suffix in (*PLAIN, *SUFFIXES) if suffix.count(".") == 1), ".gz", ".csv", ".geojson")
"""Suffixes that the box offers; what a file holds decides, and what is not read is counted."""


def show_upload() -> None:
    """Take files and read them; what is shown changes to them, and back at a button."""
    with st.form("upload", border=False):
        files = st.file_uploader(
            "Your own texts", type=[suffix[1:] for suffix in READ], accept_multiple_files=True, key="files"
        )
        about = _about()
        sent = st.form_submit_button("Read them")
    if sent and files and _is_understood(about):
        store = own_store()
        with tempfile.TemporaryDirectory(prefix="dateline-") as folder, st.spinner("Reading …"):
            for number, file in enumerate(files[:MOST_FILES]):
                into = Path(folder) / str(number) / (PurePosixPath(file.name).name or "text.txt")
                into.parent.mkdir()
                into.write_bytes(file.getvalue())
                read_into(store, into, about=about)
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


def _about() -> Metadata:
    """Ask what is known of all the files; a name that several places bear is then read by it."""
    first = arguments()
    with st.expander("What they are about and where they are from"):
        theatre = st.text_input(
            "Theatre",
            value=first.theatre or "",
            key="theatre",
            placeholder="IQ, SY",
            help="What part of the earth they are about: countries, by name or by their codes of two letters, or a box "
            "W,S,E,N in degrees. Places there are preferred; no other is left out.",
        )
        home = st.text_input(
            "Publisher’s home",
            value=first.home or "",
            key="home",
            placeholder="Najaf",
            help="A place’s name, or lon,lat in degrees. Without it the place in the publisher’s name is taken.",
        )
    return Metadata(home=home.strip() or None, theatre=theatre.strip() or None)


def _is_understood(about: Metadata) -> bool:
    """Say what of a theatre and a home is not understood, and whether all is."""
    if not (about.home or about.theatre):
        return True
    _, refused = home_read(Document(id="", text="", name="", home=about.home, theatre=about.theatre), gazetteer())
    for message in refused:
        st.warning(plain(message))
    return not refused
