"""Pictures of the ground that a reader may turn on; nobody is asked for one before."""

from __future__ import annotations

from dataclasses import dataclass

import xyzservices.providers
from xyzservices import TileProvider


@dataclass(frozen=True, slots=True, kw_only=True)
class Online:
    """Somebody's map pictures, and whose they are."""

    name: str
    url: str
    """with {z}, {x}, {y} and perhaps {s} in it"""
    credit: str
    """plain text, which is shown wherever the pictures are"""
    max_zoom: int


def online_grounds() -> tuple[Online, ...]:
    """Return the pictures that are offered: streets, and relief. Their operators allow a reader's own looking about.

    >>> [it.name for it in online_grounds()]
    ['OpenStreetMap', 'OpenTopoMap (relief)']
    """
    return (
        _online("OpenStreetMap", xyzservices.providers.OpenStreetMap.Mapnik),
        _online("OpenTopoMap (relief)", xyzservices.providers.OpenTopoMap),
    )


def _online(name: str, provider: TileProvider) -> Online:
    credit = str(provider["attribution"]).replace("(C)", "©").replace(" | ", " · ")
    return Online(name=name, url=str(provider["url"]), credit=credit, max_zoom=int(provider["max_zoom"]))
