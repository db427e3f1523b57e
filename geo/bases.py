"""Tell under which names an air base or an airport is known: "Bagram", "Bagram airbase", "the airport of Bagram"."""

from __future__ import annotations

import re
from functools import cache

from geo.candidates import COLONIES
from geo.keys import keys_of
from geo.world import Row
from texts.lexicon import rows_of

KINDS = ("airbase", "air base", "airport", "airfield", "base", "military airport")
"""What a base is called behind its name."""

_KIND = re.compile(
    r" (?:international |military |joint |naval |army )?(?:air force base|air base|airbase|airfield|airport)$",
    re.IGNORECASE,
)
LISTS = ("given_names", "surnames", "common_words")
"""Word lists whose words do not name a base by themselves."""


def forms_of(row: Row) -> tuple[str, ...]:
    """Return the names of an air base with each word for what it is; of others none.

    >>> row = Row(
    ...     id="icao:OAIX", name="Bagram Air Base", code="AIRB", lon=69.3, lat=34.9, country="AF", admin1=None,
    ...     population=0, geonameid=None, radius_km=3.0, names=("Bagram Air Base",),
    ... )
    >>> forms_of(row)[:2], bare_keys(row)
    (('Bagram airbase', 'Bagram air base'), ('bagram',))
    """
    if row.code != "AIRB":
        return ()
    return tuple(f"{bare} {kind}" for bare in _bare(row) for kind in KINDS)


def bare_keys(row: Row) -> tuple[str, ...]:
    """Return the keys of an air base without a word for what it is, where these alone may name it.

    In countries whose bases bear the names of airmen they do not.
    """
    if row.code != "AIRB" or row.country in COLONIES:
        return ()
    keys = (key for bare in _bare(row) for key in keys_of(bare))
    return tuple(dict.fromkeys(key for key in keys if len(key) > 3 and key not in _words()))


def _bare(row: Row) -> tuple[str, ...]:
    """Return the names of a base without the word for what it is."""
    names = (re.sub(r" \([^)]*\)", "", name) for name in (row.name, *row.names))
    bare = (_KIND.sub("", name) for name in names if _KIND.search(name))
    return tuple(dict.fromkeys(name for name in bare if name and name.isascii() and not _KIND.search(name)))


@cache
def _words() -> frozenset[str]:
    return frozenset(row[0] for name in LISTS for row in rows_of(name))
