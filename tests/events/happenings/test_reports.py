"""How reporters word blows, takings, journeys, flight, talks and help: nominal, passive, idiom, light verb."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.events.claims import told


@pytest.mark.parametrize(
    "text",
    [
        "Kharkiv took a pounding.",
        "Kharkiv has borne the brunt of the bombardment.",
        "Kharkiv was rocked by fresh shelling.",
        "The toll in Kharkiv rose to 63.",
        "At least 63 fatalities were recorded in Kharkiv.",
        "The morgue in Kharkiv took in 63 bodies.",
        "The bodies of two monks were found near Kharkiv.",
        "A reporter was dragged from his home in Kharkiv.",
        "Warplanes made three passes over Kharkiv.",
        "Warplanes flew 12 sorties against Kharkiv.",
        "Smoke hung over Kharkiv.",
        "Men were put to death in Kharkiv.",
        "Violence has engulfed Kharkiv.",
        "Bandits held up a truck near Kharkiv.",
        "Three Dutch peacekeepers fell in Kharkiv.",
        "The army turned its guns on Kharkiv.",
        "Pirates boarded a tanker off Kharkiv.",
        "Two guards were put out of action near Kharkiv.",
        "The crackle of automatic fire could be heard in Kharkiv.",
        "Soldiers were locked in battle with rebels for Kharkiv.",
        "The fighting has reached Kharkiv.",
        "A convoy was waylaid near Kharkiv.",
    ],
)
def test_blows_in_the_words_of_reports(gazetteer: Gazetteer, text: str) -> None:
    assert told(text, gazetteer) == [("attack", [("at", "Kharkiv")])]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels made themselves masters of Kunduz.",
        "The rebels lord it over Kunduz.",
        "The army is in full possession of Kunduz.",
        "Kunduz is run by the rebels.",
        "The army prised Kunduz from the rebels.",
        "Rebels were driven from Kunduz.",
        "Loyalist troops put down the rising in Kunduz.",
        "Kunduz is all but surrounded.",
        "The noose is tightening around Kunduz.",
        "The road to Kunduz is barred.",
        "The road to Kunduz was reopened.",
        "Flights to Kunduz have been suspended.",
        "Trucks have been held up at Kunduz.",
        "Aid agencies have no access to Kunduz.",
        "Access to Kunduz has been denied.",
        "Soldiers combed Kunduz for rebels.",
        "Nineteen policemen were let go in Kunduz.",
        "Two aid workers were set free near Kunduz.",
        "The front line runs through Kunduz.",
        "Rebels were stopped at Kunduz.",
        "The front at Kunduz has collapsed.",
        "A breakthrough was achieved near Kunduz.",
        "Kunduz remains beyond government control.",
        "Kunduz is no longer in army hands.",
    ],
)
def test_holding_taking_and_shutting_in_the_words_of_reports(gazetteer: Gazetteer, text: str) -> None:
    assert told(text, gazetteer) == [("control", [("at", "Kunduz")])]


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("Families are on the move towards Goma.", "displacement", "to"),
        ("Thousands of people are on the road to Goma.", "displacement", "to"),
        ("The road to Goma is clogged with refugees.", "displacement", "to"),
        ("Some 1,200 families made it out to Goma.", "displacement", "to"),
        ("Soldiers got 300 foreigners out of Goma.", "displacement", "from"),
        ("Embassies told their nationals to leave Goma.", "displacement", "from"),
        ("Schools in Goma have been turned into shelters.", "displacement", "at"),
        ("Those who could not walk stayed behind in Goma.", "displacement", "at"),
        ("Thousands found lodging with relatives in Goma.", "displacement", "at"),
        ("Prisoners were taken to Goma.", "movement", "to"),
        ("Kenya is putting more troops into Goma.", "movement", "to"),
        ("Soldiers were posted in Goma.", "buildup", "at"),
        ("Defences around Goma were strengthened.", "buildup", "at"),
        ("The area around Goma is littered with mines.", "buildup", "at"),
        ("Foreign ministers will gather in Goma on Friday.", "diplomacy", "at"),
        ("A deal was struck in Goma.", "diplomacy", "at"),
        ("The guns fell silent in Goma.", "diplomacy", "at"),
        ("Distributions resumed in Goma.", "support", "at"),
        ("9,000 children were vaccinated in Goma.", "support", "at"),
        ("Protesters scuffled with police in Goma.", "statement", "at"),
        ("Mourners filled the streets of Goma.", "statement", "at"),
    ],
)
def test_ways_and_gatherings_in_the_words_of_reports(gazetteer: Gazetteer, text: str, kind: str, role: str) -> None:
    assert told(text, gazetteer) == [(kind, [(role, "Goma")])]


@pytest.mark.parametrize(
    "text",
    [
        "A B-52 raid hit supply dumps.",
        "The toll road at Goma is 40 km long.",
        "The report runs to ten pages and was printed in Goma.",
        "Men armed with rifles are a common sight.",
    ],
)
def test_words_that_only_look_like_them_make_nothing(gazetteer: Gazetteer, text: str) -> None:
    assert told(text, gazetteer) == []
