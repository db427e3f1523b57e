"""A claim as the page shows it: its words, cut where something in them is marked, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from events.claim import Claim, ClaimPlace, ClaimTime, CrossingBasis, TimeBasis
from events.daytime import clock_label
from events.storage.stored import Publication, StoredClaim
from texts.dating import Basis, Dating, Interval
from texts.span import Span


class Marking(StrEnum):
    """What words of an excerpt say about the claim."""

    PLACE = "place"
    DATE = "date"
    SAID = "said"
    STATUS = "status"
    ACTOR = "actor"
    SOURCE = "source"
    TRIGGER = "trigger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of an excerpt with one set of markings; the segments together are the excerpt, verbatim."""

    text: str
    markings: tuple[Marking, ...]


def segments_of(claim: Claim) -> tuple[Segment, ...]:
    """Cut the excerpt of `claim` at the edges of what is marked in it."""
    whole = claim.excerpt.span
    marked = [(span, marking) for span, marking in _marked(claim) if span.overlaps(whole)]
    edges = {whole.start, whole.end}
    for span, _ in marked:
        edges |= {max(span.start, whole.start), min(span.end, whole.end)}
    cuts = sorted(edges)
    return tuple(
        Segment(
            text=claim.excerpt.text[start - whole.start : end - whole.start],
            markings=tuple(
                dict.fromkeys(marking for span, marking in marked if span.start <= start and end <= span.end)
            ),
        )
        for start, end in pairwise(cuts)
    )


def _marked(claim: Claim) -> list[tuple[Span, Marking]]:
    marked = [(place.span, Marking.PLACE) for place in claim.places]
    if claim.when is not None:
        marked.append((claim.when.span, Marking.DATE))
    if claim.said is not None:
        marked.append((claim.said.span, Marking.SAID))
    marked += [(cue, Marking.STATUS) for cue in claim.cues]
    marked += [(actor.span, Marking.ACTOR) for actor in claim.actors]
    marked += [(source.span, Marking.SOURCE) for source in claim.sources if source.span is not None]
    marked.append((claim.trigger, Marking.TRIGGER))
    return marked


def day_label(day: date) -> str:
    """Return a day as it is written in the page.

    >>> day_label(date(2014, 6, 12))
    '12 June 2014'
    """
    return f"{day.day} {day:%B} {day.year}"


def interval_label(interval: Interval) -> str:
    """Return an interval in words; an open side is said.

    >>> interval_label(Interval(start=date(2014, 6, 12), end=date(2014, 6, 13)))
    '12 June 2014'
    >>> interval_label(Interval(start=date(2014, 6, 12), end=None))
    'from 12 June 2014'
    """
    first, last = interval.start, interval.last
    if first is None or last is None:
        known = first or last
        if known is None:
            return "at no known day"
        return f"{'from' if last is None else 'until'} {day_label(known)}"
    return day_label(first) if first == last else f"{day_label(first)} to {day_label(last)}"


def when_label(claim: Claim) -> str:
    """Say when the claimed thing is said to have happened, and from which words that follows."""
    return "No date is given for this" if claim.when is None else _time_label(claim.when)


def said_label(claim: Claim) -> str | None:
    """Say when it is said to have been said; None where the text does not tell."""
    return None if claim.said is None else _time_label(claim.said)


def _time_label(when: ClaimTime) -> str:
    basis = {
        TimeBasis.TEXT: f"“{when.text}”",
        TimeBasis.CONTEXT: f"“{when.text}”, in a sentence before",
        TimeBasis.ANALYST: "set by an analyst",
    }[when.basis]
    anchor = f", counted from {when.anchor}" if when.anchor else ""
    clock = f", {clock_label(when.clock)}" if when.clock else ""
    return f"{interval_label(when.interval)}{clock} ({basis}{anchor})"


def report_label(dating: Dating | None) -> str:
    """Say when the report was published, and how that is known."""
    if dating is None:
        return "Report’s date unknown"
    basis = {Basis.STATED: "stated", Basis.INFERRED: "inferred", Basis.ANALYST: "set by an analyst"}[dating.basis]
    return f"Report’s date: {interval_label(dating.interval)} ({basis}: {dating.source})"


def carrier_label(publication: Publication) -> str:
    """Name the text that carries a claim."""
    parts = [part for part in (publication.title, publication.publisher) if part]
    copies = f" · {publication.carriers} copies" if publication.carriers > 1 else ""
    return (", ".join(parts) or publication.name) + copies


def setting_label(publication: Publication) -> str | None:
    """Say by which theatre and home the names of a text were read, where somebody set them."""
    said = (("theatre", publication.theatre), ("publisher’s home", publication.home))
    return "; ".join(f"{name} {value}" for name, value in said if value) or None


def chain_of(stored: StoredClaim) -> tuple[str, ...]:
    """Return who says it, from the outermost to the innermost."""
    chain = tuple(source.text for source in stored.claim.sources)
    return chain or (stored.publication.publisher or stored.publication.name,)


def place_label(place: ClaimPlace) -> str:
    """Say for what the words were taken, and why."""
    country = f", {place.place.country}" if place.place.country else ""
    sure = f"{place.confidence:.0%} sure"
    return f"“{place.text}” ({place.role}): {place.place.name}{country}. {place.reason} · {sure}"


def movement_label(claim: Claim) -> str | None:
    """Say what is said of a movement's end and of the border that it crosses."""
    movement = claim.movement
    if movement is None:
        return None
    goal = {True: "Goal said to be reached", False: "Goal not reached", None: "Not said to be reached"}
    parts = [goal[movement.reached]]
    if movement.crossing is not None:
        named = "named in the text" if movement.crossing.basis is CrossingBasis.STATED else "inferred"
        parts.append(f"crossing {movement.crossing.name} ({named}: {movement.crossing.reason})")
    return "; ".join(parts)
