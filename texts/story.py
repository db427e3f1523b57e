"""Tell a story that is carried twice, whatever its lines end with."""

from __future__ import annotations

import hashlib

from texts.document import Document

STAMPS = frozenset({"published line", "updated line", "date alone"})
"""Where a date stands on a line of its own that tells nothing else."""


def story_key(document: Document) -> str:
    r"""Return what texts share that have the same words and the same date, but for white space and lines of dates.

    A text that is dated otherwise is another one: the same words may be published again.

    >>> from texts.plain import document_from
    >>> one = document_from("Tikrit fell.  \n\nHit held. \n", name="a.txt")
    >>> other = document_from("Tikrit fell.\nHit held.", name="b.txt")
    >>> third = document_from("Published: 13 June 2014\nTikrit fell.\nHit held.", name="c.txt")
    >>> story_key(one) == story_key(other), story_key(one) == story_key(third)
    (True, False)
    """
    text = document.text
    for start, end in sorted(_stamp_lines(document), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    dated = "" if document.dating is None else document.dating.edtf
    words = " ".join(text.split()).encode("utf-8", "surrogatepass")
    return hashlib.sha256(dated.encode("utf-8", "surrogatepass") + b"\0" + words).hexdigest()[:32]


def _stamp_lines(document: Document) -> set[tuple[int, int]]:
    text = document.text
    spans = [
        it.span
        for it in (document.dating, *document.other_datings)
        if it is not None and it.span is not None and it.source in STAMPS
    ]
    ends = [(span.start, text.find("\n", span.end)) for span in spans]
    return {(text.rfind("\n", 0, start) + 1, len(text) if end < 0 else end) for start, end in ends}
