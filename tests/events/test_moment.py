"""When something happened and when that was said are two times."""

from __future__ import annotations

import pytest

from events.claim import Claim
from events.extract import claims_in
from geo.gazetteer import Gazetteer, open_gazetteer
from tests.dates import anchor_on
from texts.document import Document, text_id


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def claims_of(text: str, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    document = Document(id=text_id(text), text=text, name="a text", dating=anchor_on("2014-06-13"))
    return claims_in(document, gazetteer).claims


@pytest.mark.parametrize(
    ("text", "when", "said"),
    [
        ("The ministry said on Thursday that troops had left Mosul on Monday.", "Monday", "Thursday"),
        ("Troops left Mosul on Monday, the ministry said on Thursday.", "Monday", "Thursday"),
        ("Troops left Mosul, the ministry said Thursday.", None, "Thursday"),
        ("On Thursday, the ministry said that troops had left Mosul.", None, "Thursday"),
        ("The ministry said on Thursday troops had left Mosul.", None, "Thursday"),
        ("Troops left Mosul on Monday, according to a statement issued on Thursday.", "Monday", "Thursday"),
        ("Troops left Mosul, according to a ministry statement on Thursday.", None, "Thursday"),
        ("In a statement on Thursday, the army said its troops had left Mosul.", None, "Thursday"),
        ('"We left Mosul on Monday," he told reporters on Thursday.', "Monday", "Thursday"),
        ("Speaking to reporters on Thursday, the minister said troops had entered Mosul.", None, "Thursday"),
        ("The minister told parliament on 3 March that troops left Mosul in February.", "February", "3 March"),
        ("The army announced on Sunday the capture of Hama.", None, "Sunday"),
        ("The army announced the capture of Hama on Sunday.", "Sunday", None),
        ("Shelling was reported in Hama on Sunday.", "Sunday", None),
        ("The army yesterday said troops left Mosul.", None, "yesterday"),
        ("Troops, the ministry said on Thursday, left Mosul on Monday.", "Monday", "Thursday"),
        ("He was quoted on Thursday as saying that rebels took Hama.", None, "Thursday"),
        ("The minister said the raid on Monday had killed ten in Hama.", "Monday", None),
        ("Troops left Mosul on Monday, the ministry said.", "Monday", None),
        ("Troops left Mosul.", None, None),
    ],
)
def test_the_time_of_a_saying_is_a_time_of_its_own(
    gazetteer: Gazetteer, text: str, when: str | None, said: str | None
) -> None:
    """The date of a saying never becomes the day of what is said."""
    (claim,) = claims_of(text, gazetteer)
    assert (when, said) == (claim.when and claim.when.text, claim.said and claim.said.text)


def test_the_innermost_dated_saying_counts(gazetteer: Gazetteer) -> None:
    """A report of a statement on another day has the day of the statement."""
    text = "Reuters reported on Friday that the ministry said on Thursday that troops had left Mosul."
    (claim,) = claims_of(text, gazetteer)
    assert claim.said is not None
    assert claim.said.edtf == "2014-06-12"


def test_a_quotation_was_said_at_one_time(gazetteer: Gazetteer) -> None:
    """What follows in a quotation was said when its first words were."""
    text = '"We left Mosul on Monday," Colonel Haddad said on Thursday. "Then we entered Erbil."'
    said = [claim.said and claim.said.text for claim in claims_of(text, gazetteer)]
    assert said == ["Thursday", "Thursday"]


def test_the_publication_is_never_the_saying(gazetteer: Gazetteer) -> None:
    """A dated report whose text dates no saying has none."""
    (claim,) = claims_of("Officials said that troops had left Mosul.", gazetteer)
    assert claim.said is None
