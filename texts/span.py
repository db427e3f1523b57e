"""A stretch of a text, by position, and the words that stand there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a document's text.

    Offsets count code points from the start of the document; `end` is exclusive.
    """

    start: int
    end: int

    def __init__(self, *, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"a span must satisfy 0 <= start <= end, got [{start}, {end})")
        # the slots are set directly: a long text makes very many spans, and the way of dataclasses takes twice as long
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def within(self, outer: Span) -> bool:
        """Whether this span lies inside `outer`.

        >>> Span(start=3, end=5).within(Span(start=3, end=9))
        True
        >>> Span(start=3, end=5).within(Span(start=4, end=9))
        False
        """
        return outer.start <= self.start and self.end <= outer.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character; an empty span shares none.

        >>> Span(start=0, end=4).overlaps(Span(start=3, end=9))
        True
        >>> Span(start=0, end=3).overlaps(Span(start=3, end=9))
        False
        """
        return max(self.start, other.start) < min(self.end, other.end)

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span covers.

        >>> Span(start=0, end=5).of("Mosul fell")
        'Mosul'
        """
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return the same stretch counted from an origin that lies `by` characters earlier."""
        return Span(start=self.start + by, end=self.end + by)


_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The words that stand behind a claim, exactly as the document has them.

    Law: `excerpt.text == document.text[excerpt.span.start:excerpt.span.end]`.
    """

    document_id: str
    span: Span
    text: str
