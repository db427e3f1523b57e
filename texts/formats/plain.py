"""Plain text inside another file."""

from __future__ import annotations

from collections.abc import Iterator

from texts.decoding import UndecodableError, decode
from texts.extracted import Extracted, Found, Refused
from texts.front_matter import split_front_matter
from texts.limits import Limits
from texts.rejection import Reason


def plain_in(content: bytes, name: str, limits: Limits, depth: int = 0) -> Iterator[Found]:
    """Yield the text of a file that is text as it is."""
    del limits, depth
    try:
        decoded = decode(content)
    except UndecodableError as error:
        yield Refused(name=name, reason=Reason.UNREADABLE, message=str(error))
        return
    fields, text = split_front_matter(decoded.text)
    yield Extracted(name=name, text=text, fields=fields, source="front matter")
