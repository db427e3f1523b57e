"""The user's own texts: read in this session, and forgotten with it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from events.store import Store
from events.summary import Summary
from geo.home import home_read
from texts.document import Document
from texts.formats.suffix import SUFFIXES
from texts.metadata import Metadata
from texts.read import PLAIN
from ui.opening import OWN, arguments, gazetteer, leave_own, opened, own_store, read_into
from ui.plain import plain
from ui.state import turn

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
        # above the button: below it the list of files would push it out of sight
        room = st.empty()
        sent = st.form_submit_button("Read them")
    if sent and not files:
        st.warning("Choose files first: none had arrived when the button was pressed.")
    if sent and files and _is_understood(about):
        store = own_store()
        with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
            paths: list[Path] = []
            for number, file in enumerate(files[:MOST_FILES]):
                paths.append(Path(folder) / str(number) / (PurePosixPath(file.name).name or "text.txt"))
                paths[-1].parent.mkdir()
                paths[-1].write_bytes(file.getvalue())
            read_into(store, _shown(paths, room), about=about)
        if len(files) > MOST_FILES:
            st.warning(
                f"{MOST_FILES} files were read, {len(files) - MOST_FILES} were not: read a folder by the terminal."
            )
        turn()
        st.rerun()
    if OWN in st.session_state:
        _say_what_became(opened())
    if OWN in st.session_state and st.button("Back to the first texts"):
        leave_own()
        turn()
        st.rerun()


def _say_what_became(store: Store) -> None:
    """Say what became of the files that were read last, and where to look for what was left out."""
    run = next(iter(store.runs()[-1:]), None)
    if run is not None and run.summary is not None:
        st.caption(became_in_words(run.summary))


def became_in_words(summary: Summary) -> str:
    """Return what became of files.

    >>> from texts.rejection import Reason
    >>> became_in_words(Summary(files=3, documents=1, claims=2, rejections=((Reason.EMPTY, 1), (Reason.UNPLACED, 4))))
    'Read: 1 text, 2 claims with a place. Left out: 5, see “Not on the map”.'
    >>> became_in_words(Summary(files=1, known=1))
    'Read: 0 texts, 0 claims with a place. 1 file was read before.'
    """
    left, known = sum(count for _, count in summary.rejections), summary.known + summary.copies
    said = [f"Read: {_counted(summary.documents, 'text')}, {_counted(summary.claims, 'claim')} with a place."]
    said += [f"{_counted(known, 'file')} {'was' if known == 1 else 'were'} read before."] if known else []
    said += [f"Left out: {left:,}, see “Not on the map”."] if left else []
    return " ".join(said)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _shown(paths: list[Path], room: DeltaGenerator) -> Iterator[Path]:
    """Yield files to read, and show how far that is; each is asked for when the one before has been read."""
    bar, start = room.progress(0.0, text="Reading …"), time.monotonic()
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
