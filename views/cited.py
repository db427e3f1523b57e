"""A claim with the number, the text and the report that a reader is led to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from events.claim import Claim
from texts.dating import Dating
from texts.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A claim as a picture or a list cites it."""

    number: int
    """counts from 1 in the order of the list"""
    claim: Claim
    outlet: str | None
    """who published the text"""
    title: str | None
    document_id: str
    report: Dating | None
    """when the text, or the post that the claim stands in, was published"""
    excerpt_alone: bool = False
    """whether of the text nothing is at hand but the excerpts of its claims"""

    @property
    def voice(self) -> str:
        """Who says it, from the outermost source to the innermost, as the text names them."""
        return ", citing ".join(source.text for source in self.claim.sources) or "no source named"

    @property
    def chain(self) -> str:
        """The outlet and who says it, each named once."""
        outlet = self.outlet or self.title or "outlet unknown"
        sources = [source.text for source in self.claim.sources]
        if sources and sources[0] == outlet:
            sources = sources[1:]
        return ", citing ".join((outlet, *sources))

    @property
    def event_date(self) -> str:
        """The EDTF value of the claimed event, or "undated"."""
        return self.claim.when.edtf if self.claim.when else "undated"

    @property
    def said_date(self) -> str | None:
        """The EDTF value of the day on which it was said, or None where the text dates no saying."""
        return self.claim.said.edtf if self.claim.said else None

    @property
    def report_date(self) -> str:
        """The EDTF value of the report's publication, or "undated"."""
        return self.report.edtf if self.report else "undated"


def citation_of(cited: Cited) -> str:
    """Return the citation of a claim's excerpt as plain text: outlet, date, text and position."""
    span = cited.claim.excerpt.span
    outlet = cited.outlet or cited.title or "outlet unknown"
    return f"{outlet}, published {cited.report_date}, text {cited.document_id}, characters {span.start}–{span.end}"


def voice_of(cited: Cited) -> str:
    """Return who says it, and on which day where the text tells that."""
    return f"{cited.voice}, said {cited.said_date}" if cited.said_date else cited.voice


def order_of(cited: Cited) -> tuple[bool, str, bool, str, str]:
    """Return the key that sorts citations: dated before undated, by event, then by report, then by id."""
    when, report = cited.claim.when, cited.report
    return (
        when is None or when.interval.start is None,
        str(when.interval.start) if when else "",
        report is None,
        report.edtf if report else "",
        cited.claim.id,
    )


def cite(pairs: Iterable[tuple[Claim, Document]]) -> tuple[Cited, ...]:
    """Return the claims with their texts, sorted by date and numbered from 1.

    Parameters
    ----------
    pairs
        Each claim with the document that it stands in.
    """
    found = [
        Cited(
            number=0,
            claim=claim,
            outlet=document.publisher,
            title=document.title,
            document_id=document.id,
            report=_report_of(claim, document),
            excerpt_alone=document.held is not None,
        )
        for claim, document in pairs
    ]
    return tuple(replace(one, number=number) for number, one in enumerate(sorted(found, key=order_of), start=1))


def _report_of(claim: Claim, document: Document) -> Dating | None:
    post = document.post_at(claim.excerpt.span.start)
    return (post.dating if post else None) or document.dating
