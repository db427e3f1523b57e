"""Families of wordings for blows, takings, journeys and flight, as reports, notes, headlines and posts have them."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


def told(text: str, gazetteer: Gazetteer) -> set[tuple[str, str]]:
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    return {(it.kind.value, place.text) for it in claims for place in it.places}


BLOWS = (
    ("Militiamen hacked a trader to death in Bangui.", "Bangui"),
    ("Herders slit the throats of two guards near Jos.", "Jos"),
    ("Kurdish fighters put up fierce resistance in Kobani.", "Kobani"),
    ("The gang took four hostages in Zamboanga.", "Zamboanga"),
    ("The eastern quarter of Mariupol has come under sustained bombardment.", "Mariupol"),
    ("Kupiansk was subjected to heavy shelling.", "Kupiansk"),
    ("Kupiansk has been the target of daily air strikes.", "Kupiansk"),
    ("Chernihiv endured a night of shelling.", "Chernihiv"),
    ("The enemy launched nine drones against Sumy.", "Sumy"),
    ("Sectarian violence flared in Tartus.", "Tartus"),
    ("Air defences were activated over Isfahan.", "Isfahan"),
    ("The bodies of executed men lay in the streets of Bucha.", "Bucha"),
    ("Rebels broke the ceasefire near Donetsk with mortars.", "Donetsk"),
    ("A column was ambushed; the brigade lost 60 men at Shusha.", "Shusha"),
    ("14:20 Air strike, Daraa; two dead.", "Daraa"),
    ("heavy clashes btw the two groups near Azaz", "Azaz"),
    ("Armed youths torched the market in Bentiu.", "Bentiu"),
    ("Two civilians were wounded in Donetsk by shrapnel.", "Donetsk"),
    ("Bombers reduced Grozny to rubble.", "Grozny"),
)


@pytest.mark.parametrize(("text", "place"), BLOWS)
def test_blows(gazetteer: Gazetteer, text: str, place: str) -> None:
    """A blow is told by verbs, nouns, what a place goes through, and lines without a verb."""
    assert ("attack", place) in told(text, gazetteer)


TAKINGS = (
    ("Rebels drove government troops out of Hargeisa.", "Hargeisa"),
    ("The jihadists kicked the Tuareg rebels out of Gao.", "Gao"),
    ("Armenian forces handed Kalbajar back to Azerbaijan.", "Kalbajar"),
    ("Guerrillas made marginal gains near Toretsk.", "Toretsk"),
    ("The army consolidated its positions in Urozhaine.", "Urozhaine"),
    ("Insurgents extended their hold on Sarmin.", "Sarmin"),
    ("Palmira passed into rebel hands and Saraqib fell into rebel hands.", "Saraqib"),
    ("Hama is back in government hands.", "Hama"),
    ("Tal Afar liberated", "Tal Afar"),
    ("Police arrested 40 protesters in Yangon.", "Yangon"),
    ("Separatists tightened their noose around Debaltseve.", "Debaltseve"),
    ("The militia put Taiz under siege.", "Taiz"),
)


@pytest.mark.parametrize(("text", "place"), TAKINGS)
def test_takings(gazetteer: Gazetteer, text: str, place: str) -> None:
    """Who holds a place changes by driving out, handing back, gains and losses, too."""
    assert ("control", place) in told(text, gazetteer)


FLIGHTS = (
    ("Yazidi families poured into Dohuk.", "Dohuk"),
    ("Muslims were driven from Foca.", "Foca"),
    ("Buses brought Armenians to Goris.", "Goris"),
    ("Goma has taken in half a million displaced people.", "Goma"),
    ("A million people crammed into Rafah.", "Rafah"),
    ("Residents were ferried from Kherson across the river.", "Kherson"),
    ("Peasants sought safety in Huambo.", "Huambo"),
)


@pytest.mark.parametrize(("text", "place"), FLIGHTS)
def test_flights(gazetteer: Gazetteer, text: str, place: str) -> None:
    """Civilians who pour in, are brought, driven out or taken in are displaced."""
    assert ("displacement", place) in told(text, gazetteer)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Families were going to Kigali on foot with the soldiers.", "Kigali"),
        ("Tanks were proceeding to Gori.", "Gori"),
        ("Abdullah arrives in Amman", "Amman"),
        ("More than 200 fighters have been bussed to Aleppo.", "Aleppo"),
    ],
)
def test_journeys(gazetteer: Gazetteer, text: str, place: str) -> None:
    """The -ing form of "go", verbs that look like nouns in headlines, and rare verbs of transport are journeys."""
    assert place in {place for kind, place in told(text, gazetteer) if kind in {"movement", "displacement"}}


@pytest.mark.parametrize(
    "text",
    [
        "Heavy rain pounded Manila overnight.",
        "Lightning killed a farmer near Dhaka.",
        "A bus crash near Lima killed 22 people.",
        "The senator came under fire in Washington for his remarks.",
        "Unions called a strike at the port of Rotterdam over pay.",
        "The company made gains in Shanghai.",
        "The candidate gained ground in Iowa.",
        "Our house in Aleppo is big.",
        "Students in Berlin camp out for concert tickets.",
    ],
)
def test_no_blows(gazetteer: Gazetteer, text: str) -> None:
    """Weather, accidents, disputes over pay, criticism and rivalry have the words of war and are none."""
    assert told(text, gazetteer) == set()
