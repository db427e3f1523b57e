"""List the place names of a text for which no place was chosen, each with the reason and what it could have been."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from geo.reasons import candidate_lines
from geo.toponym import Resolution, Usage
from texts.document import Document
from texts.rejection import Reason, Rejection


def abstentions_of(document: Document, resolutions: Iterable[Resolution]) -> tuple[Rejection, ...]:
    """Return one rejection for each name without a place, with how often it stands so and its candidates in words."""
    found: dict[tuple[str, str], list[Resolution]] = {}
    starts = [span.start for span in document.furniture]
    for it in resolutions:
        toponym = it.toponym
        if it.place is not None or toponym.demonym or toponym.usage is not Usage.LITERAL:
            continue
        at = bisect_right(starts, toponym.span.start) - 1
        if at < 0 or document.furniture[at].end <= toponym.span.start:
            found.setdefault((toponym.text, it.reason), []).append(it)
    return tuple(_rejection(document, named) for named in found.values())


def _rejection(document: Document, named: list[Resolution]) -> Rejection:
    first = named[0]
    times = f" ({len(named)} times)" if len(named) > 1 else ""
    lines = candidate_lines(first)
    could = f". Considered: {' | '.join(lines)}" if lines else ""
    return Rejection(
        reason=Reason.NAME_UNRESOLVED,
        message=f"expected one place for “{first.toponym.text}”{times}; {first.reason}{could}",
        name=document.name,
        span=first.toponym.span,
        text=first.toponym.text,
    )
