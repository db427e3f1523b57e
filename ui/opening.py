"""Open what the page shows: a store or folders that were named, the sample corpus, or a user's own files."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import streamlit as st

from events.extract import claims_in
from events.store import Store
from geo.gazetteer import Gazetteer, open_gazetteer
from texts.published import with_dates
from texts.read import parcels_in

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "corpus"
OWN = "own_store"
FOLDER = "own_folder"


def arguments() -> argparse.Namespace:
    """Return what stood after `--` on Streamlit's command line."""
    parser = argparse.ArgumentParser(prog="streamlit run app.py --")
    parser.add_argument("--store", type=Path, help="a store that `dateline ingest` made")
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders to read")
    return parser.parse_known_args(sys.argv[1:])[0]


@st.cache_resource(show_spinner="Opening the gazetteer …")
def gazetteer() -> Gazetteer:
    """Return the gazetteer, opened once for all sessions."""
    return open_gazetteer()


def opened() -> Store:
    """Return the store that this session looks at."""
    own = st.session_state.get(OWN)
    if isinstance(own, Store):
        return own
    asked = arguments()
    return _named(asked.store, tuple(asked.paths))


@st.cache_resource(show_spinner="Reading the texts …")
def _named(store: Path | None, paths: tuple[Path, ...]) -> Store:
    if store is not None:
        return Store.open(store)
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    fresh = Store.open(folder / "texts.sqlite")
    for path in paths or (SAMPLE,):
        read_into(fresh, path)
    return fresh


def read_into(store: Store, path: Path) -> None:
    """Read the texts at `path` and keep them, their claims and what was left out."""
    with store.writing():
        for parcel in parcels_in(path):
            for document in parcel.documents:
                dated = with_dates(document)
                reading = claims_in(dated, gazetteer())
                rejections = (*parcel.rejections, *reading.rejections)
                store.add(dated, reading.claims, rejections, original=parcel.original)
            if not parcel.documents:
                store.refuse(parcel.original, parcel.rejections)


def own_store() -> Store:
    """Return a store that belongs to this session alone, and show it from now on; it goes when the session does."""
    own = st.session_state.get(OWN)
    if not isinstance(own, Store):
        folder = st.session_state.setdefault(FOLDER, tempfile.TemporaryDirectory(prefix="dateline-"))
        own = st.session_state[OWN] = Store.open(Path(folder.name) / "own.sqlite")
    return own


def editable() -> Store:
    """Return a store that this session may change: its own, the one that was named, or a copy of the sample."""
    own = st.session_state.get(OWN)
    if isinstance(own, Store) or arguments().store is not None:
        return opened()
    source = opened().path
    folder = st.session_state.setdefault(FOLDER, tempfile.TemporaryDirectory(prefix="dateline-"))
    for suffix in ("", "-wal"):
        part = source.with_name(source.name + suffix)
        if part.exists():
            shutil.copyfile(part, Path(folder.name) / f"own.sqlite{suffix}")
    return own_store()


def leave_own() -> None:
    """Show again what was opened first; the session's own texts are forgotten."""
    st.session_state.pop(OWN, None)
    st.session_state.pop(FOLDER, None)


def version_of(store: Store) -> str:
    """Return a text that changes whenever the store does."""
    parts = [store.path, store.path.with_name(store.path.name + "-wal")]
    return ";".join(f"{part}:{part.stat().st_mtime_ns}:{part.stat().st_size}" for part in parts if part.exists())
