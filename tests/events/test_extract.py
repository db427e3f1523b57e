"""The pipeline: what a careful reader would mark in single sentences of our own."""

from __future__ import annotations

import pytest

from events.claim import Claim, CrossingBasis, Kind, Role
from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id
from texts.plain import document_from
from texts.rejection import Reason


def claims_of(text: str, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    return claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer).claims


def told(claim: Claim) -> tuple[str, list[tuple[str, str]]]:
    return claim.kind.value, [(it.role.value, it.text) for it in claim.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels captured Mosul and Tikrit.", [("control", [("at", "Mosul"), ("at", "Tikrit")])]),
        ("Mosul was captured by rebels.", [("control", [("at", "Mosul")])]),
        ("Jets bombed a depot near Baghdad.", [("attack", [("at", "Baghdad")])]),
        ("Troops advanced towards Baghdad.", [("movement", [("to", "Baghdad")])]),
        ("Families fled from Mosul to Erbil.", [("displacement", [("from", "Mosul"), ("to", "Erbil")])]),
        ("Soldiers fled from Mosul to Erbil.", [("movement", [("from", "Mosul"), ("to", "Erbil")])]),
        ("Tanks were massed in Basra.", [("buildup", [("at", "Basra")])]),
        ("The two ministers met in Baghdad.", [("diplomacy", [("at", "Baghdad")])]),
        (
            "Militants attacked Erbil and the old trading towns of Koya and Akre.",
            [("attack", [("at", "Erbil"), ("at", "Koya"), ("at", "Akre")])],
        ),
        (
            "Jets struck targets in Isfahan, Khuzestan and Ilam.",
            [("attack", [("at", "Isfahan"), ("at", "Khuzestan"), ("at", "Ilam")])],
        ),
        ("Jets struck Khanaqin, Diyala, and Ilam.", [("attack", [("at", "Khanaqin"), ("at", "Ilam")])]),
        (
            "The company moved its staff from an office in Basra to relatives in Amman.",
            [("movement", [("from", "Basra"), ("to", "Amman")])],
        ),
        ("Tikrit, which fell to the rebels, is quiet.", [("control", [("at", "Tikrit")])]),
    ],
)
def test_kinds_and_roles(gazetteer: Gazetteer, text: str, expected: list[tuple[str, list[tuple[str, str]]]]) -> None:
    """Each happening has its kind, and its places the roles that the words give them."""
    assert expected == [told(claim) for claim in claims_of(text, gazetteer)]


@pytest.mark.parametrize(
    "text",
    [
        "Officials in Baghdad said that nobody had been killed.",
        "BAGHDAD (AP) — Nine people were killed on Sunday.",
        "The talks team left its offices.",
        "The ambassador to Iran spoke of a fleeing army.",
        "",
    ],
)
def test_places_of_who_speaks_are_not_the_events(gazetteer: Gazetteer, text: str) -> None:
    """Desks, datelines and envoys put nothing on the map."""
    assert claims_of(text, gazetteer) == ()


def test_left_and_reached_is_one_movement(gazetteer: Gazetteer) -> None:
    """The legs of one journey make one claim, whose goal is reached."""
    (claim,) = claims_of("Soldiers left Mosul at night and reached Erbil.", gazetteer)
    assert [it.role for it in claim.places] == [Role.FROM, Role.TO]
    assert claim.movement is not None
    assert claim.movement.reached is True


def test_toward_is_a_goal_not_reached(gazetteer: Gazetteer) -> None:
    """Who goes towards a place has not arrived."""
    (claim,) = claims_of("Troops marched toward Baghdad.", gazetteer)
    assert claim.movement is not None
    assert claim.movement.reached is False


def test_a_crossing_is_inferred_between_two_towns_by_it(gazetteer: Gazetteer) -> None:
    """A way between towns on both sides of a border leads over the crossing between them, marked as inferred."""
    (claim,) = claims_of("The convoy drove from Sarpol-e Zahab to Khanaqin.", gazetteer)
    assert claim.movement is not None
    assert claim.movement.border == ("IR", "IQ")
    assert claim.movement.crossing is not None
    assert claim.movement.crossing.basis == CrossingBasis.INFERRED
    assert claim.movement.crossing.name.endswith("Khosravi")


def test_no_crossing_is_made_up_for_two_countries(gazetteer: Gazetteer) -> None:
    """Where nothing names a place by a border, only the border is known."""
    (claim,) = claims_of("Weapons were sent from Iran to Iraq.", gazetteer)
    assert claim.movement is not None
    assert claim.movement.border == ("IR", "IQ")
    assert claim.movement.crossing is None


def test_a_place_is_taken_up_from_the_sentence_before(gazetteer: Gazetteer) -> None:
    """ "The city" stands for the city that was named, and the reason says so."""
    claims = claims_of("Rebels entered Mosul. They then shelled the city.", gazetteer)
    attack = next(claim for claim in claims if claim.kind is Kind.ATTACK)
    assert attack.places[0].place.name == "Mosul"
    assert "takes up" in attack.places[0].reason


