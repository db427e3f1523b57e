"""Serve the map's own files and a selection's numbers from this server, and nothing from anywhere else."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit import runtime

from geo.basemap import basemap_layers
from views.basemap import basemap_hash, world_json
from views.layers import inlined
from views.leaflet import leaflet
from views.map import Assets
from views.script import script, style
from views.terminal.whole import whole_file

STATIC = Path(__file__).resolve().parent.parent / "static"
"""What Streamlit serves to anybody without a check: only files that come with the program, never a text."""


@cache
def assets() -> Assets:
    """Fill the static folder and return the addresses in it; each carries a hash, so that no old file is used."""
    code, sheet = leaflet()
    scripts = _served("layer/map.js", f"{code}\n{script()}".encode())
    styles = _served("layer/map.css", f"{sheet}\n{style()}".encode())
    return Assets(
        scripts=(scripts,),
        styles=(styles,),
        basemap=f"{_root()}/app/static/{_basemap()}/world.json",
    )


def _basemap() -> str:
    """Lay the basemap's files into the static folder, once for each version of them, and return where they are."""
    name = f"basemap/{basemap_hash()}"
    world = STATIC / name / "world.json"
    if not world.is_file():
        for layer in basemap_layers()[1:]:
            _served(f"{name}/{layer.name}.json", layer.text().encode())
        _served(f"{name}/world.json", world_json())
    return name


def _served(name: str, content: bytes) -> str:
    path = STATIC / name
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        # several servers may start over one folder at once
        with whole_file(path) as file:
            file.write(content)
    return f"{_root()}/app/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


def _root() -> str:
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def address_of(content: bytes, *, slot: str) -> str:
    """Return an address at which this session's browser finds `content`, which is packed: the server leaves it so.

    It lies in Streamlit's media store, in memory, under a hash of the content that cannot be guessed without it; the
    session's end, or other content in the same slot, removes it. Without a server it is carried in the address.
    """
    return address_of_file(content, kind="application/gzip", slot=slot) if runtime.exists() else inlined(content)


def address_of_file(content: bytes, *, kind: str, slot: str) -> str:
    """Return the same for a file of a media type, where there is a server."""
    store = runtime.get_instance().media_file_mgr
    return _root() + str(store.add(content, kind, f"dateline.{slot}"))
