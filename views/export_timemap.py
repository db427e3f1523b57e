"""Claims as the event list that Forensic Architecture's TimeMap reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from events.storage.stored import StoredClaim
from views.headline import headline


def timemap_pieces(claims: Iterable[StoredClaim]) -> Iterator[bytes]:
    """Yield the pieces of a JSON list with one event a place of a claim; undated claims have an empty date.

    The fields are those of TimeMap's event schema: `id`, `description`, `date`, `time`, `location`, `latitude`,
    `longitude`, `associations`, `sources`.
    """
    yield b"["
    first = True
    for it in claims:
        for leg, place in enumerate(it.claim.places):
            when = it.claim.when
            event = {
                "id": f"{it.claim.id}-{leg}",
                "description": f"{headline(it)}: {it.claim.excerpt.text}",
                "date": when.interval.start.isoformat() if when and when.interval.start else "",
                "time": "",
                "location": place.place.name,
                "latitude": f"{place.ground.lat:.6f}",
                "longitude": f"{place.ground.lon:.6f}",
                "associations": [it.claim.kind.value, it.claim.status.value],
                "sources": [source.text for source in it.claim.sources],
            }
            yield (b"\n" if first else b",\n") + json.dumps(event).encode()
            first = False
    yield b"\n]\n"
