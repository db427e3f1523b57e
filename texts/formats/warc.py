"""Web archives: every page that was captured whole."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from texts.extracted import Extracted, Found, Refused
from texts.formats.html import pages_in
from texts.limits import Limits
from texts.rejection import Reason

PAGES = ("text/html", "application/xhtml+xml")


def captures_in(content: bytes, name: str, limits: Limits, depth: int = 0) -> Iterator[Found]:
    """Yield the pages of a web archive with their addresses and when they were captured."""
    count = size = 0
    try:
        for record in ArchiveIterator(_unpacked(content, limits)):
            if record.rec_type != "response" or record.http_headers is None:
                continue
            kind = record.http_headers.get_header("Content-Type", "").partition(";")[0].strip().lower()
            if kind not in PAGES or record.http_headers.get_statuscode() != "200":
                continue
            count += 1
            body = record.content_stream().read(limits.file_bytes + 1)
            size += len(body)
            inside = f"{name}/{count:05}.html"
            if count > limits.archive_entries or len(body) > limits.file_bytes or size > limits.archive_bytes:
                message = "a web archive may hold "
                message += f"{limits.archive_entries:,} pages and {limits.archive_bytes:,} bytes, got more"
                yield Refused(name=inside, reason=Reason.TOO_LARGE, message=message)
                return
            yield from _page(record, body, inside, limits, depth)
    except BurstError:
        message = f"a web archive may unpack to {limits.archive_bytes:,} bytes, got more"
        yield Refused(name=name, reason=Reason.TOO_LARGE, message=message)
        return
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, AttributeError, zlib.error) as error:
        message = f"expected a whole web archive, got a damaged one ({type(error).__name__})"
        yield Refused(name=name, reason=Reason.UNREADABLE, message=message)
        return
    if not count:
        yield Refused(name=name, reason=Reason.EMPTY, message="there is no captured page in it")


class BurstError(Exception):
    """A web archive unpacks to more than it may."""


class _Bounded(gzip.GzipFile):
    """A compressed file that ends with an error where it bursts, also amid records that nobody looks at."""

    def __init__(self, packed: io.BytesIO, most: int) -> None:
        super().__init__(fileobj=packed)
        self._left = most

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(-1 if size is None else size)
        self._left -= len(data)
        if self._left < 0:
            raise BurstError
        return data


def _unpacked(content: bytes, limits: Limits) -> gzip.GzipFile | io.BytesIO:
    """Return what a web archive is read from; one that was compressed as a whole and not page by page is read too."""
    packed = io.BytesIO(content)
    return _Bounded(packed, limits.archive_bytes) if content.startswith(b"\x1f\x8b") else packed


def _page(record: object, body: bytes, name: str, limits: Limits, depth: int) -> Iterator[Found]:
    headers = record.rec_headers  # type: ignore[attr-defined]  # of warcio's record
    url = headers.get_header("WARC-Target-URI")
    for found in pages_in(body, name, limits, depth):
        if isinstance(found, Extracted):
            fields = {**found.fields, **({"url": url} if url else {})}
            captured = headers.get_header("WARC-Date")
            yield Extracted(name=name, text=found.text, fields=fields, source=found.source, captured=captured)
        else:
            yield found
