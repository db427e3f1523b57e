"""When something happened and when that was said are two times."""

from __future__ import annotations

import pytest

from events.claim import Claim
from events.extract import claims_in
from geo.gazetteer import Gazetteer
from tests.dates import anchor_on
from texts.document import Document, text_id


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
        ("Sunday's blast in Hama killed six.", "Sunday", None),
        ("They kept quiet after a January incident that killed three men in Hama.", "January", None),
        ("The 2006 raid wounded ten in Hama.", "2006", None),
        ("The 2006 mayor killed a thief in Hama.", None, None),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday, according to the ministry, rebels took Hama.", "2014-06-09"),
        ("On Monday, the ministry said, rebels took Hama.", "2014-06-09"),
        ("Ten people died on Monday when rockets struck Hama.", "2014-06-09"),
        ("People let off fireworks on Monday night as rebels drove into Hama.", "2014-06-09"),
        ("Mosul was quiet, and by Monday rebels will take Hama.", "../2014-06-16"),
        ("Rebels shelled Hama on 9 and 10 June.", "2014-06-09/2014-06-10"),
        ("Rebels took Hama overnight.", "2014-06-12/2014-06-13"),
        ("Rebels took Hama in the last days of May.", "2014-05-21/2014-05-31"),
        ("Rebels took Hama in the first ten days of May.", "2014-05-01/2014-05-10"),
        ("Jets bombed Hama in the past three days.", "2014-06-10/2014-06-13"),
        ("On 16 May jets bombed Hama, which rebels had entered the day before.", "2014-05-15"),
        ("The attack on Hama was put off until Monday.", "../2014-06-16"),
        ("Rebels are to leave Hama on Monday.", "2014-06-16"),
        ("15:20 Rebels took Hama.", None),
        ("Rebels, who left Idlib on Monday, took Hama.", None),
        ("The government, which on Monday vowed to retake Hama, fell silent.", None),
    ],
)
def test_a_date_reaches_what_it_dates(gazetteer: Gazetteer, text: str, expected: str | None) -> None:
    """Over asides and joined clauses, and no further; bounds and stretches keep their days."""
    claims = [claim for claim in claims_of(text, gazetteer) if any(it.text == "Hama" for it in claim.places)]
    whens = {claim.when and claim.when.edtf for claim in claims if claim.kind.value != "displacement"}
    assert expected in whens


def test_what_also_befell_another_was_on_the_same_day(gazetteer: Gazetteer) -> None:
    """ "As well" carries the date of the clause before, over who says it; mere "and" does not."""
    text = "Homs was shelled on Sunday night, the mayor said, and Hama was shelled as well."
    assert [claim.when and claim.when.text for claim in claims_of(text, gazetteer)] == ["Sunday night", "Sunday night"]
    text = "Homs was shelled on Sunday night, the mayor said, and Hama was shelled."
    assert [claim.when and claim.when.text for claim in claims_of(text, gazetteer)] == ["Sunday night", None]


DIARY = """Sat. 7 June. In Homs shells fell near the market. A bomb went off in Hama.
Sun. 8 June. Rebels took Idlib on Friday. They plan to attack Hama.
9 June 2014: The army retook Idlib."""


