"""What people tell who were there: diaries, interviews, chats, letters."""

from __future__ import annotations

import pytest

from events.extract import claims_in
from geo.gazetteer import Gazetteer
from texts.document import Document
from texts.plain import document_from


def _read(text: str, gazetteer: Gazetteer) -> list[tuple[str, str, str]]:
    document = document_from(text, name="account")
    assert isinstance(document, Document)
    return [(it.kind.value, it.status.value, it.places[0].text) for it in claims_in(document, gazetteer).claims]


@pytest.mark.parametrize(
    ("text", "kind", "status", "place"),
    [
        ("Some 4,000 of our neighbours slept in the stadium of Turbo.", "displacement", "asserted", "Turbo"),
        ("For a month we hid in a cellar in Mariupol.", "displacement", "asserted", "Mariupol"),
        ("We are now in a tent camp near Gaziantep.", "displacement", "asserted", "Gaziantep"),
        ("We were stuck in Aleppo for forty days.", "control", "asserted", "Aleppo"),
        ("The army got Palmyra back.", "control", "asserted", "Palmyra"),
        ("The UN has not been allowed into Aleppo.", "movement", "denied", "Aleppo"),
        ("Half of Homs is rubble.", "attack", "asserted", "Homs"),
        ("There were checkpoints everywhere in Goma.", "control", "asserted", "Goma"),
        ("Snipers on every roof in Misrata.", "buildup", "asserted", "Misrata"),
        ("The Russians sit in Kherson.", "buildup", "asserted", "Kherson"),
        ("We can hear the guns at Verdun.", "attack", "asserted", "Verdun"),
        ("All night the guns thundered over Verdun.", "attack", "asserted", "Verdun"),
        ("Militiamen stopped him at Goma and took his keys.", "control", "asserted", "Goma"),
        ("They took my cousin from his bed in Hama.", "control", "asserted", "Hama"),
        ("Neighbours gave us bread in Goma.", "support", "asserted", "Goma"),
        ("The first shells came down on the market of Gori.", "attack", "asserted", "Gori"),
        ("I saw no soldiers in Goma.", "buildup", "denied", "Goma"),
        ("Unverified video shows tanks in Bakhmut.", "buildup", "unconfirmed", "Bakhmut"),
    ],
)
def test_plain_words_of_those_who_were_there(
    gazetteer: Gazetteer, text: str, kind: str, status: str, place: str
) -> None:
    assert (kind, status, place) in _read(text, gazetteer)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We walked to Grozny because it was safe. It was shelled the same night.", "Grozny"),
        ("I am from Grozny. In January our town was shelled.", "Grozny"),
    ],
)
def test_a_town_that_was_named_is_taken_up(gazetteer: Gazetteer, text: str, place: str) -> None:
    document = document_from(text, name="account")
    assert isinstance(document, Document)
    (struck,) = [it for it in claims_in(document, gazetteer).claims if it.trigger.of(text) == "shelled"]
    assert [it.place.name for it in struck.places] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "I fled from Homs to Amman. Our town was shelled.",
        "The bridge at Goma is old. It was to be painted.",
        "The Germans are in love with Paris.",
    ],
)
def test_what_points_to_no_town_or_no_force_is_no_claim_of_a_blow(gazetteer: Gazetteer, text: str) -> None:
    """Of two towns neither is ours for certain."""
    assert [it for it in _read(text, gazetteer) if it[0] in {"attack", "buildup"}] == []
