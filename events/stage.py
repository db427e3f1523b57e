"""Keep one claim for what is told in several words of one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.claim import ActorRole, Claim, ClaimPlace, Kind, Role, Status

FORCE = (Kind.CONTROL, Kind.ATTACK, Kind.MOVEMENT, Kind.BUILDUP)
"""Stages of one blow, the strongest first: control stands for the attack, the attack for the movement in it."""


REACH = 60
"""How many characters may lie between the words for two stages of one blow."""


def merged(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of one sentence without those that only tell a stage or a part of another.

    Claims with the same status whose places are the same, or part of the other's, and whose kinds are stages of one
    blow or the same, are one happening told in several words.
    """
    kept: list[Claim] = []
    for claim in sorted(claims, key=_strength):
        at = next((at for at, strong in enumerate(kept) if _covers(strong, claim)), None)
        if at is None:
            kept.append(claim)
            continue
        if kept[at].when is None and _follows_from(kept[at], claim):
            kept[at] = replace(kept[at], when=claim.when)
        if kept[at].kind is claim.kind:
            # "raided X and killed nine"
            known = kept[at].quantities
            more = [it for it in claim.quantities if not any(it.span.overlaps(one.span) for one in known)]
            kept[at] = replace(kept[at], quantities=tuple(sorted((*known, *more), key=lambda it: it.span)))
    return tuple(sorted(kept, key=lambda claim: (claim.trigger, claim.id)))


def _strength(claim: Claim) -> tuple[int, int, bool, int, int]:
    rank = FORCE.index(claim.kind) if claim.kind in FORCE else len(FORCE)
    open_yet = claim.kind in FORCE[:2] and claim.status in _OPEN
    return rank, -len(claim.places), open_yet, -len(claim.trigger), claim.trigger.start


_OPEN = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
"""Statuses of what has not happened yet: what was tried and what was done is told as done."""


def _covers(strong: Claim, weak: Claim) -> bool:
    if strong.status is not weak.status and (
        strong.kind is not weak.kind or Status.DENIED in {strong.status, weak.status}
    ):
        return False  # "was surrounded but did not fall"
    apart = strong.kind is not weak.kind and not (strong.kind in FORCE and weak.kind in FORCE)
    # "rebels enter X as the army withdraws"
    if apart or (_rivals(strong, weak) and (strong.kind is not weak.kind or _opposed(strong, weak))):
        return False
    if strong.kind is not weak.kind and (
        _apart(strong, weak) > REACH
        or all(it.role is Role.FROM for it in weak.places)  # who leaves does not do what is done there
        or _only_describes(strong, weak)
    ):
        return False
    if strong.when is not None and weak.when is not None and strong.when.span != weak.when.span:
        return False
    taken = strong.kind is weak.kind is Kind.CONTROL and (strong.when is None) != (weak.when is None)
    if taken and _looks_back(strong, weak):
        return False
    return {_where(it) for it in weak.places} <= {_where(it) for it in strong.places}


def _opposed(one: Claim, other: Claim) -> bool:
    """Whether the one comes from where the other goes."""
    ours, theirs = ({it.role for it in claim.places} for claim in (one, other))
    return (Role.FROM in ours and Role.TO in theirs) or (Role.TO in ours and Role.FROM in theirs)


def _only_describes(strong: Claim, weak: Claim) -> bool:
    """Whether the one's word only describes the place of the other: "killed in besieged X", not "struck and took X"."""
    if weak.trigger.end > strong.trigger.start:
        return False
    start = strong.excerpt.span.start
    between = strong.excerpt.text[weak.trigger.end - start : strong.trigger.start - start].split()
    beside = any(place.span.start == strong.trigger.end + 1 for place in strong.places)
    return beside and (not between or between[-1] in _INTO)


_INTO = frozenset({"in", "to", "into", "from", "at", "near", "on", "around", "outside", "through"})


def _follows_from(strong: Claim, weak: Claim) -> bool:
    """Whether a participle only tells what came of a deed before it: "burned two jets on Sunday, killing three"."""
    start = strong.excerpt.span.start
    word = strong.excerpt.text[strong.trigger.start - start : strong.trigger.end - start]
    return strong.kind is weak.kind and weak.trigger.end <= strong.trigger.start and word.endswith("ing")


def _where(place: ClaimPlace) -> tuple[str, str]:
    """Return what tells two places apart: in an area also the name, which may be of a spot that no map knows."""
    return place.place.id, place.text.casefold() if place.ground.geo_precision > 1 else ""


def _looks_back(one: Claim, other: Claim) -> bool:
    """Whether a clause of its own tells one of two, of which one alone has a day: "holds X, which it took in May"."""
    first, last = sorted((one, other), key=lambda claim: claim.trigger)
    start = one.excerpt.span.start
    between = one.excerpt.text[first.trigger.end - start : last.trigger.start - start]
    return not _OPENERS.isdisjoint(between.lower().replace(",", " ").split())


_OPENERS = frozenset({"which", "who", "that", "after", "since", "having", "where"})


def _apart(one: Claim, other: Claim) -> int:
    return max(one.trigger.start - other.trigger.end, other.trigger.start - one.trigger.end)


def _rivals(one: Claim, other: Claim) -> bool:
    """Whether the two are said to be done by different people."""
    ours, theirs = ({actor.span for actor in claim.actors if actor.role is ActorRole.AGENT} for claim in (one, other))
    return bool(ours and theirs) and not any(one.overlaps(other) for one in ours for other in theirs)
