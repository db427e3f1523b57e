"""The keys under which a name is found in the index."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.fold import fold

_PARTS = re.compile(r"(?:[A-Za-z]\.){2,5}|[^\s\-‐‑–—/,.()\[\]\"“”،_·:;]+")
ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "an", "ad", "az", "adh", "ath", "ul"})
"""Forms of the Arabic article, apart from the noun; names are also found without it."""
INNER = ARTICLES | {"ed", "es", "esh", "ez", "en", "er", "et", "edh", "eth", "ech"}
"""Forms of the article inside a name, where each stands for the others: Jisr ash-Shughour, Jisr al-Shughour."""
_ARABIC_ARTICLE = "ال"


def keys_of(name: str) -> tuple[str, ...]:
    """Return the keys of `name`: its folded parts with single spaces, and the same without an Arabic article.

    >>> keys_of("Al-Tanf")
    ('al tanf', 'tanf')
    >>> keys_of("Jisr ash-Shughour")
    ('jisr ash shughour', 'jisr al shughour')
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
    found = [parts]
    if any(part in INNER for part in parts[1:-1]):
        found.append(with_one_article(parts))
    if len(parts) > 1 and parts[0] in ARTICLES and len(parts[1]) > 2:
        found += [each for form in tuple(found) for each in (["al", *form[1:]], form[1:])]
    if len(found) > 1:
        return tuple(dict.fromkeys(" ".join(each) for each in found))
    if parts[0].startswith(_ARABIC_ARTICLE) and len(parts[0]) > 4:
        return (whole, whole[2:])
    return (whole,)


def with_one_article(parts: Sequence[str]) -> list[str]:
    """Return the words of a name with every article inside it in one form.

    >>> with_one_article(["tell", "ed", "dahab"])
    ['tell', 'al', 'dahab']
    """
    return [parts[0], *("al" if part in INNER else part for part in parts[1:-1]), parts[-1]]
