"""Take tokens that carry nothing off the ends of a stretch."""

from __future__ import annotations

from events.grammar.clause import Stretch
from events.grammar.parse import Parse


def trimmed(parse: Parse, part: Stretch, codes: str) -> Stretch | None:
    """Return the stretch without tokens of these tag letters at its ends, or None where nothing is left."""
    first, stop = part.first, part.stop
    while first < stop and parse.codes[first] in codes:
        first += 1
    while stop > first and parse.codes[stop - 1] in codes:
        stop -= 1
    return part.to(first, stop) if first < stop else None


def with_title(parse: Parse, first: int) -> int:
    """Return where a name begins with the short title before it: "Sgt. Bell"."""
    tokens = parse.tokens
    short = first > 1 and tokens.words[first - 1] == "." and tokens.ends[first - 2] == tokens.starts[first - 1]
    titled = short and tokens.words[first - 2][:1].isupper() and len(tokens.words[first - 2]) < _LONGEST_TITLE
    return first - 2 if titled and parse.codes[first] == "N" else first


_LONGEST_TITLE = 6
