"""Threads, chats and rows of posts: what goes on from message to message, and how people write in a hurry."""

from __future__ import annotations

import pytest

from events.claim import Claim, SourceKind
from events.extract import claims_in
from geo.gazetteer import Gazetteer
from tests.events.claims import told
from texts.dating import Basis
from texts.document import Document
from texts.edtf import dating_from
from texts.metadata import Metadata
from texts.plain import document_from


def claims_of(text: str, gazetteer: Gazetteer, published: str = "2015-04-02") -> tuple[Claim, ...]:
    metadata = Metadata(dating=dating_from(published, basis=Basis.STATED, source="corpus.csv"))
    document = document_from(text, name="a.txt", metadata=metadata)
    assert isinstance(document, Document)
    return claims_in(document, gazetteer).claims


def ones(claims: tuple[Claim, ...]) -> list[tuple[str, list[str]]]:
    return [(it.kind.value, [place.text for place in it.places]) for it in claims]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Convoy got smoked near Lyman.", "attack", "Lyman"),
        ("Our guys cleaned out Izyum in two days.", "control", "Izyum"),
        ("Tikrit is back with the army.", "control", "Tikrit"),
        ("If Tikrit goes, nothing is left of the division.", "control", "Tikrit"),
        ("They dug in around Goma.", "buildup", "Goma"),
        ("Some 80 soldiers gave up at Myitkyina.", "control", "Myitkyina"),
        ("The army took out two posts near Stepanakert.", "attack", "Stepanakert"),
        ("They left the bridge at Irpin wrecked.", "attack", "Irpin"),
        ("A mine took off his leg outside Shali.", "attack", "Shali"),
        ("houthis are in aden now", "buildup", "aden"),
        ("rsf took the bridge in omdurman, nobody saw it coming", "control", "omdurman"),
    ],
)
def test_hurried_wordings_tell_happenings(gazetteer: Gazetteer, text: str, kind: str, place: str) -> None:
    assert [(kind, [name for _, name in places]) for kind, places in told(text, gazetteer)] == [(kind, [place])]


@pytest.mark.parametrize(
    "text",
    [
        "If the delegation goes to Moscow, nothing will come of it.",
        "Three commanders in Kidal pledged allegiance to the emir.",
        "The president cut short a trip to Doha.",
    ],
)
def test_what_nobody_did_on_the_ground_is_no_claim(gazetteer: Gazetteer, text: str) -> None:
    assert all(kind not in {"control", "statement"} for kind, _ in told(text, gazetteer))


def test_who_got_hit_is_the_target(gazetteer: Gazetteer) -> None:
    (claim,) = claims_of("A column of trucks got wrecked outside Bakhmut.", gazetteer)

    assert [(it.role.value, it.text) for it in claim.actors] == [("target", "A column of trucks")]


def test_a_message_goes_on_where_its_writer_was(gazetteer: Gazetteer) -> None:
    """The trust is low and the reason says whose words the place is taken from."""
    text = (
        "[01.04.2015, 09:20] Salim: they shelled Taiz all night\n"
        "[01.04.2015, 09:21] Huda: god help you\n"
        "[01.04.2015, 09:24] Salim: two men were killed"
    )
    first, second = claims_of(text, gazetteer)

    assert ones((first, second)) == [("attack", ["Taiz"]), ("attack", ["Taiz"])]
    assert second.places[0].confidence < first.places[0].confidence
    assert "its writer's message before told of Taiz" in second.places[0].reason
    assert [(it.text, it.kind) for it in second.sources] == [("Salim", SourceKind.AUTHOR)]


def test_an_answer_is_about_the_place_that_was_asked_about(gazetteer: Gazetteer) -> None:
    text = (
        "[01.04.2015, 09:13] Huda: any news from Aden?\n[01.04.2015, 09:20] Salim: bad. nine men were killed last night"
    )
    (claim,) = claims_of(text, gazetteer)

    assert ones((claim,)) == [("attack", ["Aden"])]
    assert claim.when is not None
    assert claim.when.edtf == "2015-03-31"
    assert "the question before it told of Aden" in claim.places[0].reason


@pytest.mark.parametrize(
    "second",
    [
        "[02.04.2015, 09:24] Salim: two men were killed",
        "[01.04.2015, 09:24] Huda: two men were killed",
        "[01.04.2015, 09:24] Salim: "
        + "no power, no water, no bread, and nobody knows why or for how long. " * 5
        + "two men were killed",
    ],
)
def test_other_days_other_writers_and_long_messages_do_not_go_on(gazetteer: Gazetteer, second: str) -> None:
    text = f"[01.04.2015, 09:20] Salim: they shelled Taiz all night\n{second}"

    assert ones(claims_of(text, gazetteer)) == [("attack", ["Taiz"])]


