"""The basemap as the claim layer reads it: the world, and the names of the detailed tiles that lie beside it."""

from __future__ import annotations

import hashlib
from functools import cache

from geo.basemap import Bounds, basemap_layers, detail_in

DETAIL_DEG = 24.0
"""How wide an area may be that an offline page still carries in detail; a wider one is seen from further away."""


@cache
def basemap_hash() -> str:
    """Return a name that changes whenever a file of the basemap does."""
    digest = hashlib.sha256()
    for layer in basemap_layers():
        digest.update(layer.name.encode() + b"\0" + layer.packed())
    return digest.hexdigest()[:12]


def world_json(*, detail: str = "", tiles: bool = True) -> bytes:
    """Return the world's JSON with the names of its tiles, and perhaps with some of them inside."""
    text = basemap_layers()[0].text().rstrip()
    assert text.endswith("}"), "the basemap's file is a JSON object"
    names = ",".join(f'"{layer.name}"' for layer in basemap_layers()[1:]) if tiles else ""
    inside = f',"detail":{detail}' if detail else ""
    return f'{text[:-1]},"tiles":[{names}]{inside}}}'.encode()


def offline_json(bounds: Bounds | None) -> bytes:
    """Return a basemap in one piece: the world, with an area in detail where it is small enough."""
    if bounds is None or bounds[2] - bounds[0] > DETAIL_DEG or bounds[3] - bounds[1] > DETAIL_DEG:
        return world_json(tiles=False)
    return world_json(detail=detail_in(bounds), tiles=False)
