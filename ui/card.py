"""A claim as the excerpts' component takes it: texts that it sets as text."""

from __future__ import annotations

from typing import TypedDict

from events.storage.stored import StoredClaim
from ui.excerpt import (
    carrier_label,
    chain_of,
    movement_label,
    place_label,
    report_label,
    said_label,
    segments_of,
    setting_label,
    when_label,
)
from views.annotation import citation_text


class Card(TypedDict):
    """One claim, ready to be written; the component's JavaScript reads these names."""

    number: int
    kind: str
    status: str
    reported: str
    when: str
    said: str | None
    report: str
    carrier: str
    chain: list[str]
    segments: list[tuple[str, str]]
    places: list[str]
    setting: str | None
    movement: str | None
    first: int
    last: int
    citation: str
    document: str
    start: int


def card_of(stored: StoredClaim) -> Card:
    """Return the card of a claim."""
    claim = stored.claim
    interval = claim.when.interval if claim.when else None
    return Card(
        number=stored.number,
        kind=claim.kind.value,
        status=claim.status.value,
        reported=claim.report_status.value,
        when=when_label(claim),
        said=said_label(claim),
        report=report_label(stored.publication.dating),
        carrier=carrier_label(stored.publication),
        chain=list(chain_of(stored)),
        segments=[(segment.text, " ".join(segment.markings)) for segment in segments_of(claim)],
        places=[place_label(place) for place in claim.places],
        setting=setting_label(stored.publication),
        movement=movement_label(claim),
        first=interval.start.toordinal() if interval and interval.start else 0,
        last=interval.last.toordinal() if interval and interval.last else 0,
        citation=citation_text(stored),
        document=stored.publication.id,
        start=claim.excerpt.span.start,
    )
