"""Find claims about one place that contradict each other, for reading side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from events.claim import Claim, Kind, Status

CONTRARY = {Status.ASSERTED, Status.UNCONFIRMED}
"""A denial contradicts these: a claim that it happened, with or without doubt."""


class Carrying(Protocol):
    """Whatever carries a claim: one that is cited, or one of the store."""

    @property
    def claim(self) -> Claim:
        """The claim."""


It = TypeVar("It", bound=Carrying)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction(Generic[It]):
    """Claims of one kind about one place of which some are denied and some are not."""

    kind: Kind
    said: tuple[It, ...]
    denied: tuple[It, ...]


def contradictions_in(carried: Sequence[It]) -> tuple[Contradiction[It], ...]:
    """Return the claims about one place of which one says what another denies.

    Two claims stand against each other where they are of one kind, one is denied and the other said to be so, and
    their dates do not exclude each other; a claim without a date excludes nothing.

    >>> contradictions_in(())
    ()
    """
    found = []
    for kind in Kind:
        of_kind = [one for one in carried if one.claim.kind is kind]
        denied = [one for one in of_kind if one.claim.status is Status.DENIED]
        said = [one for one in of_kind if one.claim.status in CONTRARY]
        against = tuple(one for one in said if any(_may_meet(one.claim, other.claim) for other in denied))
        if against:
            met = tuple(one for one in denied if any(_may_meet(one.claim, other.claim) for other in against))
            found.append(Contradiction(kind=kind, said=against, denied=met))
    return tuple(found)


def _may_meet(one: Claim, other: Claim) -> bool:
    if one.when is None or other.when is None:
        return True
    a, b = one.when.interval, other.when.interval
    apart = (a.end and b.start and a.end <= b.start) or (b.end and a.start and b.end <= a.start)
    return not apart
