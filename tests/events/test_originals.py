"""The claims that must come out of the original texts, and what must put nothing on the map."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from events.claim import Claim, Kind, Role, Status
from events.extract import claims_in
from geo.gazetteer import open_gazetteer
from texts.document import Document
from texts.published import with_dates
from texts.read import documents_in

pytestmark = pytest.mark.originals


@pytest.fixture(scope="module")
def read(originals: Path) -> list[tuple[Document, Claim]]:
    gazetteer = open_gazetteer()
    documents = [with_dates(it) for it in documents_in(originals) if isinstance(it, Document)]
    assert len(documents) == 5
    return [(document, claim) for document in documents for claim in claims_in(document, gazetteer).claims]


def at(read: list[tuple[Document, Claim]], place: str, role: Role | None = None) -> list[Claim]:
    return [
        claim
        for _, claim in read
        if any(it.place.name == place and (role is None or it.role is role) for it in claim.places)
    ]


def test_eleven_thousand_are_said_to_prepare_for_two_cities(read: list[tuple[Document, Claim]]) -> None:
    """A planned attack on both cities with its number."""
    both = [claim for claim in at(read, "Mosul") if claim in at(read, "Tikrit") and claim.status is Status.PLANNED]
    assert 11000 in [quantity.value for claim in both for quantity in claim.quantities]


def test_most_of_tikrit_is_retaken_on_thursday(read: list[tuple[Document, Claim]]) -> None:
    """Control of the city on 12 June 2014."""
    days = [claim.when.interval.start for claim in at(read, "Tikrit") if claim.kind is Kind.CONTROL and claim.when]
    assert date(2014, 6, 12) in days


def test_guard_units_leave_iran_on_wednesday(read: list[tuple[Document, Claim]]) -> None:
    """A movement from Iran on 11 June 2014."""
    days = [claim.when.interval.start for claim in at(read, "Iran", Role.FROM) if claim.when]
    assert date(2014, 6, 11) in days


def test_a_convoy_passes_sarpol_e_zahab_unconfirmed(read: list[tuple[Document, Claim]]) -> None:
    """The way leads from Iran into Iraq over an inferred crossing; nobody confirms it."""
    (claim,) = at(read, "Sarpol-e Zahab", Role.VIA)
    assert Status.UNCONFIRMED is claim.status
    assert claim.movement is not None
    assert claim.movement.border == ("IR", "IQ")
    assert claim.movement.crossing is not None
    assert "Khosravi" in claim.movement.crossing.name


@pytest.mark.parametrize("place", ["Aleppo", "Hama"])
def test_two_syrian_cities_are_taken(read: list[tuple[Document, Claim]], place: str) -> None:
    """Rebels are said to have captured them."""
    assert (Kind.CONTROL, Status.ASSERTED) in [(claim.kind, claim.status) for claim in at(read, place)]


def test_a_drone_attack_on_eilat(read: list[tuple[Document, Claim]]) -> None:
    """It is an attack there."""
    assert Kind.ATTACK in [claim.kind for claim in at(read, "Eilat")]


@pytest.mark.parametrize("place", ["Vienna", "Tehran", "Damascus"])
def test_capitals_that_stand_for_governments_are_not_on_the_map(read: list[tuple[Document, Claim]], place: str) -> None:
    """Negotiations' seats and governments' names put nothing on the map."""
    assert at(read, place) == []


def test_every_place_is_in_the_words_of_its_text(read: list[tuple[Document, Claim]]) -> None:
    """Each place of a claim is what the text has at its span."""
    assert all(it.text == it.span.of(document.text) for document, claim in read for it in claim.places)


def test_an_organisation_is_not_a_town(read: list[tuple[Document, Claim]]) -> None:
    """Hamas is nowhere taken for Hama or another town."""
    assert [it for _, claim in read for it in claim.places if it.text == "Hamas"] == []


def test_guard_units_are_to_protect_three_cities(read: list[tuple[Document, Claim]]) -> None:
    """One claim names Baghdad and both shrine cities."""
    named = [{it.place.name for it in claim.places} for claim in at(read, "Karbala")]
    assert {"Baghdad", "Karbala", "Najaf"} in named


def test_forces_are_to_go_to_jalawla(read: list[tuple[Document, Claim]]) -> None:
    """A movement that is planned and whose goal nobody has reached."""
    planned = [claim for claim in at(read, "Jalawla", Role.TO) if claim.status is Status.PLANNED]
    assert [claim.movement.reached for claim in planned if claim.movement] == [False]


def test_the_dam_is_not_the_city(read: list[tuple[Document, Claim]]) -> None:
    """Air strikes around Mosul dam are at the dam."""
    assert Kind.ATTACK in [claim.kind for claim in at(read, "Mosul Dam")]