def test_a_list_of_days_dates_what_stands_under_each(gazetteer: Gazetteer) -> None:
    """What happened under a heading has its day, by context; words of its own win, and plans have none."""
    claims = claims_of(DIARY, gazetteer)
    told = {
        (claim.excerpt.text.split(". ")[-1][:12], claim.when and (claim.when.edtf, claim.when.basis.value))
        for claim in claims
    }
    assert ("A bomb went ", ("2014-06-07", "context")) in told
    assert ("Rebels took ", ("2014-06-06", "text")) in told
    assert ("They plan to", None) in told
    friday = next(claim.when for claim in claims if claim.when and claim.when.text == "Friday")
    assert friday.anchor == "the heading's date 2014-06-08"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3 October 1980. Homs was shelled.\n24 October. Idlib was shelled.\n", ["1980-10-03", "1980-10-24"]),
        ("30 December 1980. Homs was shelled.\n2 January. Idlib was shelled.\n", ["1980-12-30", "1981-01-02"]),
        ("3 October 1980. Homs was shelled.\n1 October. Idlib was shelled.\n", ["1980-10-03", "1980-10-01"]),
        ("29 February 1980. Homs was shelled.\n3 March 1983. Idlib was shelled.\n", ["1980-02-29", "1983-03-03"]),
    ],
)
def test_a_heading_without_a_year_is_in_that_of_the_one_before(
    text: str, days: list[str], gazetteer: Gazetteer
) -> None:
    """A diary says its year once; it turns when the months begin anew."""
    assert [claim.when and claim.when.edtf for claim in claims_of(text, gazetteer)] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "7 June 2014. Homs was shelled.\n8 June 2014. Idlib was shelled.\nAugust 2014, day open: tanks took Hama.",
            ["2014-06-07", "2014-06-08", "2014-08"],
        ),
        ("1991: Rebels seized Basra. Zakho was shelled.\n1992\nErbil was shelled.", ["1991", "1991", "1992"]),
        ("1991: Basra was shelled on 3 May.\n1992: Erbil was shelled on Monday.", ["1991-05-03", "1992"]),
        ("May 1991\nBasra was shelled.\nJune 1991\nRebels plan to attack Erbil.", ["1991-05", None]),
        ("2014 saw Homs shelled.\n2015 saw Idlib shelled. Erbil was bombed.", ["2014", "2015", None]),
    ],
)
def test_a_month_or_a_year_at_the_head_of_lines_dates_them(
    gazetteer: Gazetteer, text: str, days: list[str | None]
) -> None:
    """It ends the day above it, and sets in its year what names a day and a month, but no weekday."""
    assert [claim.when and claim.when.edtf for claim in claims_of(text, gazetteer)] == days


def test_hours_later_is_the_day_before_it(gazetteer: Gazetteer) -> None:
    """It goes on in the day of the sentence before; a sentence that does not say so is undated."""
    later, undated = (
        claims_of(f"Rebels entered Hama on Monday. {words} bombed Homs.", gazetteer)[-1].when
        for words in ("A few hours later jets", "Jets")
    )
    assert later is not None
    assert (later.edtf, later.basis.value) == ("2014-06-09", "context")
    assert undated is None


@pytest.mark.parametrize(
    "head",
    [
        "BAGHDAD, June 12, 2014 (Wire) - ",
        "BAGHDAD, June 12 (Wire) - ",
        "Baghdad, June 12 - ",
        "BAGHDAD (Wire) 12 June 2014 — ",
        "BAGHDAD, Iraq, Thursday, June 12 -- ",
        "By Ann Lee, June 12, 2014 - ",
    ],
)
def test_the_date_of_a_dateline_is_no_day_of_a_deed(gazetteer: Gazetteer, head: str) -> None:
    """It says when the report was written; words of the sentence itself still date what it tells."""
    (claim,) = claims_of(head + "Troops left Mosul.", gazetteer)
    assert claim.when is None
    (claim,) = claims_of(head + "Troops left Mosul on Monday.", gazetteer)
    assert claim.when is not None
    assert claim.when.text == "Monday"


@pytest.mark.parametrize(
    "text",
    [
        "On June 12 - a day after talks - troops left Mosul.",
        "12 June 2014 - Troops left Mosul.",
        "Troops left Mosul on 12 June - and took their guns along.",
    ],
)
def test_a_date_without_a_place_before_it_is_no_dateline(gazetteer: Gazetteer, text: str) -> None:
    (claim,) = claims_of(text, gazetteer)
    assert claim.when is not None
    assert "12" in claim.when.text


def test_the_days_of_letters_stay(gazetteer: Gazetteer) -> None:
    """Places and days that open the parts of a diary date what stands there."""
    text = "Baghdad, June 10 - Troops left Mosul.\n\nBaghdad, June 12 - Troops left Samarra."
    assert [claim.when and claim.when.text for claim in claims_of(text, gazetteer)] == ["June 10", "June 12"]
