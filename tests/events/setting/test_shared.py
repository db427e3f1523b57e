"""Places that a sentence has once for all that it tells, and names that stand apart from the words before them."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id


def told(text: str, gazetteer: Gazetteer) -> list[tuple[str, str, list[str]]]:
    claims = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims
    return [(it.kind.value, it.trigger.of(text), [place.text for place in it.places]) for it in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Herat a radar was hit, four officers died.", [("attack", "died", ["Herat"])]),
        (
            "Meanwhile, on the streets of Basra hundreds of soldiers demonstrated.",
            [("statement", "demonstrated", ["Basra"])],
        ),
        ("A company based in Erbil was shelled.", []),
        ("As in Grozny, houses were shelled.", []),
        ("In Herat the envoy said that Kabul was calm and that gunmen had killed ten.", []),
    ],
)
def test_what_opens_a_sentence_holds_for_all_of_it(
    gazetteer: Gazetteer, text: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    assert told(text, gazetteer) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels overran Bambari on 22 December 2020 and were thrown out on 23 December 2020.",
            [("overran", "Bambari"), ("thrown out", "Bambari")],
        ),
        (
            "Soldiers stopped buses near Bambari on 3 May 2020 and killed ten on 4 May 2020.",
            [("stopped buses near", "Bambari"), ("killed", "Bambari")],
        ),
    ],
)
def test_a_verb_without_a_subject_shares_the_place_before_it(
    gazetteer: Gazetteer, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(words, places[0]) for _, words, places in told(text, gazetteer)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday Kunduz fell.",
        "On Tuesday, Kunduz fell.",
        "At dawn Kunduz fell.",
        "In the spring of 2015 Kunduz fell.",
        "After days of fighting, Kunduz was captured by rebels.",
        "According to the ministry, Kunduz was captured by rebels.",
        "Rebels took nearby Kunduz.",
        "Kunduz (population 40,000) was captured by rebels.",
        "Kunduz, which lies on the river, was captured.",
        "The village of Kunduz near Ghazni was captured.",
        "Rebels hold 70 percent of Kunduz.",
    ],
)
def test_words_before_and_behind_a_name_do_not_part_it_from_its_verb(gazetteer: Gazetteer, text: str) -> None:
    assert [(kind, places) for kind, _, places in told(text, gazetteer)] == [("control", ["Kunduz"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed nine people at Kunduz police station.", [("attack", "killed", ["Kunduz"])]),
        ("A bomber attacked the Kunduz police headquarters.", [("attack", "attacked", ["Kunduz"])]),
        ("Kunduz police killed two gunmen.", []),
        ("Residents in Basra protested against the killing.", [("statement", "protested", ["Basra"])]),
        ("A car blew up in Basra.", [("attack", "blew up", ["Basra"])]),
        ("Gunmen killed two police guards Saturday in southern Basra.", [("attack", "killed", ["Basra"])]),
        ("The plan blew up in his face in Basra.", []),
    ],
)
def test_stations_residents_and_what_blows_up(
    gazetteer: Gazetteer, text: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    assert told(text, gazetteer) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Residents of Goma described heavy shelling.", [("attack", "shelling", ["Goma"])]),
        ("Officials of Goma spoke of shelling in Bukavu.", [("attack", "shelling", ["Bukavu"])]),
        ("Helicopters flew between Goma and Bukavu.", [("movement", "flew", ["Goma", "Bukavu"])]),
        ("Thousands poured over the border at Torkham.", [("displacement", "poured", ["Torkham"])]),
        ("Chad has closed its border.", [("control", "closed", ["Chad"])]),
        ("Chad has closed the deal.", []),
        ("Rebels, it is feared, could move on Goma.", [("movement", "move on", ["Goma"])]),
        ("Jets pounded two command posts near Omdurman.", [("attack", "pounded", ["Omdurman"])]),
        ("Lorries left for Herat, guarded by soldiers.", [("movement", "left", ["Herat"])]),
        ("Jets pounded RSF camps in Omdurman.", [("attack", "pounded", ["Omdurman"])]),
        ("If the rebels seize Kunduz, hope will end.", [("control", "seize", ["Kunduz"])]),
        (
            "Abadan was surrounded, but it did not fall.",
            [("control", "surrounded", ["Abadan"]), ("control", "fall", ["Abadan"])],
        ),
    ],
)
def test_witnesses_ends_borders_and_what_is_a_verb(
    gazetteer: Gazetteer, text: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    assert told(text, gazetteer) == expected
