"""What the store keeps of a document beside its words: datings, posts, quotations, furniture."""

from __future__ import annotations

from datetime import date
from typing import Any

from texts.dating import Basis, Dating, Interval, Precision
from texts.document import Post, Quotation
from texts.span import Span

Record = dict[str, Any]
"""A JSON object."""


def dating_record(dating: Dating | None) -> Record | None:
    """Return the JSON object of a dating."""
    if dating is None:
        return None
    start, end, span = dating.interval.start, dating.interval.end, dating.span
    return {
        "edtf": dating.edtf,
        "start": None if start is None else start.isoformat(),
        "end": None if end is None else end.isoformat(),
        "precision": dating.precision.value,
        "basis": dating.basis.value,
        "source": dating.source,
        "span": None if span is None else [span.start, span.end],
    }


def dating_from_record(record: Record | None) -> Dating | None:
    """Return the dating of a JSON object."""
    if record is None:
        return None
    return Dating(
        edtf=record["edtf"],
        interval=Interval(
            start=None if record["start"] is None else date.fromisoformat(record["start"]),
            end=None if record["end"] is None else date.fromisoformat(record["end"]),
        ),
        precision=Precision(record["precision"]),
        basis=Basis(record["basis"]),
        source=record["source"],
        span=None if record["span"] is None else Span(start=record["span"][0], end=record["span"][1]),
    )


def post_record(post: Post) -> list[Any]:
    """Return the JSON array of a post."""
    return [
        post.span.start,
        post.span.end,
        post.author,
        dating_record(post.dating),
        [[it.span.start, it.span.end, it.author] for it in post.quotations],
    ]


def post_from_record(record: list[Any]) -> Post:
    """Return the post of a JSON array."""
    start, end, author, dating, quotations = record
    return Post(
        span=Span(start=start, end=end),
        author=author,
        dating=dating_from_record(dating),
        quotations=tuple(Quotation(span=Span(start=it[0], end=it[1]), author=it[2]) for it in quotations),
    )
