"""What tests ask of the claims of a text."""

from __future__ import annotations

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


def told(text: str, gazetteer: Gazetteer) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the kind of each claim, with the roles and words of its places."""
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    return [(it.kind.value, [(place.role.value, place.text) for place in it.places]) for it in claims]


def places_of(text: str, gazetteer: Gazetteer) -> list[str]:
    """Return the words of the places of all claims."""
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    return [place.text for claim in claims for place in claim.places]