def test_numbers_and_people_are_kept_as_named(gazetteer: Gazetteer) -> None:
    """Numbers keep their ranges and bounds; actors keep the text's words and the name that they are known under."""
    (claim,) = claims_of("At least 300 ISIL fighters stormed Tikrit.", gazetteer)
    assert [(it.value, it.at_least) for it in claim.quantities] == [(300.0, True)]
    assert [it.name for it in claim.actors] == ["Islamic State"]


def test_what_has_no_place_is_counted(gazetteer: Gazetteer) -> None:
    """A happening without a place is a rejection with its words."""
    text = "The army attacked at dawn."
    reading = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer)
    assert reading.claims == ()
    assert [(Reason.UNPLACED, text)] == [(it.reason, it.text) for it in reading.rejections]


@pytest.mark.parametrize(
    "text",
    [
        "On 22 September 1980 Iraqi aircraft bombed Baghdad.",
        "Monday 5 May 2014 fighting spread and Baghdad was shelled.",
    ],
)
def test_dates_before_a_subject_are_passed_over(gazetteer: Gazetteer, text: str) -> None:
    """Looking for who did it ends, whatever dates stand before the verb."""
    assert "Baghdad" in [it.text for claim in claims_of(text, gazetteer) for it in claim.places]


def test_a_sentence_told_again_is_counted_not_claimed_again(gazetteer: Gazetteer) -> None:
    """What a reply repeats belongs to whoever wrote it first, and the repetition is not lost without a word."""
    once = "Government troops captured the town of Tikrit on Sunday."
    text = f"{once}\n\n{once}\n"
    reading = claims_in(Document(id=text_id(text), text=text, name="a text"), gazetteer)
    assert len(reading.claims) == 1
    (again,) = reading.rejections
    assert (Reason.DUPLICATE, once) == (again.reason, again.text)
    assert again.message.endswith("the same sentence stands at character 0")


def test_the_first_words_of_a_sentence_are_known_again_in_a_quotation(gazetteer: Gazetteer) -> None:
    """A reply quotes as much as it needs, and answers of the place that it quotes."""
    text = (
        "ali_x, 12 June 2014\nGovernment troops captured Tikrit on Sunday after a long fight.\n\n"
        "zed, 13 June 2014\n> Government troops captured Tikrit on Sunday\nAnd they lost it again."
    )
    document = document_from(text, name="thread")
    assert isinstance(document, Document)
    reading = claims_in(document, gazetteer)
    assert [(it.trigger.of(text), it.sources[0].text) for it in reading.claims] == [
        ("captured", "ali_x"),
        ("lost", "zed"),
    ]
    assert Reason.DUPLICATE in [it.reason for it in reading.rejections]


@pytest.mark.parametrize(
    ("text", "name", "border"),
    [
        ("Troops entered Syria through the Bab al-Hawa border crossing.", "Bab al-Hawa–Cilvegozu", ("TR", "SY")),
        ("Lorries passed through the Khosravi crossing.", "Mundhiriya–Khosravi", None),
        ("Tanks left Iran through the Mehran crossing.", "Zurbatiyah–Mehran", ("IR", "IQ")),
        (
            "Two battalions moved to Baquba from Qasr-e Shirin via the Khosravi crossing.",
            "Mundhiriya–Khosravi",
            ("IR", "IQ"),
        ),
    ],
)
def test_a_crossing_that_a_movement_is_said_to_pass_is_stated(
    gazetteer: Gazetteer, text: str, name: str, border: tuple[str, str] | None
) -> None:
    """It needs no second end in another country, and the word is no movement of its own."""
    (claim,) = claims_of(text, gazetteer)
    assert claim.movement is not None
    assert claim.movement.crossing is not None
    assert (claim.movement.crossing.name, claim.movement.crossing.basis) == (name, CrossingBasis.STATED)
    assert claim.movement.border == border


def test_where_a_border_is_crossed_lies_on_the_way(gazetteer: Gazetteer) -> None:
    """What stands at, near or by it is passed; a province is not."""
    (claim,) = claims_of("The convoy crossed from Iran into Iraq at Khanaqin.", gazetteer)
    assert told(claim) == ("movement", [("from", "Iran"), ("to", "Iraq"), ("via", "Khanaqin")])
    (claim,) = claims_of("Thousands crossed into Poland at the Medyka crossing.", gazetteer)
    assert ("via", "Medyka") in told(claim)[1]


def test_a_movement_is_told_from_start_to_goal_whatever_the_order_of_the_words(gazetteer: Gazetteer) -> None:
    """The direction over the border is that of the movement."""
    (claim,) = claims_of("Two battalions moved to Baquba from Kermanshah.", gazetteer)
    assert claim.movement is not None
    assert claim.movement.border == ("IR", "IQ")


def test_a_crossing_as_a_spot_is_no_movement(gazetteer: Gazetteer) -> None:
    """The word only says what sort of place it is; a crossing of a river is one."""
    assert claims_of("The Medyka crossing was quiet.", gazetteer) == ()
    assert [it.kind for it in claims_of("The crossing of the Euphrates by the rebels took a day.", gazetteer)] == [
        Kind.MOVEMENT
    ]
