"""E-mails and web pages saved as one file (MHTML), which has the same form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from typing import Any

from texts.decoding import UndecodableError, decoded_in
from texts.extracted import Enclosed, Extracted, Found, Refused
from texts.formats.suffix import SUFFIXES, suffix_of
from texts.limits import Limits
from texts.rejection import Reason

MOST_PARTS = 500
"""A message with more parts is refused."""


LONGEST_HEADER = 2_000
"""What stands behind so many characters of a header is not looked at: reading addresses takes the square of their
length, and so do parameters and encoded words."""


class _Bounded(policy.EmailPolicy):
    """Python's own way to read a message, but for headers that were made to be slow."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:LONGEST_HEADER] if len(value) > LONGEST_HEADER else value)


_BOUNDED = _Bounded()


def mails_in(content: bytes, name: str, limits: Limits, depth: int = 0) -> Iterator[Found | Enclosed]:
    """Yield the body of a message, the plain one before the page, and then its attachments.

    The images of a page and of a signature are left out; what else is attached and not read is said.
    """
    message = message_from_bytes(content, policy=_BOUNDED)
    if not isinstance(message, EmailMessage) or not list(message.keys()):
        yield Refused(name=name, reason=Reason.UNREADABLE, message="expected an e-mail, got something else")
        return
    if sum(1 for _ in message.walk()) > MOST_PARTS:
        yield Refused(name=name, reason=Reason.TOO_LARGE, message=f"a message may have {MOST_PARTS} parts, got more")
        return
    page = suffix_of(name) in {".mhtml", ".mht"}
    body = message.get_body(preferencelist=("html", "plain") if page else ("plain", "html"))
    if body is None and page:
        body = next((it for it in message.walk() if it.get_content_type() == "text/html"), None)
    if body is None:
        yield Refused(name=name, reason=Reason.EMPTY, message="the message has no text of its own")
    else:
        yield from _body(body, message, name, limits, depth)
    if not page:
        yield from (_attached(part, name, depth, limits) for part in message.iter_attachments() if _may_tell(part))


def _may_tell(part: MIMEPart) -> bool:
    """Whether an attachment may hold words."""
    return part.get_content_maintype() not in {"image", "audio", "video", "multipart"}


def _attached(part: MIMEPart, name: str, depth: int, limits: Limits) -> Refused | Enclosed:
    mail = part.get_content_type() == "message/rfc822"
    file = (part.get_filename() or "").replace("\\", "/").rsplit("/", 1)[-1]
    if mail and suffix_of(file) != ".eml":
        file = f"{file or 'forwarded'}.eml"
    inside = f"{name}/{file or 'an attachment without a name'}"
    if depth >= limits.archive_depth:
        message = f"messages and archives may lie in {limits.archive_depth} others, got one more"
        return Refused(name=inside, reason=Reason.TOO_LARGE, message=message)
    if suffix_of(file) not in {*SUFFIXES, ".txt", ".md"}:
        message = f"attachments of this kind ({suffix_of(file) or part.get_content_type()}) are not read"
        return Refused(name=inside, reason=Reason.UNSUPPORTED, message=message)
    payload = bytes(part.get_content()) if mail else part.get_payload(decode=True)
    return Enclosed(name=inside, content=payload if isinstance(payload, bytes) else b"")


def _body(body: MIMEPart, message: EmailMessage, name: str, limits: Limits, depth: int) -> Iterator[Found]:
    payload = body.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    fields = _fields(message)
    if body.get_content_type() == "text/html":
        from texts.formats.html import pages_in

        for found in pages_in(content, name, limits, depth, body.get_content_charset()):
            if isinstance(found, Extracted):
                fields = {**fields, **found.fields}
                yield Extracted(name=name, text=found.text, fields=fields, source=found.source)
            else:
                yield found
        return
    charset = body.get_content_charset() or "utf-8"
    try:
        text = decoded_in(content, charset)
    except UndecodableError as error:
        yield Refused(name=name, reason=Reason.UNREADABLE, message=f"{error}, as the message says it is")
        return
    yield Extracted(name=name, text=text.replace("\r\n", "\n"), fields=fields, source="mail header")


def _fields(message: EmailMessage) -> dict[str, str]:
    fields = {
        "title": _header(message, "Subject"),
        "author": _header(message, "From"),
        "url": _header(message, "Snapshot-Content-Location"),
    }
    if not fields["url"]:  # a saved page is dated by its saving
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            fields["published"] = parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    return {name: " ".join(value.split()) for name, value in fields.items() if value}


def _header(message: EmailMessage, name: str) -> str:
    """Return what a header says, "" where there is none or Python's reader of headers fails over it."""
    try:
        return str(message[name] or "")
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError):
        return ""
