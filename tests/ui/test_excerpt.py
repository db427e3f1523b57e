"""What stands around an excerpt, and where it is marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from events.claim import (
    Actor,
    ActorRole,
    Claim,
    ClaimPlace,
    ClaimTime,
    Kind,
    Role,
    Source,
    SourceKind,
    Status,
    TimeBasis,
)  # fmt: skip
from events.storage.stored import Publication, StoredClaim
from geo.place import FeatureClass, Ground, Place, Shape
from texts.dating import Basis, Dating, Interval, Precision
from texts.span import Excerpt, Span
from ui.card import card_of
from ui.excerpt import Marking, segments_of, when_label
from views.annotation import citation_text

TEXT = "Officials deny that a convoy reached Khanaqin on Friday."
PLACE = Place(id="gn:1", name="Khanaqin", feature_class=FeatureClass.SETTLEMENT, feature_code="PPL", lon=45.4, lat=34.3)
GROUND = Ground(shape=Shape.POINT, lon=45.4, lat=34.3, radius_km=3, geo_precision=1, ucdp_precision=1)


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


DAY = Interval(start=date(2014, 8, 22), end=date(2014, 8, 23))
CLAIM = Claim(
    id="c",
    kind=Kind.MOVEMENT,
    status=Status.DENIED,
    report_status=Status.ASSERTED,
    excerpt=Excerpt(document_id="d", span=Span(start=0, end=len(TEXT)), text=TEXT),
    trigger=span_of("reached"),
    cues=(span_of("deny"),),
    places=(
        ClaimPlace(
            role=Role.TO, span=span_of("Khanaqin"), text="Khanaqin", place=PLACE, ground=GROUND, confidence=0.97,
            reason="the only place of this name",
        ),
    ),
    when=ClaimTime(
        edtf="2014-08-22", interval=DAY, precision=Precision.DAY, span=span_of("on Friday"), text="on Friday",
        basis=TimeBasis.TEXT, anchor="the report’s date 2014-08-24",
    ),
    sources=(Source(text="Officials", kind=SourceKind.ANONYMOUS, span=span_of("Officials")),),
    actors=(Actor(text="a convoy", role=ActorRole.AGENT, span=span_of("a convoy")),),
    quantities=(),
    movement=None,
    extraction_quality=0.9,
)  # fmt: skip
DATING = Dating(
    edtf="2014-08-24", interval=Interval(start=date(2014, 8, 24), end=date(2014, 8, 25)), precision=Precision.DAY,
    basis=Basis.INFERRED, source="front matter",
)  # fmt: skip
STORED = StoredClaim(
    number=7,
    claim=CLAIM,
    publication=Publication(id="d", name="a.md", title="Denials", publisher="The Post", url=None, dating=DATING),
)


def test_segments_are_the_excerpt_verbatim_with_its_words_marked() -> None:
    """Place, date, status, actor, source and trigger are each found at their words."""
    segments = segments_of(CLAIM)
    assert "".join(segment.text for segment in segments) == TEXT
    marked = {marking: segment.text for segment in segments for marking in segment.markings}
    assert marked == {
        Marking.SOURCE: "Officials",
        Marking.STATUS: "deny",
        Marking.ACTOR: "a convoy",
        Marking.TRIGGER: "reached",
        Marking.PLACE: "Khanaqin",
        Marking.DATE: "on Friday",
    }


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=8))
def test_overlapping_marks_never_change_the_words(pairs: list[tuple[int, int]]) -> None:
    """Whatever is marked, the segments joined are the excerpt."""
    cues = tuple(Span(start=min(pair), end=max(pair)) for pair in pairs)
    segments = segments_of(replace(CLAIM, cues=cues))
    assert "".join(segment.text for segment in segments) == TEXT
    assert all(segment.text for segment in segments)


def test_the_reports_date_is_said_to_be_the_reports() -> None:
    """A reader is never left to take the day of publication for the day of the event."""
    undated = replace(STORED, claim=replace(CLAIM, when=None))
    card = card_of(undated)
    assert card["when"] == "No date is given for this"
    assert card["report"] == "Report’s date: 24 August 2014 (inferred: front matter)"
    assert card["first"] == card["last"] == 0


def test_the_day_of_the_saying_is_not_the_day_of_the_event() -> None:
    """It has a line of its own, and its words are marked otherwise."""
    assert card_of(STORED)["said"] is None
    assert CLAIM.when is not None
    dated = replace(CLAIM, when=None, said=CLAIM.when)
    assert card_of(replace(STORED, claim=dated))["when"] == "No date is given for this"
    assert card_of(replace(STORED, claim=dated))["said"].startswith("22 August 2014")
    assert {Marking.SAID} == {it for one in segments_of(dated) if one.text == "on Friday" for it in one.markings}


def test_the_date_says_from_which_words_it_was_read() -> None:
    """And from which day a relative expression was counted."""
    assert when_label(CLAIM) == "22 August 2014 (“on Friday”, counted from the report’s date 2014-08-24)"


def test_a_card_is_copied_as_the_citation_that_every_export_writes() -> None:
    """It can be pasted into a report as it is: the words, who says it, where it stands, and the warning."""
    citation = card_of(STORED)["citation"]
    assert citation == citation_text(STORED)
    assert TEXT in citation
    assert citation.endswith("denied: claims as reported; not verified.")
