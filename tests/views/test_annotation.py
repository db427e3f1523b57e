"""An excerpt cited so that another program, or a reader, finds it again."""

from __future__ import annotations

import json

from hypothesis import given

from events.claim import Claim
from events.storage.stored import Publication, StoredClaim
from tests.claims import CONVOY, DOCUMENT, TEXT
from tests.strategies import claims
from views.annotation import annotation_of, annotation_pieces, citation_text


def stored(claim: Claim, *, whole: bool = True) -> StoredClaim:
    about = Publication(
        id=claim.excerpt.document_id,
        name="a.txt",
        title=DOCUMENT.title if whole else None,
        publisher=DOCUMENT.publisher if whole else None,
        url=None,
        dating=DOCUMENT.dating if whole else None,
    )
    return StoredClaim(number=1, claim=claim, publication=about)


def test_an_annotation_selects_the_excerpt_by_words_and_by_place() -> None:
    """And says that it is claimed, and in which text."""
    annotation = annotation_of(stored(CONVOY), text=f"{TEXT} More.")
    quote, position = annotation["target"]["selector"]

    assert quote == {"type": "TextQuoteSelector", "exact": TEXT, "prefix": "", "suffix": " More."}
    assert position == {"type": "TextPositionSelector", "start": 0, "end": len(TEXT)}
    assert annotation["target"]["source"] == {
        "id": f"urn:dateline:text:{DOCUMENT.id}",
        "type": "Text",
        "dcterms:title": "A convoy",
        "dcterms:publisher": "Example Wire",
        "dcterms:issued": "2014-08-17/2014-08-24",
    }
    assert annotation["body"][0]["value"].startswith("Claimed (unconfirmed): movement")


@given(claim=claims())
def test_every_claim_can_be_cited(claim: Claim) -> None:
    """The exact words are in the annotation, whatever they are; what is not known is left out, not made up."""
    listed = json.loads(b"".join(annotation_pieces([stored(claim, whole=False)] * 2)))

    assert len(listed) == 2
    selector = listed[0]["target"]["selector"]
    assert selector[0]["exact"] == claim.excerpt.text
    assert (selector[1]["start"], selector[1]["end"]) == (claim.excerpt.span.start, claim.excerpt.span.end)
    assert set(listed[0]["target"]["source"]) == {"id", "type", "dcterms:title"}


def test_a_plain_citation_names_source_outlet_date_place_and_status() -> None:
    expected = (
        f"“{TEXT}” — An informed source; Example Wire, A convoy, published 2014-08-17/2014-08-24 (inferred); "
        f"text {DOCUMENT.id}, characters 0–{len(TEXT)}. unconfirmed: claims as reported; not verified."
    )

    assert expected == citation_text(stored(CONVOY))
