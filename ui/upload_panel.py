"""The user's own texts: read in this session, and forgotten with it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
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
            paths: list[Path] = []
            for number, file in enumerate(files[:MOST_FILES]):
                paths.append(Path(folder) / str(number) / (PurePosixPath(file.name).name or "text.txt"))
                paths[-1].parent.mkdir()
                paths[-1].write_bytes(file.getvalue())
            read_into(store, _shown(paths), about=about)
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


def _shown(paths: list[Path]) -> Iterator[Path]:
    """Yield files to read, and show how far that is; each is asked for when the one before has been read."""
    bar, start = st.progress(0.0), time.monotonic()
    for done, path in enumerate(paths):
        bar.progress(done / len(paths), text=progress_in_words(done, len(paths), time.monotonic() - start))
        yield path
    bar.empty()


def progress_in_words(done: int, total: int, seconds: float) -> str:
    """Return how far the reading is, how fast, and how long it still takes at that rate.

    >>> progress_in_words(10, 40, 5.0)
    '10 of 40 files, 2.0 a second, about 15 s left'
    >>> progress_in_words(0, 40, 0.1)
    '0 of 40 files'
    """
    told = f"{done} of {total} files"
    if not done or seconds <= 0:
        return told
    rate = done / seconds
    return f"{told}, {rate:.1f} a second, about {(total - done) / rate:.0f} s left"


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
