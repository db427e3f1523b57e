"""The map: one folium map that hosts the claim layer; the only file that knows folium."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass

import folium
from folium.elements import JSCSSMixin
from folium.template import Template

from events.claim import Kind, Status
from views.online import online_grounds

START = (34.0, 44.0)
"""Latitude and longitude of the first view, before the layer fits itself to its claims."""
START_ZOOM = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """Addresses of the scripts and styles that the page loads; each is of the page's own server."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    basemap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What the layer is told to show: where its numbers are, and which of them pass.

    Nothing here comes from a text, and of a gazetteer only ids; `params` the layer writes into the address alone.
    """

    layer: str
    """address of `Layer.numbers`"""
    names: str
    """address of `Layer.names`"""
    dark: bool = False
    kinds: tuple[Kind, ...] = ()
    """those to show; all where it is empty"""
    statuses: tuple[Status, ...] = ()
    unplaced: int = 0
    """claims that have no place"""
    elsewhere: int = 0
    """claims that are not in `layer` because of other filters"""
    open: tuple[str, ...] = ()
    """ids of the places whose excerpts are open"""
    texts: int = 0
    """how often the session has turned to other texts: the map shows them whole"""
    saved: str | None = None
    """address of the table that was just asked for"""
    params: tuple[tuple[str, str], ...] = ()
    """the page's part of the address"""


class _ClaimLayer(JSCSSMixin):
    """The layer's mount; it is the same whatever is shown, so that the page's map is never built anew."""

    _template = Template("{% macro script(this, kwargs) %}dateline.mount({{ this._parent.get_name() }});{% endmacro %}")


class _Command(folium.FeatureGroup):
    """What the layer is told, carried by an empty feature group."""

    _template = Template(
        "{% macro script(this, kwargs) %}var {{ this.get_name() }} = L.layerGroup();"
        'dateline.receive(JSON.parse(decodeURIComponent(escape(atob("{{ this.told }}")))));{% endmacro %}'
    )

    def __init__(self, told: str) -> None:
        super().__init__()
        self.told = told


def map_of(assets: Assets) -> folium.Map:
    """Return the map with the claim layer mounted and nothing told yet.

    folium's own scripts and styles are replaced for this map alone by `assets`: nothing is fetched from elsewhere.
    """
    map_ = folium.Map(
        location=START,
        zoom_start=START_ZOOM,
        tiles=None,
        control_scale=True,
        zoom_control="topright",
        max_bounds=True,
        zoom_snap=0.5,
        prefer_canvas=True,
        keyboard=False,
        box_zoom=False,
    )
    map_.default_js = [(f"script_{i}", address) for i, address in enumerate(assets.scripts)]
    map_.default_css = [(f"style_{i}", address) for i, address in enumerate(assets.styles)]
    _ClaimLayer().add_to(map_)  # type: ignore[no-untyped-call]  # folium's own
    return map_


def command_of(sight: Sight, assets: Assets) -> folium.FeatureGroup:
    """Return the feature group that tells the mounted layer what to show."""
    return _Command(_told(sight, assets.basemap))


def _told(sight: Sight, basemap: str) -> str:
    """Return the command in base64: no character of it means anything in HTML or JavaScript."""
    command: dict[str, object] = {
        "layer": sight.layer,
        "names": sight.names,
        "basemap": basemap,
        "dark": sight.dark,
        "unplaced": sight.unplaced,
        "elsewhere": sight.elsewhere,
        "open": sight.open,
        "texts": sight.texts,
        "saved": sight.saved,
        "params": sight.params,
        "online": [
            {"name": it.name, "url": it.url, "credit": it.credit, "maxZoom": it.max_zoom} for it in online_grounds()
        ],
    }
    if sight.kinds:
        command["kinds"] = [list(Kind).index(kind) for kind in sight.kinds]
    if sight.statuses:
        command["statuses"] = [list(Status).index(status) for status in sight.statuses]
    return base64.b64encode(json.dumps(command).encode("utf-8", "replace")).decode("ascii")