def test_who_is_here_tells_of_here(gazetteer: Gazetteer) -> None:
    """What is asked about, or where the writer says they are, is the place of the next words without one."""
    for text in ("No sleep here in Taiz. Two men were killed.", "What happened in Taiz? Two men were killed."):
        assert ones(claims_of(text, gazetteer)) == [("attack", ["Taiz"])]


def test_what_a_quotation_repeats_is_told_once_however_short(gazetteer: Gazetteer) -> None:
    text = (
        "ali, 10 June 2014, 21:14\nMosul fell.\n\nzed, 10 June 2014, 21:40\n[quote=ali]Mosul fell.[/quote]\n"
        "They shelled Erbil too."
    )

    assert ones(claims_of(text, gazetteer)) == [("control", ["Mosul"]), ("attack", ["Erbil"])]


def test_tweets_are_told_by_their_handles(gazetteer: Gazetteer) -> None:
    text = "@amal_t · Apr 1\nShells fell on Taiz this morning.\n\n@bo_w · Apr 2\nHouthis entered Aden yesterday."
    first, second = claims_of(text, gazetteer)

    assert [it.sources[0].text for it in (first, second)] == ["@amal_t", "@bo_w"]
    assert [it.when and it.when.edtf for it in (first, second)] == ["2015-04-01", "2015-04-01"]


@pytest.mark.parametrize(
    ("words", "value", "upper", "least"),
    [
        ("2-3k fighters", 2000, 3000, False),
        ("20-25 trucks", 20, 25, False),
        ("40+ trucks", 40, None, True),
        ("some 1.5k people", 1500, None, False),
        ("A dozen or so Humvees", 12, None, False),
        ("Two dozen Humvees", 24, None, False),
        ("Half a dozen trucks", 6, None, False),
        ("50ish fighters", 50, None, False),
        ("3 of 9 trucks", 3, None, False),
        ("Three to four hundred men", 300, 400, False),
        ("Maybe 30 tanks", 30, None, False),
    ],
)
def test_numbers_as_posts_write_them(
    gazetteer: Gazetteer, words: str, value: float, upper: float | None, least: bool
) -> None:
    (claim,) = claims_of(f"{words} left Goma.", gazetteer)

    assert [(it.value, it.upper, it.at_least) for it in claim.quantities] == [(value, upper, least)]
    assert claim.status.value == "asserted"


@pytest.mark.parametrize("words", ["Several dozen trucks", "Dozens of trucks"])
def test_vague_numbers_are_none(gazetteer: Gazetteer, words: str) -> None:
    (claim,) = claims_of(f"{words} left Goma.", gazetteer)

    assert claim.quantities == ()


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Adam Issa, 41, a lorry driver, fled from Goma to Sake.", ["Adam Issa"]),
        ("Troops, Fighters Enter Goma", ["Troops", "Fighters"]),
        ("like 20 tanks entered Goma", ["20 tanks"]),
    ],
)
def test_who_acts_before_an_age_in_a_headline_and_behind_like(
    gazetteer: Gazetteer, text: str, agents: list[str]
) -> None:
    (claim,) = claims_of(text, gazetteer)

    assert [it.text for it in claim.actors if it.role.value == "agent"] == agents


def test_what_is_held_and_when_it_was_taken_are_two_claims(gazetteer: Gazetteer) -> None:
    claims = claims_of("The army controls Goma, which it retook on 5 March.", gazetteer)

    assert [it.when and it.when.edtf for it in claims] == [None, "2015-03-05"]


def test_bombs_that_nobody_threw_did_not_fall(gazetteer: Gazetteer) -> None:
    (claim,) = claims_of("They did not throw bombs in Goma.", gazetteer)

    assert claim.status.value == "denied"


@pytest.mark.parametrize(
    ("text", "source", "status"),
    [
        ("I talked to a guy from Goma who said rebels entered Sake.", "a guy from Goma", "unconfirmed"),
        ("A nephew of mine who has a canoe says rebels entered Sake.", "A nephew of mine who has a canoe", "asserted"),
        ("Got a call from my aunt: rebels entered Sake.", "my aunt", "asserted"),
        ("Rebels entered Sake (via Reuters).", "Reuters", "asserted"),
        ('A subscriber in Goma sends: "rebels entered Sake."', "A subscriber in Goma", "unconfirmed"),
        ("Rebels entered Sake this morning, Al Jazeera had it live.", "Al Jazeera", "asserted"),
        ("My cousin told me rebels entered Sake.", "My cousin", "asserted"),
        ("My uncle (lives in Goma) says rebels entered Sake.", "My uncle", "asserted"),
    ],
)
def test_informal_sources_are_told_whole(gazetteer: Gazetteer, text: str, source: str, status: str) -> None:
    (claim,) = claims_of(text, gazetteer)

    assert [it.text for it in claim.sources] == [source]
    assert claim.status.value == status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six dead in Goma.", [("attack", ["Goma"])]),
        ("Goma: four civilians dead, 12 wounded.", [("attack", ["Goma"])]),
        ("Six dead in Goma, a nurse told my wife.", [("attack", ["Goma"])]),
        ("Six dead in a car crash near Goma.", []),
        ("Two wounded soldiers live in Goma.", []),
        ("In Goma it was calm until noon. Then the shells came.", [("attack", ["Goma"])]),
        (
            "The army is in Goma. The rebels have 300 fighters in there.",
            [("buildup", ["Goma"]), ("buildup", ["Goma"])],
        ),
        ("Goma is back with the army, rebels pulled out last night.", [("control", ["Goma"]), ("movement", ["Goma"])]),
        ("In Goma it began. A sergeant from Sake ran. Then the shells came.", [("attack", ["Goma"])]),
    ],
)
def test_tolls_and_next_breaths(gazetteer: Gazetteer, text: str, expected: list[tuple[str, list[str]]]) -> None:
    """A number of dead is a blow without a verb, unless a mishap killed them; who comes from a town is not there."""
    assert ones(claims_of(text, gazetteer)) == expected


