"""Open what the page shows: a store or folders that were named, the sample corpus, or a user's own files."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import streamlit as st
from platformdirs import user_cache_path

from events.extract import claims_in
from events.ingest import Settings, ingest
from events.intake.read import ReadsDocument
from events.storage.connect import identity_of
from events.store import Store, StoreError
from geo.gazetteer import Gazetteer, open_gazetteer
from texts.metadata import Metadata
from ui.plain import plain
from views.terminal.command import add_gazetteer, add_whereabouts
from views.terminal.ingest import moment
from views.terminal.serve import SAMPLE, cached_store
from views.versions import run_with

OWN = "own_store"
FOLDER = "own_folder"


def arguments() -> argparse.Namespace:
    """Return what stood after `--` on Streamlit's command line."""
    parser = argparse.ArgumentParser(prog="streamlit run app.py --")
    parser.add_argument("--store", type=Path, help="a store that `dateline ingest` made")
    add_whereabouts(parser)
    add_gazetteer(parser)
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders to read")
    return parser.parse_known_args(sys.argv[1:])[0]


@st.cache_resource(show_spinner="Opening the gazetteer …")
def gazetteer() -> Gazetteer:
    """Return the gazetteer, opened once for all sessions."""
    return open_gazetteer(curated=tuple(arguments().gazetteer))


def opened() -> Store:
    """Return the store that this session looks at."""
    own = st.session_state.get(OWN)
    if isinstance(own, Store):
        return own
    asked = arguments()
    try:
        store = _named(asked.store, tuple(asked.paths))
        if not store.path.is_file() or store.identity != identity_of(store.path):
            # it was removed, or another one took its name
            _named.clear()
            store = _named(asked.store, tuple(asked.paths))
    except (StoreError, FileNotFoundError) as error:
        _named.clear()
        st.error(plain(f"The store cannot be opened: {error}"))
        st.stop()
    return store


@st.cache_resource(show_spinner="Reading the texts …")
def _named(store: Path | None, paths: tuple[Path, ...]) -> Store:
    if store is not None and not store.is_file():
        raise FileNotFoundError(f"{store}: there is no store; make one with: dateline ingest PATH... --store {store}")
    return Store.open(store or cached_store(list(paths or (SAMPLE,)), arguments()))


def read_into(store: Store, paths: Iterable[Path], *, about: Metadata) -> None:
    """Read the texts at `paths`, about all of which `about` is known, and keep them with what was left out."""
    said = (("theatre", about.theatre), ("home", about.home))
    options = " ".join(["uploaded", *(f"--{name} {value}" for name, value in said if value)])
    run = run_with(curated=tuple(arguments().gazetteer), options=options)
    for _ in ingest(paths, store, _reader, settings=Settings(about=about), run=run, clock=moment):
        pass


def _reader() -> ReadsDocument:
    return partial(claims_in, gazetteer=gazetteer())


def own_store() -> Store:
    """Return a store that belongs to this session alone, and show it from now on; it goes when the session does."""
    own = st.session_state.get(OWN)
    if not isinstance(own, Store):
        folder = st.session_state.setdefault(FOLDER, tempfile.TemporaryDirectory(prefix="dateline-"))
        own = st.session_state[OWN] = Store.open(Path(folder.name) / "own.sqlite")
    return own


def editable() -> Store:
    """Return a store that this session may change: its own, the one that was named, or a copy of a cached one."""
    own = st.session_state.get(OWN)
    named = arguments().store
    if isinstance(own, Store) or (named is not None and not named.is_relative_to(user_cache_path("dateline"))):
        return opened()
    source = opened()
    folder = st.session_state.setdefault(FOLDER, tempfile.TemporaryDirectory(prefix="dateline-"))
    copy = Path(folder.name) / "own.sqlite"
    copy.unlink(missing_ok=True)
    source.backup(copy)
    return own_store()


def leave_own() -> None:
    """Show again what was opened first; the session's own texts are forgotten."""
    st.session_state.pop(OWN, None)
    st.session_state.pop(FOLDER, None)


def version_of(store: Store) -> str:
    """Return a text that changes whenever the store does.

    Its files tell less: the log beside it comes and goes as sessions open and leave it, with nothing written.
    """
    return f"{store.path}:{store.identity}:{store.revision()}"
