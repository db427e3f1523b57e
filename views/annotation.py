"""Cite the excerpt behind a claim: as a W3C Web Annotation, and as plain text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from events.storage.stored import StoredClaim
from texts.dating import Dating
from texts.span import Span
from views.headline import NOTICE, headline

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The vocabulary (https://www.w3.org/TR/annotation-model/); a name, not an address that anything is fetched from."""

AROUND = 32
"""How many characters before and after an excerpt are told, where the text is at hand."""


def annotation_of(it: StoredClaim, *, text: str | None = None) -> dict[str, Any]:
    """Return the annotation of a claim's excerpt: its words (TextQuoteSelector) and its place (TextPositionSelector).

    Positions count code points of the text whose hash is in the target's name, as it was read, not of a page at its
    address. `text` is the whole of it, for the words before and after; leave it out where excerpts alone are held.
    """
    span, report = it.claim.excerpt.span, it.publication
    quote = {"type": "TextQuoteSelector", "exact": it.claim.excerpt.text}
    if text is not None:
        quote |= {
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        }
    told = {
        "dcterms:title": report.title or report.name,
        "dcterms:publisher": report.publisher,
        "dcterms:issued": None if report.dating is None else report.dating.edtf,
        "via": report.url,
    }
    source = {"id": f"urn:dateline:text:{report.id}", "type": "Text"}
    state = {} if report.captured is None else {"state": {"type": "TimeState", "sourceDate": report.captured}}
    return {
        "@context": CONTEXT,
        "id": f"urn:dateline:claim:{it.claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "format": "text/plain", "purpose": "describing", "value": headline(it)},
            {"type": "TextualBody", "format": "text/plain", "purpose": "tagging", "value": it.claim.status.value},
            {"type": "TextualBody", "format": "text/plain", "purpose": "commenting", "value": f"{NOTICE}."},
        ],
        "target": {
            "type": "SpecificResource",
            "source": source | {name: value for name, value in told.items() if value is not None},
            "selector": [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}],
            **state,
        },
    }


def annotation_pieces(claims: Iterable[StoredClaim]) -> Iterator[bytes]:
    """Yield the pieces of a JSON-LD list with one annotation a claim."""
    yield b"["
    for number, it in enumerate(claims):
        yield (b",\n" if number else b"\n") + json.dumps(annotation_of(it)).encode()
    yield b"\n]\n"


def citation_text(it: StoredClaim) -> str:
    """Return an excerpt with who says it, where it stands, and that it is a claim, for pasting into a report."""
    words = " ".join(it.claim.excerpt.text.split())
    said = ", citing ".join(source.text for source in it.claim.sources) or "no source named"
    return f"“{words}” — {said}; {location_text(it)}. {it.claim.status}: {NOTICE.lower()}."


def location_text(it: StoredClaim) -> str:
    """Return where an excerpt stands: outlet, title, address, date, text and position."""
    report = it.publication
    about = tuple(part for part in (report.publisher, report.title, report.url) if part) or (report.name,)
    return location(about, report.dating, text=report.id, span=it.claim.excerpt.span)


def location(about: tuple[str, ...], dating: Dating | None, *, text: str, span: Span) -> str:
    """Return where an excerpt stands: what is known about its text, the date, the text's id and the position.

    >>> location(("Example Wire",), None, text="4d5f6781e1723999", span=Span(start=3, end=9))
    'Example Wire, undated; text 4d5f6781e1723999, characters 3–9'
    """
    published = "undated" if dating is None else f"published {dating.edtf} ({dating.basis})"
    return f"{', '.join(about)}, {published}; text {text}, characters {span.start}–{span.end}"
