"""Tell a place that nothing else in its text speaks for: far from all others, in a country that none of them is in."""

from __future__ import annotations

from geo.candidates import SLOT, Naming
from geo.index import Index, Name

OTHERS = 2
"""How many other places a text must name before one far from them all is doubted."""

GREAT = 6.5
"""A town at least this prominent is meant wherever it is named: talks on one war are held in the cities of others."""

NEXT_TO_NOTHING = 0.02
"""What part of the other names at most may lie in the country of a place that nothing speaks for."""

_SPEAKING = tuple(SLOT[name] for name in ("inside", "inside_country"))
_FAR, _SHARE = SLOT["far"], SLOT["share_country"]


def is_stray(naming: Naming, index: Index) -> bool:
    """Whether the best place of a name is rather a namesake of the one that is meant, which the index lacks.

    Neither the places around it nor what the text says of countries and areas speak for it, no analyst entered it, and
    it is not so great that it needs nobody to speak for it.
    """
    best = naming.options[0]
    if naming.others < OTHERS or not best.values[_FAR] or best.values[_SHARE] > NEXT_TO_NOTHING:
        return False
    if best.kind in (Name.CURATED, Name.VARIANT) or index.prior[best.place] >= GREAT:
        return False
    return not any(best.values[slot] for slot in _SPEAKING)
