"""Claims as one page that opens from disk with no network: the map, its timeline, and the excerpts as text."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from events.counts import Counts
from events.daytime import clock_label
from events.marks import Marks
from events.marks_of import marks_of
from events.storage.stored import StoredClaim
from views.annotation import location_text
from views.basemap import offline_json
from views.headline import NOTICE
from views.layers import inlined, layer_of, packed
from views.leaflet import leaflet
from views.outlines import outlines_of
from views.script import script, style

OFFLINE = Path(__file__).parent / "offline"
"""The page's own script and style sheet."""

MARGIN_DEG = 0.5
"""How far around the places the basemap is carried in detail."""

_BODY = (
    '<body><div id="stage"><div id="map"></div></div><aside id="dlo"><h1 id="dlo-title">Excerpts</h1>'
    '<div id="dlo-list" tabindex="0" role="region" aria-label="Excerpts" aria-live="polite"><p class="dlo-line">'
    "Click a place on the map to read the words behind it. Drag the band under the map, or press the arrow keys, to "
    f'move through time.</p></div><p id="dlo-foot">{NOTICE}. Made by Dateline; needs no network.</p></aside>'
)


def html_pieces(claims: Iterable[StoredClaim], *, filters: dict[str, str], counts: Counts) -> Iterator[bytes]:
    """Yield the pieces of the page.

    Its one script and one style sheet are named by their hashes in the Content-Security-Policy, which lets nothing
    else run and nothing be fetched; texts lie in a data block and are set with `textContent`.
    """
    ordered = sorted(claims, key=_by_day)
    leaflet_code, leaflet_style = leaflet()
    code = "\n".join((leaflet_code, script(), (OFFLINE / "page.js").read_text(encoding="utf-8")))
    sheet = "\n".join((leaflet_style, style(), (OFFLINE / "page.css").read_text(encoding="utf-8")))
    policy = (
        f"default-src 'none'; script-src '{_hash(code)}'; style-src '{_hash(sheet)}'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )
    yield (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{NOTICE}</title>\n<style>{sheet}</style></head>\n{_BODY}\n"
        '<script type="application/json" id="dateline-data">'
    ).encode()
    yield _data_of(ordered, filters=filters, counts=counts)
    yield f"</script>\n<script>{code}</script></body></html>\n".encode()


def _data_of(claims: list[StoredClaim], *, filters: dict[str, str], counts: Counts) -> bytes:
    marks = marks_of(claims)
    layer = layer_of(marks, outlines=outlines_of(marks))
    at: dict[str, list[int]] = {}
    for number, it in enumerate(claims):
        for id_ in dict.fromkeys(place.place.id for place in it.claim.places):
            at.setdefault(id_, []).append(number)
    data = {
        "notice": NOTICE,
        "told": {
            "layer": inlined(layer.numbers),
            "names": inlined(layer.names),
            "unplaced": counts.unplaced,
            "elsewhere": max(0, counts.total - counts.unplaced - layer.claims),
            "params": list(filters.items()),
        },
        "basemap": inlined(packed(offline_json(_bounds(marks)))),
        "claims": [_card(it) for it in claims],
        "at": list(at.items()),
        "names": [[place.id, place.name] for place in marks.places],
    }
    # in ASCII and without < and &, no text can end the block that it lies in
    return json.dumps(data).replace("<", "\\u003c").replace("&", "\\u0026").encode()


def _card(it: StoredClaim) -> dict[str, Any]:
    claim = it.claim
    when = claim.when
    clock = f", {clock_label(when.clock)}" if when and when.clock else ""
    return {
        "status": claim.status.value,
        "kind": claim.kind.value,
        "places": ", ".join(f"{place.role} {place.place.name}" for place in claim.places),
        "excerpt": claim.excerpt.text,
        "lines": [
            "No date is given for this" if when is None else f"When: {when.edtf}{clock} (“{when.text}”)",
            f"Said by {', citing '.join(source.text for source in claim.sources) or 'no source named'}"
            + (f", on {claim.said.edtf} (“{claim.said.text}”)" if claim.said else ""),
            location_text(it),
        ],
    }


def _by_day(it: StoredClaim) -> tuple[bool, str, str]:
    start = None if it.claim.when is None else it.claim.when.interval.start
    return (start is None, "" if start is None else start.isoformat(), it.claim.id)


def _bounds(marks: Marks) -> tuple[float, float, float, float] | None:
    if not marks.places:
        return None
    lons, lats = [place.lon for place in marks.places], [place.lat for place in marks.places]
    return min(lons) - MARGIN_DEG, min(lats) - MARGIN_DEG, max(lons) + MARGIN_DEG, max(lats) + MARGIN_DEG


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode("ascii")
