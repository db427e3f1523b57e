"""The words around names that are written small, and short names that are."""

from __future__ import annotations

STRONG = frozenset(
    {
        "in", "near", "nr", "outside", "inside", "around", "across", "throughout", "into", "towards", "toward",
        "leaving", "reached", "entered", "frm", "btwn",
    }
)  # fmt: skip
"""Words before a name in small letters behind which hardly a person or a thing is named without an article."""

PLACE_WORDS = STRONG | {"at", "from", "to", "over", "between", "city", "town", "province", "the", "en", "di"}
"""Words beside a name in small letters that make it a place: "in mosul", "mosul city"."""
LEADING = (PLACE_WORDS - {"the"}) | {
    "of", "for", "out", "via", "through", "shelled", "bombed", "hit", "took", "left", "lost",
}  # fmt: skip
"""Words before a name in small letters; "the" only stands before a place's kind."""

JOINS = frozenset({", ", ",", " & ", "/", " / ", " + ", " - ", " > "})
"""What stands between two places of a list, besides "and" and "or"."""

SHORT_FORMS = frozenset({"usa", "uk", "uae", "nyc", "drc", "ksa", "cdmx"})
"""Abbreviations that are also written small and are nothing else."""

STATES = frozenset(
    {
        "tx", "ca", "ny", "nj", "fl", "nc", "sc", "ga", "va", "wv", "wi", "mn", "mi", "mo", "ky", "tn", "az", "nm",
        "nv", "ut", "ks", "ne", "mt", "wy", "il", "ct", "ri", "nh", "vt", "md", "wa", "nsw", "qld", "ala", "calif",
    }
)  # fmt: skip
"""Abbreviations of first-level areas that are no words when they are written small."""
