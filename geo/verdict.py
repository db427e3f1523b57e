"""Make a resolution of a name whose places have been weighed, or abstain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.alike import is_borne_out
from geo.candidates import Home, Naming, Option
from geo.ground import ground_of
from geo.index import Name
from geo.place import Ground
from geo.reasons import reasons_for
from geo.scan import Mention, Words
from geo.stray import is_stray
from geo.toponym import Candidate, Resolution, Toponym, Usage
from geo.usage import usage_of
from geo.whereabouts import shift_before, shifted
from texts.span import Span

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

SURE_ENOUGH = 0.4
"""A name is placed where it is a place, and that place, at least this probably."""

SHOWN = 6
"""How many candidates travel with a resolution."""

SAME_DEG = 1.0
"""Candidates this near to the best, in degrees both ways, are practically the same place."""

STATES = frozenset({"PCLI", "PPLC"})
"""Codes of places that can stand for a government."""


class Verdicts:
    """Makes resolutions of one text's names; a name's candidates are written out once."""

    def __init__(self, words: Words, gazetteer: Gazetteer, home: Home) -> None:
        self._words = words
        self._gazetteer = gazetteer
        self._home = home
        self._written: dict[int, tuple[Naming, tuple[Candidate, ...], float, str, Ground]] = {}

    def of(self, mention: Mention, naming: Naming, sure: float) -> Resolution:
        """Return what a mention was taken for."""
        words = self._words
        kept = self._written.get(id(naming))
        if kept is None:
            written = self._candidates(naming)
            why = _why(written, len(naming.mentions))
            kept = (naming, written, self._share(naming.options), why, ground_of(written[0].place))
            self._written[id(naming)] = kept
        _, candidates, share, why, ground_known = kept
        best = naming.options[0]
        people = best.kind == Name.PEOPLE
        stray = is_stray(naming, self._gazetteer.index)
        ruled_out = stray or (best.kind == Name.LIKE and not is_borne_out(best))
        probability = 0.0 if ruled_out else sure * share
        chosen = candidates[0].place if probability >= SURE_ENOUGH else None
        ground: Ground | None = None
        if chosen is not None:
            ground = ground_known
            shift = None if people else shift_before(words.text, mention.start)
            if shift is not None:
                ground = shifted(ground, chosen, shift)
        usage = Usage.ASSOCIATIVE
        if not people:
            state = candidates[0].place.feature_code in STATES
            usage = usage_of(words, mention, state=state, bodies=self._gazetteer.judge.lexicons.bodies)
        margin = best.score - naming.options[1].score if len(naming.options) > 1 else best.score
        return Resolution(
            toponym=Toponym(
                span=Span(start=mention.start, end=mention.end),
                text=words.text[mention.start : mention.end],
                usage=usage,
                demonym=people,
            ),
            candidates=candidates,
            place=chosen,
            ground=ground,
            margin=round(margin, 3),
            confidence=round(probability, 3),
            reason=why if chosen is not None else _why_not(sure, candidates, stray=stray),
        )

    def _candidates(self, naming: Naming) -> tuple[Candidate, ...]:
        return tuple(
            Candidate(
                place=self._gazetteer.place(option.place),
                score=round(option.score, 3),
                reasons=reasons_for(option, naming, self._gazetteer, self._home),
            )
            for option in naming.options[:SHOWN]
        )

    def _share(self, options: Sequence[Option]) -> float:
        """Return the probability of the best place and of those that are practically the same."""
        index = self._gazetteer.index
        lon, lat = index.lon[options[0].place], index.lat[options[0].place]
        return sum(
            option.share
            for option in options
            if abs(index.lon[option.place] - lon) < SAME_DEG and abs(index.lat[option.place] - lat) < SAME_DEG
        )


def unknown(text: str, span: Span) -> Resolution:
    """Return the abstention for words that the gazetteer does not know."""
    return Resolution(
        toponym=Toponym(span=span, text=span.of(text)),
        candidates=(),
        place=None,
        ground=None,
        margin=0.0,
        confidence=0.0,
        reason="the gazetteer has no place of this name",
    )


def _why(candidates: Sequence[Candidate], times: int) -> str:
    named = (f"named {times} times",) if times > 1 else ()
    return "; ".join((*candidates[0].reasons, *named))


def _why_not(sure: float, candidates: Sequence[Candidate], *, stray: bool) -> str:
    if sure < SURE_ENOUGH:
        return "more likely not meant as a place"
    if stray:
        place = candidates[0].place
        return f"{place.name} ({place.country or place.feature_code}) lies far from every other place named"
    if len(candidates) < 2:
        return "too uncertain"
    first, second = (f"{it.place.name} ({it.place.country or it.place.feature_code})" for it in candidates[:2])
    return f"{first} and {second} are too close to choose"
