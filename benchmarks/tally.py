"""Count what a program gets right on the golden cases, once its claims are paired with the marked ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from benchmarks.matching import Pairing, distance_km, place_pairs
from events.claim import Kind

WITHIN_KM = 161.0
"""Within a hundred miles a place counts as right, as geoparsing papers count."""

Row = dict[str, float | int]
"""One line of the table: figures by name; shares are percentages."""

MOVES = (Kind.MOVEMENT, Kind.DISPLACEMENT)
"""The kinds that have a goal to be reached."""


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _f1(right: int, made: int, gold: int) -> float:
    return _percent(2 * right, made + gold)


def counted(pairings: Iterable[Pairing]) -> Counter[str]:
    """Return the counts that every figure is made of."""
    n: Counter[str] = Counter()
    for pairing in pairings:
        n["texts"] += 1
        n["gold"] += len(pairing.case.claims)
        n["made"] += len(pairing.pairs) + len(pairing.extra)
        n["paired"] += len(pairing.pairs)
        made = [claim for _, claim in pairing.pairs] + list(pairing.extra)
        for never in pairing.case.never:
            sort = "background" if never.why == "background" else "never"
            n[sort] += 1
            n[f"{sort}_mapped"] += any(place.span.overlaps(never.span) for claim in made for place in claim.places)
        for gold, claim in pairing.pairs:
            n["kind"] += gold.kind == claim.kind
            n["status"] += gold.status == claim.status
            n["days"] += (gold.first, gold.last) == (claim.first, claim.last)
            n["dated"] += (gold.first or gold.last) is not None
            n["dated_right"] += (gold.first or gold.last) is not None and (gold.first, gold.last) == (
                claim.first,
                claim.last,
            )
            shared = place_pairs(gold, claim)
            n["places_gold"] += len(gold.places)
            n["places_made"] += sum(
                not any(place.span.overlaps(span) for span in gold.optional) or any(m is place for _, m in shared)
                for place in claim.places
            )
            n["places_right"] += len(shared)
            n["roles"] += sum(g.role == m.role for g, m in shared)
            for g, m in shared:
                if g.lat is not None and g.lon is not None:
                    n["points"] += 1
                    close = m.lat is not None and m.lon is not None
                    n["points_right"] += close and distance_km(g.lat, g.lon, m.lat or 0, m.lon or 0) <= WITHIN_KM
            spans = [span for _, span in claim.sources if span is not None]
            n["source"] += (
                spans[-1].overlaps(gold.sources[-1]) if spans and gold.sources else not spans and not gold.sources
            )
            wanted = [("agent", span) for span in gold.agents] + [("target", span) for span in gold.targets]
            n["actors_gold"] += len(wanted)
            n["actors_made"] += len(claim.actors)
            n["actors_right"] += sum(
                any(r == role and s.overlaps(span) for r, s in claim.actors) for role, span in wanted
            )
            n["numbers_gold"] += len(gold.quantities)
            n["numbers_made"] += len(claim.quantities)
            n["numbers_right"] += sum(
                any(value == q.value and span.overlaps(q.span) for value, span in claim.quantities)
                for q in gold.quantities
            )
            if gold.kind in MOVES and any(place.role == "to" for place in gold.places):
                n["goals"] += 1
                n["reached"] += gold.reached == claim.reached
    return n


def figures(pairings: Iterable[Pairing]) -> Row:
    """Return the figures of a set of texts.

    Kind, status, days, roles, places, sources, actors and numbers are counted on paired claims only; a figure
    without anything to count is 0.
    """
    n = counted(pairings)
    return {
        "texts": n["texts"],
        "gold": n["gold"],
        "made": n["made"],
        "ratio": round(n["made"] / n["gold"], 2) if n["gold"] else 0.0,
        "precision": _percent(n["paired"], n["made"]),
        "recall": _percent(n["paired"], n["gold"]),
        "f1": _f1(n["paired"], n["made"], n["gold"]),
        "kind": _percent(n["kind"], n["paired"]),
        "status": _percent(n["status"], n["paired"]),
        "days": _percent(n["days"], n["paired"]),
        "days_dated": _percent(n["dated_right"], n["dated"]),
        "places": _f1(n["places_right"], n["places_made"], n["places_gold"]),
        "roles": _percent(n["roles"], n["places_right"]),
        "within_161km": _percent(n["points_right"], n["points"]),
        "source": _percent(n["source"], n["paired"]),
        "actors": _f1(n["actors_right"], n["actors_made"], n["actors_gold"]),
        "numbers": _f1(n["numbers_right"], n["numbers_made"], n["numbers_gold"]),
        "reached": _percent(n["reached"], n["goals"]),
        "never": n["never"],
        "never_mapped": n["never_mapped"],
        "background": n["background"],
        "background_mapped": n["background_mapped"],
    }
