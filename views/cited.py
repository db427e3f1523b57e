"""A claim with the number, the text and the report that a reader is led to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from events.claim import Claim
from texts.dating import Dating
from texts.document import Document
from views.annotation import location

EXCERPT_ALONE = "the excerpt alone is at hand, not the text around it"


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
    name: str
    """of the file"""
    url: str | None
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


def citation_of(cited: Cited) -> str:
    """Return where a claim's excerpt stands, as every citation says it, and whether the excerpt is all there is."""
    alone = f"; {EXCERPT_ALONE}" if cited.excerpt_alone else ""
    about = tuple(part for part in (cited.outlet, cited.title, cited.url) if part) or (cited.name,)
    return location(about, cited.report, text=cited.document_id, span=cited.claim.excerpt.span) + alone


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
            name=document.name,
            url=document.url,
            report=_report_of(claim, document),
            excerpt_alone=document.held is not None,
        )
        for claim, document in pairs
    ]
    return tuple(replace(one, number=number) for number, one in enumerate(sorted(found, key=order_of), start=1))


def _report_of(claim: Claim, document: Document) -> Dating | None:
    post = document.post_at(claim.excerpt.span.start)
    return (post.dating if post else None) or document.dating