def test_who_enters_in_a_town_goes_to_it(gazetteer: Gazetteer) -> None:
    (claim,) = claims_of("The army entered in Goma on Saturday with helicopters.", gazetteer)

    assert [it.role.value for it in claim.places] == ["to"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They lost two howitzers near Martuni.", [("attack", ["Martuni"])]),
        ("A jet went down over Chernihiv.", [("attack", ["Chernihiv"])]),
        ("They hit the airport in Goma again.", [("attack", ["Goma"])]),
        ("They hit the road in Goma at dawn.", []),
        ("As for Goma: both claim it. Nine men were killed.", [("attack", ["Goma"])]),
        ("Your side fired a Scud at Goma.", [("attack", ["Goma"])]),
    ],
)
def test_more_hurried_wordings(gazetteer: Gazetteer, text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert ones(claims_of(text, gazetteer)) == expected


def test_who_is_dug_in_did_it(gazetteer: Gazetteer) -> None:
    (claim,) = claims_of("His unit is dug in near Goma.", gazetteer)

    assert [(it.role.value, it.text) for it in claim.actors] == [("agent", "His unit")]


def test_a_mayor_who_tweeted_it_tells_it_and_a_rumour_is_one(gazetteer: Gazetteer) -> None:
    (claim,) = claims_of("Rumor is Goma fell on Sunday, the governor tweeted it.", gazetteer)

    assert [it.text for it in claim.sources] == ["the governor"]
    assert claim.status.value == "unconfirmed"


def test_a_number_behind_a_comma_counts_whom_was_named(gazetteer: Gazetteer) -> None:
    (claim,) = claims_of(
        "The soldiers evacuated the foreigners from Goma, the patients, about nine hundred.", gazetteer
    )

    assert [it.value for it in claim.quantities] == [900]


@pytest.mark.parametrize(
    ("words", "value"),
    [("About 150 of them left Goma.", 150), ("At least 90 of us fled Goma.", 90), ("One dead in Goma.", 1)],
)
def test_numbers_of_them_and_one_dead_are_counted(gazetteer: Gazetteer, words: str, value: float) -> None:
    (claim,) = claims_of(words, gazetteer)

    assert [it.value for it in claim.quantities] == [value]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Our guys took out two tanks near Goma.", [("agent", "Our guys"), ("target", "two tanks")]),
        ("The army drove the rebels out of Goma.", [("agent", "The army"), ("target", "the rebels")]),
        ("Goma is in the hands of the rebels.", [("agent", "the rebels")]),
        ("Goma is back with the army.", [("agent", "the army")]),
        ("Gunmen kidnapped the mayor of Goma.", [("agent", "Gunmen"), ("target", "the mayor of Goma")]),
        ("In Goma Omar Said and Ali Musa met for an hour.", [("agent", "Omar Said"), ("agent", "Ali Musa")]),
    ],
)
def test_who_stands_among_the_words_of_a_group(gazetteer: Gazetteer, text: str, actors: list[tuple[str, str]]) -> None:
    (claim,) = claims_of(text, gazetteer)

    assert [(it.role.value, it.text) for it in claim.actors] == actors


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("9 villages around Goma cleared.", "control", "9 villages"),
        ("Bridge at Goma destroyed.", "attack", "Bridge"),
        ("Convoy near Goma ambushed.", "attack", "Convoy"),
        ("Police HQ in Goma stormed by gunmen.", "attack", "Police HQ"),
    ],
)
def test_notes_without_a_helping_verb_tell_what_was_suffered(
    gazetteer: Gazetteer, text: str, kind: str, target: str
) -> None:
    (claim,) = claims_of(text, gazetteer)

    assert claim.kind.value == kind
    assert [it.text for it in claim.actors if it.role.value == "target"] == [target]


def test_shells_that_start_are_a_shelling(gazetteer: Gazetteer) -> None:
    assert ones(claims_of("The shells started at five in Goma.", gazetteer)) == [("attack", ["Goma"])]
