"""Who says what."""

from __future__ import annotations

from pathlib import Path

import pytest

from events.attribution import attributions_in
from events.claim import SourceKind


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Kyiv said that the bridge was hit.", "Kyiv", "said", "that the bridge was hit"),
        ("“The road to Uvira is cut,” Colonel Ilunga said.", "Colonel Ilunga", "said", "“The road to Uvira is cut,”"),
        ("“Nobody entered Shusha,” said the ministry.", "the ministry", "said", "“Nobody entered Shusha,”"),
        ("According to the mayor, shells fell on Sumy.", "the mayor", "According to", "shells fell on Sumy"),
        ("Shells fell on Sumy, according to the mayor.", "the mayor", "according to", "Shells fell on Sumy"),
    ],
)
def test_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    """Each of the usual forms gives the words of all three parts."""
    (made,) = attributions_in(text)
    assert ([source], [cue], [content]) == tuple(
        [span.of(text) for span in part] for part in (made.source, made.cue, made.content)
    )


def test_an_attribution_inside_another_has_it_as_parent() -> None:
    """What a source says that somebody says lies inside what it says."""
    outer, inner = attributions_in("Reuters reported that the army denied that it had shelled Goma.")
    assert outer.parent is None
    assert inner.parent == 0


def test_the_it_of_it_is_believed_is_nobody() -> None:
    """An impersonal "it" is no source; what is believed keeps its cue and its content."""
    (made,) = attributions_in("It is believed that the tanks came from Lashio.")
    assert made.source == ()
    assert made.content


def test_a_cited_source_stands_inside_the_one_that_cites_it() -> None:
    """Both say the same content, the one cited as the inner."""
    made = attributions_in("Local media, citing an unnamed officer, said rebels had entered Kaya.")
    (inner,) = [one for one in made if one.parent is not None]
    assert inner.kind is SourceKind.ANONYMOUS
    assert made[inner.parent or 0].content == inner.content


def test_a_pronoun_stands_for_the_source_named_before_it() -> None:
    """The kind of source is that of the name, and the name is kept."""
    text = "A diplomat said that troops had withdrawn from Shire. He added that they went home."
    _, later = attributions_in(text)
    assert later.antecedent is not None
    assert later.antecedent.of(text) == "A diplomat"
    assert later.kind is SourceKind.ANONYMOUS


def _parts(text: str) -> list[tuple[list[str], list[str]]]:
    return [
        ([span.of(text) for span in it.source], [span.of(text) for span in it.content]) for it in attributions_in(text)
    ]


TABLE = Path(__file__).parent / "data" / "telling_cases.txt"


def _cases() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("source", "told", "text"), _cases())
def test_forms_of_telling(source: str, told: str, text: str) -> None:
    """Each form gives whole sources, and all of what they tell."""
    assert ([source], told.split(" / ")) in _parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Talks in Sochi: troops are massed at Bor.",
        "INTERVIEW: 'We walked to Gao in three days'",
        "Casualties: 40 killed in the strike on Taiz.",
        "Sumy: shells fell on the market.",
        "UPDATE: Russia hit Odesa again",
        "4 May: the two meet on a ship.",
        "They took the base of the Rapid Support Forces (RSF).",
        "A convoy left, reported losses, and returned.",
        "Sittwe has not been attacked yet.",
    ],
)
def test_what_is_nobody_telling(text: str) -> None:
    """Headings, names of places, abbreviations and plain deeds are no sources."""
    assert _parts(text) == []


def test_nobody_says_what_is_said_of_something() -> None:
    """In "is said to" the subject belongs to what is said; the hearer of "was told that" is no source."""
    assert _parts("The dam is said to have been handed over.") == [([], ["The dam", "to have been handed over"])]
    assert [source for source, _ in _parts("We were told that the town would fall.")] == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "Who says the army is in Mosul?",
        "It says here that the army has left Tikrit.",
        "Nobody knows which generals said that the bridge was mined.",
    ],
)
def test_nobody_says_what_is_only_asked_or_found_written(text: str) -> None:
    """A question names nobody who says it, and an "it" that stands for nothing is nobody."""
    ((source, _),) = _parts(text)
    assert source == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (
            "Two security sources, unnamed, who told Reuters that convoys had left, gave no number.",
            "Two security sources",
        ),
        ("A colonel, 54, who said that the bridge at Bor had fallen, gave no name.", "A colonel"),
    ],
)
def test_who_stands_for_what_an_insertion_describes(text: str, whom: str) -> None:
    """Between a noun and its "who" a word or two may stand."""
    (made,) = attributions_in(text)
    assert made.antecedent is not None
    assert made.antecedent.of(text) == whom


def test_when_somebody_spoke_is_not_what_they_said() -> None:
    """In "spoke after the band said" the band tells what follows, and the speaker nothing."""
    (made,) = attributions_in("The President spoke after the militia said that it was pushing towards Bor.")
    assert made.source[0].start > 0


def test_nobody_weighs_what_is_only_considered() -> None:
    """A passive without "by" names nobody, and a place before it least of all."""
    assert not any(source for source, _ in _parts("The transfer of troops in Syria to Goma was considered."))


def test_a_ticker_line_may_have_a_source_at_both_ends() -> None:
    """The outlet before the colon hands on what the sources at the end say."""
    text = "14:55 Tolo: the president has left for Tajikistan, two sources."
    outer, inner = attributions_in(text)
    assert [outer.source[0].of(text), inner.source[0].of(text)] == ["Tolo", "two sources"]
    assert inner.parent == 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Halima lives in Adre. In June, she says, men came into Tawila.", "Halima"),
        ("Colonel Musa met the press. His men, he said, had left Goma.", "Colonel Musa"),
        ("Umm Salem fled to Marib. He said that the army had left.", None),
        ("Goma fell on Monday. He said that the army had left.", None),
        ("The agency said that Bor is cut. It added that nobody got out.", "The agency"),
    ],
)
def test_a_pronoun_stands_for_a_person_only_where_one_fits(text: str, name: str | None) -> None:
    """He is no woman, she no man, and neither is a town; the pronoun itself stays the source's words."""
    *_, last = attributions_in(text)
    assert len(last.source[0]) <= 3
    assert name == (None if last.antecedent is None else last.antecedent.of(text))


def test_who_is_told_of_is_named_in_what_is_told() -> None:
    """An inner teller does not reach over the words of the outer one, nor over what else it does."""
    text = "According to the same sources it fought beside the army, advised it on tactics and had a share in it."
    assert [source for source, _ in _parts(text)] == [["the same sources"], ["it"]]


def test_a_text_may_break_off_before_it_says_according_to_whom() -> None:
    """Nothing stands behind the cue that could be looked at."""
    assert attributions_in("WRECKAGE CAME DOWN IN BABIL , IRAQ , ACCORDING") == ()
