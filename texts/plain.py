"""Make a document of a text that is at hand."""

from __future__ import annotations

import re
from dataclasses import replace

from texts.document import Document, text_id
from texts.furniture import furniture_in
from texts.language import other_language
from texts.limits import DEFAULT, Limits
from texts.line import lines_in
from texts.metadata import Metadata
from texts.published import with_dates
from texts.rejection import Reason, Rejection
from texts.span import Span
from texts.thread import posts_in

LONGEST_TITLE = 200
"""A first line with more characters is no title."""

_WORD = re.compile(r"[^\W_]+|\.+|-+|_+|[^\w\s]")

ENGLISH = "en"


def document_from(
    text: str, *, name: str, metadata: Metadata | None = None, limits: Limits = DEFAULT
) -> Document | Rejection:
    """Return the document that a text makes, with its posts and its furniture, or why it makes none.

    >>> document_from("Tikrit fell on Thursday.", name="a.txt").posts[0].span
    Span(start=0, end=24)
    >>> document_from(" ", name="a.txt").message
    'a.txt: expected text, got none'
    """
    metadata = metadata or Metadata()
    if not text.strip(" \t\n\r\f\v\0\ufeff\u200b\u00a0"):
        return Rejection(reason=Reason.EMPTY, message=f"{name}: expected text, got none", name=name)
    if len(text) > limits.text_characters:
        message = f"{name}: a text may have {limits.text_characters:,} characters, got {len(text):,}"
        return Rejection(reason=Reason.TOO_LARGE, message=message, name=name)
    if len(text) > limits.text_words and (words := sum(1 for _ in _WORD.finditer(text))) > limits.text_words:
        message = f"{name}: a text may have {limits.text_words:,} words and marks, got {words:,}"
        return Rejection(reason=Reason.TOO_LARGE, message=message, name=name)
    language = other_language(text)
    if language is not None:
        message = f"{name}: expected English, got {language}"
        return Rejection(reason=Reason.UNSUPPORTED, message=message, name=name)
    furniture = furniture_in(text)
    posts = posts_in(text, about=metadata.publisher)
    if len(posts) == 1:
        posts = (replace(posts[0], author=metadata.author, dating=metadata.dating),)
    document = Document(
        id=text_id(text),
        text=text,
        name=name,
        title=metadata.title or _title(text, set(furniture)),
        publisher=metadata.publisher,
        url=metadata.url,
        language=metadata.language or ENGLISH,
        home=metadata.home,
        theatre=metadata.theatre,
        captured=metadata.captured,
        dating=metadata.dating,
        posts=posts,
        furniture=furniture,
    )
    return with_dates(document)


def _title(text: str, furniture: set[Span]) -> str | None:
    """Return the first line of the text, where it stands for itself: marked as a heading, or before a blank line."""
    for span in lines_in(text):
        line = span.of(text).strip() if len(span) <= LONGEST_TITLE else "…" * LONGEST_TITLE
        if not line or span in furniture:
            continue
        if len(line) >= LONGEST_TITLE:
            return None
        if line.startswith("#"):
            return line.lstrip("# ") or None
        alone = text[span.end : span.end + 2] == "\n\n"
        return line if alone and not line.endswith((".", "!", ":", ",")) else None
    return None
