"""What sort of source somebody is, and the chain of those who say something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.claim import Source, SourceKind
from texts.document import Document
from texts.lexicon import rows_of
from texts.span import Span

if TYPE_CHECKING:
    from events.attribution import Attribution


def source_kind(words: str) -> SourceKind:
    """Return what sort of source these words name.

    >>> source_kind("an informed source").value, source_kind("Reuters").value, source_kind("the defence ministry").value
    ('anonymous', 'outlet', 'organisation')
    """
    lower = f" {words.lower().replace('’', chr(39))} "
    for row in rows_of("source_words"):
        if f" {row[0]} " in lower:
            return SourceKind(row[1])
    return SourceKind.PERSON


def source_chain(document: Document, span: Span, attributions: tuple[Attribution, ...]) -> tuple[Source, ...]:
    """Return who says what stands at `span`, from the outermost to the innermost.

    The first is the author of the post that holds it, or the publisher of the text.
    """
    post = document.post_at(span.start)
    author = post.author if post is not None else None
    chain: list[Source] = []
    if author is not None:
        chain.append(Source(text=author, kind=SourceKind.AUTHOR))
    elif document.publisher is not None:
        chain.append(Source(text=document.publisher, kind=SourceKind.OUTLET))
    holders = [made for made in attributions if any(span.within(part) for part in made.content)]
    holders.sort(key=lambda made: -max(len(part) for part in made.content if span.within(part)))
    chain += [
        Source(text=made.source[0].of(document.text), kind=made.kind, span=made.source[0])
        for made in holders
        if made.source
    ]
    return tuple(chain)
