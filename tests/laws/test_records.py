import json

import pytest
from hypothesis import given

from events.claim import Claim
from events.record import claim_from, record_of
from events.record_parts import InvalidRecordError, rejection_record
from tests.strategies import claims, rejections
from texts.rejection import Rejection

DESIGNED = ("id", "kind", "status", "excerpt", "places", "when", "said", "sources", "actors", "quantities", "movement")


@given(claim=claims())
def test_a_claim_comes_back_from_its_record(claim: Claim) -> None:
    """A claim that went out as JSON comes back equal."""
    assert claim == claim_from(json.loads(json.dumps(record_of(claim))))


@given(claim=claims())
def test_a_record_has_every_member_of_the_format(claim: Claim) -> None:
    """The members that others build on come first, and none is missing."""
    assert (*DESIGNED, "extraction_quality") == tuple(record_of(claim))[:12]


@given(rejection=rejections())
def test_a_rejection_tells_where_it_was_and_why(rejection: Rejection) -> None:
    """Whatever its words, it goes out as JSON with nothing lost."""
    record = json.loads(json.dumps(rejection_record(rejection)))

    assert list(record) == ["reason", "message", "name", "start", "end", "text"]
    assert (record["reason"], record["message"], record["name"], record["text"]) == (
        rejection.reason, rejection.message, rejection.name, rejection.text,
    )  # fmt: skip
    span = None if rejection.span is None else (rejection.span.start, rejection.span.end)
    assert (record["start"], record["end"]) == (span or (None, None))


@pytest.mark.parametrize(
    ("member", "value"),
    [("kind", "rumour"), ("trigger", "0-4"), ("places", [{}]), ("excerpt", None), ("extraction_quality", "high")],
)
@given(claim=claims())
def test_a_broken_record_is_refused(member: str, value: object, claim: Claim) -> None:
    """A member of the wrong form is an error of its own kind, never a claim with a guess in it."""
    with pytest.raises(InvalidRecordError):
        claim_from({**record_of(claim), member: value})


@given(claim=claims())
def test_a_missing_member_is_named(claim: Claim) -> None:
    """The error says which member is missing."""
    record = record_of(claim)
    del record["sources"]

    with pytest.raises(InvalidRecordError, match="sources"):
        claim_from(record)
