"""Laws of the pipeline: whatever the text, every span is the text's own words, and nothing is raised."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.extract import claims_in
from events.reading import Reading
from geo.gazetteer import Gazetteer
from texts.document import Document, text_id
from texts.rejection import Reason
from texts.span import Span

WORDS = st.sampled_from(
    [
        "Rebels",
        "the",
        "army",
        "troops",
        "captured",
        "shelled",
        "left",
        "fled",
        "from",
        "to",
        "in",
        "towards",
        "near",
        "Mosul",
        "Aleppo",
        "Hama",
        "Khartoum",
        "Goma",
        "there",
        "said",
        "denied",
        "will",
        "may",
        "that",
        ",",
        ".",
        "“",
        "”",
        "\n",
        "300",
        "two",
        "fighters",
        "on",
        "Thursday",
        "since",
        "2003",
        "Iran's",
        "city",
        "of",
        "and",
        "who",
    ]
)


def document_of(text: str) -> Document:
    return Document(id=text_id(text), text=text, name="a text")


def assert_spans_hold(reading: Reading, text: str) -> None:
    for claim in reading.claims:
        assert claim.places
        assert claim.excerpt.text == claim.excerpt.span.of(text)
        parts = [*claim.places, *claim.actors, *(source for source in claim.sources if source.span)]
        for part in parts:
            assert part.span is not None
            assert part.text == part.span.of(text)
        if claim.when is not None:
            assert claim.when.text == claim.when.span.of(text)
        if claim.said is not None:
            assert claim.said.text == claim.said.span.of(text)
        for span in (claim.trigger, *claim.cues, *(it.span for it in claim.quantities)):
            assert span.start < span.end <= len(text)
        assert 0 <= claim.extraction_quality <= 1
    for rejection in reading.rejections:
        if rejection.span is not None:
            assert rejection.text == rejection.span.of(text)


@settings(max_examples=80, deadline=None)
@given(words=st.lists(WORDS, max_size=40))
def test_every_span_is_the_texts_own_words(gazetteer: Gazetteer, words: list[str]) -> None:
    """Claims lead to the words that they rest on, and reading twice gives the same."""
    text = " ".join(words)
    reading = claims_in(document_of(text), gazetteer)
    assert_spans_hold(reading, text)
    assert reading == claims_in(document_of(text), gazetteer)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_is_read(gazetteer: Gazetteer, text: str) -> None:
    """No text, however strange, raises."""
    assert_spans_hold(claims_in(document_of(text), gazetteer), text)


def test_another_language_is_refused_by_name(gazetteer: Gazetteer) -> None:
    """A text that is not English makes no claims and one counted rejection that names its language."""
    reading = claims_in(document_of("Die Stadt ist gefallen, und die Truppen sind nicht mehr dort. " * 5), gazetteer)
    assert reading.claims == ()
    assert [(r.reason, r.message) for r in reading.rejections] == [(Reason.UNSUPPORTED, "expected English, got German")]


def test_what_a_reply_quotes_is_claimed_once(gazetteer: Gazetteer) -> None:
    """The same sentence twice in one text makes one claim."""
    sentence = "Rebels captured the city of Hama after a long night of fighting."
    text = f"{sentence}\n{sentence}"
    assert [Span(start=7, end=15)] == [claim.trigger for claim in claims_in(document_of(text), gazetteer).claims][:1]
    assert all(claim.trigger.end < 66 for claim in claims_in(document_of(text), gazetteer).claims)


def test_a_text_without_stops_is_read_in_parts(gazetteer: Gazetteer) -> None:
    """Twice the text makes about twice the claims and no more work a word: no stretch read at once grows with it."""
    text = "Rebels shelled Mosul and troops fled to Erbil " * 60
    reading = claims_in(document_of(text), gazetteer)
    assert_spans_hold(reading, text)
    assert max(len(claim.excerpt.span) for claim in reading.claims) < 1500


@pytest.mark.parametrize(
    "piece",
    [
        "Rebels shelled Mosul on day {} and troops fled to Erbil, a witness said. ",
        "“We left Mosul {} times” he said and said and said ",
        "{} and, in Mosul, of the, (said ",
        "Mosul{} Erbil {} June ",
        "on 12 June {} at 5 pm after the 3 days before the attack ",
    ],
)
def test_the_work_on_a_text_grows_with_its_length_and_not_faster(gazetteer: Gazetteer, piece: str) -> None:
    """Six times the text takes at most eight times as many steps, whatever it is made of."""
    small, large = ("".join(piece.replace("{}", str(it)) for it in range(count)) for count in (25, 150))
    claims_in(document_of(small + "."), gazetteer)
    assert steps(large, gazetteer) < 8 * steps(small, gazetteer)


def steps(text: str, gazetteer: Gazetteer) -> int:
    """Return how many functions are called to read a text."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    document = document_of(text)
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        claims_in(document, gazetteer)
    finally:
        sys.setprofile(before)
    return count
