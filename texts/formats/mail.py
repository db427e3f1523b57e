"""E-mails and web pages saved as one file (MHTML), which has the same form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from texts.extracted import Extracted, Found, Refused
from texts.formats.dispatch import SUFFIXES, found_in, suffix_of
from texts.limits import Limits
from texts.rejection import Reason

MOST_PARTS = 500
"""A message with more parts is refused."""


def mails_in(content: bytes, name: str, limits: Limits, depth: int = 0) -> Iterator[Found]:
    """Yield the body of a message, the plain one before the page, and then the texts of its attachments."""
    message = message_from_bytes(content, policy=policy.default)
    if not isinstance(message, EmailMessage) or not list(message.keys()):
        yield Refused(name=name, reason=Reason.UNREADABLE, message="expected an e-mail, got something else")
        return
    if sum(1 for _ in message.walk()) > MOST_PARTS:
        yield Refused(name=name, reason=Reason.TOO_LARGE, message=f"a message may have {MOST_PARTS} parts, got more")
        return
    page = suffix_of(name) in {".mhtml", ".mht"}
    body = message.get_body(preferencelist=("related", "html", "plain") if page else ("plain", "html"))
    if body is None and page:
        body = next((it for it in message.walk() if it.get_content_type() == "text/html"), None)
    if body is None:
        yield Refused(name=name, reason=Reason.EMPTY, message="the message has no text of its own")
    else:
        yield from _body(body, message, name, limits, depth)
    if page or depth >= limits.archive_depth:
        return
    for part in message.iter_attachments():
        file = part.get_filename()
        if file and suffix_of(file) in {*SUFFIXES, ".txt", ".md"}:
            payload = part.get_payload(decode=True)
            inside = file.replace("\\", "/").rsplit("/", 1)[-1]
            yield from found_in(payload if isinstance(payload, bytes) else b"", f"{name}/{inside}", limits, depth + 1)


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
        text = content.decode(charset)
    except (LookupError, UnicodeDecodeError):
        message_ = f"expected {charset}, as the message says, got bytes that do not fit it"
        yield Refused(name=name, reason=Reason.UNREADABLE, message=message_)
        return
    yield Extracted(name=name, text=text.replace("\r\n", "\n"), fields=fields, source="mail header")


def _fields(message: EmailMessage) -> dict[str, str]:
    fields = {
        "title": message["Subject"],
        "author": message["From"],
        "url": message["Snapshot-Content-Location"],
    }
    if message["Date"] and not message["Snapshot-Content-Location"]:  # of a saved page it is the day of saving
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            fields["published"] = parsedate_to_datetime(str(message["Date"])).date().isoformat()
    return {name: " ".join(str(value).split()) for name, value in fields.items() if value}
