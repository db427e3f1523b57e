"""A state that is a party to what happens is not where it happens."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


def _places(text: str, gazetteer: Gazetteer) -> list[str]:
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    return [place.text for claim in claims for place in claim.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Congo blamed the shelling of Goma on Rwanda.", ["Goma"]),
        ("Sudan put the blame for the offensive on Chad.", []),
        ("India pointed the finger at Pakistan over the raid.", []),
        ("An attack blamed on Eritrea killed nine in Axum.", ["Axum"]),
        ("Ukraine called on Russia to stop the attacks.", []),
        ("The council calls on Rwanda to withdraw its troops.", []),
        ("The offensive has brought Eritrea and Ethiopia to the brink of war.", []),
        ("The army attacked Goma together with Uganda.", ["Goma"]),
        ("War broke out between Rwanda and Uganda.", []),
        ("Clashes between Kigali and Kinshasa grew.", []),
        ("Clashes between Bunia and Beni grew.", ["Bunia", "Beni"]),
        ("Clashes broke out in Kigali.", ["Kigali"]),
        ("The army attacked Congo.", ["Congo"]),
        ("The attack on Kigali killed nine.", ["Kigali"]),
        ("Missiles were fired at Israel.", ["Israel"]),
        ("Bombs rained on Tehran and Isfahan.", ["Tehran", "Isfahan"]),
        ("They captured more than half of Ukraine.", ["Ukraine"]),
        ("They detonated a car in south Lebanon.", ["Lebanon"]),
        ("Soldiers opened fire at Bamako's airport.", ["Bamako"]),
        ("The rebels are advancing on Kigali.", ["Kigali"]),
        ("They attacked bases in both Syria and Iraq.", ["Syria", "Iraq"]),
        ("Envoys shuttled between Cairo and Doha.", ["Cairo", "Doha"]),
    ],
)
def test_prepositions_of_ground_and_of_parties(text: str, expected: list[str], gazetteer: Gazetteer) -> None:
    """Who is blamed, called upon, helped or at odds is no place; what is struck, taken or stood on is one."""
    assert _places(text, gazetteer) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army is fighting Rwanda.", []),
        ("Congo fought against Uganda.", []),
        ("Troops loyal to Rwanda are fighting in Congo.", ["Congo"]),
        ("The battle for Kyiv has killed hundreds.", ["Kyiv"]),
        ("After the attack Rwanda closed its embassy.", []),
        ("After the raid Kigali recalled its envoy.", []),
        ("The offensive Russia launched in March has failed.", []),
        ("It was Russia that attacked.", []),
        ("If Kigali attacks, we shall answer.", []),
        ("The aggressor, Kigali, must withdraw.", []),
        ("Rwanda is involved in the fighting.", []),
        ("Goma was engulfed in fighting.", ["Goma"]),
        ("When Kabul fell, Moscow was silent.", ["Kabul"]),
        ("A bomb in northern Colombia killed five people.", ["Colombia"]),
        ("Those who shelled Kigali fled.", ["Kigali"]),
        ("Rwanda was dragged into the fighting.", []),
        ("In the war of 1998 Chad and Libya fought on one side.", []),
        ("In the war of 1998 rebels attacked Goma and Bunia.", ["Goma", "Bunia"]),
        ("On Sunday an attack killed two soldiers of Rwanda.", []),
        ("The secret bombing of Cambodia and Laos went on.", ["Cambodia", "Laos"]),
        ("Rwanda protested to Congo over the attack.", []),
        ("Protesters marched to Versailles.", ["Versailles"]),
        ("Congo holds Rwanda responsible for the bombing of Goma.", ["Goma"]),
        ("Rwanda took Congo to court over the attack.", []),
        ("The rebels took Goma.", ["Goma"]),
    ],
)
def test_those_who_act_and_those_who_are_fought(text: str, expected: list[str], gazetteer: Gazetteer) -> None:
    """A state with a verb of its own acts, and whom one fights is an enemy; where it is fought is a place."""
    assert _places(text, gazetteer) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Rwanda's orders the rebels halted the attack.", []),
        ("At the request of Kigali the attack was halted.", []),
        ("In Russia's view the offensive is over.", []),
        ("Mercenaries in the pay of Chad attacked El Fasher.", ["El Fasher"]),
        ("Fighting went on in Rwanda's north.", ["Rwanda"]),
        ("In Kigali the attack was called a provocation.", []),
        ("In Kigali, officials deny the attack.", []),
        ("In Kigali the attack killed nine.", ["Kigali"]),
        ("In Goma the attack was denied.", ["Goma"]),
        ("The bombing of Kigali went on.", ["Kigali"]),
    ],
)
def test_what_is_done_as_a_state_wants_it(text: str, expected: list[str], gazetteer: Gazetteer) -> None:
    """Orders, requests and views have no ground; the north of a country has."""
    assert _places(text, gazetteer) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("Kigali, asked for comment, said nothing. The town was attacked the next day.", "Goma"),
        ("Officials in Kigali denied it. Shells fell on the town on Monday.", "Goma"),
        ("An ambassador in Kigali said nothing of it. There were clashes in the town on Monday.", "Goma"),
        ("Rwanda denied it. There were clashes there on Sunday.", "Goma"),
        ("In Kigali the streets are empty. The town was attacked the next day.", "Kigali"),
        ("Two bombs went off in Kigali. The town was shelled the next day.", "Kigali"),
        ("The rebels marched to Beni. The town was shelled the next day.", "Beni"),
    ],
)
def test_the_town_is_not_where_those_rule_who_spoke_last(after: str, expected: str, gazetteer: Gazetteer) -> None:
    """ "The town" takes up what was fought over; a capital that spoke in between is left alone."""
    assert _places(f"Rebels seized Goma after heavy fighting with the army. {after}", gazetteer)[-1] == expected


def test_the_town_is_no_capital_where_the_town_that_was_named_is_unknown(gazetteer: Gazetteer) -> None:
    """Of a town that no gazetteer has nothing is told at the capital that spoke of it."""
    text = "Rebels seized Qwertaba. Officials in Kigali denied it. Shells fell on the town on Monday."
    assert "Kigali" not in _places(text, gazetteer)
