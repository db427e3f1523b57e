"""A source text and the posts of a thread."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass

from texts.dating import Dating
from texts.span import Excerpt, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words inside a post that belong to somebody else's earlier post."""

    span: Span
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One contribution to a thread; an article has a single post without an author."""

    span: Span
    author: str | None = None
    dating: Dating | None = None
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text that somebody published, as it was read."""

    id: str
    """the first 16 hexadecimal digits of the SHA-256 of the text, the whole one also where excerpts alone are held"""
    text: str
    name: str
    """the file's name without its folder, or the id that a caller gave"""
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    """BCP 47, as stated or told"""
    captured: str | None = None
    """when the text was taken from where it stood, as its file says it (ISO 8601)"""
    home: str | None = None
    """where its publisher is at home, as somebody said: a place's name, or lon,lat in degrees"""
    theatre: str | None = None
    """what part of the earth it is about, as somebody said: countries, boxes of degrees, or both"""
    dating: Dating | None = None
    other_datings: tuple[Dating, ...] = ()
    """datings that were found and not preferred, best first"""
    posts: tuple[Post, ...] = ()
    """in the order of the text, none inside another"""
    furniture: tuple[Span, ...] = ()
    """menus, buttons and trailers: kept in the text, out of the claims"""
    held: tuple[Span, ...] | None = None
    """the stretches that are known of a text that came with its claims, from an export or a row of a table; None where
    the whole text is there and its claims are read from it"""

    def excerpt(self, span: Span) -> Excerpt:
        """Return the words at `span`.

        Raises
        ------
        ValueError
            If the span reaches beyond the text.
        """
        if span.end > len(self.text):
            raise ValueError(f"{self.name}: span [{span.start}, {span.end}) reaches beyond {len(self.text)}")
        return Excerpt(document_id=self.id, span=span, text=span.of(self.text))

    def post_at(self, offset: int) -> Post | None:
        """Return the post that holds the character at `offset`, or None."""
        number = bisect_right(self.posts, offset, key=lambda post: post.span.start) - 1
        return self.posts[number] if number >= 0 and offset < self.posts[number].span.end else None


def text_id(text: str) -> str:
    """Return the id of a document with this text.

    Lone surrogates have no UTF-8 form; they are hashed as the code units they are.

    >>> text_id("Mosul fell.")
    '4d5f6781e1723999'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
