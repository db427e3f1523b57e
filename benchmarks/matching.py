"""Pair the claims that a program makes of a text with those that a careful reader marks."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from benchmarks.cases import Case, Day, GoldClaim, GoldPlace
from texts.span import Span

SAME_PLACE_KM = 25.0
"""Two mentions of one place, carried from different sentences, are the same within this distance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePlace:
    """A place of a claim that a program makes."""

    role: str
    span: Span
    text: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeClaim:
    """A claim as a program makes it, from the CLAIM object of the terminal."""

    kind: str
    status: str
    excerpt: Span
    trigger: Span | None
    places: tuple[MadePlace, ...]
    first: Day
    last: Day
    sources: tuple[tuple[str, Span | None], ...]
    actors: tuple[tuple[str, Span], ...]
    quantities: tuple[tuple[float, Span], ...]
    reached: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The claims of one text: those that were found, those that were missed, those that are too many."""

    case: Case
    pairs: tuple[tuple[GoldClaim, MadeClaim], ...]
    missed: tuple[GoldClaim, ...]
    extra: tuple[MadeClaim, ...]


def made_from(record: dict[str, Any]) -> MadeClaim:
    """Return the claim of a CLAIM object."""
    when = record.get("when") or {}
    trigger = record.get("trigger")
    return MadeClaim(
        kind=record["kind"],
        status=record["status"],
        excerpt=_span(record["excerpt"]),
        trigger=None if trigger is None else Span(start=trigger[0], end=trigger[1]),
        places=tuple(
            MadePlace(role=it["role"], span=_span(it), text=it["text"], lat=it["lat"], lon=it["lon"])
            for it in record["places"]
        ),
        first=when.get("first"),
        last=when.get("last"),
        sources=tuple((it["text"], None if it.get("start") is None else _span(it)) for it in record.get("sources", [])),
        actors=tuple((it["role"], _span(it)) for it in record.get("actors", [])),
        quantities=tuple((it["value"], _span(it)) for it in record.get("quantities", [])),
        reached=(record.get("movement") or {}).get("reached"),
    )


def _span(record: dict[str, Any]) -> Span:
    return Span(start=record["start"], end=record["end"])


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance of two points in degrees.

    >>> round(distance_km(33.3, 44.4, 36.3, 43.1))
    354
    """
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    h = math.sin((phi2 - phi1) / 2) ** 2
    h += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(h))


def same_place(gold: GoldPlace, made: MadePlace) -> bool:
    """Whether both mean the same name: the same words, or the same name or ground carried from another sentence."""
    if gold.span.overlaps(made.span) or gold.text.casefold() == made.text.casefold():
        return True
    if gold.lat is None or gold.lon is None or made.lat is None or made.lon is None:
        return False
    return distance_km(gold.lat, gold.lon, made.lat, made.lon) <= SAME_PLACE_KM


def place_pairs(gold: GoldClaim, made: MadeClaim) -> list[tuple[GoldPlace, MadePlace]]:
    """Return the places that two claims share, one to one, those of the same role first."""
    left = list(made.places)
    pairs: list[tuple[GoldPlace, MadePlace]] = []
    for strict in (True, False):
        for place in gold.places:
            if any(place is known for known, _ in pairs):
                continue
            found = next((m for m in left if same_place(place, m) and (not strict or m.role == place.role)), None)
            if found is not None:
                left.remove(found)
                pairs.append((place, found))
    return pairs


def likeness(gold: GoldClaim, made: MadeClaim) -> float:
    """Return how much two claims are alike; 0 where their sentences differ or they share no place or container."""
    if not (made.excerpt.overlaps(gold.sentence) or gold.trigger.within(made.excerpt)):
        return 0.0
    shared = len(place_pairs(gold, made))
    contained = any(place.span.overlaps(span) for place in made.places for span in gold.optional)
    if shared == 0 and not contained:
        return 0.0
    score = 2.0 * shared / max(len(gold.places), len(made.places))
    if made.trigger is not None and made.trigger.overlaps(gold.trigger):
        score += 4.0
    score += made.kind == gold.kind
    score += 0.5 * ((made.first, made.last) == (gold.first, gold.last))
    return score + 0.25 * (made.status == gold.status)


def paired(case: Case, made: tuple[MadeClaim, ...]) -> Pairing:
    """Pair claims one to one, the most alike first; ties go to what stands first in the text."""
    scores = [
        (-value, i, j)
        for i, gold in enumerate(case.claims)
        for j, claim in enumerate(made)
        if (value := likeness(gold, claim)) > 0
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scores):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return Pairing(
        case=case,
        pairs=tuple((case.claims[i], made[j]) for i, j in sorted(pairs.items())),
        missed=tuple(gold for i, gold in enumerate(case.claims) if i not in pairs),
        extra=tuple(claim for j, claim in enumerate(made) if j not in taken),
    )
