"""The keys under which a name is found in the index."""

from __future__ import annotations

import re

from geo.fold import fold

_PARTS = re.compile(r"(?:[A-Za-z]\.){2,5}|[^\s\-‐‑–—/,.()\[\]\"“”،_·:;]+")
ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "an", "ad", "az", "adh", "ath", "ul"})
"""Forms of the Arabic article, apart from the noun; names are also found without it."""
_ARABIC_ARTICLE = "ال"


def keys_of(name: str) -> tuple[str, ...]:
    """Return the keys of `name`: its folded parts with single spaces, and the same without an Arabic article.

    >>> keys_of("Al-Tanf")
    ('al tanf', 'tanf')
    >>> keys_of("W.Va."), keys_of(" ")
    (('w.va.',), ())
    """
    if name.endswith(".") and " " not in name:
        return (name.lower(),)
    parts = [fold(part) for part in _PARTS.findall(name)]
    parts = [part for part in parts if part]
    if not parts:
        return ()
    whole = " ".join(parts)
    if len(parts) > 1 and parts[0] in ARTICLES and len(parts[1]) > 2:
        rest = parts[1:]
        return tuple(dict.fromkeys((whole, "al " + " ".join(rest), " ".join(rest))))
    if parts[0].startswith(_ARABIC_ARTICLE) and len(parts[0]) > 4:
        return (whole, whole[2:])
    return (whole,)
