"""A text of which excerpts alone are known: the words stand at their places, and what is not known is shaded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from events.claim import Claim
from events.storage.stored import Publication
from texts.document import Document
from texts.span import Excerpt, Span

SHADE = "░"
"""What stands for each character that is not known (U+2591)."""


def empty_stub(publication: Publication) -> Document:
    """Return a document of which nothing is known yet but its publication."""
    return Document(
        id=publication.id,
        text="",
        name=publication.name,
        title=publication.title,
        publisher=publication.publisher,
        url=publication.url,
        captured=publication.captured,
        dating=publication.dating,
        held=(),
    )


def fits(document: Document, excerpt: Excerpt) -> bool:
    """Whether an excerpt does not contradict what is known of a text."""
    return all(
        part.of(document.text) == excerpt.text[part.start - excerpt.span.start : part.end - excerpt.span.start]
        for part in _shared(document, excerpt.span)
    )


def with_excerpts(document: Document, excerpts: Iterable[Excerpt]) -> Document:
    """Return a stub that holds more excerpts, which must fit it and one another.

    >>> from texts.document import text_id
    >>> stub = empty_stub(Publication(id="d", name="d", title=None, publisher=None, url=None, dating=None))
    >>> grown = with_excerpts(stub, [Excerpt(document_id="d", span=Span(start=3, end=7), text="Hit.")])
    >>> grown.text, grown.held
    ('░░░Hit.', (Span(start=3, end=7),))
    """
    assert document.held is not None, "a whole text holds every excerpt already"
    pieces = [(span.start, span.of(document.text)) for span in document.held]
    pieces += [(excerpt.span.start, excerpt.text) for excerpt in excerpts]
    held: list[Span] = []
    parts: list[str] = []
    end = 0
    for start, words in sorted(pieces, key=lambda piece: (piece[0], -len(piece[1]))):
        stop = start + len(words)
        if stop <= end or start == stop:
            continue
        if start > end:
            parts.append(SHADE * (start - end))
        parts.append(words[max(0, end - start) :])
        if held and start <= held[-1].end:
            held[-1] = Span(start=held[-1].start, end=max(stop, held[-1].end))
        else:
            held.append(Span(start=start, end=stop))
        end = max(end, stop)
    return replace(document, text="".join(parts), held=tuple(held))


def claims_that_fit(document: Document, claims: Iterable[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Part claims into those whose excerpts fit a text and one another, and those whose do not.

    Of two claims that contradict each other about the words at one place, the first by position and id stands.
    """
    fitting: list[Claim] = []
    others: list[Claim] = []
    run: list[str] = []
    run_start = 0
    for claim in sorted(claims, key=lambda it: (it.excerpt.span, it.id)):
        span, words = claim.excerpt.span, claim.excerpt.text
        at = span.start - run_start
        both = run[at : at + len(words)]
        beyond = document.held is None and span.end > len(document.text)
        if beyond or not fits(document, claim.excerpt) or "".join(both) != words[: len(both)]:
            others.append(claim)
            continue
        fitting.append(claim)
        if at > len(run):
            run, run_start = list(words), span.start
        else:
            run.extend(words[len(both) :])
    return fitting, others


def _shared(document: Document, span: Span) -> list[Span]:
    """Return what is known of a text within a span; `held` is sorted and without overlaps."""
    parts = (Span(start=0, end=len(document.text)),) if document.held is None else document.held
    found: list[Span] = []
    for at in range(bisect_right(parts, span.start, key=lambda part: part.end), len(parts)):
        if parts[at].start >= span.end:
            break
        found.append(Span(start=max(parts[at].start, span.start), end=min(parts[at].end, span.end)))
    return found
