"""Put the legs of one movement together, and say which border it crosses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.claim import Claim, ClaimPlace, Kind, Movement, Role, claim_id
from events.scene import Scene
from events.setting.crossing_choice import End, crossing_of, end_of

REACH = 60
"""How many characters may lie between the places of a movement and the goal that it is to have."""


def journeys(scene: Scene, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of a sentence with their movements complete.

    "Drove through A to enter B" and "left A and reached B" are one movement each; only the second's goal is reached.
    """
    named = [site.resolution.toponym.text for site in scene.sites] + [
        resolution.toponym.text for resolution in scene.unresolved
    ]
    joined: list[Claim] = []
    for claim in _without_fire(scene, _without_movers(scene, claims)):
        if joined and _is_same_word(joined[-1], claim):
            joined[-1] = _as_one(scene, joined[-1], claim)
        elif joined and _goes_on(scene, joined[-1], claim):
            joined[-1] = _with_goal(scene, joined[-1], claim)
        else:
            joined.append(claim)
    if not any(claim.movement for claim in joined):
        return tuple(joined)
    others = [
        end_of(it.toponym.text, it.place, it.ground)
        for it in (site.resolution for site in scene.sites)
        if it.place is not None and it.ground is not None
    ]
    return tuple(_with_border(claim, others, named) for claim in joined)


def _without_movers(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, each that only names who moves put into the one of their verb: "a convoy from X reached Y"."""
    kept = list(claims)
    for mover in claims:
        words = mover.trigger.of(scene.document.text).casefold().split()
        if mover.movement is None or _MOVERS.isdisjoint(words):
            continue
        at = next((at for at, it in enumerate(kept) if it is not mover and _moves(it, mover)), None)
        if at is not None:
            kept[at] = _of_mover(scene, kept[at], mover)
            kept = [it for it in kept if it is not mover]
    return kept


def _without_fire(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, each that only tells where fire comes from put into its hit: "fire from X killed two in Y"."""
    kept: list[Claim] = []
    for claim in claims:
        fire = kept[-1] if kept else None
        if fire is not None and _is_its_hit(fire, claim):
            both = _with_places(scene, claim, (*fire.places, *claim.places))
            kept[-1] = replace(both, actors=claim.actors or fire.actors)
        else:
            kept.append(claim)
    return kept


def _is_its_hit(fire: Claim, hit: Claim) -> bool:
    """Whether a claim tells what the fire of another hit."""
    if fire.kind is not Kind.ATTACK or hit.kind is not Kind.ATTACK or fire.status is not hit.status:
        return False
    near = 0 < hit.trigger.start - max(it.span.end for it in fire.places) <= _BESIDE
    return near and all(it.role is Role.FROM for it in fire.places) and all(it.role is Role.AT for it in hit.places)


def _moves(claim: Claim, mover: Claim) -> bool:
    """Whether a claim's verb tells what the mover does, or what is done with it."""
    return claim.movement is not None and any(it.span.overlaps(mover.trigger) for it in claim.actors)


def _of_mover(scene: Scene, claim: Claim, mover: Claim) -> Claim:
    """Return the claim with the places that the words for its mover have beside it, one of each end of the way."""
    roles = {it.role for it in claim.places}
    known = {it.span for it in claim.places}
    more = [it for it in mover.places if it.span not in known and it.role not in roles]
    return replace(
        _with_places(scene, claim, (*claim.places, *more)),
        when=claim.when or mover.when,
        quantities=claim.quantities or mover.quantities,
    )


_MOVERS = frozenset({"convoy", "convoys", "column", "columns", "patrol", "patrols", "flotilla", "flotillas"}) | {
    "reinforcements",
    "reinforcement",
}
"""Words for those who are on a way, which tell of it where no verb does."""


def _is_same_word(one: Claim, other: Claim) -> bool:
    """Whether two readings of one word give the two ends of a way: "displaced | from X", "displaced … to Y"."""
    if one.movement is None or other.movement is None or one.kind is not other.kind:
        return False
    return one.trigger.overlaps(other.trigger) and one.status is other.status


def _as_one(scene: Scene, one: Claim, other: Claim) -> Claim:
    known = {it.span for it in one.places}
    more = (it for it in other.places if it.span not in known)
    goal = next((it for it in (one, other) if any(place.role is Role.TO for place in it.places)), one)
    return replace(
        _with_places(scene, one, (*one.places, *more)),
        movement=goal.movement,
        when=one.when or other.when,
        extraction_quality=min(one.extraction_quality, other.extraction_quality),
    )


def _goes_on(scene: Scene, start: Claim, goal: Claim) -> bool:
    """Whether the second claim only says what the movement of the first is for."""
    if start.movement is None or goal.movement is None or any(it.role is not Role.TO for it in goal.places):
        return False
    if any(it.role is Role.TO for it in start.places) or not start.trigger.end < goal.trigger.start:
        return False
    last = max(it.span.end for it in start.places)
    words = scene.document.text[max(start.trigger.end, goal.trigger.start - REACH) : goal.trigger.start].casefold()
    if goal.trigger.start > last + REACH or not scene.span.start <= last:
        return False
    if goal.trigger.of(scene.document.text).casefold().startswith(_BOUND):
        return goal.trigger.start - last <= _BESIDE
    return words.endswith(("to ", " and "))


_BOUND = ("on the way", "on their way", "on its way", "en route")
"""Words for a goal behind a leg of the way: "passed through A on the way to B"."""
_BESIDE = 2
"""How many characters may lie between a leg's place and such words."""


def _with_goal(scene: Scene, start: Claim, goal: Claim) -> Claim:
    joined = scene.document.text[goal.trigger.start - 4 : goal.trigger.start] == "and "
    return replace(
        _with_places(scene, start, (*start.places, *goal.places)),
        movement=Movement(reached=goal.movement.reached if joined and goal.movement is not None else None),
        when=start.when or goal.when,
        said=start.said or goal.said,
        quantities=start.quantities or goal.quantities,
        extraction_quality=min(start.extraction_quality, goal.extraction_quality),
    )


def _with_places(scene: Scene, claim: Claim, places: Sequence[ClaimPlace]) -> Claim:
    """Return the claim with these places, in the text's order, and the id that they give it."""
    ordered = tuple(sorted(places, key=lambda it: it.span))
    spans = tuple(it.span for it in ordered)
    made = claim_id(scene.document.id, trigger=claim.trigger, kind=claim.kind, places=spans)
    return replace(claim, id=made, places=ordered)


def _with_border(claim: Claim, others: Sequence[End], named: Sequence[str]) -> Claim:
    if claim.movement is None:
        return claim
    crossing, border = crossing_of(claim.places, others, named)
    return replace(claim, movement=replace(claim.movement, crossing=crossing, border=border))
